/// Stacked bars of the answers to questions on one scale, every level a piece.
package struct LevelChart: Hashable, Sendable {
  /// One level of the scale.
  package struct Level: Hashable, Sendable {
    /// How it is shown.
    package let label: String
    /// Whether it counts as positive.
    package let isPositive: Bool

    /// Makes a level.
    package init(label: String, isPositive: Bool) {
      self.label = label
      self.isPositive = isPositive
    }
  }

  /// One question.
  package struct Row: Hashable, Sendable {
    /// The question.
    package let label: String
    /// The share 0...1 of each level, in the order of the levels; empty when they are kept back.
    package let shares: [Double]
    /// The number of answers; `nil` when it is kept back.
    package let count: Int?
    /// What stands in place of the shares.
    package let symbol: PublicationSymbol?

    /// Makes a row; what is kept back has no figures.
    package init(label: String, shares: [Double], count: Int?, symbol: PublicationSymbol? = nil) {
      let isKeptBack = symbol?.isKeptBack == true
      self.label = label
      self.shares = isKeptBack ? [] : shares
      self.count = isKeptBack ? nil : count
      self.symbol = symbol
    }
  }

  /// The sentence above the chart.
  package let caption: String
  /// The levels from worst to best, or as the scale is printed where it has no direction.
  package let levels: [Level]
  /// The questions from top to bottom.
  package let rows: [Row]

  /// Makes a chart.
  package init(caption: String, levels: [Level], rows: [Row]) {
    self.caption = caption
    self.levels = levels
    self.rows = rows
  }
}
