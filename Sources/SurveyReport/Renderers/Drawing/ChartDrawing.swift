import SurveyModel

/// Draws charts with simple shapes.
struct ChartDrawing {
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// One or more drawings that follow one another, so that a page can be turned between them.
  func drawings(of chart: Chart) -> [Drawing] { [] }
}
