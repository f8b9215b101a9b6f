import SurveyStatistics

/// Random numbers that a seed reproduces on every machine.
///
/// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts from `seed`.
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<1.
  package mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number in 0..<`count`.
  package mutating func below(_ count: Int) -> Int {
    min(count - 1, Int(uniform() * Double(count)))
  }

  /// A standard normal number.
  package mutating func normal() -> Double {
    NormalDistribution.quantile(min(max(uniform(), 1e-12), 1 - 1e-12))
  }
}
