package import SurveyModel
import SurveyStatistics
import SurveyStore

/// Which forms are keyed a second time.
package struct VerificationChoice: Hashable, Sendable {
  /// The share of the forms of the wave, of 0...1.
  package var share: Double = 1
  /// What decides which ones; the same seed chooses the same forms.
  package var seed: UInt64?
  /// Whether forms that were verified already are verified again.
  package var again = false

  /// Reads what was typed.
  package init(share: String?, seed: UInt64?, again: Bool) throws(UsageProblem) {
    if let share {
      // Of a share, 1 is everybody and not one percent.
      let value = share == "1" ? 1 : try UsageProblem.share(share, "--share", shape: "10% | 0.1")
      guard value > 0, value <= 1 else {
        throw .malformed(option: "--share", text: share, shape: "10% | 0.1")
      }
      self.share = value
    }
    self.seed = seed
    self.again = again
  }

  /// The forms among `forms` that are chosen, in their order.
  ///
  /// Each form has a rank that follows from the seed and its own number alone; the share with the
  /// lowest ranks is chosen, so that a form stays chosen while others come in below the share.
  func chosen(_ forms: [VerifiableForm], seed: UInt64) -> [VerifiableForm] {
    guard share < 1 else { return forms }
    let count = Int((Double(forms.count) * share).rounded(.up))
    func rank(_ id: InterviewID) -> UInt64 {
      var generator = SplitMix64(seed: seed ^ id.station)
      let start = generator.next()
      generator = SplitMix64(seed: start &+ UInt64(bitPattern: id.sequence))
      return generator.next()
    }
    let first = forms.sorted { rank($0.id) < rank($1.id) }.prefix(count)
    let ids = Set(first.map(\.id))
    return forms.filter { ids.contains($0.id) }
  }
}

/// Hands out paper forms to be keyed a second time, and keeps what came of it.
package final class VerificationKeeper {
  /// A form as it stands in the study.
  package struct Form: Hashable, Sendable {
    let id: InterviewID
    let revision: Int64
    /// What stands on the paper to find it by.
    package let number: String
    /// Who keyed it.
    package let keyer: String
    /// When it was keyed.
    package let started: Timestamp
    /// The language in which it was keyed.
    package let language: String
    /// One answer for each question.
    package let answers: [Answer]
    /// Questions whose soft warning was accepted.
    package let acceptedWarnings: Set<Int>
  }

  /// What keying a form again brought.
  package struct Result: Hashable, Sendable {
    /// How many answers were compared.
    package let fields: Int
    /// Questions at which the first keying was wrong.
    package let keyerErrors: [Int]
    /// Questions at which the second keying was wrong at first.
    package let verifierErrors: [Int]
    /// The answers as they are right.
    package let answers: [Answer]
    /// Questions whose soft warning stands accepted.
    package let acceptedWarnings: [Int]

    /// Describes a result.
    package init(
      fields: Int,
      keyerErrors: [Int],
      verifierErrors: [Int],
      answers: [Answer],
      acceptedWarnings: [Int]
    ) {
      self.fields = fields
      self.keyerErrors = keyerErrors
      self.verifierErrors = verifierErrors
      self.answers = answers
      self.acceptedWarnings = acceptedWarnings
    }
  }

  /// The questionnaire, compiled.
  package let plan: InterviewPlan
  /// How many paper forms the wave has.
  package let all: Int
  /// How many of those that are chosen were verified before.
  package let verifiedBefore: Int
  /// How many are to be verified now.
  package let count: Int
  private let study: OpenStudy
  private let workflow: Workflow
  private let sitting: SittingLog
  private let dossiers: DossierDesk?
  private var waiting: [VerifiableForm]
  private var present: Form?

  init(
    _ study: OpenStudy,
    plan: InterviewPlan,
    wave: Wave,
    choice: VerificationChoice,
    workflow: Workflow
  ) throws {
    dossiers = try DossierDesk(study.file, plan.questionnaire, wave: wave, workflow)
    self.study = study
    self.plan = plan
    self.workflow = workflow
    let forms = try study.file.verifiableForms(of: plan.questionnaire, wave: wave.id)
    let chosen = choice.chosen(forms, seed: choice.seed ?? study.file.station)
    let open = choice.again ? chosen : chosen.filter { !$0.isVerified }
    all = forms.count
    verifiedBefore = chosen.count { $0.isVerified }
    count = open.count
    waiting = open.reversed()
    sitting = SittingLog(
      study.file,
      Sitting.Start(
        kind: .verify,
        by: workflow.operatorName,
        questionnaire: plan.questionnaire.id,
        version: plan.questionnaire.version,
        wave: wave.id,
        started: workflow.clock()
      )
    )
  }

  /// The next form; `nil` when there are no more.
  package func next() throws(WorkflowError) -> Form? {
    guard let next = waiting.popLast() else { return nil }
    let form = try attempt(study.file.path) {
      let stored = try study.file.interview(next.id, of: plan.questionnaire)
      return Form(
        id: next.id,
        revision: stored.revision,
        number: Self.number(of: next.id, at: study.file.station),
        keyer: next.keyer,
        started: stored.started ?? stored.finished ?? workflow.clock(),
        language: stored.language,
        answers: stored.answers,
        acceptedWarnings: Set(stored.acceptedWarnings)
      )
    }
    present = form
    return form
  }

  /// An answer as it is kept: a dossier number as its hash.
  package func sealed(_ answer: Answer, at question: Int) -> Answer {
    dossiers?.sealed(answer, at: question) ?? answer
  }

  /// Keeps what came of the form that was handed out last.
  package func record(_ result: Result) throws(WorkflowError) {
    guard let form = present else { return }
    func ids(_ indices: [Int]) -> [String] { indices.map { plan.steps[$0].question.id } }
    try attempt(study.file.path) {
      try study.file.record(
        VerifiedForm(
          id: form.id,
          revision: form.revision,
          keyer: form.keyer,
          fields: result.fields,
          keyerErrors: ids(result.keyerErrors),
          verifierErrors: ids(result.verifierErrors),
          corrected: result.keyerErrors.isEmpty ? nil : result.answers,
          warnings: result.acceptedWarnings
        ),
        in: try sitting.id(),
        of: plan.questionnaire,
        by: workflow.operatorName,
        at: workflow.clock(),
        why: Self.reason
      )
    }
    present = nil
  }

  /// Keeps how much was typed so far.
  package func count(_ counts: TypingCounts) throws(WorkflowError) {
    try attempt(study.file.path) { try sitting.keep(counts, at: workflow.clock()) }
  }

  /// Why the revision was made, in both languages: the study is read in either.
  static let reason = "kiểm nhập (double entry)"

  /// The number of an interview at this copy of the study; its whole identity for another's.
  static func number(of id: InterviewID, at station: UInt64) -> String {
    id.station == station ? String(id.sequence) : id.description
  }
}

extension Workflow {
  /// Prepares to have paper forms keyed a second time.
  package func verification(
    of study: OpenStudy,
    questionnaire id: String?,
    version: String? = nil,
    wave waveID: String?,
    choice: VerificationChoice
  ) throws(WorkflowError) -> VerificationKeeper {
    let questionnaire = try questionnaire(id, version: version, in: study)
    let wave = try wave(waveID, in: study)
    let plan = try compile(questionnaire)
    return try attempt(study.file.path) {
      try VerificationKeeper(study, plan: plan, wave: wave, choice: choice, workflow: self)
    }
  }
}
