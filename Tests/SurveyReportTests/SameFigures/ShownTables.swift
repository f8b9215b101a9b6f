import Foundation
import SurveyModel
import Tabular

@testable import SurveyReport

/// What a reader of a format sees in the cells of its tables: rows of texts by the table's caption.
typealias ShownTables = [String: [[String]]]

/// A format that shows figures, and a reader that takes them out of its bytes again.
struct ShowingFormat: Sendable {
  let name: String
  /// Whether charts are tables too.
  let showsCharts: Bool
  let render: @Sendable (Report) throws -> [UInt8]
  let read: @Sendable ([UInt8], InterfaceLanguage) throws -> ShownTables

  /// All formats whose figures have to be the same.
  ///
  /// A format joins by one line: how it is made, and a function from its bytes to the texts of the
  /// cells of each table.
  static let all: [ShowingFormat] = [
    ShowingFormat(
      name: "html",
      showsCharts: false,
      render: { Array(try HTMLRenderer().render($0).utf8) },
      read: { bytes, _ in ShownMarkup.tables(String(decoding: bytes, as: UTF8.self)) }
    ),
    ShowingFormat(
      name: "md",
      showsCharts: true,
      render: { Array(MarkdownRenderer().render($0).utf8) },
      read: { bytes, _ in ShownMarkdown.tables(String(decoding: bytes, as: UTF8.self)) }
    ),
    ShowingFormat(
      name: "csv",
      showsCharts: true,
      render: { CSVReportRenderer().render($0) },
      read: { bytes, _ in try ShownRecords.tables(bytes) }
    ),
    ShowingFormat(
      name: "json",
      showsCharts: false,
      render: { Array(JSONRenderer().render($0).utf8) },
      read: { try ShownJSON.tables($0, $1) }
    ),
    ShowingFormat(
      name: "xlsx",
      showsCharts: false,
      render: { try XLSXRenderer().render($0) },
      read: { try ShownWorkbook.tables($0, $1) }
    ),
    ShowingFormat(
      name: "docx",
      showsCharts: false,
      render: { try WordReport().render($0) },
      read: { bytes, _ in try ShownWord.tables(bytes) }
    ),
  ]
}

extension Table {
  /// What every format has to show in its cells.
  func shown(in language: InterfaceLanguage) -> [[String]] {
    let cellText = CellText(language: language)
    return rows.map { row in ShownRow.trimmed(cells(of: row).map { cellText.text(of: $0) }) }
  }
}

enum ShownRow {
  /// A row without empty cells at its end, which formats leave out where a row only heads others.
  static func trimmed(_ cells: [String]) -> [String] {
    var cells = cells
    while cells.last == "" { cells.removeLast() }
    return cells
  }
}

/// The tables of a page.
enum ShownMarkup {
  static func tables(_ html: String) -> ShownTables {
    var result: ShownTables = [:]
    for table in html.components(separatedBy: "<table>").dropFirst() {
      let table = table.components(separatedBy: "</table>")[0]
      let caption = elements("caption", of: table).first ?? ""
      let body = table.components(separatedBy: "<tbody>").last ?? ""
      result[caption] = body.components(separatedBy: "<tr ").dropFirst().map { row in
        ShownRow.trimmed(elements("th", of: row) + elements("td", of: row))
      }
    }
    return result
  }

  private static func elements(_ name: String, of markup: String) -> [String] {
    markup.components(separatedBy: "<\(name) ").dropFirst().map { piece in
      let inside = piece.components(separatedBy: "</\(name)>")[0]
      let text = inside.drop { $0 != ">" }.dropFirst()
      return plain(
        text.replacingOccurrences(of: "<bdi>", with: "")
          .replacingOccurrences(of: "</bdi>", with: "")
      )
    }
  }

  static func plain(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
  }
}

