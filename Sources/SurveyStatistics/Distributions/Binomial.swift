/// The number of successes among independent trials.
public struct Binomial: Hashable, Sendable {
  /// The number of trials.
  public let trials: Int
  /// The chance of success in one trial.
  public let probability: Double

  /// Makes the distribution of successes in `trials` trials.
  public init(trials: Int, probability: Double) {
    self.trials = max(0, trials)
    self.probability = probability
  }

  /// The probability of at most `count` successes.
  ///
  ///     P(X ≤ k) = I_{1-p}(n - k, k + 1)
  public func cumulative(_ count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return tails(above: count).upper
  }

  /// The probability of at least `count` successes.
  public func atLeast(_ count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    return tails(above: count - 1).lower
  }

  private func tails(above count: Int) -> BetaTails {
    BetaTails(
      x: probability,
      y: 1 - probability,
      a: Double(count) + 1,
      b: Double(trials - count)
    )
  }
}
