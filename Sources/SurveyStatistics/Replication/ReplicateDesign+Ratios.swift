extension ReplicateDesign {
  /// Estimates the ratio of the totals of two variables in each group.
  ///
  ///     R = Σ w y / Σ w x        R_r = Σ w_r y / Σ w_r x
  ///
  /// Rows with a missing numerator or denominator are outside the domain. The design effect
  /// is that of the total of y - R x, as in R survey. Everything else is as in
  /// ``means(of:by:)``; nil also when the denominator's total is 0.
  public func ratios(
    of numerator: [Double],
    to denominator: [Double],
    by groups: Grouping? = nil
  ) throws(SampleDesignError) -> [Estimate?] {
    let sums = try sums(of: [numerator, denominator], by: groups, centres: [0, 0])
    let degrees = sums.degreesOfFreedom(in: self)
    let ratios = degrees.indices.map { group -> [Double]? in
      guard sums.moments(of: group) != nil, let y = sums.sums(of: 1, in: group),
        let x = sums.sums(of: 2, in: group), x[0] != 0
      else { return nil }
      return zip(y, x).map { $1 == 0 ? .nan : $0 / $1 }
    }
    let moments = residualMoments(numerator, denominator, groups, ratios)
    return degrees.indices.map { group in
      guard let ratio = ratios[group], let y = sums.sums(of: 1, in: group),
        let x = sums.sums(of: 2, in: group)
      else { return nil }
      let isCensus = sums.isCensus(group)
      let estimate = estimate(
        ratio,
        moments: moments[group],
        simpleRandomVariance: nil,
        degreesOfFreedom: degrees[group],
        isCensus: isCensus
      )
      let residual = self.estimate(
        zip(y, x).map { $0 - ratio[0] * $1 },
        moments: moments[group],
        simpleRandomVariance: moments[group].simpleRandomVarianceOfTotal,
        degreesOfFreedom: degrees[group],
        isCensus: isCensus
      )
      return Estimate(
        value: estimate.value,
        standardError: estimate.standardError,
        degreesOfFreedom: estimate.degreesOfFreedom,
        sampleSize: estimate.sampleSize,
        weightedSize: estimate.weightedSize,
        designEffect: residual.designEffect,
        designEffectWithReplacement: residual.designEffectWithReplacement,
        isCensus: isCensus
      )
    }
  }

  /// Estimates a ratio of totals in a domain, or overall.
  ///
  /// See ``ratios(of:to:by:)``.
  public func ratio(
    of numerator: [Double],
    to denominator: [Double],
    in domain: [Bool]? = nil
  ) throws(SampleDesignError) -> Estimate? {
    let groups = domain.map { Grouping(domain: $0) }
    return try ratios(of: numerator, to: denominator, by: groups).first.flatMap { $0 }
  }

  /// Σw, Σwe and Σwe² of e = y - R x in each group.
  private func residualMoments(
    _ numerator: [Double],
    _ denominator: [Double],
    _ groups: Grouping?,
    _ ratios: [[Double]?]
  ) -> [DomainMoments] {
    var sizes = [Int](repeating: 0, count: ratios.count)
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: 3 * ratios.count)
    for row in 0..<rows where weights[row] > 0 {
      let group = groups.map { $0.codes[row] } ?? 0
      guard group >= 0, let ratio = ratios[group]?[0] else { continue }
      let residual = numerator[row] - ratio * denominator[row]
      guard !residual.isNaN else { continue }
      sizes[group] += 1
      sums[3 * group].add(weights[row])
      sums[3 * group + 1].add(weights[row] * residual)
      sums[3 * group + 2].add(weights[row] * residual * residual)
    }
    return sizes.indices.map { group in
      DomainMoments(
        sampleSize: sizes[group],
        weight: sums[3 * group].value,
        product: sums[3 * group + 1].value,
        square: sums[3 * group + 2].value
      )
    }
  }
}
