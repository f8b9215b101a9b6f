package import SurveyModel
package import SurveyStatistics

/// One interview that a rule points to, with the numbers for which it does.
package struct QualityFlag: Hashable, Sendable {
  /// Why.
  package enum Evidence: Hashable, Sendable {
    /// The same code on so many items; contradictory where the scale turns round among them.
    case straightLine(items: Int, isContradictory: Bool)
    /// It took so many seconds where reading alone takes at least so many.
    case speed(seconds: Double, least: Double)
    /// So many of so many answers are those of another interview.
    case copy(of: Int, matching: Int, items: Int)
    /// One of so many forms that began after hours within an hour.
    case afterHours(forms: Int)
    /// One of so many forms within an hour, whose reading or keying alone takes so many minutes.
    case impossibleHour(forms: Int, leastMinutes: Double)
    /// The dossier of another interview.
    case dossier(of: Int)
  }

  /// The position of the interview in the dataset.
  package let row: Int
  /// The rule.
  package let rule: QualityRule
  /// Why.
  package let evidence: Evidence
}

/// What a rule says about an operator, or about a question as a whole.
package struct OperatorFinding: Hashable, Sendable {
  /// The rule.
  package let rule: QualityRule
  /// The position of the operator; nil where it is about all of them.
  package let place: Int?
  /// The indicator or the question; nil where it is about all questions.
  package let subject: String?
  /// The interviews of the operator that were looked at.
  package let interviews: Int
  /// The operator's mean or rate.
  package let value: Double
  /// That of all others, or what was to be expected.
  package let others: Double
  /// The difference with its interval at the error that is left for it; nil where it is a distance.
  package let interval: ConfidenceInterval?
  /// The p value, adjusted for all that the rule tested (Holm).
  package let adjustedPValue: Double
  /// Whether it is told: surely there, and large enough to matter.
  package let isFlagged: Bool
}

/// What became of one rule.
package struct RuleOutcome: Hashable, Sendable {
  /// Why a rule could say nothing.
  package enum Silence: Hashable, Sendable {
    case noInstants
    case noOperators
    case noScale(items: Int)
    case noDossiers
    case tooFewAnswers
    case tooFewInterviews
  }

  /// The rule.
  package let rule: QualityRule
  /// How many interviews, or comparisons of operators, it looked at.
  package let examined: Int
  /// The interviews that it points to.
  package let flags: [QualityFlag]
  /// What it says about operators.
  package let findings: [OperatorFinding]
  /// Why it could say nothing.
  package let silence: Silence?
  /// How many flags chance alone would give, where the rule knows.
  package let expected: Double?
  /// How many interviews are of the kind that the rule looks for, told or not, where it knows.
  package let alike: Int?

  init(
    _ rule: QualityRule,
    examined: Int,
    flags: [QualityFlag] = [],
    findings: [OperatorFinding] = [],
    silence: Silence? = nil,
    expected: Double? = nil,
    alike: Int? = nil
  ) {
    self.rule = rule
    self.examined = examined
    self.flags = flags
    self.findings = findings
    self.silence = silence
    self.expected = expected
    self.alike = alike
  }
}
