/// A chapter of a summary report; its raw value is how plans write it.
public enum ReportSection: String, CaseIterable, Hashable, Sendable {
  /// The verdicts and the composites on one page, for the leader.
  case summary
  /// Forms handed out, returned and valid; the response rate.
  case fieldwork
  /// Who answered.
  case respondents
  /// The targets of the plan with their figures.
  case targets
  /// What changed since the wave before.
  case changes
  /// Shares by group.
  case rates
  /// Composite indices as trees, by group.
  case indices
  /// What matters against what is good.
  case importance
  /// Sums of points with their classes.
  case points
  /// Options of multiple choices.
  case choices
  /// What respondents wish for most, in order.
  case expectations
  /// Every closed question with all its levels.
  case items
  /// Numeric questions.
  case numbers
  /// Units before and after a reform.
  case units
  /// Forms that look odd, and the results without them.
  case quality
  /// What the sample cannot decide, and how many more interviews would.
  case undecided
  /// What is not published, and why.
  case withheld
  /// The office's own assessment.
  case assessment
  /// What the office proposes.
  case proposals
  /// How the figures were made and what they cannot say.
  case method

  /// The chapters of a report whose plan does not choose, in their order.
  public static let usual: [ReportSection] = [
    .summary, .fieldwork, .respondents, .targets, .changes, .rates, .indices, .importance, .points,
    .choices, .expectations, .items, .numbers, .units, .quality, .undecided, .withheld, .method,
  ]
}
