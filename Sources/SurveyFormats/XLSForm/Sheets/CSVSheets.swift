import Tabular

/// Reads the sheets of a form from one file of comma separated values.
///
/// A row whose first cell is filled names a sheet; the next row, or the rest of the same one, holds
/// the headers, and the rows of the sheet leave their first cell empty.
struct CSVSheets {
  private var order: [String] = []
  private var builders: [String: XLSFormSheetBuilder] = [:]
  private var current: String?
  private var numbers: [String: Int] = [:]

  /// The sheets in `text`.
  static func read(_ text: String) throws(TabularError) -> XLSFormSheets {
    var reader = CSVSheets()
    var table = try CSVReader(.text(text))
    var record = CSVRecord()
    while try table.read(into: &record) { reader.take(record) }
    return reader.result
  }

  private var result: XLSFormSheets {
    var result = XLSFormSheets(.csv)
    result.names = order
    for name in order {
      guard let kind = XLSFormSheets.kind(name, isOnly: order.count == 1) else { continue }
      result.sheets[kind] = builders[name]?.sheet
    }
    return result
  }

  private mutating func take(_ record: CSVRecord) {
    let cells = record.texts.map(\.trimmedSpace)
    guard let first = cells.first else { return }
    if !first.isEmpty {
      current = first
      if builders[first] == nil {
        builders[first] = XLSFormSheetBuilder(name: first)
        order.append(first)
      }
    }
    let content = Array(cells.dropFirst())
    guard let current, content.contains(where: { !$0.isEmpty }) else { return }
    numbers[current, default: 0] += 1
    let number = numbers[current] ?? 1
    _ = builders[current]?.take(content, number: number, line: record.line)
  }
}
