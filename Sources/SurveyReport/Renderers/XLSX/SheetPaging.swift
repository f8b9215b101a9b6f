import Tabular

/// How a sheet is printed: no page break cuts a chart, and no column goes to a page of its own.
///
/// A sheet of about a page is fitted to one. On a longer one each chart begins a page, and is lower
/// than that page. Excel takes such breaks only where pages have a fixed scale and nothing is fitted,
/// so the scale follows from the widths of the columns and the heights of the charts. The heights of
/// other rows, which every program finds for itself, do not matter for that.
struct SheetPaging {
  /// What a page of A4 holds between its margins, in points.
  private struct Page {
    let width: Double
    let height: Double
    let isLandscape: Bool
  }

  /// The margins are 0.7 inches at the sides, 0.75 above and below.
  private static let pages = [
    Page(width: 494, height: 733, isLandscape: false),
    Page(width: 741, height: 487, isLandscape: true),
  ]
  /// The width of a digit in points: 5.6 in Calibri, 7 in fonts that stand in for it.
  private static let digit = 7.1
  /// The pixels of a digit and around the text of a cell, as widths of columns count them.
  private static let pixels = (digit: 7.0, cell: 5.0)
  /// The height of a row in points.
  private static let usualHeight = 15.0
  /// What printers may make of a height.
  private static let tolerance = 1.02
  /// One and a half times what a page holds: what is higher would be too small to read on one.
  private static let mostOnOnePage = 1_100.0
  /// Spreadsheets know no smaller scale, in percent.
  private static let smallestScale = 10

  private let sheet: WorkbookSheet

  /// Makes it for a sheet with its columns, rows and charts.
  init(_ sheet: WorkbookSheet) { self.sheet = sheet }

  /// The sheet with what it says about pages.
  var paged: WorkbookSheet {
    var paged = sheet
    paged.isLandscape = true
    guard !sheet.charts.isEmpty else { return paged }
    if height(of: 1..<(sheet.rows.count + 1)) <= Self.mostOnOnePage {
      paged.isLandscape = false
      paged.fitsOnePage = true
      return paged
    }
    let best = Self.pages.map { ($0, scale(on: $0)) }.max { $0.1 < $1.1 }
    guard let (page, scale) = best, scale >= Self.smallestScale else { return paged }
    paged.isLandscape = page.isLandscape
    paged.printScale = scale
    // Right below the rows that begin each page a break would leave a page without anything else.
    paged.pageBreaks = sheet.charts.flatMap { chart in
      [chart.place.row] + breaks(below: chart, room: page.height * 100 / Double(scale))
    }.filter { $0 > sheet.frozenRows + 1 }
    return paged
  }

  /// The row of the titles of the figures below a chart, where its page has no room for them.
  private func breaks(below chart: WorkbookChart, room: Double) -> [Int] {
    guard let figures = chart.series.first?.values, figures.first.row > chart.place.row + 1
    else { return [] }
    let height = heightOfPage(from: chart.place.row, through: figures.last.row)
    return height > room ? [figures.first.row - 1] : []
  }

  private func heightOfPage(from first: Int, through last: Int) -> Double {
    (height(of: head) + height(of: first..<(last + 1))) * Self.tolerance
  }

  /// The largest scale in percent at which a page holds all columns and any chart.
  private func scale(on page: Page) -> Int {
    let fraction = min(1, page.width / width, page.height / heightOfChartPage)
    return Int((fraction * 100).rounded(.down))
  }

  /// The width of what is printed in points, with the widest font.
  private var width: Double {
    let columns = sheet.columns.map { $0.width + Self.pixels.cell / Self.pixels.digit }
    let charts = sheet.charts.map { $0.width / Self.pixels.digit }
    return max(columns.reduce(0, +), charts.max() ?? 0) * Self.digit
  }

  /// The height of the rows under the highest chart in points, below the rows that begin each page.
  private var heightOfChartPage: Double {
    let highest = Double(sheet.charts.map(\.rows).max() ?? 0) * Self.usualHeight
    return (height(of: head) + highest) * Self.tolerance
  }

  /// The rows that begin each page.
  private var head: Range<Int> { 1..<(sheet.frozenRows + 1) }

  /// The height of rows that count from 1, in points.
  private func height(of rows: Range<Int>) -> Double {
    rows.reduce(0) { sum, row in
      let known = sheet.rowHeights.indices.contains(row - 1) ? sheet.rowHeights[row - 1] : nil
      return sum + (known ?? Self.usualHeight)
    }
  }
}
