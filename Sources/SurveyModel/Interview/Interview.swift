/// How an interview was conducted.
public enum Mode: String, CaseIterable, Hashable, Sendable {
  case terminal
  case kiosk
  case paper
  case importedFile = "import"
}

/// One finished administration of a questionnaire.
public struct Interview: Hashable, Sendable {
  /// One answer for each question of the questionnaire, in its order.
  public let answers: [Answer]
  /// How it was conducted.
  public let mode: Mode
  /// The language in which it was conducted.
  public let language: String
  /// When it began.
  public let started: Timestamp
  /// When it was saved.
  public let finished: Timestamp
  /// Questions whose soft warning was accepted.
  public let acceptedWarnings: [Int]
  /// The version of the consent text that was agreed to.
  public let consentVersion: String?

  /// Makes an interview.
  public init(
    answers: [Answer],
    mode: Mode,
    language: String,
    started: Timestamp,
    finished: Timestamp,
    acceptedWarnings: [Int] = [],
    consentVersion: String? = nil
  ) {
    self.answers = answers
    self.mode = mode
    self.language = language
    self.started = started
    self.finished = finished
    self.acceptedWarnings = acceptedWarnings
    self.consentVersion = consentVersion
  }
}
