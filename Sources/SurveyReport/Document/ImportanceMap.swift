/// How important the items of an index are against how well they do (Martilla and James 1977).
package struct ImportanceMap: Hashable, Sendable {
  /// Where an item stands among the others.
  package enum Quadrant: String, CaseIterable, Hashable, Sendable {
    /// Important and not good.
    case concentrateHere
    /// Important and good.
    case keepUp
    /// Neither important nor good.
    case lowPriority
    /// Good and not important.
    case possibleOverkill
  }

  /// One item.
  package struct Item: Hashable, Sendable {
    /// The number beside its mark, which the table of items explains.
    package let number: Int
    /// The question.
    package let label: String
    /// Its importance, a correlation or a coefficient.
    package let importance: Double
    /// Its mean answer.
    package let performance: Double
    /// Where it stands.
    package let quadrant: Quadrant
    /// Whether it stands there beyond chance.
    package let isClear: Bool

    /// Makes an item.
    package init(
      number: Int,
      label: String,
      importance: Double,
      performance: Double,
      quadrant: Quadrant,
      isClear: Bool
    ) {
      self.number = number
      self.label = label
      self.importance = importance
      self.performance = performance
      self.quadrant = quadrant
      self.isClear = isClear
    }
  }

  /// How many decimals importance and performance are told with.
  package static let decimals = 2

  /// The sentence above the map.
  package let caption: String
  /// What the horizontal axis shows.
  package let performanceTitle: String
  /// What the vertical axis shows.
  package let importanceTitle: String
  /// Where the quadrants meet on the horizontal axis.
  package let meanPerformance: Double
  /// Where the quadrants meet on the vertical axis.
  package let meanImportance: Double
  /// The items.
  package let items: [Item]

  /// Makes a map.
  package init(
    caption: String,
    performanceTitle: String,
    importanceTitle: String,
    meanPerformance: Double,
    meanImportance: Double,
    items: [Item]
  ) {
    self.caption = caption
    self.performanceTitle = performanceTitle
    self.importanceTitle = importanceTitle
    self.meanPerformance = meanPerformance
    self.meanImportance = meanImportance
    self.items = items
  }
}
