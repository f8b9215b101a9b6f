import RealModule

/// A group in the middle of a survey: what was found so far.
public struct WaveGroup: Hashable, Sendable {
  /// The estimated rate.
  public var rate: Double
  /// How many answered so far.
  public var respondents: Int
  /// The design effect of the rate.
  public var designEffect: Double
  /// How many more can be asked; nil when that is no limit.
  public var room: Int?

  /// Describes a group.
  public init(rate: Double, respondents: Int, designEffect: Double = 1, room: Int? = nil) {
    self.rate = rate
    self.respondents = respondents
    self.designEffect = designEffect
    self.room = room
  }
}

/// Where the next interviews decide most.
///
/// With p̃ the rate after two imagined yes and two imagined no (Agresti and Coull 1998),
/// σ² = deff p̃(1 - p̃), V = σ²/n now and V′ = σ²/(n + k) after k more interviews, the later
/// estimate is expected to be normal about p̃ with variance V - V′, and the chance of a verdict is
///
///     C(k) = Φ((d - z√V′)/√(V - V′)) + Φ((-d - z√V′)/√(V - V′)),   d = p̃ - T
///
/// (the predictive probability of a decision; Spiegelhalter, Abrams and Myles 2004, 6.6). The
/// interviews go where the expected number of verdicts grows most for each of them, on the concave
/// hull of C. Groups that are decided already get none, and neither do those so near the target
/// that this wave cannot decide them, as long as others can be decided.
public struct NextWave: Hashable, Sendable {
  /// The interviews of each group; together at most the number that was to be divided.
  public let interviews: [Int]
  /// The chance of a verdict without further interviews: 0 or 1.
  public let isDecided: [Bool]
  /// The chance of a verdict after the wave.
  public let chances: [Double]

  /// Divides `total` interviews among `groups`.
  public init(
    of total: Int,
    among groups: [WaveGroup],
    target: Double,
    alpha: Double = 0.05
  ) throws(PlanningError) {
    guard total > 0, total <= SampleSize.limit else { throw .invalidSampleSize(total) }
    guard !groups.isEmpty else { throw .emptyFrame }
    guard target > 0, target < 1 else { throw .notAShare(.target, target) }
    guard alpha > 0, alpha < 0.5 else { throw .notAShare(.error, alpha) }
    var outlooks: [Outlook] = []
    for (index, group) in groups.enumerated() {
      guard group.rate >= 0, group.rate <= 1 else {
        throw .invalidGroupValue(.rate, group.rate, group: index)
      }
      guard group.respondents > 0 else {
        throw .invalidGroupValue(.respondents, Double(group.respondents), group: index)
      }
      guard group.designEffect > 0, group.designEffect.isFinite else {
        throw .invalidGroupValue(.designEffect, group.designEffect, group: index)
      }
      outlooks.append(Outlook(group, target: target, alpha: alpha))
    }
    let steps = zip(groups, outlooks).enumerated().flatMap { index, pair in
      let (group, outlook) = pair
      return outlook.hull(upTo: min(total, max(0, group.room ?? total)))
        .map { (group: index, from: $0.from, to: $0.to, gain: $0.gain) }
    }
    var interviews = [Int](repeating: 0, count: groups.count)
    var remaining = total
    for step in steps.sorted(by: { ($1.gain, $0.group) < ($0.gain, $1.group) }) {
      let given = min(remaining, step.to - step.from)
      interviews[step.group] += given
      remaining -= given
    }
    self.interviews = interviews
    isDecided = outlooks.map { $0.isDecided }
    chances = zip(outlooks, interviews).map { $0.chance(after: $1) }
  }

  private struct Outlook {
    private let distance: Double
    private let spread: Double
    private let respondents: Double
    private let z: Double

    init(_ group: WaveGroup, target: Double, alpha: Double) {
      let n = Double(group.respondents)
      let p = (n * group.rate + 2) / (n + 4)
      distance = p - target
      spread = group.designEffect * p * (1 - p)
      respondents = n
      z = -NormalDistribution.quantile(alpha)
    }

    var isDecided: Bool { distance.magnitude >= z * (spread / respondents).squareRoot() }

    func chance(after further: Int) -> Double {
      if isDecided { return 1 }
      guard further > 0 else { return 0 }
      let later = spread / (respondents + Double(further))
      let change = (spread / respondents - later).squareRoot()
      let needed = z * later.squareRoot()
      return NormalDistribution.cumulative((distance - needed) / change)
        + NormalDistribution.cumulative((-distance - needed) / change)
    }

    /// The concave hull of the chance, in steps of falling gain for each interview.
    func hull(upTo most: Int) -> [(from: Int, to: Int, gain: Double)] {
      guard most > 0, !isDecided else { return [] }
      let width = max(1, most / 500)
      var corners: [(at: Int, chance: Double)] = []
      for at in Array(stride(from: 0, to: most, by: width)) + [most] {
        let corner = (at: at, chance: chance(after: at))
        while corners.count > 1 {
          let (first, second) = (corners[corners.count - 2], corners[corners.count - 1])
          let before = (second.chance - first.chance) / Double(second.at - first.at)
          let after = (corner.chance - second.chance) / Double(corner.at - second.at)
          if after < before { break }
          corners.removeLast()
        }
        corners.append(corner)
      }
      return zip(corners, corners.dropFirst()).map { first, second in
        let gain = (second.chance - first.chance) / Double(second.at - first.at)
        return (first.at, second.at, gain)
      }
    }
  }
}
