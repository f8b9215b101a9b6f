package import SurveyModel

/// One interview with all its states, and where each came from.
package struct RecordTrace: Hashable, Sendable {
  /// One state of an interview.
  package struct State: Hashable, Sendable {
    /// What brought it about.
    package let revision: Revision
    /// The answers by question; none for a void.
    package let answers: [String: Answer]?
    /// The version of the questionnaire.
    package let version: String?
    /// The import, for rows of a file.
    package let batch: BatchID?
    /// The physical line in its file.
    package let line: Int?
    /// For a mended row the line in the first file.
    package let origin: Int?
    /// How the interview was conducted.
    package let mode: Mode?
  }

  /// The interview.
  package let interview: InterviewID
  /// The questionnaire.
  package let questionnaire: String
  /// The wave.
  package let wave: String
  /// The record key of its file.
  package let key: String?
  /// All states, oldest first.
  package let states: [State]
}
