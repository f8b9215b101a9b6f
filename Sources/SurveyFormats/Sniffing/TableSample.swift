import Tabular

/// The first records of a table under one way of reading it.
struct TableSample {
  /// One record: where it begins and its cells.
  struct Record: Hashable {
    let line: Int
    let cells: [String]

    /// What the filled cells hold; a merged cell counts once.
    var filled: [String] {
      var filled: [String] = []
      for cell in cells where !cell.trimmedIsEmpty && cell != filled.last { filled.append(cell) }
      return filled
    }
  }

  let form: TableForm
  let records: [Record]
  /// Why reading stopped before the sample was whole.
  let fault: TabularError?
  /// How many records are looked at.
  static let recordCount = 300

  /// The number of cells that most records have.
  var width: Int {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.cells.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Reads records from `source` until there are enough.
  ///
  /// A source that is not whole may end inside a record, which is then left out.
  init(form: TableForm, isWhole: Bool = true, source: inout some RecordSource) {
    var records: [Record] = []
    var fault: TabularError?
    var record = CSVRecord()
    do throws(TabularError) {
      while records.count < Self.recordCount, try source.read(into: &record) {
        records.append(Record(line: record.line, cells: record.texts))
      }
    } catch {
      fault = error
    }
    if !isWhole, records.count < Self.recordCount { _ = records.popLast() }
    self.form = form
    self.records = records
    self.fault = fault
  }
}

extension String {
  /// Whether nothing is left when white space is taken away.
  fileprivate var trimmedIsEmpty: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
