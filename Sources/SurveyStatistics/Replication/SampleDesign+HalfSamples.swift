extension SampleDesign {
  /// Replicates that take one of the two units of each stratum (McCarthy 1969; Judkins 1990).
  ///
  /// In replicate r, unit 1 of stratum h has 2 - rho and unit 2 has rho if the Hadamard
  /// matrix has +1 in row h + 1 and column r, otherwise they change places; rho = 0 makes
  /// half-samples. There are at least H + 1 replicates, so that the half-samples are in full
  /// orthogonal balance and totals have the linearised variance. scale = 1/(R (1 - rho)²).
  ///
  /// Population sizes are dropped (``ReplicationNote/finitePopulationDropped``), except that
  /// strata sampled completely are left as they are and contribute nothing; so are strata of
  /// one unit under ``LonelyPSU/remove`` and ``LonelyPSU/certainty``.
  ///
  /// - Throws: ``ReplicateDesignError/unpairedStratum(stratum:units:row:)`` for a stratum of
  ///   more than two units; ``ReplicateDesignError/invalidRho(_:)``; ``ReplicateDesignError/adjustedToTotals``;
  ///   errors for single units.
  public func halfSamples(
    rho: Double = 0,
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    guard rho >= 0, rho < 1 else { throw .invalidRho(rho) }
    try checkUnadjusted()
    guard let first = FirstStage(self), rows > 0 else { throw .tooFewReplicates(0, least: 1) }
    let chosen = try first.replicatedStrata()
    for index in chosen where first.units[index].count != 2 {
      let stratum = first.stage.strata[index]
      throw .unpairedStratum(
        stratum: stratum.code,
        units: first.units[index].count,
        row: stratum.row
      )
    }
    let count = Hadamard.order(atLeast: chosen.count + 1)
    var values = try first.ones(replicates: count)
    let hadamard = Hadamard(atLeast: chosen.count + 1)
    let width = count + 1
    for (position, index) in chosen.enumerated() {
      let unit = first.units[index].lowerBound
      for replicate in 0..<count {
        let sign = Double(hadamard[position + 1, replicate])
        values[unit * width + replicate + 1] = 1 + sign * (1 - rho)
        values[(unit + 1) * width + replicate + 1] = 1 - sign * (1 - rho)
      }
    }
    return first.design(
      values,
      type: rho == 0 ? .brr : .fay(rho: rho),
      scale: 1 / (Double(count) * (1 - rho) * (1 - rho)),
      rscales: [Double](repeating: 1, count: count),
      replicated: chosen,
      options: ReplicateOptions(mse: mse, undefined: undefinedReplicates),
      notes: hasFinitePopulation ? [.finitePopulationDropped] : []
    )
  }
}
