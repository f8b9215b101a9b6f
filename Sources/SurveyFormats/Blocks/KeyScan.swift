package import SurveyModel
package import Tabular

/// Takes the keys of the records of a table as they stand, where a key is one number or one plain
/// text.
///
/// What else a key may be depends on how the columns are written, which is not known before the
/// whole table was seen; such a key is noticed, and ``isPlain`` is false from then on.
package struct KeyScan {
  /// Whether all keys so far were taken.
  package private(set) var isPlain = true
  /// The keys since the last call of ``removeAll()``.
  package private(set) var block = KeyBlock()

  private let column: Int
  private var matcher: CellMatcher
  private var codes: [Int32] = []
  private var values: [UInt64] = []
  private var texts: [UInt8] = []

  /// Prepares for the keys that `keys` reads; none when they cannot be taken as they stand.
  package init?(_ keys: RecordKeys, map: ColumnMap, plan: InterviewPlan, options: ValueOptions) {
    guard let place = keys.plainColumn(in: map) else { return nil }
    // Marks for a missing answer are said before, and the rest does not matter here.
    let formats = ColumnFormats(columnCount: map.header.count, missing: options.missing)
    switch KnownColumn.plain(place.question, in: place.column, plan, formats) {
    case .integers(let bounds, let marks): matcher = CellMatcher(.integers(bounds, except: marks))
    case .texts: matcher = CellMatcher(.texts)
    // A decimal is stored in its shortest form, `1.5` for `1.50`.
    case .decimals, nil: return nil
    }
    column = place.column
  }

  /// Drops the keys that were taken.
  package mutating func removeAll() { block.removeAll() }

  /// Takes the keys of a run.
  package mutating func take(_ run: RecordRun) {
    guard isPlain else { return }
    if codes.count < run.capacity {
      codes = Array(repeating: CellMatcher.unknown, count: run.capacity)
      values = Array(repeating: 0, count: run.capacity)
    }
    texts.removeAll(keepingCapacity: true)
    _ = matcher.match(
      run,
      column: column,
      at: CellMatcher.Place(code: 0, value: 0),
      codes: &codes,
      values: &values,
      texts: &texts
    )
    for row in 0..<run.count {
      let code = codes[row]
      run.withCell(row: row, column: column) { cell in
        if code == CellMatcher.integer || code == CellMatcher.text {
          block.append(cell, number: run.number(of: row))
        } else if cell.count > 0 {
          isPlain = false
        }
      }
    }
  }

  /// Takes the key of one record.
  package mutating func take(_ record: CSVRecord) {
    guard isPlain else { return }
    record.withBytes(of: column) { cell in
      if matcher.isPlain(cell) {
        block.append(cell, number: record.number)
      } else if cell.count > 0 {
        isPlain = false
      }
    }
  }
}
