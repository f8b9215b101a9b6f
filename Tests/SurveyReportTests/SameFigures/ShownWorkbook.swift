import Foundation
import SurveyModel

@testable import SurveyReport
@testable import Tabular

/// What Excel shows in the sheets of a workbook, by the stored numbers and formats alone.
enum ShownWorkbook {
  /// One sheet: its rows from the top, blank ones too.
  struct Sheet {
    var name = ""
    var rows: [[String]] = []
    var hasFormula = false
  }

  static func tables(_ bytes: [UInt8], _ language: InterfaceLanguage) throws -> ShownTables {
    var result: ShownTables = [:]
    for sheet in try sheets(bytes, language).dropFirst() {
      let caption = sheet.rows.first?.first ?? ""
      // Caption, the way back, titles; the table ends with a blank row.
      let titles = sheet.rows.count > 2 ? sheet.rows[2] : []
      let body = sheet.rows.dropFirst(3).prefix { !$0.allSatisfy(\.isEmpty) }
      result[caption] = body.map { joined($0, titles) }
    }
    return result
  }

  /// The ends of intervals as one text again.
  private static func joined(_ row: [String], _ titles: [String]) -> [String] {
    var result: [String] = []
    for (column, title) in titles.enumerated() {
      let text = row.indices.contains(column) ? row[column] : ""
      if title.hasSuffix(": cận trên") || title.hasSuffix(": upper bound"), let lower = result.last
      {
        let isOneText = text.isEmpty || (lower == text && !text.contains { $0.isNumber })
        result[result.count - 1] = isOneText ? lower : "\(lower) – \(text)"
      } else {
        result.append(text)
      }
    }
    return ShownRow.trimmed(result)
  }

  static func sheets(_ bytes: [UInt8], _ language: InterfaceLanguage) throws -> [Sheet] {
    let workbook = try Workbook(.bytes(bytes))
    let codes = try formats(bytes)
    let texts = try workbook.sharedTexts()
    return try workbook.sheets.map { place in
      var sheet = Sheet(name: place.name)
      var parser = try SheetParser(try workbook.part(of: place), sheet: place.name)
      var row = SheetRow()
      while try parser.read(into: &row) {
        while sheet.rows.count < row.number { sheet.rows.append([]) }
        for cell in row.cells {
          while sheet.rows[row.number - 1].count <= cell.column {
            sheet.rows[row.number - 1].append("")
          }
          let content = String(decoding: row.bytes[cell.content], as: UTF8.self)
          if cell.hasFormula { sheet.hasFormula = true }
          let text: String
          switch cell.kind {
          case .sharedText:
            text = texts[Int(content) ?? -1].map { String(decoding: $0, as: UTF8.self) } ?? ""
          case .number where !content.isEmpty:
            text = shown(content, codes[cell.style], language)
          default: text = content
          }
          sheet.rows[row.number - 1][cell.column] = text
        }
      }
      return sheet
    }
  }

  /// The format code of each style.
  private static func formats(_ bytes: [UInt8]) throws -> [String] {
    let archive = try ZipArchive(.bytes(bytes))
    var xml = try XMLScanner(try archive.part("xl/styles.xml", limit: 1 << 24))
    var codes = ["0": "General", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"]
    var styles: [String] = []
    var isInside = false
    while true {
      let token = try xml.next()
      if token == .end { return styles }
      if xml.isNamed("cellXfs") { isInside = token == .open }
      guard token == .open else { continue }
      if xml.isNamed("numFmt"), let id = try xml.value("numFmtId") {
        codes[id] = try xml.value("formatCode") ?? ""
      } else if isInside, xml.isNamed("xf") {
        styles.append(codes[try xml.value("numFmtId") ?? "0"] ?? "?")
      }
    }
  }

  /// The number with the format: 15 digits, rounded half away from zero.
  private static func shown(
    _ content: String,
    _ format: String,
    _ language: InterfaceLanguage
  )
    -> String
  {
    guard let value = Double(content), format != "General" else { return "?\(format)?\(content)" }
    // Sections for what is above, below and 0; what is below has its minus in the section.
    let sections = format.split(separator: ";").map { String($0) }
    let section = sections.count < 3 || value > 0 ? 0 : value < 0 ? 1 : 2
    let sign = sections[section].first.map { "+-".contains($0) ? String($0) : "" } ?? ""
    let code = String(sections[section].drop { "+-".contains($0) })
    guard var decimal = Decimal(string: String(format: "%.14e", value))
    else { return "?\(code)?\(content)" }
    // LibreOffice takes the binary number; both have to show the same.
    let count =
      (code.hasSuffix("%") ? 2 : 0)
      + (code.split(separator: ".").dropFirst().first?
        .count { $0 == "0" } ?? 0)
    var other = Decimal(string: String(format: "%.\(count)f", value)) ?? 0
    var mine = Decimal()
    NSDecimalRound(&mine, &decimal, count, .plain)
    other -= mine
    guard other == 0 else { return "?\(code)?\(content)" }
    let isPercent = code.hasSuffix("%")
    if isPercent { decimal *= 100 }
    let places = code.split(separator: ".").dropFirst().first?.filter { $0 == "0" }.count ?? 0
    var rounded = Decimal()
    NSDecimalRound(&rounded, &decimal, places, .plain)
    let plain = NSDecimalNumber(decimal: rounded.magnitude).stringValue
    let parts = plain.split(separator: ".").map(String.init)
    var whole = parts[0]
    let fraction = (parts.count > 1 ? parts[1] : "").padding(
      toLength: places,
      withPad: "0",
      startingAt: 0
    )
    if code.hasPrefix("#,##0") {
      var grouped = ""
      for (offset, digit) in whole.enumerated() {
        if offset > 0, (whole.count - offset).isMultiple(of: 3) {
          grouped += language.choose(".", ",")
        }
        grouped.append(digit)
      }
      whole = grouped
    }
    // Excel keeps the minus of what is rounded to nothing.
    return (sections.count < 3 && value < 0 ? "-" : sign) + whole
      + (places > 0 ? language.choose(",", ".") + fraction : "") + (isPercent ? "%" : "")
  }
}
