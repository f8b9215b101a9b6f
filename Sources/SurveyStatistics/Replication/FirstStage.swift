/// The primary units of a design, which most replicates leave in or out as a whole.
struct FirstStage {
  let design: SampleDesign
  let stage: SampleStage
  /// The primary unit of each row.
  let unitOfRow: [Int32]
  /// The units of each stratum, which are neighbours.
  let units: [Range<Int>]

  init?(_ design: SampleDesign) {
    guard let stage = design.stages.first else { return nil }
    self.design = design
    self.stage = stage
    var unitOfRow = design.unitOfRow
    for later in design.stages.dropFirst().reversed() {
      unitOfRow = unitOfRow.map { later.parentOfUnit[Int($0)] }
    }
    self.unitOfRow = unitOfRow
    var units: [Range<Int>] = []
    var start = 0
    for stratum in stage.strata.indices {
      var end = start
      while end < stage.unitCount, stage.stratumOfUnit[end] == Int32(stratum) { end += 1 }
      units.append(start..<end)
      start = end
    }
    self.units = units
  }

  /// Whether a stratum was sampled completely, and nothing was sampled within its units.
  var isCensus: [Bool] {
    stage.stratumOfUnit.map {
      design.stages.count == 1 && stage.strata[Int($0)].isComplete
    }
  }

  /// Strata whose units are to be replicated; the others contribute nothing.
  ///
  /// - Throws: for a single unit that the rule of the design does not set aside.
  func replicatedStrata() throws(ReplicateDesignError) -> [Int] {
    var chosen: [Int] = []
    for (index, stratum) in stage.strata.enumerated() where !stratum.isComplete {
      if stratum.sampled > 1 {
        chosen.append(index)
        continue
      }
      try checkLonely(stratum, stage: 1, rule: design.lonelyPSU)
    }
    return chosen
  }

  /// The multipliers of the full sample: 1 for every unit and replicate.
  func ones(replicates: Int) throws(ReplicateDesignError) -> [Double] {
    try ReplicateDesign.checkSize(units: stage.unitCount, replicates: replicates)
    return [Double](repeating: 1, count: stage.unitCount * (replicates + 1))
  }

  /// The strata of units that are left out in turn, those of all others being -1.
  private func strata(of replicated: [Int]) -> ReplicatedStrata {
    let chosen = Set(replicated.map { Int32($0) })
    return ReplicatedStrata(
      stratumOfUnit: stage.stratumOfUnit.map { chosen.contains($0) ? $0 : -1 },
      sizes: units.indices.map { chosen.contains(Int32($0)) ? units[$0].count : 0 }
    )
  }

  /// A design whose rows have the multipliers of their primary unit.
  ///
  /// `replicated` are the strata of a jackknife or of half-samples.
  func design(
    _ values: [Double],
    type: ReplicateType,
    scale: Double,
    rscales: [Double],
    replicated: [Int]? = nil,
    options: ReplicateOptions,
    notes: [ReplicationNote] = []
  ) -> ReplicateDesign {
    ReplicateDesign(
      weights: design.weights,
      form: .multipliers,
      store: ReplicateStore(
        patterns: values,
        width: rscales.count + 1,
        patternOfRow: unitOfRow,
        isComplete: isCensus,
        strata: replicated.map { strata(of: $0) }
      ),
      type: type,
      scale: scale,
      rscales: rscales,
      mse: options.mse,
      undefinedReplicates: options.undefined,
      notes: notes
    )
  }
}

/// What is decided by the caller whatever the method.
struct ReplicateOptions {
  let mse: Bool
  let undefined: UndefinedReplicates
}

/// Refuses a stratum of one unit unless the rule sets it aside.
func checkLonely(
  _ stratum: SampleStratum,
  stage: Int,
  rule: LonelyPSU
) throws(ReplicateDesignError) {
  switch rule {
  case .remove, .certainty: return
  case .fail:
    throw .design(.lonelyPSU(stratum: stratum.code, stage: stage, row: stratum.row))
  case .adjust, .average:
    throw .lonelyRule(rule, stratum: stratum.code, row: stratum.row)
  }
}

extension SampleDesign {
  /// Throws when variances depend on totals that the weights were adjusted to.
  func checkUnadjusted() throws(ReplicateDesignError) {
    guard calibration == nil else { throw .adjustedToTotals }
  }
}
