/// The generator with which samples are drawn: the same draw for the same seed on any machine.
///
/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators",
/// OOPSLA): 64-bit state s, starting at the seed; each number is
///
///     s ← s + 9E3779B97F4A7C15
///     z ← (s xor s≫30) · BF58476D1CE4E5B9
///     z ← (z xor z≫27) · 94D049BB133111EB
///     output z xor z≫31
///
/// in arithmetic modulo 2⁶⁴. Bounded numbers and fractions are made here and not by the standard
/// library, whose rules may change with its version.
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  /// The name and version that are written beside a draw.
  public static let name = "SplitMix64/1"

  private var state: UInt64

  /// Starts at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number of 0..<bound, each equally likely; 0 when `bound` is 0.
  ///
  /// Numbers of at least ⌊2⁶⁴/bound⌋ · bound are thrown away, the rest is taken modulo `bound`.
  public mutating func below(_ bound: UInt64) -> UInt64 {
    guard bound > 1 else { return 0 }
    // 2⁶⁴ mod bound.
    let excess = (UInt64.max % bound + 1) % bound
    while true {
      let number = next()
      if excess == 0 || number <= UInt64.max - excess { return number % bound }
    }
  }

  /// A number of 0..<1: the upper 53 bits of the next number, divided by 2⁵³.
  public mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
