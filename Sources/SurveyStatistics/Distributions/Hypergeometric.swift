/// The number of successes in a simple random sample without replacement.
public struct Hypergeometric: Hashable, Sendable {
  /// How many units of the population are successes.
  public let successes: Int
  /// How many units of the population are not.
  public let failures: Int
  /// How many units are drawn.
  public let draws: Int

  /// Makes the distribution; counts are taken into 0...2⁴⁰, and `draws` is at most
  /// `successes + failures`.
  public init(successes: Int, failures: Int, draws: Int) {
    self.successes = min(max(0, successes), 1 << 40)
    self.failures = min(max(0, failures), 1 << 40)
    self.draws = min(max(0, draws), self.successes + self.failures)
  }

  /// The probability of drawing at most `count` successes.
  public func cumulative(_ count: Int) -> Double {
    let (below, above) = masses(splitAfter: count)
    return below / (below + above)
  }

  /// The probability of drawing at least `count` successes.
  public func atLeast(_ count: Int) -> Double {
    let (below, above) = masses(splitAfter: count - 1)
    return above / (below + above)
  }

  /// Unnormalised mass up to and above `count`, by the ratio of neighbours from the mode
  /// outwards: every term is positive and no logarithm is taken.
  private func masses(splitAfter count: Int) -> (below: Double, above: Double) {
    let smallest = max(0, draws - failures)
    let largest = min(draws, successes)
    let share = Double(successes + 1) / Double(successes + failures + 2)
    let mode = min(max(Int(Double(draws + 1) * share), smallest), largest)
    var below = CompensatedSum()
    var above = CompensatedSum()
    func place(_ mass: Double, at value: Int) {
      if value <= count { below.add(mass) } else { above.add(mass) }
    }
    place(1, at: mode)
    var mass = 1.0
    var value = mode
    while value > smallest, mass > 0 {
      let up = Double(successes - value + 1) * Double(draws - value + 1)
      mass *= Double(value) * Double(failures - draws + value) / up
      value -= 1
      place(mass, at: value)
    }
    mass = 1
    value = mode
    while value < largest, mass > 0 {
      let down = Double(value + 1) * Double(failures - draws + value + 1)
      mass *= Double(successes - value) * Double(draws - value) / down
      value += 1
      place(mass, at: value)
    }
    return (below.value, above.value)
  }
}
