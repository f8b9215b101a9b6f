extension WaveSeries {
  /// Estimates the same weighted sum over waves in every group.
  ///
  /// With `[-1, 1]` the change between two waves, with `[1/3, 1/3, 1/3]` the mean of three,
  /// with centred and scaled times a slope. See ``contrast(of:coefficients:)``.
  ///
  /// - Parameters:
  ///   - statistics: The statistics of each wave, for the same groups in the same order.
  ///   - coefficients: A coefficient per wave.
  /// - Returns: An estimate per group, nil where a wave that takes part has no analysed row.
  /// - Throws: ``WaveError``, as ``contrast(of:coefficients:)`` does.
  public func contrasts(
    of statistics: [LinearisedStatistics],
    coefficients: [Double]
  ) throws(WaveError) -> [Estimate?] {
    guard coefficients.count == waves.count else {
      throw .unequalWaves(coefficients.count, expected: waves.count)
    }
    return try byGroup(statistics) { group throws(WaveError) in
      try contrast(
        of: statistics,
        coefficients: zip(statistics, coefficients).map { statistic, coefficient in
          (0..<statistic.count).map { $0 == group ? coefficient : 0 }
        }
      )
    }
  }

  /// Estimates the change of each group from one wave to another, the later minus the earlier.
  ///
  /// Of shares, the change in points. Intervals: ``ProportionInterval/mean``.
  ///
  /// - Returns: An estimate per group, nil where one of the waves has no analysed row.
  public func changes(
    in statistics: [LinearisedStatistics],
    from first: Int,
    to second: Int
  ) throws(WaveError) -> [Estimate?] {
    try check(first, second)
    var coefficients = waves.map { _ in 0.0 }
    coefficients[second] += 1
    coefficients[first] -= 1
    return try contrasts(of: statistics, coefficients: coefficients)
  }

  /// Estimates the change of each group from one wave to another as a share of the earlier.
  ///
  ///     r = θ₂/θ₁ - 1        z = (z₂ - (θ₂/θ₁) z₁) / θ₁
  ///
  /// - Returns: An estimate per group, 0.1 for ten percent more; nil where one of the waves
  ///   has no analysed row or the earlier value is 0.
  public func relativeChanges(
    in statistics: [LinearisedStatistics],
    from first: Int,
    to second: Int
  ) throws(WaveError) -> [Estimate?] {
    try check(first, second)
    return try byGroup(statistics) { group throws(WaveError) in
      guard let before = statistics[first].values[group], before != 0,
        let after = statistics[second].values[group]
      else { return nil }
      var coefficients = statistics.map { [Double](repeating: 0, count: $0.count) }
      coefficients[second][group] += 1 / before
      coefficients[first][group] -= after / before / before
      // A difference first, because quotients near 1 lose digits.
      return try estimate((after - before) / before, statistics, coefficients)
    }
  }

  private func byGroup(
    _ statistics: [LinearisedStatistics],
    _ one: (Int) throws(WaveError) -> Estimate?
  ) throws(WaveError) -> [Estimate?] {
    try check(statistics)
    let count = statistics.first?.count ?? 0
    for (wave, statistic) in statistics.enumerated() where statistic.count != count {
      throw .unequalGroups(statistic.count, wave: wave, expected: count)
    }
    var estimates: [Estimate?] = []
    for group in 0..<count { estimates.append(try one(group)) }
    return estimates
  }

  private func check(_ first: Int, _ second: Int) throws(WaveError) {
    for wave in [first, second] where !waves.indices.contains(wave) { throw .noSuchWave(wave) }
  }
}
