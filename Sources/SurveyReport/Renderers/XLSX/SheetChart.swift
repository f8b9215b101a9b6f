import SurveyModel
import Tabular

/// The native chart over the cells of a drawn table.
struct SheetChart {
  private static let width = 760.0
  /// With it a printed page on its side holds the chart at 45 percent of its size.
  private static let heightLimit = 1260.0
  /// The room between the text above and the chart, in pixels.
  private static let offset = 10.0

  let chart: Chart
  let drawn: DrawnTable
  let cells: SheetTable
  /// The row of the titles in the sheet, from 1; the figures begin below it.
  let head: Int

  /// The chart with its upper left corner in the first cell of `row`; `nil` where nothing is drawn.
  func workbookChart(at row: Int, title: CellReference, description: String) -> WorkbookChart? {
    let count = drawnRows
    guard count > 0, !drawn.drawn.isEmpty else { return nil }
    let place = CellReference(row: row, column: 0)
    var result: WorkbookChart
    switch chart {
    case .bars, .tiles: result = bar(at: place)
    case .levels(let levels): result = stack(at: place, levels.levels)
    case .trend: result = lines(at: place)
    case .importance(let map): result = points(at: place, map)
    }
    result.title = title
    result.offset = Self.offset
    result.description = description
    return result
  }

  private var drawnRows: Int {
    // The last row of a map are its means.
    if case .importance(let map) = chart { map.items.count } else { drawn.table.rows.count }
  }

  private func bar(at place: CellReference) -> WorkbookChart {
    let tones = drawn.table.rows.map(\.tone)
    let fills = tones.map { tone in tone.map { ChartFills.fill(of: $0) } }
    let hasTones = tones.contains { $0 != nil }
    var series = [series(1, .filled(ChartFills.plain, points: hasTones ? fills : []))]
    if let target = drawn.target { series.append(self.series(target, .outlined)) }
    var result = make(.bars, at: place, height: 110 + 30 * Double(drawnRows), series)
    result.hasLegend = drawn.target != nil
    return result
  }

  private func stack(at place: CellReference, _ levels: [LevelChart.Level]) -> WorkbookChart {
    let fills = ChartFills.levels(levels)
    let series = zip(drawn.drawn, fills).map { self.series($0, .filled($1)) }
    return make(.stackedBars, at: place, height: 140 + 34 * Double(drawnRows), series)
  }

  private func lines(at place: CellReference) -> WorkbookChart {
    let markers = WorkbookChart.Marker.allCases
    let colours: [UInt32] = [0x1F4E79, 0x8C1D18, 0x1B5E20, 0x6B4700, 0x404040]
    var series = drawn.drawn.enumerated().map { index, column in
      let look = WorkbookChart.Line(
        colour: colours[index % colours.count],
        isDashed: index >= colours.count,
        marker: markers[index % markers.count]
      )
      return self.series(column, .line(look))
    }
    if let target = drawn.target {
      series.append(self.series(target, .line(WorkbookChart.Line(isDashed: true))))
    }
    return make(.lines, at: place, height: 380, series)
  }

  private func points(at place: CellReference, _ map: ImportanceMap) -> WorkbookChart {
    let line = WorkbookChart.Line(colour: 0x1F4E79, marker: .circle)
    var series = WorkbookChart.Series(
      title: reference(0, column: 1),
      categories: range(2),
      values: range(1),
      look: .line(line)
    )
    series.labels = map.items.map { String($0.number) }
    var result = make(.points, at: place, height: 420, [series])
    result.width = 520
    result.hasLegend = false
    result.categories = axis(
      2,
      map.items.map(\.performance),
      around: map.meanPerformance,
      within: [0...100]
    )
    result.values = axis(
      1,
      map.items.map(\.importance),
      around: map.meanImportance,
      within: [0...1, -1...1]
    )
    return result
  }

  /// An axis with room around its figures, within the first limits that hold all of them; the other
  /// axis crosses it at their mean.
  private func axis(
    _ column: Int,
    _ values: [Double],
    around mean: Double,
    within limits: [ClosedRange<Double>]
  ) -> WorkbookChart.Axis {
    let all = (values + [mean]).filter(\.isFinite)
    let low = all.min() ?? 0
    let high = all.max() ?? 1
    let room = max((high - low) * 0.15, 0.05)
    // Whole steps, so that the numbers of the axis are round.
    let step = high - low > 2 ? 0.5 : 0.1
    let from = ((low - room) / step).rounded(.down) * step
    let through = ((high + room) / step).rounded(.up) * step
    let limit = limits.first { $0.contains(low) && $0.contains(high) }
    return WorkbookChart.Axis(
      title: reference(0, column: column),
      range: limit.map { (from...through).clamped(to: $0) } ?? from...through,
      look: .decimals(1),
      crossing: mean.isFinite ? mean : nil
    )
  }

  private func make(
    _ kind: WorkbookChart.Kind,
    at place: CellReference,
    height: Double,
    _ series: [WorkbookChart.Series]
  ) -> WorkbookChart {
    var result = WorkbookChart(
      kind,
      at: place,
      width: Self.width,
      height: min(height, Self.heightLimit),
      series: series
    )
    result.values =
      switch chart.unit {
      case .share: WorkbookChart.Axis(range: 0...1, look: .percent(decimals: 0))
      case .index: WorkbookChart.Axis(range: 0...100, look: .decimals(0))
      }
    return result
  }

  private func series(_ column: Int, _ look: WorkbookChart.Series.Look) -> WorkbookChart.Series {
    WorkbookChart.Series(
      title: reference(0, column: column),
      categories: range(0),
      values: range(column),
      look: look
    )
  }

  private func range(_ column: Int) -> CellRange {
    CellRange(reference(1, column: column), reference(drawnRows, column: column))
  }

  /// A cell of a column of the table; row 0 is its title.
  private func reference(_ row: Int, column: Int) -> CellReference {
    CellReference(row: head + row, column: cells.places[column])
  }
}

extension WorkbookChart {
  /// How many rows of the usual height, 20 pixels, lie under it and the room around it.
  var rows: Int { Int(height / 20) + 2 }
}

extension Table.Row {
  /// The tone of its verdict.
  fileprivate var tone: Report.VerdictBlock.Tone? {
    for case .verdict(_, let tone) in cells { return tone }
    return nil
  }
}
