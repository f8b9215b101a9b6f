/// Reads the sheets of a form from Markdown tables.
///
/// The first cell of a row names its sheet and is empty on the rows below. Lines that begin with
/// `#`, and `#` with what follows it behind the last bar, are comments; a row of dashes is a line.
/// `<br>` in a cell is a line break.
struct MarkdownSheets {
  private var order: [String] = []
  private var builders: [String: XLSFormSheetBuilder] = [:]
  private var current: String?
  private var number = 0

  /// The sheets in `text`.
  static func read(_ text: String) -> XLSFormSheets {
    var reader = MarkdownSheets()
    var line = 0
    for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      reader.take(String(Substring(bytes)), line: line)
    }
    return reader.result
  }

  private var result: XLSFormSheets {
    var result = XLSFormSheets(.markdown)
    result.names = order
    for name in order {
      guard let kind = XLSFormSheets.kind(name, isOnly: order.count == 1) else { continue }
      result.sheets[kind] = builders[name]?.sheet
    }
    return result
  }

  private mutating func take(_ line: String, line lineNumber: Int) {
    let content = Self.withoutComment(line.trimmedSpace)
    guard content.hasPrefix("|") else { return }
    let cells = Self.cells(content)
    guard let first = cells.first, !Self.isRule(cells) else { return }
    if !first.isEmpty {
      current = first
      number = 0
      // A sheet that is named again begins anew.
      builders[first] = XLSFormSheetBuilder(name: first)
      if !order.contains(first) { order.append(first) }
    }
    guard let current, cells.dropFirst().contains(where: { !$0.isEmpty }) else { return }
    number += 1
    _ = builders[current]?.take(Array(cells.dropFirst()), number: number, line: lineNumber)
  }

  /// The line without a comment behind its last bar; empty when all of it is one.
  private static func withoutComment(_ line: String) -> String {
    if line.hasPrefix("#") { return "" }
    guard let mark = line.lastIndex(of: "#"), let bar = line.lastIndex(of: "|"), mark > bar else {
      return line
    }
    return String(line[..<mark])
  }

  /// The cells between the first and the last bar.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars.dropFirst() {
      if scalar == "|", !isEscaped {
        cells.append(Self.withLineBreaks(String(cell).trimmedSpace))
        cell = String.UnicodeScalarView()
        continue
      }
      if scalar == "|" { cell.removeLast() }
      isEscaped = scalar == "\\"
      cell.append(scalar)
    }
    return cells
  }

  /// The text with line breaks for `<br>`, since a cell has no other way to hold them.
  private static func withLineBreaks(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    return text.split(separator: "<br>", omittingEmptySubsequences: false)
      .joined(separator: "\n")
  }

  /// Whether a row draws the line below the headers.
  private static func isRule(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy { cell in
        cell.utf8.allSatisfy { $0 == 0x2D || $0 == 0x3A } && cell.utf8.contains(0x2D)
          && (cell.utf8.count > 2 || cells.first == cell)
      }
  }
}