/// The tables of a text in GitHub's notation, each below its caption in strong letters.
enum ShownMarkdown {
  static func tables(_ text: String) -> ShownTables {
    var result: ShownTables = [:]
    var caption = ""
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = MarkdownCells.of(line)
      if cells.isEmpty {
        isInside = false
        if line.hasPrefix("**") { caption = plain(String(line)) }
      } else if !isInside {
        isInside = true
        result[caption] = []
      } else if !cells.allSatisfy({ $0 == ":---" || $0 == "---:" }) {
        result[caption]?.append(ShownRow.trimmed(cells.map(plain)))
      }
    }
    return result
  }

  /// The text without marks, signs with a backslash as themselves.
  static func plain(_ cell: String) -> String {
    var text = cell.drop { $0 == "\u{2003}" }
    if text.hasPrefix("**"), text.hasSuffix("**"), text.unicodeScalars.count > 4 {
      text = text.dropFirst(2).dropLast(2)
    }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(scalar)
        isEscaped = false
      }
    }
    return ShownMarkup.plain(String(result))
  }
}

/// The tables of a long file of records.
enum ShownRecords {
  static func tables(_ bytes: [UInt8]) throws -> ShownTables {
    var reader = try CSVReader(.bytes(bytes))
    var record = CSVRecord()
    _ = try reader.read(into: &record)
    var result: ShownTables = [:]
    var last = (table: "", row: "")
    func text(_ column: Int) -> String {
      FormulaGuard.removed(from: record[column]) ?? record[column]
    }
    while try reader.read(into: &record) {
      guard record[1] != "verdict" else { continue }
      let caption = text(3)
      if last != (record[2], record[4]) {
        result[caption, default: []].append([text(5)])
        last = (record[2], record[4])
      }
      guard record[9] != "heading", record[9] != "label", let rows = result[caption] else {
        continue
      }
      result[caption]?[rows.count - 1].append(text(14))
    }
    return result.mapValues { $0.map { ShownRow.trimmed($0) } }
  }
}

/// The tables of a report in JSON, whose cells are shown by the common rule.
enum ShownJSON {
  static func tables(_ bytes: [UInt8], _ language: InterfaceLanguage) throws -> ShownTables {
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let cellText = CellText(language: language)
    var result: ShownTables = [:]
    for block in root?["blocks"] as? [[String: Any]] ?? [] where block["type"] as? String == "table"
    {
      let width = (block["columns"] as? [Any])?.count ?? 0
      let rows = block["rows"] as? [[String: Any]] ?? []
      let caption = VisibleText.clean(block["caption"] as? String ?? "")
      result[caption] = rows.map { row in
        var cells = (row["cells"] as? [[String: Any]] ?? []).prefix(width).map(cell)
        while cells.count < width { cells.append(.empty) }
        return ShownRow.trimmed(cells.map { cellText.text(of: $0) })
      }
    }
    return result
  }

  private static func cell(_ cell: [String: Any]) -> Table.Cell {
    let number = cell["value"] as? Double
    let ends = cell["value"] as? [Double] ?? []
    let decimals = cell["decimals"] as? Int ?? 0
    switch cell["type"] as? String {
    case "text": return .text(cell["value"] as? String ?? "")
    case "count": return .count(cell["value"] as? Int ?? -1)
    case "share": return .share(number ?? .nan)
    case "number": return .number(number ?? .nan, decimals: decimals)
    case "share-interval": return .shareInterval(ends[0]...ends[1])
    case "number-interval": return .numberInterval(ends[0]...ends[1], decimals: decimals)
    case "change": return .change(number ?? .nan, isShare: cell["share"] as? Bool ?? false)
    case "change-interval":
      return .changeInterval(ends[0]...ends[1], isShare: cell["share"] as? Bool ?? false)
    case "p-value": return .pValue(number ?? .nan)
    case "verdict":
      let tone = (cell["value"] as? String).flatMap(Report.VerdictBlock.Tone.init)
      return .verdict(word: cell["word"] as? String ?? "", tone: tone ?? .suppressed)
    case "suppressed":
      let symbol = PublicationSymbol.allCases.first { $0.text == cell["symbol"] as? String }
      return symbol.map { .withheld($0) } ?? .text("?")
    default: return .empty
    }
  }
}
