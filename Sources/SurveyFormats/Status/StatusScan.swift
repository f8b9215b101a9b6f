import SurveyModel
import Tabular

/// Counts the rows of a table that may be no interviews that count.
package final class StatusScan {
  /// How many rows say the same.
  package struct Count: Hashable, Sendable {
    /// What they say.
    package let sign: StatusColumns.Sign
    /// Their lines, in the order of the file.
    fileprivate var lines: [Int]
    /// The line of the first.
    package var line: Int { lines.first ?? 0 }
    /// How many.
    package var rows: Int { lines.count }
  }

  /// The columns that are looked at.
  package let columns: StatusColumns
  /// What was found, in the order of the file.
  package var counts: [Count] {
    found.values.sorted { ($0.line, $0.sign.header) < ($1.line, $1.sign.header) }
  }

  private var found: [StatusColumns.Sign: Count] = [:]
  /// For each column the last cell that says nothing.
  private var harmless: [[UInt8]]

  /// Prepares to look at the columns.
  package init(_ columns: StatusColumns) {
    self.columns = columns
    harmless = columns.places.map { _ in [] }
  }

  /// Whether records have to come one by one.
  var looksAtRows: Bool { columns.readsBlanks }

  /// Looks at a record, which counts once.
  func take(_ record: CSVRecord) {
    guard !record.isBlank, let sign = columns.sign(of: record) else { return }
    add(sign, line: record.line)
  }

  /// Looks at the records of a run.
  func take(_ run: borrowing RecordRun, _ record: inout CSVRecord) {
    for row in 0..<run.count {
      var isDoubtful = false
      for (index, place) in columns.places.enumerated() {
        run.withCell(row: row, column: place) { cell in
          if cell.count > 0, raisesDoubt(cell, index, place) { isDoubtful = true }
        }
      }
      guard isDoubtful else { continue }
      run.read(row, into: &record)
      take(record)
    }
  }

  /// Whether a cell says anything; the same text as above is not looked at again.
  private func raisesDoubt(_ cell: Span<UInt8>, _ index: Int, _ place: Int) -> Bool {
    guard cell.count <= Self.lengthLimit else { return false }
    let last = harmless[index]
    if last.count == cell.count, cell.indices.allSatisfy({ cell[$0] == last[$0] }) { return false }
    let bytes = cell.withUnsafeBufferPointer { Array($0) }
    if columns.sign(String(decoding: bytes, as: UTF8.self), at: place) != nil { return true }
    harmless[index] = bytes
    return false
  }

  private func add(_ sign: StatusColumns.Sign, line: Int) {
    found[sign, default: Count(sign: sign, lines: [])].lines.append(line)
  }

  private static let lengthLimit = 64
}

extension [StatusScan.Count] {
  /// The counts of the rows that were not passed over as no interviews, which are told as such.
  package func without(_ passed: [FooterRow]) -> [StatusScan.Count] {
    let passed = Set(passed.map(\.line))
    if passed.isEmpty { return self }
    return compactMap { count in
      var count = count
      count.lines.removeAll { passed.contains($0) }
      return count.lines.isEmpty ? nil : count
    }
  }
}
