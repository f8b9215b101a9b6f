/// Sampford's drawing without replacement with given chances (Sampford 1967, Biometrika 54).
///
/// A set s of n units is drawn with probability proportional to
///
///     Σ_{k∈s} (1 - π_k) · Π_{k∈s} π_k/(1 - π_k)
///
/// which gives each unit exactly its chance π_k and every pair of units a chance above 0. The
/// set is not found by drawing until all units differ, which can take forever, but unit by unit:
/// with A(i, m) the chance that Poisson drawing with the chances π takes m of the units i, i+1, …
/// and B(i, m) the mean of Σ(1 - π_k) over these outcomes, a unit is taken with
///
///     π_i (a′ A(i+1, m-1) + B(i+1, m-1)) / (a A(i, m) + B(i, m)),   a′ = a + 1 - π_i
///
/// where m units are still to be drawn and a is Σ(1 - π_k) over those drawn so far.
public struct Sampford: Sendable {
  /// The largest table that is made, in numbers.
  static let limit = 40_000_000

  private let chances: [Double]
  private let certain: [Int]
  /// The units that are neither certain nor impossible.
  private let open: [Int]
  private let sample: Int
  private let table: Completions

  /// Prepares to draw with chances that add up to a whole number, none above 1.
  public init(_ chances: [Double]) throws(PlanningError) {
    self.chances = chances
    certain = chances.indices.filter { chances[$0] >= 1 }
    open = chances.indices.filter { chances[$0] > 0 && chances[$0] < 1 }
    let sum = CompensatedSum.of(open.map { chances[$0] })
    sample = Int(min(max(0, sum.isFinite ? sum : 0), 1e9).rounded())
    let cells = (open.count + 1).multipliedReportingOverflow(by: sample + 1)
    guard !cells.overflow, cells.partialValue <= Self.limit else {
      throw .tooLargeForSampford(units: chances.count, sample: sample + certain.count)
    }
    table = Completions(open.map { chances[$0] }, sample: sample)
  }

  /// The drawn units, in their order.
  public func draw(using random: inout SplitMix64) -> [Int] {
    var drawn = certain
    var (remaining, slack) = (sample, 0.0)
    for (position, unit) in open.enumerated() where remaining > 0 {
      let chance = chances[unit]
      let taken =
        chance * table.weight(from: position + 1, remaining - 1, slack: slack + 1 - chance)
      let left = (1 - chance) * table.weight(from: position + 1, remaining, slack: slack)
      if random.fraction() * (taken + left) < taken {
        drawn.append(unit)
        remaining -= 1
        slack += 1 - chance
      }
    }
    return drawn.sorted()
  }

  /// The chance π_kl that both of each pair are drawn; π_k on the diagonal.
  ///
  /// By the same sums with one unit forced in, in time proportional to N²n.
  public func jointProbabilities() -> [[Double]] {
    var joint = chances.map { _ in [Double](repeating: 0, count: chances.count) }
    let whole = table.weight(from: 0, sample, slack: 0)
    for unit in open {
      joint[unit][unit] = chances[unit]
      for other in certain {
        (joint[unit][other], joint[other][unit]) = (chances[unit], chances[unit])
      }
      guard sample > 1 else { continue }
      let rest = open.filter { $0 != unit }
      let both = Completions(rest.map { chances[$0] }, sample: sample - 1)
        .inclusionWeights(slack: 1 - chances[unit])
      for (other, weight) in zip(rest, both) {
        joint[unit][other] = chances[unit] * weight / whole
      }
    }
    for unit in certain {
      for other in certain { joint[unit][other] = 1 }
    }
    return joint
  }
}

/// The sums over all ways of completing a draw, A and B of ``Sampford``.
private struct Completions {
  private let chances: [Double]
  private let sample: Int
  private var counts: [Double]
  private var slacks: [Double]

  init(_ chances: [Double], sample: Int) {
    self.chances = chances
    self.sample = sample
    let width = sample + 1
    counts = [Double](repeating: 0, count: (chances.count + 1) * width)
    slacks = counts
    counts[chances.count * width] = 1
    for unit in chances.indices.reversed() {
      let (here, after) = (unit * width, (unit + 1) * width)
      let (taken, left) = (chances[unit], 1 - chances[unit])
      for m in 0...sample {
        var (count, slack) = (left * counts[after + m], left * slacks[after + m])
        if m > 0 {
          count += taken * counts[after + m - 1]
          slack += taken * (slacks[after + m - 1] + left * counts[after + m - 1])
        }
        (counts[here + m], slacks[here + m]) = (count, slack)
      }
    }
  }

  /// The weight of all ways to take `number` of the units from `position` on.
  func weight(from position: Int, _ number: Int, slack: Double) -> Double {
    guard number >= 0, number <= sample else { return 0 }
    let cell = position * (sample + 1) + number
    return slack * counts[cell] + slacks[cell]
  }

  /// The weight of all ways to take ``sample`` units that have a given unit, for each unit.
  func inclusionWeights(slack: Double) -> [Double] {
    // Sums over the units before the present one, by the number taken.
    var before = [Double](repeating: 0, count: sample + 1)
    var slackBefore = before
    before[0] = 1
    var weights: [Double] = []
    for (unit, taken) in chances.enumerated() {
      let left = 1 - taken
      let after = (unit + 1) * (sample + 1)
      var weight = CompensatedSum()
      for m in 0..<sample {
        let (count, rest) = (before[m], after + sample - 1 - m)
        let own = (slack + left) * count + slackBefore[m]
        weight.add(taken * (own * counts[rest] + count * slacks[rest]))
      }
      weights.append(weight.value)
      for m in stride(from: sample, through: 0, by: -1) {
        slackBefore[m] =
          left * slackBefore[m]
          + (m > 0 ? taken * (slackBefore[m - 1] + left * before[m - 1]) : 0)
        before[m] = left * before[m] + (m > 0 ? taken * before[m - 1] : 0)
      }
    }
    return weights
  }
}
