import SurveyModel

/// The wall clock at the beginning of a sitting, moved on by a clock that never jumps.
///
/// ODK does the same: a wall clock that is set in the middle of a form would make questions last
/// hours or less than nothing.
struct EventClock {
  private let started: Int64
  private let uptime: Int64
  private let meter: TypingMeter

  init(started: Timestamp, meter: TypingMeter) {
    self.started = started.milliseconds
    self.meter = meter
    uptime = meter.now
  }

  /// Milliseconds of UTC.
  var now: Int64 { started &+ (meter.now &- uptime) }
}

/// A question that came on the screen, and its answer at that time.
struct QuestionVisit {
  let question: Int
  let before: Answer?
  let began: Int64

  init(_ question: Int, in session: InterviewSession, at moment: Int64) {
    self.question = question
    before = session.form.given[question]
    began = moment
  }
}

extension FormConductor {
  /// Tells the recorder of an event.
  func audit(_ kind: AuditEvent.Kind, at question: Int? = nil, reason: String? = nil) throws {
    let event = AuditEvent(kind, question: question, started: tools.clocks.now, reason: reason)
    try tools.recorder.audited(event)
  }

  /// Tells the recorder that a question was left, with what became of its answer.
  func audit(_ visit: QuestionVisit) throws {
    guard !isNote(visit.question) else { return }
    let after = session.form.given[visit.question]
    let isChanged = after != visit.before
    let isAccepted = session.acceptedWarnings.contains(visit.question)
    try tools.recorder.audited(
      AuditEvent(
        .question,
        question: visit.question,
        started: visit.began,
        ended: tools.clocks.now,
        old: isChanged ? visit.before : nil,
        new: isChanged ? after : nil,
        reason: isChanged && isAccepted ? "warning accepted" : nil
      )
    )
  }
}

/// What is said about notes.
enum NoteMessage: LocalizedMessage {
  /// What else can be done.
  case menu(hasQuestion: Bool)
  case prompt
  case kept
  /// A note in the review.
  case shown(question: String?, String)

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .menu(let hasQuestion):
      (hasQuestion ? "1 = ghi chú câu này, " : "")
        + "2 = ghi chú cả phiếu, * = đổi ngôn ngữ, Enter = thôi"
    case .prompt: "Ghi chú: "
    case .kept: "Đã ghi chú."
    case .shown(let question?, let text): "Ghi chú, \(question): \(text)"
    case .shown(nil, let text): "Ghi chú cả phiếu: \(text)"
    }
  }

  private var english: String {
    switch self {
    case .menu(let hasQuestion):
      (hasQuestion ? "1 = note on this question, " : "")
        + "2 = note on the form, * = another language, Enter = nothing"
    case .prompt: "Note: "
    case .kept: "The note is kept."
    case .shown(let question?, let text): "Note, \(question): \(text)"
    case .shown(nil, let text): "Note on the form: \(text)"
    }
  }
}
