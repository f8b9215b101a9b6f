extension DomainSums {
  /// Takes over what was added up by unit and group.
  init(_ cells: InfluenceCells, groups: Int, centre: Double) {
    self.init(cells.sums, cells.squares, units: cells.units, groups: groups, centre: centre)
  }
}
