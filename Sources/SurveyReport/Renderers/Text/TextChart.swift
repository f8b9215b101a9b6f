import SurveyModel

/// Draws any chart with characters, without its caption.
struct TextChart {
  let language: InterfaceLanguage
  let width: Int
  let style: TerminalStyle

  func lines(of chart: Chart) -> [String] {
    let legend = TextLegend(width: width, style: style)
    let lines =
      switch chart {
      case .bars(let chart):
        TextBarChart(chart, language: language, width: width, style: style).lines()
      case .levels(let chart):
        TextLevelChart(chart, language: language, width: width, style: style).lines()
      case .trend(let chart):
        TextTrendChart(chart, language: language, width: width, style: style).lines()
      case .importance(let map):
        TextImportanceMap(map, language: language, width: width, style: style).lines()
      case .tiles(let map):
        TextTileMap(map, language: language, width: width, style: style).lines()
      }
    return lines + legend.symbols(of: chart, language: language)
  }
}
