package import SurveyModel
package import SurveyStatistics

/// One verdict under every choice that may be defended.
package struct Robustness: Hashable, Sendable {
  /// One way to compute a figure.
  package struct Choice: Hashable, Sendable {
    /// The interval; nil where the bounds are exact or the figure is not a share.
    package let method: Target.Decision.Method?
    /// Whether people who do not know count as not positive.
    package let countsDoNotKnow: Bool
    /// Whether the design's weights are used.
    package let usesWeights: Bool
    /// What a stratum with a single cluster contributes.
    package let lonelyPSU: LonelyPSU
  }

  /// What one way to compute gives.
  package struct Cell: Hashable, Sendable {
    package let choice: Choice
    package let value: Double
    package let outcome: TargetDecision.Outcome
  }

  /// One respect in which two ways differ.
  package enum Difference: Hashable, Sendable {
    case method(Target.Decision.Method)
    case doNotKnow(counted: Bool)
    case weights(used: Bool)
    case lonelyPSU(LonelyPSU)
  }

  /// All ways, the report's own first.
  package let cells: [Cell]

  /// Whether all ways give the same verdict.
  package var isRobust: Bool { changed.isEmpty }

  /// The ways that give another verdict than the report.
  package var changed: [Cell] {
    cells.filter { $0.outcome != cells.first?.outcome }
  }

  /// The other verdict that is nearest: what is to be chosen otherwise, and what it gives.
  package var flip: (differences: [Difference], outcome: TargetDecision.Outcome)? {
    changed.map { (differences(of: $0.choice), $0.outcome) }
      .min { $0.0.count < $1.0.count }
  }

  /// In what a choice differs from the report's own.
  package func differences(of choice: Choice) -> [Difference] {
    guard let own = cells.first?.choice else { return [] }
    var differences: [Difference] = []
    if let method = choice.method, method != own.method { differences.append(.method(method)) }
    if choice.countsDoNotKnow != own.countsDoNotKnow {
      differences.append(.doNotKnow(counted: choice.countsDoNotKnow))
    }
    if choice.usesWeights != own.usesWeights {
      differences.append(.weights(used: choice.usesWeights))
    }
    if choice.lonelyPSU != own.lonelyPSU { differences.append(.lonelyPSU(choice.lonelyPSU)) }
    return differences
  }
}

/// How many of the people without an answer would have to be alike to change a verdict.
package struct TippingPoint: Hashable, Sendable {
  /// The people who were asked and gave no answer.
  package let missing: Int
  /// How many of them are enough; nil when even all of them are not.
  package let enough: Int?
  /// Whether they would have to be positive.
  package let positive: Bool
}
