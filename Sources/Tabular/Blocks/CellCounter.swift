/// Counts how often each text stands in one column.
package struct CellCounter {
  /// Texts that are told apart.
  private static let limit = 4096
  private static let lengthLimit = 256

  private var forms = CellMatcher()
  private var cells: [[UInt8]] = []
  private var counts: [Int] = []
  private var lines: [Int] = []
  private var codes: [Int32]
  private var values: [UInt64] = []
  private var texts: [UInt8] = []

  /// Makes a counter for runs of at most `capacity` records.
  package init(capacity: Int) {
    codes = Array(repeating: CellMatcher.unknown, count: capacity)
  }

  /// Counts the cells of a column; those that are too many to be told apart are lent at once.
  package mutating func count(
    _ run: borrowing RecordRun,
    column: Int,
    other: (Span<UInt8>, _ line: Int) -> Void
  ) {
    let isWhole = forms.match(
      run,
      column: column,
      at: CellMatcher.Place(code: 0, value: 0),
      codes: &codes,
      values: &values,
      texts: &texts
    )
    if isWhole {
      return Self.count(codes, run, in: &counts, &lines)
    }
    for row in 0..<run.count {
      let code = Int(codes[row])
      if code >= 0 {
        if counts[code] == 0 { lines[code] = run.line(of: row) }
        counts[code] += 1
      } else {
        run.withCell(row: row, column: column) { learn($0, line: run.line(of: row), other: other) }
      }
    }
  }

  /// Counts the cells of a run, all of which are known.
  private static func count(
    _ codes: [Int32],
    _ run: borrowing RecordRun,
    in counts: inout [Int],
    _ lines: inout [Int]
  ) {
    let codes = codes.span
    var counts = counts.mutableSpan
    for row in 0..<run.count {
      let code = Int(codes[row])
      let before = counts[code]
      counts[code] = before &+ 1
      if before == 0 { lines[code] = run.line(of: row) }
    }
  }

  private mutating func learn(
    _ cell: Span<UInt8>,
    line: Int,
    other: (Span<UInt8>, _ line: Int) -> Void
  ) {
    guard cells.count < Self.limit, cell.count <= Self.lengthLimit else {
      return other(cell, line)
    }
    let bytes = cell.withUnsafeBufferPointer { Array($0) }
    // It may stand in an earlier row of the same run.
    let known = Int(forms.code(of: bytes))
    if known >= 0 {
      if counts[known] == 0 { lines[known] = line }
      counts[known] += 1
    } else {
      forms.learn(bytes, code: Int32(truncatingIfNeeded: cells.count))
      cells.append(bytes)
      counts.append(1)
      lines.append(line)
    }
  }

  /// Lends each text that was counted, with the line where it first stood, and begins anew.
  package mutating func flush(_ body: (Span<UInt8>, _ line: Int, _ count: Int) -> Void) {
    for index in cells.indices where counts[index] > 0 {
      let cell = cells[index]
      body(cell.span, lines[index], counts[index])
      counts[index] = 0
    }
  }
}
