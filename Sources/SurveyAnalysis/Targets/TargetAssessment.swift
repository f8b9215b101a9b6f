package import SurveyModel
package import SurveyStatistics

/// A target with what the data say about it, overall and for each group.
package struct TargetAssessment: Sendable {
  /// What the data say.
  package enum Outcome: Sendable {
    /// A survey target.
    case survey(Survey)
    /// A change since an earlier wave.
    case change(Change)
    /// A change between waves, which needs two waves.
    case needsTwoWaves
    /// An administrative count, without sampling error.
    case count(CountAssessment)
    /// An administrative count that nobody has entered.
    case awaitsCount(AdministrativeTarget)
    /// The study does not hold the target's questionnaire.
    case questionnaireAbsent(String)
  }

  /// A survey target.
  package struct Survey: Sendable {
    /// The indicator.
    package let indicator: Indicator
    /// What it should reach, in the indicator's unit.
    package let threshold: Double
    /// The scale on which it is read.
    package let unit: IndicatorUnit
    /// The overall figure.
    package let overall: Line
    /// The groups of each question.
    package let breakdowns: [(question: Question, lines: [Line])]
    /// The ranks of the published groups of each question, all with one confidence.
    package let ranks: [RankIntervals?]
  }

  /// One figure held against the target.
  package struct Line: Sendable {
    /// The group; `nil` for the overall figure.
    package let level: GroupVariable.Level?
    /// The figure; `nil` without valid answers.
    package let estimate: Estimate?
    /// The two-sided interval whose ends are the one-sided bounds at ``error``.
    package let interval: ConfidenceInterval?
    /// What it says about the target.
    package let verdict: Verdict
    /// The bound that decided, at the error that this line was tested at.
    package let decidingBound: Double?
    /// The error at which it was tested; smaller than the plan's where groups share it.
    package let error: Double
    /// What a reader must be told.
    package let cautions: [PublicationGate.Caution]
    /// What the sample says at that error; nil when the figure is not published.
    package let decision: TargetDecision?
    /// The exact bounds that decided, in a census and in a simple sample of most of the people.
    package let exact: FinitePopulationBounds?
    /// What would decide it, if the rate stayed; only when undecided.
    package let outlook: DecisionOutlook?
    /// How many without an answer would change it; only when decided and some have none.
    package var tipping: TippingPoint?
    /// The verdict under every choice that may be defended; nil when there is no choice.
    package var robustness: Robustness?
    /// Whether it survives the errors of keying; only when decided, and forms were verified.
    package var keying: KeyingOutlook?
  }

  /// The target.
  package let target: Target
  /// What the data say.
  package let outcome: Outcome

  /// Whether any published figure is surely below its target.
  package var isMissedSomewhere: Bool {
    switch outcome {
    case .survey(let survey):
      ([survey.overall] + survey.breakdowns.flatMap(\.lines)).contains { $0.verdict == .notMet }
    case .count(let count): count.results.contains { $0.verdict == .notMet }
    case .change(let change): change.line.verdict == .notMet
    case .needsTwoWaves, .awaitsCount, .questionnaireAbsent: false
    }
  }

  /// Holds a target on a count against the record, where there is one.
  package init(_ target: Target, _ aim: AdministrativeTarget, in context: CountContext?) {
    let assessment = context.flatMap { CountAssessor(aim, context: $0).assessment() }
    self.init(target: target, outcome: assessment.map { .count($0) } ?? .awaitsCount(aim))
  }

  /// Pairs a target with its outcome.
  package init(target: Target, outcome: Outcome) {
    self.target = target
    self.outcome = outcome
  }
}
