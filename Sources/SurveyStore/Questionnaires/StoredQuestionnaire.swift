package import SurveyModel

/// A file that the study keeps in full: a version of a questionnaire.
package struct StoredQuestionnaire: Hashable, Sendable {
  /// The name of the instrument.
  package let id: String
  /// Its version.
  package let version: String
  /// The file from which it came.
  package let fileName: String
  /// The file's text.
  package let text: String
  /// The SHA-256 of the text in hexadecimal digits.
  package let sha256: String
  /// When it was added.
  package let added: Timestamp
}

/// A file that the study keeps in full: the plan.
package struct StoredPlan: Hashable, Sendable {
  /// The name of the plan.
  package let id: String
  /// The file from which it came.
  package let fileName: String
  /// The file's text.
  package let text: String
  /// The SHA-256 of the text in hexadecimal digits.
  package let sha256: String
}
