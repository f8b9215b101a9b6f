import SurveyModel
import SurveyStore

/// Seals dossier numbers of one questionnaire in one wave, and finds other forms of a dossier.
struct DossierDesk: Sendable {
  /// The question that asks for the number.
  let question: Int
  let seal: DossierSeal
  private let file: StudyFile
  private let questionnaire: Questionnaire
  private let wave: String

  /// None where the questionnaire asks for no number.
  init?(_ file: StudyFile, _ questionnaire: Questionnaire, wave: Wave, _ workflow: Workflow) throws
  {
    guard let question = questionnaire.questions.firstIndex(where: { $0.role == .dossier }) else {
      return nil
    }
    self.question = question
    self.file = file
    self.questionnaire = questionnaire
    self.wave = wave.id
    seal = try file.dossierSeal(
      of: questionnaire.id,
      wave: wave.id,
      random: workflow.random,
      at: workflow.clock()
    )
  }

  /// The answer as it is kept.
  func sealed(_ answer: Answer, at index: Int) -> Answer {
    guard index == question, case .text(let number) = answer else { return answer }
    return .text(seal.seal(number))
  }

  /// The number of an interview of the same dossier.
  func otherForm(_ answer: Answer) throws -> String? {
    guard case .text(let sealed) = answer else { return nil }
    return try file.interview(
      of: questionnaire,
      wave: wave,
      question: questionnaire.questions[question].id,
      sealed: sealed
    ).map { VerificationKeeper.number(of: $0, at: file.station) }
  }

  /// All numbers that the wave has.
  func known() throws -> Set<String> {
    try file.sealedNumbers(
      of: questionnaire,
      wave: wave,
      question: questionnaire.questions[question].id
    )
  }
}

extension Workflow {
  /// Ends a wave and destroys its key for dossier numbers.
  ///
  /// - Returns: what was done.
  package func close(
    wave id: String?,
    isForced: Bool,
    in path: String
  ) throws(WorkflowError) -> String {
    let study = try open(path, forWriting: true)
    let wave = try wave(id, in: study)
    return try attempt(path) {
      defer { try? study.file.close() }
      let asksDossiers = study.questionnaires.contains { questionnaire in
        questionnaire.questions.contains { $0.role == .dossier }
      }
      if asksDossiers, !isForced { throw CloseProblem.needsForce(wave: wave.id) }
      try study.file.closeWave(wave.id, at: clock())
      let hadKey = try study.file.destroyDossierKey(of: wave.id, at: clock())
      let closed = language.choose("Đã đóng đợt '\(wave.id)'.", "Closed wave '\(wave.id)'.")
      guard hadKey else { return closed }
      return closed + "\n"
        + language.choose(
          "Đã hủy khóa mã hồ sơ trong \(study.file.keyFilePath); hãy xóa cả các bản sao của tệp ấy ở những máy khác.",
          "Destroyed the key for dossier numbers in \(study.file.keyFilePath); delete copies of that file on other machines too."
        )
    }
  }
}

/// Why a wave was not closed.
enum CloseProblem: Error, LocalizedMessage {
  case needsForce(wave: String)

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.needsForce(let wave), .vietnamese):
      "đóng đợt '\(wave)' thì hủy khóa mã hồ sơ, không lấy lại được: không còn nhận ra hai phiếu của một hồ sơ; thêm --force nếu đã nhập xong"
    case (.needsForce(let wave), .english):
      "closing wave '\(wave)' destroys its key for dossier numbers for good: two forms of one dossier are no longer seen; add --force when entry is done"
    }
  }
}
