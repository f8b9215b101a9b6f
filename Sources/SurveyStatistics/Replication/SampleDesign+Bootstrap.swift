extension SampleDesign {
  /// Bootstrap replicates by Canty and Davison (1999).
  ///
  /// In each stratum n_h units are drawn with replacement; with population sizes, without
  /// replacement out of the sampled units repeated in turn up to N_h. A unit's multiplier is
  /// how often it was drawn. scale = m/((m - 1)(R - 1)) with m the harmonic mean of n_h over
  /// the strata that are drawn from.
  ///
  /// Strata sampled completely contribute nothing; so do strata of one unit under
  /// ``LonelyPSU/remove`` and ``LonelyPSU/certainty``.
  ///
  /// The generator gives the random numbers; the same one in the same state makes the same
  /// replicates.
  ///
  /// - Throws: ``ReplicateDesignError``: fewer than two replicates, a single unit under
  ///   another rule, more replicates than memory allows, or
  ///   ``ReplicateDesignError/adjustedToTotals``.
  public func bootstrap(
    replicates: Int,
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber,
    using generator: inout some RandomNumberGenerator
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    let (first, chosen) = try bootstrapStrata(replicates)
    var values = try first.ones(replicates: replicates)
    let width = replicates + 1
    for index in chosen {
      let (stratum, units) = (first.stage.strata[index], first.units[index])
      let shuffled = units.shuffled(using: &generator)
      for replicate in 1...replicates {
        for unit in units { values[unit * width + replicate] = 0 }
        for drawn in Self.draws(units.count, of: stratum.population, using: &generator) {
          values[shuffled[drawn % units.count] * width + replicate] += 1
        }
      }
    }
    let inverse = chosen.reduce(0) { $0 + 1 / Double(first.units[$1].count) }
    let mean = Double(chosen.count) / inverse
    return first.design(
      values,
      type: .bootstrap,
      scale: (chosen.isEmpty ? 1 : mean / (mean - 1)) / Double(replicates - 1),
      rscales: [Double](repeating: 1, count: replicates),
      options: ReplicateOptions(mse: mse, undefined: undefinedReplicates),
      notes: stages.count > 1 ? [.laterStagesDropped] : []
    )
  }

  /// Bootstrap replicates by Rao and Wu (1988).
  ///
  /// In each stratum n_h - 1 units are drawn with replacement; a unit's multiplier is how
  /// often it was drawn, times n_h/(n_h - 1). scale = 1/(R - 1). Population sizes are dropped
  /// (``ReplicationNote/finitePopulationDropped``), except that strata sampled completely
  /// contribute nothing. Single units, the generator and errors are as in
  /// ``bootstrap(replicates:mse:undefinedReplicates:using:)``.
  public func subbootstrap(
    replicates: Int,
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber,
    using generator: inout some RandomNumberGenerator
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    let (first, chosen) = try bootstrapStrata(replicates)
    var values = try first.ones(replicates: replicates)
    let width = replicates + 1
    for index in chosen {
      let units = first.units[index]
      let n = Double(units.count)
      for replicate in 1...replicates {
        for unit in units { values[unit * width + replicate] = 0 }
        for _ in 1..<units.count {
          let unit = Int.random(in: units, using: &generator)
          values[unit * width + replicate] += n / (n - 1)
        }
      }
    }
    return first.design(
      values,
      type: .subbootstrap,
      scale: 1 / Double(replicates - 1),
      rscales: [Double](repeating: 1, count: replicates),
      options: ReplicateOptions(mse: mse, undefined: undefinedReplicates),
      notes: hasFinitePopulation ? [.finitePopulationDropped] : []
    )
  }

  private func bootstrapStrata(
    _ replicates: Int
  ) throws(ReplicateDesignError) -> (FirstStage, [Int]) {
    guard replicates > 1 else { throw .tooFewReplicates(replicates, least: 2) }
    try checkUnadjusted()
    guard let first = FirstStage(self), rows > 0 else { throw .tooFewReplicates(0, least: 1) }
    return (first, try first.replicatedStrata())
  }

  /// Positions 0..<population: with replacement if it is infinite, else without.
  private static func draws(
    _ count: Int,
    of population: Double,
    using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    // Above 2⁵³ no draw comes twice.
    guard population < 0x1p53 else {
      return (0..<count).map { _ in Int.random(in: 0..<count, using: &generator) }
    }
    // Floyd's algorithm (Bentley and Floyd 1987): every set of positions is equally likely.
    let size = max(count, Int(population + 1e-9))
    var drawn: Set<Int> = []
    var result: [Int] = []
    for last in size - count..<size {
      let position = Int.random(in: 0...last, using: &generator)
      let chosen = drawn.insert(position).inserted ? position : last
      if chosen == last { drawn.insert(last) }
      result.append(chosen)
    }
    return result
  }
}
