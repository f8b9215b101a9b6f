/// One event in the course of an interview; the words are those of ODK's audit.csv.
package struct AuditEvent: Hashable, Sendable {
  /// What happened.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case formStart = "form start"
    case formResume = "form resume"
    /// A question was on the screen, from one moment to another.
    case question
    /// An answer was refused.
    case constraintError = "constraint error"
    case jump
    /// All answers were looked over.
    case endScreen = "end screen"
    case formSave = "form save"
    case formFinalize = "form finalize"
    /// The form was left unfinished.
    case formExit = "form exit"
  }

  /// What happened.
  package let kind: Kind
  /// The question that it happened at.
  package let question: Int?
  /// When it began, in milliseconds of UTC.
  package let started: Int64
  /// When it ended, where it lasted.
  package let ended: Int64?
  /// The answer before, where it was changed.
  package let old: Answer?
  /// The answer after, where it was changed.
  package let new: Answer?
  /// Why it was changed or accepted.
  package let reason: String?

  /// Describes an event.
  package init(
    _ kind: Kind,
    question: Int? = nil,
    started: Int64,
    ended: Int64? = nil,
    old: Answer? = nil,
    new: Answer? = nil,
    reason: String? = nil
  ) {
    self.kind = kind
    self.question = question
    self.started = started
    self.ended = ended
    self.old = old
    self.new = new
    self.reason = reason
  }
}
