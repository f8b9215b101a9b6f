package import SurveyAnalysis
package import SurveyModel
package import SurveyStatistics

/// All that a verdict rests on, for programs that read the report.
package struct VerdictEvidence: Hashable, Sendable {
  /// The target's name in the plan.
  package let target: String
  /// The group's code; nil for the overall figure.
  package let group: String?
  /// The question that makes the group.
  package let by: String?
  /// What is to be reached, on the indicator's scale.
  package let threshold: Double
  /// Why the figure is not published; then only an unreliable one tells its answers.
  package let suppression: PublicationSymbol?
  /// The figure.
  package let value: Double?
  /// The answers behind it.
  package let sampleSize: Int?
  /// The one-sided error at which it was tested.
  package let error: Double
  /// How it was decided.
  package let rule: Target.Decision
  /// The bounds and p values.
  package let decision: TargetDecision?
  /// The exact counts, where these decided.
  package let exact: FinitePopulationBounds?
  /// What would decide it.
  package let outlook: DecisionOutlook?
  /// How many without an answer would change it.
  package let tipping: TippingPoint?
  /// The verdict under every choice that may be defended.
  package let robustness: Robustness?
  /// Whether it survives the errors of keying.
  package let keying: KeyingOutlook?

  /// What a line of a target rests on.
  init(_ line: TargetAssessment.Line, of target: Target, threshold: Double, by: String?) {
    self.target = target.id
    self.by = by
    self.threshold = threshold
    group = line.level?.code
    error = line.error
    rule = target.decision
    if case .suppressed(let reason) = line.verdict {
      suppression = PublicationSymbol(reason)
      value = nil
      switch reason {
      case .disclosure, .complementary, .noData: sampleSize = nil
      default: sampleSize = line.estimate?.sampleSize
      }
      decision = nil
      exact = nil
      outlook = nil
      tipping = nil
      robustness = nil
      keying = nil
    } else {
      suppression = nil
      value = line.estimate?.value
      sampleSize = line.estimate?.sampleSize
      decision = line.decision
      exact = line.exact
      outlook = line.outlook
      tipping = line.tipping
      robustness = line.robustness
      keying = line.keying
    }
  }
}
