extension SampleDesign {
  /// Replicates that leave out one primary unit at a time.
  ///
  /// See Wolter (2007), chapter 4. Without strata this is JK1: the other units are weighted up by n/(n - 1), and
  /// scale = (1 - f)(n - 1)/n. With strata it is JKn: only the other units of the stratum
  /// are weighted up, by n_h/(n_h - 1), and rscale = (1 - f_h)(n_h - 1)/n_h. Population
  /// sizes of the first stage are kept, those of later stages are not
  /// (``ReplicationNote/laterStagesDropped``).
  ///
  /// Strata that were sampled completely have no replicates. A stratum of one unit follows
  /// ``lonelyPSU``: none with ``LonelyPSU/remove`` and ``LonelyPSU/certainty``; with
  /// ``LonelyPSU/average`` none, and the scale is the number of strata over that of strata
  /// with a variance, as in the linearised variance (R counts replicates instead); with
  /// ``LonelyPSU/adjust`` one replicate that leaves the stratum out and weights all others
  /// up by H/(H - 1), rscale = (H - 1)/H.
  ///
  /// - Throws: ``ReplicateDesignError``: a single unit under ``LonelyPSU/fail``, more
  ///   replicates than memory allows, or ``ReplicateDesignError/adjustedToTotals``.
  public func jackknife(
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    let strata = stages.first?.strata.count ?? 0
    return try jackknife(
      type: strata > 1 ? .jkn : .jk1,
      ReplicateOptions(mse: mse, undefined: undefinedReplicates)
    )
  }

  /// The jackknife without strata; see ``jackknife(mse:undefinedReplicates:)``.
  ///
  /// - Throws: also ``ReplicateDesignError/stratifiedJackknife(strata:)``.
  public func jk1(
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    let strata = stages.first?.strata.count ?? 0
    guard strata <= 1 else { throw .stratifiedJackknife(strata: strata) }
    return try jackknife(
      type: .jk1,
      ReplicateOptions(mse: mse, undefined: undefinedReplicates)
    )
  }

  /// The jackknife with strata; see ``jackknife(mse:undefinedReplicates:)``.
  ///
  /// Without strata, the sample is its only stratum.
  public func jkn(
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    try jackknife(type: .jkn, ReplicateOptions(mse: mse, undefined: undefinedReplicates))
  }

  private func jackknife(
    type: ReplicateType,
    _ options: ReplicateOptions
  ) throws(ReplicateDesignError) -> ReplicateDesign {
    try checkUnadjusted()
    guard let first = FirstStage(self), rows > 0 else { throw .tooFewReplicates(0, least: 1) }
    let strata = first.stage.strata
    var blocks: [Int] = []
    var defined = 0
    for (index, stratum) in strata.enumerated() {
      if stratum.isComplete {
        defined += 1
      } else if stratum.sampled > 1 || (lonelyPSU == .adjust && strata.count > 1) {
        blocks.append(index)
        defined += 1
      } else if lonelyPSU != .average || strata.count == 1 {
        try checkLonely(stratum, stage: 1, rule: lonelyPSU)
        defined += 1
      }
    }
    guard defined > 0 else {
      throw .lonelyRule(lonelyPSU, stratum: strata[0].code, row: strata[0].row)
    }
    let count = blocks.reduce(0) { $0 + strata[$1].sampled }
    var values = try first.ones(replicates: count)
    var rscales: [Double] = []
    let width = count + 1
    for index in blocks {
      let (stratum, units) = (strata[index], first.units[index])
      let isLonely = stratum.sampled == 1
      let n = Double(isLonely ? strata.count : stratum.sampled)
      let share = isLonely ? 1 : stratum.unsampledShare
      let others = isLonely ? 0..<first.stage.unitCount : units
      for left in units {
        let replicate = rscales.count + 1
        for unit in others { values[unit * width + replicate] = n / (n - 1) }
        values[left * width + replicate] = 0
        rscales.append(share * ((n - 1) / n))
      }
    }
    // Without strata all replicates have one factor, which is the scale then.
    let common = type == .jk1 ? rscales.first : nil
    return first.design(
      values,
      type: type,
      scale: common ?? Double(strata.count) / Double(defined),
      rscales: common == nil ? rscales : rscales.map { _ in 1 },
      replicated: blocks.contains { strata[$0].sampled == 1 } ? nil : blocks,
      options: options,
      notes: stages.count > 1 ? [.laterStagesDropped] : []
    )
  }
}
