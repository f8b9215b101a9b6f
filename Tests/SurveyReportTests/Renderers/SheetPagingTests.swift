import SurveyModel
import Testing

@testable import SurveyReport
@testable import Tabular

/// The figures are made up.
@Suite struct SheetPagingTests {
  /// What a page of A4 holds between the margins of the library, in points.
  private static let page = (short: 595.28 - 100.8, long: 841.89 - 100.8, margins: 108.0)

  private static func bars(_ count: Int, caption: String) -> Chart {
    .bars(
      BarChart(
        caption: caption,
        bars: (0..<count).map { number in
          let value = Double(number * 37 % 100) / 100
          return BarChart.Bar(
            label: "Nhóm \(number)",
            value: value,
            interval: value...min(value + 0.05, 1),
            count: 100 + number
          )
        },
        target: 0.5
      )
    )
  }

  /// A report with charts beside tables of `rows` rows, and one alone.
  private static func report(rows: Int, columns: Int = 4, bars: Int? = nil) -> Report {
    let shares = (0..<columns).map { Table.Column("Tỷ lệ hài lòng của nhóm \($0)", .trailing) }
    let table = Table(
      caption: "Bảng 1. Các nhóm",
      columns: [Table.Column("Nhóm")] + shares,
      rows: (0..<rows).map { row in
        Table.Row(
          [.text("Nhóm thứ \(row) với tên gọi dài đến mức phải xuống dòng trong ô")]
            + (0..<columns).map { .share(Double((row + $0) % 100) / 100) }
        )
      }
    )
    return Report(
      language: .vietnamese,
      title: "Báo cáo giả lập",
      subtitle: [],
      blocks: [
        .table(table), .chart(self.bars(bars ?? rows, caption: table.caption)),
        .note("Số liệu là giả lập."), .chart(SampleCharts.all(.vietnamese)[0]),
        .chart(self.bars(bars ?? rows, caption: "Biểu đồ 1. Các nhóm")),
      ]
    )
  }

  @Test(arguments: [2, 12, 40, 60, 300])
  func `no page break cuts a chart`(rows: Int) throws {
    let bytes = try XLSXRenderer().render(Self.report(rows: rows))
    let sheets = try PrintedSheet.sheets(bytes)
    #expect(sheets.count == 3)
    for sheet in sheets {
      #expect(sheet.chartRows.count == 1)
      if sheet.isFitted {
        #expect(sheet.fitHeight == 1)
        #expect(sheet.breaks == [])
      } else {
        #expect(sheet.breaks.first == sheet.chartRows.first)
        let height = sheet.isLandscape ? Self.page.short : Self.page.long
        let room = (height + 100.8 - Self.page.margins) * 100 / Double(sheet.scale)
        #expect(sheet.headHeight + (sheet.chartHeights.max() ?? .infinity) < room)
      }
    }
    #expect(sheets.map(\.isFitted) == (rows > 12 ? [false, true, false] : [true, true, true]))
    #expect(try XLSXRenderer().render(Self.report(rows: rows)) == bytes)
  }

  /// DejaVu Sans, which stands in for Calibri where that is missing, has digits of 7 points.
  @Test(arguments: [1, 4, 8, 12])
  func `all columns fit, and can be read`(columns: Int) throws {
    let sheets = try PrintedSheet.sheets(
      try XLSXRenderer().render(Self.report(rows: 90, columns: columns))
    )
    for sheet in sheets where !sheet.isFitted {
      let width = sheet.isLandscape ? Self.page.long : Self.page.short
      let used = sheet.widths.reduce(0, +) * 7 * Double(sheet.scale) / 100
      #expect(used <= width)
      #expect((44...100).contains(sheet.scale))
    }
  }

  @Test(arguments: [(5, false), (60, true), (300, true)])
  func `figures that do not fit below their chart begin a page`(bars: Int, begin: Bool) {
    let report = Self.report(rows: 90, bars: bars)
    let sheet = XLSXRenderer().document(of: report).sheets[1]
    let chart = sheet.charts[0]
    let titles = chart.series[0].values.first.row - 1
    #expect(titles == chart.place.row + chart.rows)
    #expect(sheet.rows[titles - 1][0].content == .text("Nhóm"))
    let under = sheet.rows[chart.place.row - 1..<titles - 1]
    #expect(under.joined().isEmpty)
    #expect(sheet.pageBreaks == [chart.place.row] + (begin ? [titles] : []))
  }

  @Test func `a table that no scale brings onto a page is fitted to its width`() {
    var sheet = WorkbookSheet(name: "1")
    sheet.columns = Array(repeating: .init(width: 50), count: 40)
    sheet.rows = Array(repeating: [.text("x")], count: 200)
    sheet.charts = [
      WorkbookChart(.bars, at: .init(row: 201, column: 0), width: 760, height: 300, series: [])
    ]
    var printed = SheetPaging(sheet).paged
    #expect(printed.isLandscape && printed.printScale == nil && printed.pageBreaks == [])
    sheet.columns = []
    printed = SheetPaging(sheet).paged
    #expect(printed.pageBreaks == [201])
    // Rows that begin each page are no page by themselves.
    sheet.charts[0].place = CellReference(row: 4, column: 0)
    sheet.frozenRows = 3
    printed = SheetPaging(sheet).paged
    #expect(printed.printScale != nil && printed.pageBreaks == [])
  }
}
