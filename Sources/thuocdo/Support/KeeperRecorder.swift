import SurveyModel
import SurveyTerminal
import SurveyWorkflow

/// Hands what the interview brings to the study.
final class KeeperRecorder: InterviewRecorder {
  private let keeper: InterviewKeeper
  /// Whether the course of each interview is kept.
  private let keepsCourse: Bool

  init(_ keeper: InterviewKeeper, keepsCourse: Bool = false) {
    self.keeper = keeper
    self.keepsCourse = keepsCourse
  }

  /// What the session begins with.
  enum Opening: Hashable {
    case resume(UnfinishedForm)
    case new
    case leave

    /// The form to resume.
    var form: UnfinishedForm? {
      if case .resume(let form) = self { form } else { nil }
    }
  }

  /// Offers each unfinished form, the latest first, until one is resumed or a new one is wanted.
  func offer(by conductor: InterviewConductor) throws -> Opening {
    for stored in try keeper.unfinished() {
      let form = UnfinishedForm(
        answers: stored.answers,
        acceptedWarnings: stored.acceptedWarnings,
        language: stored.language,
        started: stored.started,
        notes: stored.notes.map { FormNote(question: $0.question, text: $0.text) }
      )
      switch try conductor.offer(form) {
      case .resume:
        keeper.resume(stored)
        return .resume(form)
      case .later: return .new
      case .discard: try keeper.discard(stored)
      case .quit: return .leave
      }
    }
    return .new
  }

  func lastSaved() throws -> [Answer]? { try keeper.lastSaved() }

  func began(language: String, at started: Timestamp) throws {
    try keeper.begin(language: language, at: started)
  }

  func recorded(question: Int, answer: Answer, warningAccepted: Bool) throws {
    try keeper.record(answer, to: question, warningAccepted: warningAccepted)
  }

  func switched(toLanguage language: String) throws { try keeper.goOn(in: language) }

  func sealed(_ answer: Answer, question: Int) throws -> Answer {
    keeper.sealed(answer, at: question)
  }

  func otherForm(with answer: Answer) throws -> String? { try keeper.otherForm(answer) }

  func noted(_ text: String, question: Int?) throws { try keeper.note(text, on: question) }

  func audited(_ event: AuditEvent) throws {
    if keepsCourse { try keeper.audit(event) }
  }

  func saved(_ interview: Interview) throws -> String? { try keeper.save(interview) }

  func setAsideForLater() throws {}

  func discarded() throws { try keeper.discard() }

  func counted(_ counts: TypingCounts) throws { try keeper.count(counts) }
}
