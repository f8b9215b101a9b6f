/// Several waves of one survey, which may share communes, households or people.
///
/// ```swift
/// let series = try WaveSeries([
///   WaveSample(design: first, units: [communeOfFirst]),
///   WaveSample(design: second, units: [communeOfSecond]),
/// ])
/// let shares = [try first.linearisedMeans(of: yes1), try second.linearisedMeans(of: yes2)]
/// let change = try series.changes(in: shares, from: 0, to: 1)[0]
/// ```
///
/// Each wave keeps its own design: its weights, strata, population sizes, rule for lonely
/// units and adjustments to known totals. Its variance is what that design says. Waves are
/// independent but for the sampled units that they have in common, whose deviations d (see the
/// variance formula of ``SampleDesign/covariance(of:analysed:)``) move together:
///
///     V(θ) = Σ_w V_w + 2 Σ_{v<w} C_vw        C_vw = Σ_{j in v and w} d_vj d_wj
///
/// the sum running over the units of every stage (Kish 1965, ch. 12, on overlapping samples).
///
/// - A panel of the same units in the same strata gives exactly the variance of the stacked
///   file, in which the units of both waves are one (R survey's `svyby(covmat = TRUE)`).
/// - Waves without common units are independent: variances add.
/// - Of a partial overlap, common units deviate from the means of their whole waves; the
///   covariance is that of Tam (1984) up to terms of 1/n, and V is never negative.
/// - A population size corrects the variance of its own wave, and the covariance by the
///   geometric mean of both corrections; units that are certain have no part in either.
public struct WaveSeries: Sendable {
  /// The waves, in the order given.
  public let waves: [WaveSample]
  let identities: UnitIdentities

  /// Finds the units that waves have in common.
  ///
  /// - Throws: ``WaveError`` when a column of identities does not fit its design.
  public init(_ waves: [WaveSample]) throws(WaveError) {
    identities = try UnitIdentities(waves)
    self.waves = waves
  }

  /// The number of primary units that two waves have in common; 0 for a wave that is not there.
  public func commonPrimaryUnits(of first: Int, and second: Int) -> Int {
    guard waves.indices.contains(first), waves.indices.contains(second) else { return 0 }
    let mine = Set(identities.waves[first].first ?? []).subtracting([-1])
    return mine.intersection(identities.waves[second].first ?? []).count
  }

  /// Estimates a weighted sum of statistics of waves and groups.
  ///
  ///     θ = Σ_w Σ_g c_wg θ_wg
  ///
  /// The difference of two waves has coefficients `[[-1], [1]]`; the change in the difference
  /// of two groups has `[[-1, 1], [1, -1]]`. Statistics with coefficient 0 do not take part.
  ///
  /// Degrees of freedom are those of the waves added up, less what common primary units count
  /// twice: for a panel those of one wave, without common units those of all.
  ///
  /// - Parameters:
  ///   - statistics: The statistics of each wave, made with the wave's own design.
  ///   - coefficients: For each wave, a coefficient per group.
  /// - Returns: An estimate without design effect; nil when a statistic that takes part has no
  ///   analysed row.
  /// - Throws: ``WaveError`` when the numbers of waves, groups or rows do not fit, or a
  ///   variance cannot be estimated.
  public func contrast(
    of statistics: [LinearisedStatistics],
    coefficients: [[Double]]
  ) throws(WaveError) -> Estimate? {
    try check(statistics)
    guard coefficients.count == waves.count else {
      throw .unequalWaves(coefficients.count, expected: waves.count)
    }
    var value = CompensatedSum()
    for (wave, (statistic, row)) in zip(statistics, coefficients).enumerated() {
      guard row.count == statistic.count else {
        throw .unequalGroups(row.count, wave: wave, expected: statistic.count)
      }
      for (theta, coefficient) in zip(statistic.values, row) where coefficient != 0 {
        guard let theta else { return nil }
        value.add(coefficient * theta)
      }
    }
    return try estimate(value.value, statistics, coefficients)
  }

  /// The covariance matrix of the statistics of all waves in one group.
  ///
  /// Rows and columns of waves without analysed rows in the group are NaN.
  public func covariances(
    of statistics: [LinearisedStatistics],
    in group: Int = 0
  ) throws(WaveError) -> [[Double]] {
    try check(statistics)
    guard statistics.allSatisfy({ (0..<$0.count).contains(group) }) else {
      throw .noSuchGroup(group)
    }
    var parts: [WavePart?] = []
    for (wave, statistic) in statistics.enumerated() {
      let one = (0..<statistic.count).map { $0 == group ? 1.0 : 0 }
      parts.append(
        statistic.values[group] == nil ? nil : try WavePart(wave, statistic, one, in: self)
      )
    }
    return parts.map { first in
      parts.map { second in
        guard let first, let second else { return .nan }
        return first.product(with: second, in: identities)
      }
    }
  }

  /// Throws unless there are statistics of each wave, made of its rows.
  func check(_ statistics: [LinearisedStatistics]) throws(WaveError) {
    guard statistics.count == waves.count else {
      throw .unequalWaves(statistics.count, expected: waves.count)
    }
    for (wave, statistic) in statistics.enumerated() {
      let rows = waves[wave].design.rows
      guard statistic.influence.count == rows else {
        throw .unequalRows(statistic.influence.count, wave: wave, expected: rows)
      }
    }
  }

  func estimate(
    _ value: Double,
    _ statistics: [LinearisedStatistics],
    _ coefficients: [[Double]]
  ) throws(WaveError) -> Estimate {
    var parts: [WavePart] = []
    for (wave, row) in coefficients.enumerated() where row.contains(where: { $0 != 0 }) {
      parts.append(try WavePart(wave, statistics[wave], row, in: self))
    }
    let variance = WavePart.variance(of: parts, in: identities)
    return Estimate(
      value: value,
      standardError: variance.squareRoot(),
      degreesOfFreedom: WavePart.degreesOfFreedom(of: parts, in: self),
      sampleSize: parts.reduce(0) { $0 + $1.sampleSize },
      weightedSize: CompensatedSum.of(parts.map(\.weightedSize)),
      isCensus: !parts.isEmpty && parts.allSatisfy(\.deviations.isCensus)
    )
  }
}
