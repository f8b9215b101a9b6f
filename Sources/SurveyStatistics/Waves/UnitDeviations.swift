/// A variance taken apart into one deviation per sampled unit.
///
/// With t_hj the sum of influence values in unit j of stratum h, the variance of ``VarianceSum``
/// is a sum of squares over the units of each stage,
///
///     V = Σ_hj d_hj²        d_hj = √(π_h (1 - n_h/N_h) n_h/(n_h - 1)) (t_hj - t̄_h)
///
/// π_h being the product of n/N over the stages above. Units without analysed rows have
/// t = 0 and a deviation all the same. Products of the deviations of two samples at the units
/// that they have in common are the covariance of their estimates.
struct UnitDeviations {
  /// The deviation of each unit, stage by stage; not squared, so that they can be added.
  private(set) var stages: [[Double]]
  /// Whether each primary unit has analysed rows.
  private(set) var isAnalysed: [Bool] = []
  /// Whether every stratum that took part was sampled completely, at every stage.
  private(set) var isCensus: Bool
  /// Whether a rule for lonely units left nothing to average over.
  private(set) var isUndefined = false
  /// The sum of squares without centring, against which rounding is judged.
  private(set) var scale: Double

  private let design: SampleDesign

  /// Takes the variance of a sum of influence values apart.
  ///
  /// - Parameters:
  ///   - influence: z of each row, weight included; NaN counts as 0.
  ///   - analysed: The rows that the statistic was made of.
  ///   - design: How the rows came into the sample.
  /// - Throws: ``SampleDesignError/lonelyPSU(stratum:stage:row:)``.
  init(
    of influence: [Double],
    analysed: [Bool],
    in design: SampleDesign
  ) throws(SampleDesignError) {
    self.design = design
    stages = design.stages.map { [Double](repeating: 0, count: $0.unitCount) }
    isCensus = design.hasFinitePopulation && analysed.contains(true)
    var level = design.unitTotals(columns: 1, analysed) { _ in influence }
    scale = level.scale.first ?? 0
    let isGiven = !level.scale.isEmpty
    for depth in design.stages.indices.reversed() {
      try addStage(depth, level, judging: !isGiven)
      if depth > 0 { level = Self.above(level, design.stages[depth]) }
    }
    isAnalysed = [Bool](repeating: false, count: design.stages.first?.unitCount ?? 0)
    for (unit, counts) in zip(level.units, level.isAnalysed) { isAnalysed[Int(unit)] = counts }
  }

  private static func above(_ level: UnitTotals, _ stage: SampleStage) -> UnitTotals {
    var above = UnitTotals()
    for (index, unit) in level.units.enumerated() {
      let parent = stage.parentOfUnit[Int(unit)]
      if above.units.last != parent {
        above.units.append(parent)
        above.isAnalysed.append(false)
        above.totals.append(0)
      }
      let last = above.units.count - 1
      above.totals[last] += level.totals[index]
      above.isAnalysed[last] = above.isAnalysed[last] || level.isAnalysed[index]
    }
    return above
  }

  private mutating func addStage(
    _ depth: Int,
    _ level: UnitTotals,
    judging: Bool
  ) throws(SampleDesignError) {
    let stage = design.stages[depth]
    var start = 0
    while start < level.units.count {
      let parent = stage.parentOfUnit[Int(level.units[start])]
      var end = start + 1
      while end < level.units.count, stage.parentOfUnit[Int(level.units[end])] == parent {
        end += 1
      }
      try addParent(depth, level.units[start..<end], level.totals[start..<end], judging: judging)
      start = end
    }
  }

  /// Adds the strata within one unit of the stage above (or all strata of the first stage).
  private mutating func addParent(
    _ depth: Int,
    _ units: ArraySlice<Int32>,
    _ totals: ArraySlice<Double>,
    judging: Bool
  ) throws(SampleDesignError) {
    let stage = design.stages[depth]
    var parts: [(members: Range<Int>, factor: Double)] = []
    var (strata, defined, sampled) = (0, 0, 0)
    for (unit, total) in zip(units, totals) { stages[depth][Int(unit)] = total }
    let bounds = Self.strata(of: units, in: stage)
    for range in bounds {
      sampled += stage.strata[Int(stage.stratumOfUnit[range.members.lowerBound])].sampled
    }
    let centre =
      design.lonelyPSU == .adjust && sampled > 0 ? CompensatedSum.of(totals) / Double(sampled) : 0
    for (members, present) in bounds {
      strata += 1
      let stratum = stage.strata[Int(stage.stratumOfUnit[members.lowerBound])]
      guard !stratum.isComplete else {
        defined += 1
        parts.append((members, 0))
        continue
      }
      isCensus = false
      guard let rule = try design.rule(for: stratum, present: present, depth) else {
        parts.append((members, 0))
        continue
      }
      defined += 1
      let mean =
        switch rule.centre {
        case .common: centre
        case .mean: CompensatedSum.of(stages[depth][members]) / Double(members.count)
        }
      for unit in members {
        let total = stages[depth][unit]
        if judging { scale += rule.factor * total * total * stratum.inclusion }
        stages[depth][unit] = total - mean
      }
      parts.append((members, rule.factor * stratum.inclusion))
    }
    if defined == 0 { isUndefined = true }
    let spread = defined > 0 ? Double(strata) / Double(defined) : 1
    for (members, factor) in parts {
      let root = (factor * spread).squareRoot()
      for unit in members { stages[depth][unit] = factor > 0 ? stages[depth][unit] * root : 0 }
    }
  }

  /// The strata of some units: all their units, which are neighbours, and how many are present.
  private static func strata(
    of units: ArraySlice<Int32>,
    in stage: SampleStage
  ) -> [(members: Range<Int>, present: Int)] {
    var bounds: [(members: Range<Int>, present: Int)] = []
    for unit in units {
      if let last = bounds.indices.last, bounds[last].members.contains(Int(unit)) {
        bounds[last].present += 1
        continue
      }
      let stratum = stage.stratumOfUnit[Int(unit)]
      var (lower, upper) = (Int(unit), Int(unit) + 1)
      while lower > 0, stage.stratumOfUnit[lower - 1] == stratum { lower -= 1 }
      while upper < stage.unitCount, stage.stratumOfUnit[upper] == stratum { upper += 1 }
      bounds.append((lower..<upper, 1))
    }
    return bounds
  }
}
