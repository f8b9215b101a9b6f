import SurveyModel
import SurveyTerminal

/// Remembers what it is told, and writes it between the lines of the transcript.
final class ScriptedRecorder: InterviewRecorder {
  struct Failure: Error, Equatable {}

  private let console: ScriptedConsole?
  private let plan: InterviewPlan
  /// The number of answers after which recording fails.
  var failsAfter = Int.max

  /// The answers of the form that an earlier session saved last.
  var savedBefore: [Answer]?
  /// How often it was asked for.
  private(set) var lookedBack = 0

  private(set) var events: [String] = []
  private(set) var answers: [Int: Answer] = [:]
  private(set) var acceptedWarnings: Set<Int> = []
  private(set) var language = ""
  private(set) var interviews: [Interview] = []
  private(set) var audit: [AuditEvent] = []
  private(set) var counts = TypingCounts()

  init(_ plan: InterviewPlan, shownOn console: ScriptedConsole? = nil) {
    self.plan = plan
    self.console = console
  }

  /// What is on disk when a form was set aside.
  var unfinished: UnfinishedForm {
    UnfinishedForm(
      answers: answers,
      acceptedWarnings: acceptedWarnings,
      language: language,
      started: testMoment
    )
  }

  func lastSaved() throws -> [Answer]? {
    lookedBack += 1
    return savedBefore
  }

  func began(language: String, at started: Timestamp) throws {
    answers = [:]
    acceptedWarnings = []
    self.language = language
    try note("began \(language)")
  }

  func recorded(question: Int, answer: Answer, warningAccepted: Bool) throws {
    failsAfter -= 1
    if failsAfter < 0 { throw Failure() }
    answers[question] = answer
    if warningAccepted {
      acceptedWarnings.insert(question)
    } else {
      acceptedWarnings.remove(question)
    }
    let reason = answer.missingReason.map { "(\($0.rawValue))" } ?? answer.text
    try note("\(plan.steps[question].question.id) = \(reason)\(warningAccepted ? " !" : "")")
  }

  func switched(toLanguage language: String) throws {
    self.language = language
    try note("language \(language)")
  }

  func saved(_ interview: Interview) throws -> String? {
    interviews.append(interview)
    try note("saved")
    return String(interviews.count)
  }

  func noted(_ text: String, question: Int?) throws {
    let place = question.map { plan.steps[$0].question.id } ?? "form"
    try note("note on \(place): \(text)")
  }

  func audited(_ event: AuditEvent) throws { audit.append(event) }

  func counted(_ counts: TypingCounts) throws { self.counts = counts }

  func setAsideForLater() throws { try note("set aside") }

  func discarded() throws { try note("discarded") }

  private func note(_ event: String) throws {
    events.append(event)
    try console?.write("        {\(event)}\n")
  }
}
