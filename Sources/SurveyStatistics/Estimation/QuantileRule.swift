/// What a quantile is between two values: the nine definitions of Hyndman and Fan (1996).
///
/// With values in order x₁ ≤ … ≤ x_n, weights w_k, cumulative weights C_k and W = C_n; for
/// weights of 1 these are the definitions of the paper. ``math`` is the default everywhere.
public enum QuantileRule: String, Hashable, Sendable, CaseIterable {
  /// The first x_k with C_k ≥ pW, the inverse of the distribution function (definition 1).
  case math
  /// The same, halfway to the next value when C_k = pW, the median of school (definition 2).
  case school
  /// The same, at C_k = pW the one of the two values whose rank is even (definition 3).
  case hf3
  /// Between points (C_k/W, x_k) in straight lines (definition 4), as all that follow.
  case hf4
  /// Points at (C_k - w_k/2)/W (definition 5).
  case hf5
  /// Points at C_k/(W + w_n) (definition 6).
  case hf6
  /// Points at C_{k-1}/C_{n-1} (definition 7), the default of many programs.
  case hf7
  /// Points at (C_{k-1}/3 + 2C_k/3)/(W + w_n/3) (definition 8).
  case hf8
  /// Points at (3C_{k-1}/8 + 5C_k/8)/(W + w_n/4) (definition 9).
  case hf9
}

extension QuantileRule {
  /// The quantile of values in ascending order with cumulative weights; p in 0...1.
  ///
  /// Cumulative weights do not go down. Sums that miss pW by 10⁻¹² of the total hit it.
  func quantile(_ p: Double, of values: [Double], cumulative: [Double]) -> Double {
    guard let last = values.last, let total = cumulative.last else { return .nan }
    switch self {
    case .math, .school, .hf3:
      let slack = 1e-12 * total
      guard let k = cumulative.firstIndex(where: { $0 >= p * total - slack }) else { return last }
      let isExact = (cumulative[k] - p * total).magnitude <= slack
      guard isExact, k + 1 < values.count, self != .math else { return values[k] }
      if self == .school { return (values[k] + values[k + 1]) / 2 }
      return Self.hasEvenRank(k, values) ? values[k] : values[k + 1]
    case .hf4, .hf5, .hf6, .hf7, .hf8, .hf9:
      return interpolate(p, values, cumulative)
    }
  }

  /// Whether the distinct value at `index` has an even rank among distinct values.
  private static func hasEvenRank(_ index: Int, _ values: [Double]) -> Bool {
    var rank = 1
    for k in 0..<index where values[k] != values[k + 1] { rank += 1 }
    return rank.isMultiple(of: 2)
  }

  private func interpolate(_ p: Double, _ values: [Double], _ cumulative: [Double]) -> Double {
    let n = values.count
    guard n > 1 else { return values[0] }
    func point(_ k: Int) -> Double {
      let before = k == 0 ? 0 : cumulative[k - 1]
      let (after, total) = (cumulative[k], cumulative[n - 1])
      let last = total - cumulative[n - 2]
      switch self {
      case .hf5: return (before + after) / 2 / total
      case .hf6: return after / (total + last)
      case .hf7: return before / cumulative[n - 2]
      case .hf8: return (before / 3 + after * 2 / 3) / (total + last / 3)
      case .hf9: return (before * 3 / 8 + after * 5 / 8) / (total + last / 4)
      default: return after / total
      }
    }
    var (low, high) = (0, n - 1)
    if p <= point(low) { return values[low] }
    if p >= point(high) { return values[high] }
    while high - low > 1 {
      let middle = (low + high) / 2
      if point(middle) <= p { low = middle } else { high = middle }
    }
    let share = (p - point(low)) / (point(high) - point(low))
    return values[low] + share * (values[high] - values[low])
  }
}
