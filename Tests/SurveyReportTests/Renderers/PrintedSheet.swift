@testable import Tabular

/// What the parts of a written workbook say about the printing of one sheet.
struct PrintedSheet {
  /// The widths of its columns in digits and in pixels, as Excel draws them.
  private(set) var widths: [Double] = []
  /// The rows that begin each page, in points.
  private(set) var headHeight = 0.0
  /// Whether anything is fitted to pages.
  private(set) var isFitted = false
  /// How many pages high it is fitted to; 0 for any number.
  private(set) var fitHeight: Int?
  /// Its scale in percent.
  private(set) var scale = 100
  private(set) var isLandscape = false
  /// The rows above a break, counted from 1: the next row begins a page.
  private(set) var breaks: [Int] = []
  /// The rows above its charts, counted from 1.
  private(set) var chartRows: [Int] = []
  /// The heights of its charts in points.
  private(set) var chartHeights: [Double] = []

  /// All sheets with charts.
  static func sheets(_ bytes: [UInt8]) throws -> [PrintedSheet] {
    let archive = try ZipArchive(.bytes(bytes))
    var result: [PrintedSheet] = []
    var number = 1
    while archive.contains("xl/worksheets/sheet\(number).xml") {
      var sheet = try PrintedSheet(sheet: number, archive)
      // The library numbers drawings by their sheets.
      if archive.contains("xl/worksheets/_rels/sheet\(number).xml.rels"), sheet.hasDrawing {
        try sheet.readDrawing(result.count + 1, archive)
        result.append(sheet)
      }
      number += 1
    }
    return result
  }

  private var hasDrawing = false
  private var frozenRows = 0

  private init(sheet number: Int, _ archive: ZipArchive) throws {
    var xml = try XMLScanner(try archive.part("xl/worksheets/sheet\(number).xml", limit: 1 << 26))
    while true {
      let token = try xml.next()
      if token == .end { return }
      guard token == .open else { continue }
      if xml.isNamed("pageSetUpPr") {
        isFitted = try xml.value("fitToPage") == "1"
      } else if xml.isNamed("pane") {
        frozenRows = Int(try xml.value("ySplit") ?? "") ?? 0
      } else if xml.isNamed("col") {
        let columns = try (xml.value("min"), xml.value("max"), xml.value("width"))
        let first = Int(columns.0 ?? "") ?? 0
        let last = Int(columns.1 ?? "") ?? 0
        widths += Array(repeating: Double(columns.2 ?? "") ?? 0, count: last - first + 1)
      } else if xml.isNamed("row"), let row = Int(try xml.value("r") ?? ""), row <= frozenRows {
        headHeight += Double(try xml.value("ht") ?? "15") ?? 15
      } else if xml.isNamed("pageSetup") {
        isLandscape = try xml.value("orientation") == "landscape"
        scale = Int(try xml.value("scale") ?? "100") ?? 0
        fitHeight = isFitted ? Int(try xml.value("fitToHeight") ?? "1") : nil
      } else if xml.isNamed("brk") {
        breaks.append(Int(try xml.value("id") ?? "") ?? -1)
      } else if xml.isNamed("drawing") {
        hasDrawing = true
      }
    }
  }

  /// The places of charts: the rows of their corners, and how far below the edges of the rows.
  private mutating func readDrawing(_ number: Int, _ archive: ZipArchive) throws {
    var xml = try XMLScanner(try archive.part("xl/drawings/drawing\(number).xml", limit: 1 << 24))
    var ends: [Double] = []
    while true {
      let token = try xml.next()
      if token == .end { return }
      guard token == .open else { continue }
      var bytes: [UInt8] = []
      if xml.isNamed("row") {
        try xml.readElementText(into: &bytes)
        ends.append((Double(String(decoding: bytes, as: UTF8.self)) ?? 0) * 15)
      } else if xml.isNamed("rowOff") {
        try xml.readElementText(into: &bytes)
        let offset = (Double(String(decoding: bytes, as: UTF8.self)) ?? 0) / 12_700
        ends[ends.count - 1] += offset
        if ends.count == 2 {
          let row = Int(ends[0] / 15)
          chartRows.append(row)
          chartHeights.append(ends[1] - Double(row) * 15)
          ends = []
        }
      }
    }
  }
}
