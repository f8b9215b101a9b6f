package import SurveyModel

/// A form that has been begun and not saved.
package struct Draft: Hashable, Sendable {
  /// The identity.
  package let id: DraftID
  /// The questionnaire.
  package let questionnaire: String
  /// Its version.
  package let version: String
  /// The language in which it is conducted.
  package let language: String
  /// How it is conducted.
  package let mode: Mode
  /// When it was begun.
  package let started: Timestamp
  /// Who conducts it.
  package let by: String
  /// The answers so far, in the order in which the questions were first answered.
  package let answers: [DraftAnswer]
}

/// One answer of a draft.
package struct DraftAnswer: Hashable, Sendable {
  /// The question.
  package let question: String
  /// The answer.
  package let answer: Answer
  /// Whether a soft warning about it was accepted.
  package let warningAccepted: Bool
  /// When it was given last.
  package let at: Timestamp
}
