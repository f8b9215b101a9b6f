import SurveyModel

/// Draws charts with simple shapes, the same for every format that shows pictures.
struct ChartDrawing {
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One or more drawings that follow one another, so that a page can be turned between them.
  func drawings(of chart: Chart) -> [Drawing] {
    let drawings =
      switch chart {
      case .bars(let chart):
        BarChartDrawing(chart: chart, language: language, layout: layout).drawings()
      case .levels(let chart):
        LevelChartDrawing(chart: chart, language: language, layout: layout).drawings()
      case .trend(let chart):
        TrendChartDrawing(chart: chart, language: language, layout: layout).drawings()
      case .importance(let map):
        ImportanceMapDrawing(map: map, language: language, layout: layout).drawings()
      case .tiles(let map):
        TileMapDrawing(map: map, language: language, layout: layout).drawings()
      }
    return drawings.map(cleaned)
  }

  /// Nothing in a drawing may steer what shows it.
  private func cleaned(_ drawing: Drawing) -> Drawing {
    var drawing = drawing
    drawing.title = VisibleText.clean(drawing.title)
    drawing.description = VisibleText.clean(drawing.description)
    return drawing
  }
}
