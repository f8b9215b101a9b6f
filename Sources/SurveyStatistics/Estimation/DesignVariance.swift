/// The variance of a sum of influence values, and what it was estimated from.
struct DesignVariance {
  /// NaN when ``LonelyPSU/average`` found no stratum to average over.
  let variance: Double
  /// Primary units and first-stage strata with analysed rows.
  let units: Int
  let strata: Int
  /// Whether every stratum that took part was sampled completely, at every stage.
  let isCensus: Bool

  var degreesOfFreedom: Int { units - strata }
}

/// Adds up a variance from the last stage to the first.
///
/// With t_hj the sum of influence values in unit j of stratum h, n_h units sampled out of
/// N_h, at the first stage
///
///     V₁ = Σ_h (1 - n_h/N_h) n_h/(n_h - 1) Σ_j (t_hj - t̄_h)²
///
/// and each later stage adds its own V within the units of the stage above, times the
/// product of n/N over the stages above (Särndal, Swensson and Wretman 1992, ch. 4; R
/// survey's `svyrecvar`). Units without analysed rows count with t = 0. Strata whose
/// unsampled share is below 10⁻⁷ contribute nothing.
struct VarianceSum {
  let design: SampleDesign
  private var variance = CompensatedSum()
  /// The same sum without centring: the scale against which rounding is judged.
  private var scale = 0.0
  private var isCensus: Bool
  private var isUndefined = false

  init(design: SampleDesign) {
    self.design = design
    isCensus = design.hasFinitePopulation
  }

  /// The variance for totals of units of the last stage, in ascending order of unit.
  ///
  /// Adjusted weights are not accounted for: totals are those of residuals already.
  static func of(
    units: [Int32],
    totals: [Double],
    in design: SampleDesign
  ) throws(SampleDesignError) -> DesignVariance {
    var sum = VarianceSum(design: design)
    return try sum.run(units, totals)
  }

  /// The variance of influence values, less what adjusted weights explain of them.
  ///
  /// Units and strata are counted over the units of `influence`, that is over analysed rows,
  /// although every unit of an adjusted design may have a residual. It is a census when these
  /// units, and all that have a residual, are in strata that were sampled completely.
  static func of(
    _ influence: UnitInfluence,
    in design: SampleDesign
  ) throws(SampleDesignError) -> DesignVariance {
    var sum = VarianceSum(design: design)
    if let elements = influence.elements { return try sum.run(elements) }
    guard let calibration = design.calibration else {
      return try sum.run(influence.units, influence.totals)
    }
    let keepAll = design.lonelyPSU == .average || design.lonelyPSU == .adjust
    let residual = influence.residual(calibration, keepingZeros: keepAll)
    sum.scale = residual.scale
    let variance = try sum.run(residual.units, residual.totals)
    let counts = design.primaryCounts(of: influence.units)
    let isCensus =
      counts.units > 0 && design.tookAll(influence.units)
      && design.tookAll(zip(residual.units, residual.totals).lazy.filter { $1 != 0 }.map(\.0))
    return DesignVariance(
      variance: variance.variance,
      units: counts.units,
      strata: counts.strata,
      isCensus: isCensus
    )
  }

  private mutating func run(
    _ lastUnits: [Int32],
    _ lastTotals: [Double]
  ) throws(SampleDesignError) -> DesignVariance {
    var (units, totals) = (lastUnits, lastTotals)
    var strata = 0
    for depth in design.stages.indices.reversed() {
      strata = try addStage(depth, units, totals)
      if depth > 0 { Self.climb(design.stages[depth], &units, &totals) }
    }
    // Totals that are equal but for rounding have no variance.
    let total = variance.value
    return DesignVariance(
      variance: isUndefined ? .nan : total > 1e-28 * scale ? total : 0,
      units: units.count,
      strata: strata,
      isCensus: isCensus && !units.isEmpty
    )
  }

  /// Replaces units by the units of the stage above.
  private static func climb(_ stage: SampleStage, _ units: inout [Int32], _ totals: inout [Double])
  {
    var parents: [Int32] = []
    var sums: [Double] = []
    for (unit, total) in zip(units, totals) {
      let parent = stage.parentOfUnit[Int(unit)]
      if parents.last == parent {
        sums[sums.count - 1] += total
      } else {
        parents.append(parent)
        sums.append(total)
      }
    }
    (units, totals) = (parents, sums)
  }

  /// Adds one stage and returns the number of its strata that take part.
  private mutating func addStage(
    _ depth: Int,
    _ units: [Int32],
    _ totals: [Double]
  ) throws(SampleDesignError) -> Int {
    let stage = design.stages[depth]
    var strata = 0
    var start = 0
    while start < units.count {
      let parent = stage.parentOfUnit[Int(units[start])]
      var end = start + 1
      while end < units.count, stage.parentOfUnit[Int(units[end])] == parent { end += 1 }
      strata += try addParent(depth, units[start..<end], totals[start..<end])
      start = end
    }
    return strata
  }

  /// Adds the strata within one unit of the stage above (or all strata of the first stage).
  private mutating func addParent(
    _ depth: Int,
    _ units: ArraySlice<Int32>,
    _ totals: ArraySlice<Double>
  ) throws(SampleDesignError) -> Int {
    let stage = design.stages[depth]
    let bounds = stage.strata(of: units)
    let centre = design.lonelyPSU == .adjust ? Self.centre(bounds, totals, stage) : 0
    var within = CompensatedSum()
    var defined = 0
    var inclusion = 1.0
    for (index, range) in bounds {
      let stratum = stage.strata[index]
      inclusion = stratum.inclusion
      if stratum.isComplete {
        defined += 1
        continue
      }
      isCensus = false
      if let part = try contribution(of: stratum, totals[range], centre: centre, depth) {
        within.add(part)
        defined += 1
      }
    }
    if defined > 0 {
      variance.add(within.value * inclusion * Double(bounds.count) / Double(defined))
    } else {
      isUndefined = true
    }
    return bounds.count
  }

  /// What one stratum adds, or nil when that is to be taken from the other strata.
  private mutating func contribution(
    of stratum: SampleStratum,
    _ totals: ArraySlice<Double>,
    centre: Double,
    _ depth: Int
  ) throws(SampleDesignError) -> Double? {
    guard let rule = try design.rule(for: stratum, present: totals.count, depth) else {
      return nil
    }
    guard rule.factor > 0 else { return 0 }
    let mean =
      switch rule.centre {
      case .common: centre
      case .mean: CompensatedSum.of(totals) / Double(stratum.sampled)
      }
    var squares = CompensatedSum()
    var uncentred = 0.0
    for total in totals {
      squares.add((total - mean) * (total - mean))
      uncentred += total * total
    }
    squares.add(Double(stratum.sampled - totals.count) * mean * mean)
    scale += rule.factor * uncentred * stratum.inclusion
    return rule.factor * squares.value
  }

  /// The mean of all unit totals, those without analysed rows included as zeros.
  private static func centre(
    _ bounds: [(stratum: Int, range: Range<Int>)],
    _ totals: ArraySlice<Double>,
    _ stage: SampleStage
  ) -> Double {
    let units = bounds.reduce(0) { $0 + stage.strata[$1.stratum].sampled }
    return units == 0 ? 0 : CompensatedSum.of(totals) / Double(units)
  }
}
