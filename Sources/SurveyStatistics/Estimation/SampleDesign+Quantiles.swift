extension SampleDesign {
  /// Estimates a quantile of `values` in each group.
  ///
  /// The interval is Woodruff's (1952): that of the share of values up to the quantile,
  /// turned back into quantiles by the same rule (R survey's `svyquantile`). The degrees of
  /// freedom are the group's. NaN is a missing value; rows without weight are no values.
  ///
  /// - Parameters:
  ///   - probability: The share of the population below, in 0...1.
  ///   - values: A value per row.
  ///   - groups: The groups, or nil for everybody.
  ///   - rule: What a quantile is between two values.
  ///   - interval: The rule for the limits of the share.
  ///   - level: The confidence level.
  /// - Returns: a quantile per group in the unit of `values`, nil for an empty group; one
  ///   element when there are no groups. All are nil for a probability outside 0...1.
  /// - Throws: what ``means(of:by:)`` throws.
  /// - Complexity: O(rows · log rows).
  public func quantiles(
    _ probability: Double,
    of values: [Double],
    by groups: Grouping? = nil,
    rule: QuantileRule = .math,
    interval: ProportionInterval = .mean,
    level: Double = 0.95
  ) throws(SampleDesignError) -> [QuantileEstimate?] {
    try check(values, groups)
    let sorted = sortedValues(values, groups)
    guard probability >= 0, probability <= 1 else {
      return [QuantileEstimate?](repeating: nil, count: sorted.count)
    }
    let quantiles = sorted.map { $0.quantile(probability, rule) }
    var isBelow = [Double](repeating: .nan, count: rows)
    for row in 0..<rows {
      let group = group(of: row, in: groups)
      guard group >= 0, !values[row].isNaN else { continue }
      isBelow[row] = values[row] <= quantiles[group] ? 1 : 0
    }
    let shares = try means(of: isBelow, by: groups)
    return sorted.indices.map { group in
      guard let share = shares[group] else { return nil }
      return QuantileEstimate(quantiles[group], share, interval, level: level) { p in
        sorted[group].quantile(p, rule)
      }
    }
  }

  /// Estimates a quantile in a domain, or overall; nil when nobody is in it.
  ///
  /// See ``quantiles(_:of:by:rule:interval:level:)``.
  public func quantile(
    _ probability: Double,
    of values: [Double],
    in domain: [Bool]? = nil,
    rule: QuantileRule = .math,
    interval: ProportionInterval = .mean,
    level: Double = 0.95
  ) throws(SampleDesignError) -> QuantileEstimate? {
    let groups = domain.map { Grouping(domain: $0) }
    return try quantiles(
      probability,
      of: values,
      by: groups,
      rule: rule,
      interval: interval,
      level: level
    ).first.flatMap { $0 }
  }

  /// The values of each group in ascending order.
  private func sortedValues(_ values: [Double], _ groups: Grouping?) -> [SortedValues] {
    var members = [[Int]](repeating: [], count: groups?.count ?? 1)
    for row in 0..<rows where weights[row] != 0 && !values[row].isNaN {
      let group = group(of: row, in: groups)
      if group >= 0 { members[group].append(row) }
    }
    return members.map { rows in
      let order = rows.sorted { (values[$0], $0) < (values[$1], $1) }
      var sum = CompensatedSum()
      let cumulative = order.map { row in
        sum.add(weights[row])
        return sum.value
      }
      let sorted = SortedValues(values: order.map { values[$0] }, cumulative: cumulative)
      return rows.contains { weights[$0] < 0 } ? sorted.ascending : sorted
    }
  }
}

/// Values in ascending order, with the weights up to each.
private struct SortedValues {
  let values: [Double]
  let cumulative: [Double]

  /// The same without weights below 0 (linear calibration), which make cumulative weights
  /// go down: a quantile is still the first value with enough weight up to it.
  var ascending: SortedValues {
    var (distinct, ascending): ([Double], [Double]) = ([], [])
    for index in values.indices {
      if index + 1 < values.count, values[index] == values[index + 1] { continue }
      distinct.append(values[index])
      let sum = min(cumulative[index], cumulative[values.count - 1])
      ascending.append(max(ascending.last ?? 0, sum))
    }
    return SortedValues(values: distinct, cumulative: ascending)
  }

  func quantile(_ p: Double, _ rule: QuantileRule) -> Double {
    rule.quantile(p, of: values, cumulative: cumulative)
  }
}
