/// A table of units that reads like a map: one tile a unit, darker where the figure is higher.
package struct TileMap: Hashable, Sendable {
  /// One unit.
  package struct Tile: Hashable, Sendable {
    /// The name of the unit.
    package let label: String
    /// Its figure 0...1; `nil` when it is kept back or there is nothing.
    package let value: Double?
    /// The number of interviews behind it; `nil` when it is kept back.
    package let count: Int?
    /// Set when the figure carries a verdict.
    package let tone: Report.VerdictBlock.Tone?
    /// What stands in place of the value.
    package let symbol: PublicationSymbol?

    /// Makes a tile; what is kept back has no figures.
    package init(
      label: String,
      value: Double?,
      count: Int?,
      tone: Report.VerdictBlock.Tone? = nil,
      symbol: PublicationSymbol? = nil
    ) {
      let isKeptBack = tone == .suppressed || symbol?.isKeptBack == true
      self.label = label
      self.value = isKeptBack ? nil : value
      self.count = isKeptBack ? nil : count
      self.tone = tone
      self.symbol = symbol
    }
  }

  /// Units that lie together.
  package struct Area: Hashable, Sendable {
    /// The name of the area; `nil` where there is only one.
    package let title: String?
    /// Its units.
    package let tiles: [Tile]

    /// Makes an area.
    package init(title: String?, tiles: [Tile]) {
      self.title = title
      self.tiles = tiles
    }
  }

  /// The sentence above the map.
  package let caption: String
  /// The areas.
  package let areas: [Area]
  /// What the figures should reach 0...1.
  package let target: Double?
  /// What the figures are told in.
  package let unit: ChartUnit

  /// Makes a map.
  package init(caption: String, areas: [Area], target: Double? = nil, unit: ChartUnit = .share) {
    self.caption = caption
    self.areas = areas
    self.target = target
    self.unit = unit
  }
}
