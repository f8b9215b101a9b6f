import SurveyStatistics

/// Random numbers that a seed reproduces on every machine, from ``SplitMix64``.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var bits: SplitMix64

  /// A generator that starts from `seed`.
  package init(seed: UInt64) { bits = SplitMix64(seed: seed) }

  package mutating func next() -> UInt64 { bits.next() }

  /// A number in 0..<1.
  package mutating func uniform() -> Double { bits.fraction() }

  /// A whole number in 0..<`count`.
  package mutating func below(_ count: Int) -> Int {
    min(count - 1, Int(uniform() * Double(count)))
  }

  /// A standard normal number.
  package mutating func normal() -> Double {
    NormalDistribution.quantile(min(max(uniform(), 1e-12), 1 - 1e-12))
  }

  /// `count` different numbers of 0..<`total` in random order, all of them when there are fewer.
  package mutating func draw(_ count: Int, of total: Int) -> [Int] {
    var numbers = Array(0..<total)
    let taken = min(count, total)
    for position in 0..<taken {
      numbers.swapAt(position, position + below(total - position))
    }
    return Array(numbers.prefix(taken))
  }
}
