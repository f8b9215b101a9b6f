/// Statistics of groups of one sample, with what they have in common by unit.
///
/// Estimates and comparisons need no more than the influence of each unit of the last stage, which
/// is added up from that of the rows once.
public struct DomainStatistics: Sendable {
  /// The estimate of each group; nil for a group without analysed rows.
  public let estimates: [Estimate?]
  /// The influence of the units on each statistic.
  let influences: [UnitInfluence?]

  /// No groups.
  package init() { self.init(estimates: [], influences: []) }

  init(estimates: [Estimate?], influences: [UnitInfluence?]) {
    self.estimates = estimates
    self.influences = influences
  }

  /// The number of groups.
  public var count: Int { estimates.count }
}

extension SampleDesign {
  /// Statistics from the influence values z/w of rows, added up by unit and group.
  ///
  /// The design effect compares with a simple random sample of the same rows, as R survey does for
  /// ratios.
  func statistics(
    values: [Double?],
    influence sums: DomainSums
  ) throws(SampleDesignError) -> DomainStatistics {
    var estimates: [Estimate?] = []
    var influences: [UnitInfluence?] = []
    for (group, value) in values.enumerated() {
      let moments = sums.moments(of: group)
      guard let value, moments.weight > 0 else {
        estimates.append(nil)
        influences.append(nil)
        continue
      }
      let influence = sums.influence(of: group)
      estimates.append(
        Estimate(
          value: value,
          variance: try VarianceSum.of(influence, in: self),
          simpleRandomVariance: moments.simpleRandomVarianceOfTotal,
          moments: moments
        )
      )
      influences.append(influence)
    }
    return DomainStatistics(estimates: estimates, influences: influences)
  }

  /// Means with what they have in common by unit; see ``means(of:by:)``.
  public func statistics(
    ofMeans values: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> DomainStatistics {
    try statistics(ofMeans: sums(of: values, by: groups, centre: Self.centre(of: values)))
  }

  /// Means from values added up by unit and group; see ``means(of:by:)``.
  func statistics(ofMeans sums: DomainSums) throws(SampleDesignError) -> DomainStatistics {
    var estimates: [Estimate?] = []
    var influences: [UnitInfluence?] = []
    for group in sums.sampleSizes.indices {
      let estimate = try mean(of: group, from: sums)
      estimates.append(estimate)
      let moments = sums.moments(of: group)
      influences.append(
        estimate.map { _ in
          sums.influence(of: group, mean: moments.mean, size: moments.weight)
        }
      )
    }
    return DomainStatistics(estimates: estimates, influences: influences)
  }

  /// Estimates of statistics whose influence is known row by row, such as ratios.
  public func statistics(
    of linearised: LinearisedStatistics
  ) throws(SampleDesignError) -> DomainStatistics {
    let sums = try sums(of: linearised.influence, by: linearised.groups, centre: 0)
    return try statistics(values: linearised.values, influence: sums)
  }

  /// The covariance matrix of statistics, each of the whole sample or of one group.
  ///
  /// - Parameter statistics: Statistics made with this design, of which the first group counts.
  /// - Returns: A row and a column per statistic; nil for weights that were adjusted, and where each
  ///   row is a unit, of whose influences only sums by stratum are kept.
  /// - Throws: ``SampleDesignError/lonelyPSU(stratum:stage:row:)``.
  public func covariances(
    of statistics: [DomainStatistics]
  ) throws(SampleDesignError) -> [[Double]]? {
    guard calibration == nil,
      !statistics.contains(where: { $0.influences.contains { $0?.elements != nil } })
    else { return nil }
    var totals = UnitTotals()
    let influences = statistics.map { $0.influences.first.flatMap { $0 } }
    totals.units = Set(influences.flatMap { $0?.units ?? [] }).sorted()
    totals.isAnalysed = totals.units.map { _ in true }
    totals.totals = [Double](repeating: 0, count: totals.units.count * statistics.count)
    let place = Dictionary(uniqueKeysWithValues: totals.units.enumerated().map { ($1, $0) })
    for (column, influence) in influences.enumerated() {
      guard let influence else { continue }
      for (unit, total) in zip(influence.units, influence.totals) {
        totals.totals[(place[unit] ?? 0) * statistics.count + column] = total
      }
    }
    var sum = CovarianceSum(design: self, columns: statistics.count)
    try sum.run(totals)
    return sum.matrix
  }
}
