package import SurveyModel

/// A paper form of the study that can be keyed a second time.
package struct VerifiableForm: Hashable, Sendable {
  /// The interview.
  package let id: InterviewID
  /// Who keyed it.
  package let keyer: String
  /// Whether it was keyed a second time already.
  package let isVerified: Bool
}

/// What keying a form a second time brought.
package struct VerifiedForm: Hashable, Sendable {
  /// The interview.
  package let id: InterviewID
  /// The revision that it was compared with.
  package let revision: Int64
  /// Who had keyed it.
  package let keyer: String
  /// How many answers were compared.
  package let fields: Int
  /// The questions at which the first keying was wrong.
  package let keyerErrors: [String]
  /// The questions at which the second keying was wrong at first.
  package let verifierErrors: [String]
  /// The answers as they are right, where any was wrong.
  package let corrected: [Answer]?
  /// The questions whose soft warning stands accepted.
  package let warnings: [Int]

  /// Describes a form that was keyed a second time.
  package init(
    id: InterviewID,
    revision: Int64,
    keyer: String,
    fields: Int,
    keyerErrors: [String],
    verifierErrors: [String],
    corrected: [Answer]?,
    warnings: [Int]
  ) {
    self.id = id
    self.revision = revision
    self.keyer = keyer
    self.fields = fields
    self.keyerErrors = keyerErrors
    self.verifierErrors = verifierErrors
    self.corrected = corrected
    self.warnings = warnings
  }
}

/// The counts of a form that was keyed a second time.
package struct Verification: Hashable, Sendable {
  /// The sitting in which it was keyed again.
  package let sitting: SittingID
  /// The interview.
  package let interview: InterviewID
  /// The questionnaire.
  package let questionnaire: String
  /// The wave.
  package let wave: String
  /// Who had keyed it.
  package let keyer: String
  /// Who keyed it again.
  package let verifier: String
  /// How many answers were compared.
  package let fields: Int
  /// At how many of them the first keying was wrong.
  package let keyerErrors: Int
  /// At how many the second keying was wrong at first.
  package let verifierErrors: Int
  /// Whether this was the first time: only then the keyer's own work was compared.
  package let isFirst: Bool
}
