import Foundation
import Testing

@testable import Tabular

@Suite struct WorkbookChartTests {
  private static func range(_ text: String) -> CellRange {
    CellRange(text) ?? CellRange(.init(row: 1, column: 0), .init(row: 1, column: 0))
  }

  private static func cell(_ row: Int, _ column: Int) -> CellReference {
    CellReference(row: row, column: column)
  }

  /// A sheet with a chart of every kind; its name has an apostrophe that formulas have to double.
  private static let document: WorkbookDocument = {
    var sheet = WorkbookSheet(name: "số 'liệu' 1")
    sheet.rows = [
      [.text("=1+1"), .text("=A1"), .text("mục tiêu")],
      [.text("một"), .init(.number(0.25)), .init(.number(0.8))],
      [.text("hai"), .blank, .init(.number(0.8))],
      [.text("ba"), .init(.number(0.75)), .init(.number(0.8))],
      [.text("ghi chú")],
    ]
    let fill = WorkbookChart.Fill(.rising, colour: 0)
    let looks: [WorkbookChart.Series.Look] = [
      .filled(fill, points: [nil, WorkbookChart.Fill(colour: 0xFF0000), nil]),
      .filled(fill), .line(.init(marker: .square)), .line(.init(marker: .circle)),
    ]
    let kinds: [WorkbookChart.Kind] = [.bars, .stackedBars, .lines, .points]
    for (index, kind) in kinds.enumerated() {
      var first = WorkbookChart.Series(
        title: cell(1, 1),
        categories: range("A2:A4"),
        values: range("B2:B4"),
        look: looks[index]
      )
      if kind == .points { first.labels = ["1", "=2", "3"] }
      let second = WorkbookChart.Series(
        title: cell(1, 2),
        categories: range("A2:A4"),
        values: range("C2:C4"),
        look: kind == .bars ? .outlined : looks[index]
      )
      var chart = WorkbookChart(
        kind,
        at: cell(6 + 20 * index, 0),
        width: 480,
        height: 300,
        series: [first, second]
      )
      chart.title = cell(1, 0)
      chart.description = "mô tả <&> \"\(index)\""
      chart.values = .init(title: cell(1, 1), range: 0...1, look: .percent(decimals: 0))
      sheet.charts.append(chart)
    }
    sheet.merges = [range("A5:C5")]
    var other = WorkbookSheet(name: "mục lục")
    var link = WorkbookCell.text("tới bảng")
    link.link = sheet.name
    other.rows = [[link]]
    return WorkbookDocument(title: "t", sheets: [other, sheet])
  }()

  private func part(_ name: String) throws -> String {
    let part = try ZipArchive(.bytes(try Self.document.bytes())).part(name, limit: 1 << 20)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var text: [UInt8] = []
    while true {
      let count = try part.read(into: &buffer, at: 0)
      if count == 0 { return String(decoding: text, as: UTF8.self) }
      text += buffer[..<count]
    }
  }

  @Test func `bytes in memory are those of the file`() throws {
    let folder = try WorkDirectory()
    try Self.document.write(to: folder.path("a.xlsx"))
    let file = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.xlsx")))
    let bytes = try Self.document.bytes()
    #expect(Data(bytes) == file)
    #expect(try Self.document.bytes() == bytes)
  }

  @Test func `charts refer to cells and hold no formula of their own`() throws {
    for number in 1...4 {
      let xml = try part("xl/charts/chart\(number).xml")
      #expect(xml.contains("<c:f>'số ''liệu'' 1'!$B$2:$B$4</c:f>"))
      #expect(xml.contains("<c:f>'số ''liệu'' 1'!$A$1</c:f>"))
      #expect(!xml.contains("<c:f>1+1</c:f>"))
      #expect(!xml.contains("<c:f>=1+1</c:f>"))
      #expect(!xml.contains("<c:f>2</c:f>"))
      #expect(!xml.contains("<c:dispBlanksAs"))
    }
    #expect(try part("xl/charts/chart1.xml").contains("<a:pattFill"))
    let drawing = try part("xl/drawings/drawing1.xml")
    #expect(drawing.contains("descr=\"mô tả &lt;&amp;&gt; &quot;3&quot;\""))
  }

  @Test func `links lead to sheets of the workbook only`() throws {
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("location=\"'số ''liệu'' 1'!A1\""))
    var lost = Self.document
    lost.sheets[0].rows[0][0].link = "không có"
    #expect(throws: TabularError.self) { try lost.bytes() }
  }

  @Test func `cells are shown as one and keep their text`() throws {
    let read = readSheet(.bytes(try Self.document.bytes()), sheet: "số 'liệu' 1")
    #expect(read.error == nil)
    #expect(read.rows.first == ["=1+1", "=A1", "mục tiêu"])
    #expect(read.rows.last?.first == "ghi chú")
    #expect(try part("xl/worksheets/sheet2.xml").contains("<mergeCell ref=\"A5:C5\"/>"))
  }
}
