/// Systematic drawing with given chances (Madow 1949).
///
/// With the running sums c_k of the chances and a random start u of 0..<1, the unit k is drawn
/// when one of u, u + 1, u + 2, … lies in c_{k-1}..<c_k. The chances are exactly those given; pairs
/// may have the chance 0, so that no variance can be estimated without bias.
public struct SystematicPPS: Sendable {
  private let sums: [Double]
  private let sample: Int

  /// Prepares to draw with chances that add up to a whole number.
  public init(_ chances: [Double]) {
    var sum = CompensatedSum()
    var sums: [Double] = []
    for chance in chances {
      sum.add(chance)
      sums.append(sum.value)
    }
    sample = Int(min(max(0, sum.value.isFinite ? sum.value : 0), 1e15).rounded())
    // The last sum is the sample itself, whatever rounding did.
    if !sums.isEmpty { sums[sums.count - 1] = Double(sample) }
    self.sums = sums
  }

  /// The drawn units, in their order.
  public func draw(using random: inout SplitMix64) -> [Int] {
    var next = random.fraction()
    var units: [Int] = []
    for (unit, sum) in sums.enumerated() where sum > next && units.count < sample {
      units.append(unit)
      next += 1
    }
    return units
  }

  /// The chance π_kl that both of each pair are drawn; π_k on the diagonal.
  ///
  /// The starts at which a unit is drawn are one or two pieces of 0..<1; two units are drawn
  /// together where their pieces overlap.
  public func jointProbabilities() -> [[Double]] {
    let pieces = sums.indices.map { unit in
      let (from, to) = (unit > 0 ? sums[unit - 1] : 0, sums[unit])
      let start = from - from.rounded(.down)
      let end = start + (to - from)
      return end <= 1 ? [start..<max(start, end)] : [start..<1, 0..<min(1, end - 1)]
    }
    return pieces.map { first in
      pieces.map { second in
        CompensatedSum.of(
          first.flatMap { a in
            second.map { b in
              max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
            }
          }
        )
      }
    }
  }
}
