package import SurveyModel
import Tabular

extension InterviewTable {
  /// Lends the keys of the remaining records with their numbers.
  ///
  /// Keys that are plainly written are lent as they stand; all others are what `keys` reads.
  package mutating func forEachKey(
    _ keys: inout RecordKeys,
    plan: InterviewPlan,
    formats: ColumnFormats,
    _ body: (_ key: [UInt8], _ number: Int) throws -> Void
  ) throws {
    var run = RecordRun(width: map.header.count)
    var record = CSVRecord()
    let column = keys.plainColumn(in: map)
    let matcher = column.map {
      CellMatcher(KnownColumn.plain($0.question, in: $0.column, plan, formats))
    }
    var codes = [Int32](repeating: CellMatcher.unknown, count: run.capacity)
    var values = [UInt64](repeating: 0, count: run.capacity)
    var texts: [UInt8] = []
    while true {
      if matcher?.plain != nil { takeRun(into: &run) }
      guard run.count > 0, let column, let matcher else {
        guard try read(into: &record) else { return }
        if !record.isBlank, let key = keys.key(of: record) {
          try body(Array(key.utf8), record.number)
        }
        continue
      }
      texts.removeAll(keepingCapacity: true)
      _ = matcher.match(
        run,
        column: column.column,
        at: CellMatcher.Place(code: 0, value: 0),
        codes: &codes,
        values: &values,
        texts: &texts
      )
      for row in 0..<run.count {
        // A decimal is stored in its shortest form, `1.5` for `1.50`.
        if codes[row] < CellMatcher.unknown, codes[row] > CellMatcher.refused,
          codes[row] != CellMatcher.decimal
        {
          let cell = run.cell(row: row, column: column.column)
          try body(cell, run.number(of: row))
        } else {
          run.read(row, into: &record)
          guard !record.isBlank, let key = keys.key(of: record) else { continue }
          try body(Array(key.utf8), record.number)
        }
      }
      run.release()
    }
  }
}
