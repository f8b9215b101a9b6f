/// A picture of figures, independent of the format it is drawn in.
package enum Chart: Hashable, Sendable {
  /// Figures with their intervals against a target.
  case bars(BarChart)
  /// All levels of the answers to some questions.
  case levels(LevelChart)
  /// A figure over time.
  case trend(TrendChart)
  /// What matters against what is good.
  case importance(ImportanceMap)
  /// Units side by side.
  case tiles(TileMap)

  /// What its figures are told in.
  package var unit: ChartUnit {
    switch self {
    case .bars(let chart): chart.unit
    case .trend(let chart): chart.unit
    case .tiles(let map): map.unit
    case .levels, .importance: .share
    }
  }

  /// The sentence above the chart.
  package var caption: String {
    switch self {
    case .bars(let chart): chart.caption
    case .levels(let chart): chart.caption
    case .trend(let chart): chart.caption
    case .importance(let map): map.caption
    case .tiles(let map): map.caption
    }
  }
}
