extension ReplicateDesign {
  /// What a quantile is when the share is reached exactly at a value.
  public enum QuantileRule: String, Hashable, Sendable, CaseIterable {
    /// That value.
    case math
    /// Halfway between that value and the next, the median taught at school.
    case school
  }

  /// How the limits of a quantile are found.
  public enum QuantileMethod: Hashable, Sendable {
    /// Woodruff (1952): the limits of the share of values up to the quantile, turned back
    /// into quantiles. Good with the jackknife too.
    case woodruff(ProportionInterval)
    /// The variance of the replicates' quantiles. The jackknife is not valid here, because
    /// a quantile is not a smooth statistic (Wolter 2007, 4.2); BRR and the bootstrap are.
    case replicates
  }

  /// Estimates quantiles of `values` in each group.
  ///
  /// Values in order x₁ ≤ x₂ ≤ … with cumulative weights C_k; the quantile for p is the first
  /// x_k with C_k > pW, or follows `rule` if C_k = pW up to 10⁻¹²W (R survey's `svyquantile`).
  /// Rows without weight are not values.
  ///
  /// - Returns: for each group a quantile per probability; nil for an empty group and for a
  ///   probability outside 0...1.
  /// - Throws: ``SampleDesignError/unequalColumns(_:rows:expected:)``.
  public func quantiles(
    of values: [Double],
    at probabilities: [Double],
    by groups: Grouping? = nil,
    method: QuantileMethod = .woodruff(.mean),
    rule: QuantileRule = .math,
    level: Double = 0.95
  ) throws(SampleDesignError) -> [[QuantileEstimate?]] {
    let sums = try sums(of: [values], by: groups, centres: [0])
    let sorted = sortedRows(values, groups)
    var results = [[QuantileEstimate?]](
      repeating: [],
      count: sorted.count
    )
    let totals = sorted.indices.map { sums.sums(of: 0, in: $0) }
    for probability in probabilities {
      let isValid = probability >= 0 && probability <= 1
      let found = sorted.indices.map { group -> [Double]? in
        guard isValid, let totals = totals[group] else { return nil }
        let width = method == .replicates ? store.width : 1
        return quantile(probability, values, sorted[group], Array(totals.prefix(width)), rule)
      }
      let row: [QuantileEstimate?]
      if case .woodruff(let interval) = method {
        let shares = try shares(of: values, upTo: found, groups)
        row = sorted.indices.map { group in
          guard let value = found[group]?[0], let share = shares[group],
            let total = totals[group]?[0]
          else { return nil }
          return QuantileEstimate(value, share, interval, level: level) { p in
            quantile(p, values, sorted[group], [total], rule)[0]
          }
        }
      } else {
        let degrees = sums.degreesOfFreedom(in: self)
        row = sorted.indices.map { group in
          guard let thetas = found[group], let moments = sums.moments(of: group) else {
            return nil
          }
          let estimate = estimate(
            thetas,
            moments: moments,
            simpleRandomVariance: nil,
            degreesOfFreedom: degrees[group],
            isCensus: sums.isCensus(group)
          )
          return QuantileEstimate(estimate, level: level)
        }
      }
      for (group, quantile) in row.enumerated() { results[group].append(quantile) }
    }
    return results
  }

  /// Rows with a value by group, in ascending order of the value.
  private func sortedRows(_ values: [Double], _ groups: Grouping?) -> [[Int]] {
    var lists = [[Int]](repeating: [], count: groups?.count ?? 1)
    for row in 0..<rows where !values[row].isNaN {
      let group = groups.map { $0.codes[row] } ?? 0
      if group >= 0 { lists[group].append(row) }
    }
    return lists.map { list in list.sorted { (values[$0], $0) < (values[$1], $1) } }
  }

  private func shares(
    of values: [Double],
    upTo quantiles: [[Double]?],
    _ groups: Grouping?
  ) throws(SampleDesignError) -> [Estimate?] {
    let below = (0..<rows).map { row -> Double in
      let group = groups.map { $0.codes[row] } ?? 0
      guard group >= 0, !values[row].isNaN, let limit = quantiles[group]?[0] else { return .nan }
      return values[row] <= limit ? 1 : 0
    }
    return try means(of: below, by: groups)
  }

  /// The quantile with the full weights, and with each replicate that `totals` has.
  private func quantile(
    _ probability: Double,
    _ values: [Double],
    _ sorted: [Int],
    _ totals: [Double],
    _ rule: QuantileRule
  ) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: totals.count)
    var found = [Double](repeating: .nan, count: totals.count)
    var last = found
    var isHalfway = [Bool](repeating: false, count: totals.count)
    var open = totals.count
    for row in sorted where open > 0 {
      let first = store.pattern(of: row) * store.width
      let factor = factor(of: row)
      for index in totals.indices where found[index].isNaN {
        let weight = factor * store.values[first + index]
        guard weight != 0 else { continue }
        if isHalfway[index] {
          found[index] = (last[index] + values[row]) / 2
          open -= 1
          continue
        }
        last[index] = values[row]
        sums[index].add(weight)
        let over = sums[index].value - probability * totals[index]
        guard over >= -1e-12 * totals[index].magnitude else { continue }
        if rule == .school, over <= 1e-12 * totals[index].magnitude {
          isHalfway[index] = true
        } else {
          found[index] = values[row]
          open -= 1
        }
      }
    }
    // The largest value has no next one.
    return zip(found, last).map { $0.isNaN ? $1 : $0 }
  }
}
