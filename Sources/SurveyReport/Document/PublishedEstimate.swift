package import SurveyStatistics

/// A figure of a report with all that its estimate says, for programs.
package struct PublishedEstimate: Hashable, Sendable {
  /// What a figure is of; what does not apply is nil or empty.
  package struct Subject: Hashable, Sendable {
    /// The indicator.
    package var indicator: String?
    /// The question.
    package var question: String?
    /// The code of the answer whose share it is.
    package var answer: String?
    /// The part, element and question of an index, or the question of a sum of points.
    package var path: [String] = []
    /// The question that makes the group.
    package var by: String?
    /// The code of the group.
    package var group: String?
  }

  /// What it is of.
  package let subject: Subject
  /// The estimate.
  package let estimate: Estimate
  /// Both ends of the interval that the report prints beside it; nil where it prints none.
  package let interval: ClosedRange<Double>?
}
