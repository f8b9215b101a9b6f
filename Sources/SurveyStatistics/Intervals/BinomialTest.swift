import RealModule

/// Exact tests of a share from a simple random sample, as R's `binom.test`.
public struct BinomialTest: Hashable, Sendable {
  /// The chance of at least as many when the share is the tested one.
  public let pValueGreater: Double
  /// The chance of at most as many.
  public let pValueLess: Double
  /// The chance of all counts that are not likelier than the one seen.
  public let pValueTwoSided: Double

  /// Tests whether the share behind `count` of `size` is `share`.
  ///
  /// Nil unless 0 ≤ count ≤ size ≤ 10⁷, size > 0, 0 < share < 1.
  public init?(_ count: Int, of size: Int, share: Double) {
    guard size > 0, size <= 10_000_000, count >= 0, count <= size, share > 0, share < 1 else {
      return nil
    }
    let binomial = Binomial(trials: size, probability: share)
    pValueGreater = binomial.atLeast(count)
    pValueLess = binomial.cumulative(count)
    // Two counts that are equally likely may differ in the last digits.
    let limit = binomial.mass(count) * (1 + 1e-7)
    let mean = Double(size) * share
    if Double(count) == mean {
      pValueTwoSided = 1
    } else if Double(count) < mean {
      let counterpart = Self.first(Int(mean.rounded(.up))...size) { binomial.mass($0) <= limit }
      pValueTwoSided = min(1, pValueLess + (counterpart.map { binomial.atLeast($0) } ?? 0))
    } else {
      let reversed = Int(mean.rounded(.down))
      let steps = Self.first(0...reversed) { binomial.mass(reversed - $0) <= limit }
      let other = steps.map { binomial.cumulative(reversed - $0) } ?? 0
      pValueTwoSided = min(1, pValueGreater + other)
    }
  }

  /// The first of `range` from which on the condition holds.
  private static func first(_ range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
    guard holds(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Binomial {
  /// The probability of exactly `count` successes, for a probability strictly between 0 and 1.
  ///
  /// Loader's saddle-point form, through the density of the beta distribution.
  func mass(_ count: Int) -> Double {
    guard count >= 0, count <= trials else { return 0 }
    let (a, b) = (Double(count) + 1, Double(trials - count) + 1)
    let kernel = SpecialFunctions.logBetaKernel(probability, 1 - probability, a, b)
    return Double.exp(kernel) / (Double(trials + 1) * probability * (1 - probability))
  }
}
