package import SurveyModel

/// The identity of a sitting in this copy of the study.
package struct SittingID: Hashable, Sendable {
  /// The number.
  package let rawValue: Int64
}

/// One sitting of somebody at the keyboard.
package struct Sitting: Hashable, Sendable {
  /// What was done.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Respondents were asked.
    case interview
    /// Paper forms were keyed.
    case entry
    /// Paper forms were keyed a second time.
    case verify
    /// Respondents typed themselves.
    case selfResponse = "self"
  }

  /// How a sitting begins.
  package struct Start: Hashable, Sendable {
    package let kind: Kind
    package let by: String
    package let questionnaire: String
    package let version: String
    package let wave: String
    package let started: Timestamp

    /// Describes a sitting that begins.
    package init(
      kind: Kind,
      by: String,
      questionnaire: String,
      version: String,
      wave: String,
      started: Timestamp
    ) {
      self.kind = kind
      self.by = by
      self.questionnaire = questionnaire
      self.version = version
      self.wave = wave
      self.started = started
    }
  }

  /// The identity.
  package let id: SittingID
  /// How it began.
  package let start: Start
  /// When its last form was finished.
  package let finished: Timestamp
  /// How much was typed.
  package let counts: TypingCounts
}
