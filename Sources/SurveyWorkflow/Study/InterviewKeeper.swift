package import SurveyModel
import SurveyStore

/// Keeps interviews as they are conducted: every answer on disk before the next question.
package final class InterviewKeeper {
  /// A form that an earlier session left unfinished.
  package struct Unfinished: Sendable {
    let draft: DraftID
    /// When it began.
    package let started: Timestamp
    /// The language in which it was conducted.
    package let language: String
    /// Answers by the index of the question.
    package let answers: [Int: Answer]
    /// Questions whose soft warning was accepted.
    package let acceptedWarnings: Set<Int>
    /// Notes by the index of their question, none for those on the form.
    package let notes: [(question: Int?, text: String)]
  }

  /// The questionnaire, compiled.
  package let plan: InterviewPlan
  private let study: OpenStudy
  private let wave: Wave
  private let workflow: Workflow
  private let mode: Mode
  private let readsLastSaved: Bool
  private let sitting: SittingLog
  private let dossiers: DossierDesk?
  private var draft: DraftID?
  private var claims: [DraftID: DraftClaim] = [:]

  init(
    _ study: OpenStudy,
    plan: InterviewPlan,
    wave: Wave,
    mode: Mode,
    workflow: Workflow
  ) throws {
    dossiers = try DossierDesk(study.file, plan.questionnaire, wave: wave, workflow)
    self.study = study
    self.plan = plan
    self.wave = wave
    self.mode = mode
    readsLastSaved = plan.questionnaire.readsLastSaved
    self.workflow = workflow
    sitting = SittingLog(
      study.file,
      Sitting.Start(
        kind: Self.kind(mode),
        by: workflow.operatorName,
        questionnaire: plan.questionnaire.id,
        version: plan.questionnaire.version,
        wave: wave.id,
        started: workflow.clock()
      )
    )
  }

  /// The code of the copy of the study, which says nothing of the machine or the people at it.
  package var deviceCode: String { InterviewID.text(ofStation: study.file.station) }

  private static func kind(_ mode: Mode) -> Sitting.Kind {
    switch mode {
    case .paper: .entry
    case .kiosk: .selfResponse
    case .terminal, .importedFile: .interview
    }
  }

  /// An answer as it is kept: a dossier number as its hash.
  package func sealed(_ answer: Answer, at question: Int) -> Answer {
    dossiers?.sealed(answer, at: question) ?? answer
  }

  /// The number of another form of the same dossier.
  package func otherForm(_ answer: Answer) throws(WorkflowError) -> String? {
    guard let dossiers else { return nil }
    return try attempt(study.file.path) { try dossiers.otherForm(answer) }
  }

  /// Keeps how much was typed so far.
  package func count(_ counts: TypingCounts) throws(WorkflowError) {
    try attempt(study.file.path) { try sitting.keep(counts, at: workflow.clock()) }
  }

  /// Forms of this questionnaire version that wait to be resumed, the latest first.
  ///
  /// A form that another terminal is filling in is not among them.
  package func unfinished() throws(WorkflowError) -> [Unfinished] {
    try attempt(study.file.path) {
      try study.file.drafts()
        .filter { draft in
          draft.questionnaire == plan.questionnaire.id
            && draft.version == plan.questionnaire.version && draft.mode == mode
        }
        .filter { try isOurs($0.id) }
        .map { draft in
          var answers: [Int: Answer] = [:]
          var accepted: Set<Int> = []
          for entry in draft.answers {
            guard let index = plan.index(of: entry.question) else { continue }
            answers[index] = entry.answer
            if entry.warningAccepted { accepted.insert(index) }
          }
          return Unfinished(
            draft: draft.id,
            started: draft.started,
            language: draft.language,
            answers: answers,
            acceptedWarnings: accepted,
            notes: try study.file.remarks(in: draft.id).map { remark in
              (remark.question.flatMap { plan.index(of: $0) }, remark.text)
            }
          )
        }
        .sorted { $0.started.milliseconds > $1.started.milliseconds }
    }
  }

  private func isOurs(_ draft: DraftID) throws -> Bool {
    if claims[draft] == nil { claims[draft] = try study.file.claim(draft) }
    return claims[draft] != nil
  }

  /// How many interviews of the questionnaire the wave has.
  package func storedCount() throws(WorkflowError) -> Int {
    try attempt(study.file.path) {
      try study.file.overview(of: plan.questionnaire.id, wave: wave.id).interviews
    }
  }

  /// The answers of the interview that was saved last at this copy of the study, where the
  /// questionnaire asks for them.
  ///
  /// Respondents see nothing of others: with self-response there is none, and forms of
  /// self-response are never it.
  package func lastSaved() throws(WorkflowError) -> [Answer]? {
    guard readsLastSaved, mode != .kiosk else { return nil }
    return try attempt(study.file.path) {
      try study.file.lastSaved(of: plan.questionnaire, modes: [.terminal, .paper])
    }
  }

  /// Goes on with a form that was left.
  package func resume(_ form: Unfinished) {
    draft = form.draft
    claims = claims.filter { $0.key == form.draft }
  }

  /// Throws a form away that was left.
  package func discard(_ form: Unfinished) throws(WorkflowError) {
    try attempt(study.file.path) { try study.file.discard(form.draft) }
    claims[form.draft] = nil
  }

  /// A new form begins.
  package func begin(language: String, at started: Timestamp) throws(WorkflowError) {
    draft = try attempt(study.file.path) {
      try study.file.openDraft(
        questionnaire: plan.questionnaire.id,
        version: plan.questionnaire.version,
        language: language,
        mode: mode,
        started: started,
        by: workflow.operatorName
      )
    }
    claims = [:]
    if let draft { claims[draft] = try attempt(study.file.path) { try study.file.claim(draft) } }
  }

  /// An answer was given; on disk when this returns.
  package func record(
    _ answer: Answer,
    to question: Int,
    warningAccepted: Bool
  ) throws(WorkflowError) {
    guard let draft, plan.steps.indices.contains(question) else { return }
    try attempt(study.file.path) {
      try study.file.record(
        answer,
        to: plan.steps[question].question.id,
        in: draft,
        warningAccepted: warningAccepted,
        at: workflow.clock()
      )
    }
  }

  /// The form goes on in another language, also when it is resumed.
  package func goOn(in language: String) throws(WorkflowError) {
    guard let draft else { return }
    try attempt(study.file.path) { try study.file.setLanguage(language, of: draft) }
  }

  /// Somebody wrote a note about a question, or about the form.
  package func note(_ text: String, on question: Int?) throws(WorkflowError) {
    guard let draft else { return }
    let remark = Remark(
      question: question.map { plan.steps[$0].question.id },
      text: text,
      by: workflow.operatorName,
      at: workflow.clock()
    )
    try attempt(study.file.path) { try study.file.add(remark, to: draft) }
  }

  /// Something happened in the course of the form.
  package func audit(_ event: AuditEvent) throws(WorkflowError) {
    guard let draft else { return }
    try attempt(study.file.path) {
      try study.file.record(
        event,
        question: event.question.map { plan.steps[$0].question.id },
        in: draft,
        by: workflow.operatorName
      )
    }
  }

  /// The form is finished: it becomes an interview, and its draft goes.
  ///
  /// - Returns: the number under which it is found again.
  package func save(_ interview: Interview) throws(WorkflowError) -> String {
    let id = try attempt(study.file.path) {
      try study.file.save(
        interview,
        of: plan.questionnaire,
        wave: wave.id,
        by: workflow.operatorName,
        draft: draft
      )
    }
    draft = nil
    claims = [:]
    return VerificationKeeper.number(of: id, at: study.file.station)
  }

  /// The form is thrown away.
  package func discard() throws(WorkflowError) {
    guard let draft else { return }
    try attempt(study.file.path) { try study.file.discard(draft) }
    self.draft = nil
    claims = [:]
  }
}

extension Workflow {
  /// Prepares to conduct interviews for a study, or to enter paper forms.
  package func keeper(
    for study: OpenStudy,
    questionnaire id: String?,
    version: String? = nil,
    wave waveID: String?,
    mode: Mode = .terminal
  ) throws(WorkflowError) -> InterviewKeeper {
    let questionnaire = try questionnaire(id, version: version, in: study)
    let wave = try wave(waveID, in: study)
    let plan = try compile(questionnaire)
    return try attempt(study.file.path) {
      try InterviewKeeper(study, plan: plan, wave: wave, mode: mode, workflow: self)
    }
  }

  /// Compiles a questionnaire that was checked.
  func compile(_ questionnaire: Questionnaire) throws(WorkflowError) -> InterviewPlan {
    do throws(ExpressionFault) {
      return try InterviewPlan(questionnaire)
    } catch {
      throw WorkflowError(FindingList([error.diagnostic], wanted: .questionnaire))
    }
  }
}
