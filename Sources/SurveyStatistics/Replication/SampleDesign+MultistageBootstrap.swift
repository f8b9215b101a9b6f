extension SampleDesign {
  /// Bootstrap replicates for several stages by Preston (2009).
  ///
  /// At each stage half of the units of a stratum, n* = ⌊n/2⌋, are drawn without
  /// replacement out of those whose unit of the stage above was drawn. The multiplier of a
  /// row is 1 plus, for each stage s,
  ///
  ///     λ_s (n_s/n*_s δ_s - 1) Π_{t<s} √(n_t/n*_t) δ_t
  ///     λ_s = √[Π_{t<s} f_t · n*_s (1 - f_s)/(n_s - n*_s)]
  ///
  /// with δ = 1 for units that were drawn and f the sampling fraction. rscale = 1/(R - 1).
  /// Without population sizes only the first stage is used. A multiplier can be below 0 when
  /// n is odd and small.
  ///
  /// A stratum of one unit contributes nothing at its stage if it was sampled completely or
  /// the rule is ``LonelyPSU/remove`` or ``LonelyPSU/certainty``; its unit stays in for
  /// later stages, which R survey drops. The generator and errors are as in
  /// ``bootstrap(replicates:mse:undefinedReplicates:using:)``.
  public func multistageBootstrap(
    replicates: Int,
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber,
    using generator: inout some RandomNumberGenerator
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    guard replicates > 1 else { throw .tooFewReplicates(replicates, least: 2) }
    try checkUnadjusted()
    guard let last = stages.last, rows > 0 else { throw .tooFewReplicates(0, least: 1) }
    for (depth, stage) in stages.enumerated() {
      for stratum in stage.strata where stratum.sampled == 1 && !stratum.isComplete {
        try checkLonely(stratum, stage: depth + 1, rule: lonelyPSU)
      }
    }
    try ReplicateDesign.checkSize(units: last.unitCount, replicates: replicates)
    let width = replicates + 1
    var values = [Double](repeating: 1, count: last.unitCount * width)
    for replicate in 1...replicates {
      let multipliers = multistageMultipliers(using: &generator)
      for (unit, multiplier) in multipliers.enumerated() {
        values[unit * width + replicate] = multiplier
      }
    }
    return ReplicateDesign(
      weights: weights,
      form: .multipliers,
      store: ReplicateStore(
        patterns: values,
        width: width,
        patternOfRow: unitOfRow,
        isComplete: isCompleteUnit
      ),
      type: .mrbbootstrap,
      scale: 1,
      rscales: [Double](repeating: 1 / Double(replicates - 1), count: replicates),
      mse: mse,
      undefinedReplicates: undefinedReplicates
    )
  }

  /// The multiplier of each unit of the last stage in one replicate.
  private func multistageMultipliers(
    using generator: inout some RandomNumberGenerator
  ) -> [Double] {
    // What a unit has gathered, and Π √(n/n*) δ for what is below it.
    var (multipliers, carried) = ([1.0], [1.0])
    for stage in stages {
      var nextMultipliers: [Double] = []
      var nextCarried: [Double] = []
      nextMultipliers.reserveCapacity(stage.unitCount)
      nextCarried.reserveCapacity(stage.unitCount)
      var start = 0
      while start < stage.unitCount {
        let stratum = stage.strata[Int(stage.stratumOfUnit[start])]
        let n = stratum.sampled
        let parent = Int(stage.parentOfUnit[start])
        let (above, factor) = (multipliers[parent], carried[parent])
        let half = n / 2
        if factor == 0 || half == 0 {
          nextMultipliers += [Double](repeating: above, count: n)
          nextCarried += [Double](repeating: factor, count: n)
        } else {
          let ratio = Double(n) / Double(half)
          let spread = stratum.inclusion * Double(half) / Double(n - half)
          let lambda = (spread * max(0, stratum.unsampledShare)).squareRoot()
          let isDrawn = Self.half(n, using: &generator)
          for drawn in isDrawn {
            nextMultipliers.append(above + factor * lambda * (drawn ? ratio - 1 : -1))
            nextCarried.append(drawn ? factor * ratio.squareRoot() : 0)
          }
        }
        start += n
      }
      (multipliers, carried) = (nextMultipliers, nextCarried)
    }
    return multipliers
  }

  /// ⌊n/2⌋ of n, all choices equally likely.
  private static func half(_ n: Int, using generator: inout some RandomNumberGenerator) -> [Bool] {
    var open = n / 2
    return (0..<n).map { position in
      let isDrawn = Int.random(in: 0..<(n - position), using: &generator) < open
      open -= isDrawn ? 1 : 0
      return isDrawn
    }
  }

  /// Whether a unit and all units above it were sampled completely.
  private var isCompleteUnit: [Bool] {
    var above = [true]
    for stage in stages {
      above = stage.stratumOfUnit.indices.map { unit in
        above[Int(stage.parentOfUnit[unit])]
          && stage.strata[Int(stage.stratumOfUnit[unit])].isComplete
      }
    }
    return above
  }
}
