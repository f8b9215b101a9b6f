import SurveyModel

/// Draws charts with simple shapes, the same for every format that shows pictures.
struct ChartDrawing {
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One or more drawings that follow one another, so that a page can be turned between them.
  func drawings(of chart: Chart) -> [Drawing] {
    switch chart {
    case .bars(let chart):
      BarChartDrawing(chart: chart, language: language, layout: layout).drawings()
    case .levels, .trend, .importance, .tiles: []
    }
  }
}
