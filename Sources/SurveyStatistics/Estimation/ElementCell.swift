/// The influence of the rows of one stratum, in a sample in which each row is a unit.
struct ElementCell: Hashable, Sendable {
  let stratum: Int32
  /// The analysed rows.
  var rows: Int
  /// Σ z.
  var total: Double
  /// Σ z².
  var square: Double
}

extension VarianceSum {
  /// The variance for cells of an element sample, in ascending order of stratum.
  ///
  /// The formula is that of units, with Σ_j (z_j - z̄)² = Σ z² - (Σ z)²/n.
  mutating func run(_ cells: [ElementCell]) throws(SampleDesignError) -> DesignVariance {
    guard let stage = design.stages.first else {
      return DesignVariance(variance: .nan, units: 0, strata: 0, isCensus: false)
    }
    let strata = cells.map { stage.strata[Int($0.stratum)] }
    let sampled = strata.reduce(0) { $0 + $1.sampled }
    let common =
      sampled == 0 ? 0 : CompensatedSum.of(cells.lazy.map(\.total)) / Double(sampled)
    var within = CompensatedSum()
    var (defined, scale, isCensus) = (0, 0.0, design.hasFinitePopulation)
    for (cell, stratum) in zip(cells, strata) {
      if stratum.isComplete {
        defined += 1
        continue
      }
      isCensus = false
      guard let rule = try design.rule(for: stratum, present: cell.rows, 0) else { continue }
      defined += 1
      guard rule.factor > 0 else { continue }
      let size = Double(stratum.sampled)
      let squares =
        switch rule.centre {
        case .mean: cell.square - cell.total * cell.total / size
        case .common: cell.square - 2 * common * cell.total + size * common * common
        }
      // What is left of sums of nearly equal numbers is rounding.
      if squares > 1e-13 * cell.square { within.add(rule.factor * squares) }
      scale += rule.factor * cell.square
    }
    let rows = cells.reduce(0) { $0 + $1.rows }
    let variance =
      defined > 0 ? within.value * Double(cells.count) / Double(defined) : cells.isEmpty ? 0 : .nan
    return DesignVariance(
      variance: variance > 1e-28 * scale ? variance : variance.isNaN ? .nan : 0,
      units: rows,
      strata: cells.count,
      isCensus: isCensus && rows > 0
    )
  }
}
