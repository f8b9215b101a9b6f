extension ReplicateDesign {
  /// The variance of an estimate from its replicates (R survey's `svrVar`).
  ///
  /// NaN when a replicate is not a number and ``undefinedReplicates`` says so; NaN also when
  /// no replicate is left.
  func variance(full: Double, replicates: some Collection<Double>) -> Double {
    covariance((full, Array(replicates)), (full, Array(replicates)))
  }

  /// The covariance of two estimates from their replicates.
  func covariance(
    _ first: (full: Double, replicates: [Double]),
    _ second: (full: Double, replicates: [Double])
  ) -> Double {
    var used: [Int] = []
    for index in rscales.indices {
      if first.replicates[index].isFinite, second.replicates[index].isFinite {
        used.append(index)
      } else if undefinedReplicates == .notANumber {
        return .nan
      }
    }
    // Without replicates every stratum was sampled completely, or set aside by rule.
    guard !used.isEmpty else { return rscales.isEmpty ? 0 : .nan }
    let contributing = used.filter { rscales[$0] > 0 }
    guard !contributing.isEmpty else { return 0 }
    let centres = (
      centre(first.full, first.replicates, contributing),
      centre(second.full, second.replicates, contributing)
    )
    var sum = CompensatedSum()
    var uncentred = 0.0
    for index in contributing {
      let (one, other) = (first.replicates[index], second.replicates[index])
      sum.add(rscales[index] * (one - centres.0) * (other - centres.1))
      uncentred += rscales[index] * (one * other).magnitude
    }
    // Replicates that are equal but for rounding have no variance.
    return sum.value.magnitude > 1e-28 * uncentred ? scale * sum.value : 0
  }

  private func centre(_ full: Double, _ replicates: [Double], _ contributing: [Int]) -> Double {
    if mse { return full }
    // Differences from the full estimate are small, so that their mean loses no digits.
    let differences = contributing.map { replicates[$0] - full }
    return full + CompensatedSum.of(differences) / Double(contributing.count)
  }

  /// An estimate from its value with the full weights followed by the replicates.
  func estimate(
    _ thetas: [Double],
    moments: DomainMoments,
    simpleRandomVariance: Double?,
    degreesOfFreedom: Int,
    isCensus: Bool
  ) -> Estimate {
    let variance = isCensus ? 0 : variance(full: thetas[0], replicates: thetas.dropFirst())
    return Estimate(
      value: thetas[0],
      variance: DesignVariance(
        variance: variance,
        units: degreesOfFreedom,
        strata: 0,
        isCensus: isCensus
      ),
      simpleRandomVariance: simpleRandomVariance,
      moments: moments
    )
  }

  func sums(
    of columns: [[Double]],
    by groups: Grouping?,
    centres: [Double]
  ) throws(SampleDesignError) -> ReplicateSums {
    for column in columns { try check(column, groups) }
    return ReplicateSums(columns, groups, centres: centres, design: self)
  }

  func check(_ values: [Double], _ groups: Grouping?) throws(SampleDesignError) {
    guard values.count == rows else {
      throw .unequalColumns(.values, rows: values.count, expected: rows)
    }
    if let groups, groups.codes.count != rows {
      throw .unequalColumns(.groups, rows: groups.codes.count, expected: rows)
    }
  }

  /// The mean of a variable with the full weights and with each replicate.
  func means(
    of variable: Int,
    in group: Int,
    from sums: ReplicateSums
  ) -> [Double]? {
    guard sums.moments(of: group) != nil, let weights = sums.sums(of: 0, in: group),
      let products = sums.sums(of: variable, in: group)
    else { return nil }
    let centre = sums.centres[variable - 1]
    return zip(weights, products).map { $0 == 0 ? .nan : centre + $1 / $0 }
  }
}
