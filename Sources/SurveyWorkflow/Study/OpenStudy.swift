package import SurveyModel
import SurveyStore

/// A study that is open, with its definitions read from the texts that it keeps.
package struct OpenStudy: Sendable {
  let file: StudyFile
  /// The questionnaires, the newest version of each.
  package let questionnaires: [Questionnaire]
  /// The questionnaires in all their versions, as they were added.
  package let versions: [Questionnaire]
  /// The plan, if it has one.
  package let plan: Plan?

  /// Folds the write-ahead log into the one file.
  package func close() throws(WorkflowError) {
    try attempt(file.path) { try file.close() }
  }
}

extension Workflow {
  /// Makes a study at `path` with a questionnaire and, if given, a plan.
  ///
  /// - Returns: warnings about the definitions.
  package func new(
    _ path: String,
    questionnaires paths: [String],
    plan planPath: String?,
    wave: String?
  ) throws(WorkflowError) -> [Diagnostic] {
    var read: [(questionnaire: Questionnaire, text: String, path: String)] = []
    var findings: [Diagnostic] = []
    for path in paths {
      let (questionnaire, text, found) = try questionnaire(at: path)
      read.append((questionnaire, text, path))
      findings += found
    }
    var plan: (plan: Plan, text: String)?
    if let planPath {
      let (value, text, found) = try self.plan(
        at: planPath,
        questionnaires: read.map(\.questionnaire)
      )
      plan = (value, text)
      findings += found
    }
    for (index, one) in read.enumerated() {
      let same = read[..<index].first {
        $0.questionnaire.id == one.questionnaire.id
          && $0.questionnaire.version == one.questionnaire.version && $0.text != one.text
      }
      guard let same else { continue }
      let changes = QuestionnaireComparison(same.questionnaire, one.questionnaire).changes
      throw WorkflowError(VersionProblem.sameLabel(one.questionnaire, changes), at: one.path)
    }
    let now = clock()
    let label = wave ?? String(now.localDate.year)
    if label.trimmed.isEmpty { throw WorkflowError(StudyChoice.emptyWave, at: path) }
    try attempt(path) {
      let file = try StudyFile.create(
        at: path,
        station: random(),
        created: now,
        wave: Wave(id: label, label: label)
      )
      for (index, (questionnaire, text, source)) in read.enumerated() {
        let before = read[..<index].map(\.questionnaire).filter { $0.id == questionnaire.id }
        guard let parent = before.last, parent.version != questionnaire.version else {
          try file.addQuestionnaire(
            questionnaire,
            fileName: SourceName.of(source),
            text: text,
            at: now
          )
          continue
        }
        try file.adopt(
          questionnaire,
          fileName: SourceName.of(source),
          text: text,
          step: AdoptedStep(
            QuestionnaireComparison(
              parent.grown(by: before.dropLast(), for: questionnaire),
              questionnaire
            ).step,
            from: parent.version,
            by: operatorName,
            at: now
          )
        )
      }
      if let plan, let planPath {
        try file.setPlan(id: plan.plan.id, fileName: SourceName.of(planPath), text: plan.text)
      }
      let wave = Wave(id: label, label: label)
      for (questionnaire, _, _) in read {
        _ = try DossierDesk(file, questionnaire, wave: wave, self)
      }
      try file.close()
    }
    return findings
  }

  /// Opens the study at `path`.
  package func open(_ path: String, forWriting: Bool) throws(WorkflowError) -> OpenStudy {
    try open(path, forWriting: forWriting, keysOf: nil)
  }

  /// Opens the study at `path`; a copy has the keys for dossier numbers of the study `keysOf`.
  func open(
    _ path: String,
    forWriting: Bool,
    keysOf original: String?
  ) throws(WorkflowError) -> OpenStudy {
    try attempt(path) {
      let file = try StudyFile.open(
        path: path,
        access: forWriting ? .readWrite : .readOnly,
        options: StudyOptions(keysOf: original)
      )
      var newest: [String: Questionnaire] = [:]
      var versions: [Questionnaire] = []
      var order: [String] = []
      for stored in try file.questionnaires() {
        let (definition, findings) = Self.read(
          stored.text,
          file: stored.fileName,
          questionnaires: []
        )
        guard case .questionnaire(let questionnaire) = definition else {
          throw WorkflowError(FindingList(findings, wanted: .questionnaire), at: path)
        }
        if newest[questionnaire.id] == nil { order.append(questionnaire.id) }
        newest[questionnaire.id] = questionnaire
        versions.append(questionnaire)
      }
      let questionnaires = order.compactMap { newest[$0] }
      var plan: Plan?
      if let stored = try file.plan() {
        let (definition, findings) = Self.read(
          stored.text,
          file: stored.fileName,
          questionnaires: questionnaires
        )
        guard case .plan(let value) = definition else {
          throw WorkflowError(FindingList(findings, wanted: .plan), at: path)
        }
        plan = value
      }
      return OpenStudy(
        file: file,
        questionnaires: questionnaires,
        versions: versions,
        plan: plan
      )
    }
  }

  /// The questionnaire `id`, or the only one.
  package func questionnaire(
    _ id: String?,
    in study: OpenStudy
  ) throws(WorkflowError) -> Questionnaire {
    let names = study.questionnaires.map(\.id)
    if let id {
      guard let found = study.questionnaires.first(where: { $0.id == id }) else {
        throw WorkflowError(StudyChoice.unknownQuestionnaire(id, known: names), at: study.file.path)
      }
      return found
    }
    guard names.count == 1, let only = study.questionnaires.first else {
      throw WorkflowError(StudyChoice.severalQuestionnaires(names), at: study.file.path)
    }
    return only
  }

  /// The questionnaire `id` or the only one, in `version` or the newest one.
  package func questionnaire(
    _ id: String?,
    version: String?,
    in study: OpenStudy
  ) throws(WorkflowError) -> Questionnaire {
    let newest = try questionnaire(id, in: study)
    guard let version else { return newest }
    let versions = study.versions.filter { $0.id == newest.id }
    guard let found = versions.first(where: { $0.version == version }) else {
      throw WorkflowError(
        StudyChoice.unknownVersion(version, id: newest.id, known: versions.map(\.version)),
        at: study.file.path
      )
    }
    return found
  }

  /// The wave `id`, or the only open one.
  func wave(_ id: String?, in study: OpenStudy) throws(WorkflowError) -> Wave {
    try attempt(study.file.path) {
      guard let id else { return try study.file.defaultWave() }
      let waves = try study.file.waves()
      guard let wave = waves.first(where: { $0.id == id }) else {
        throw WorkflowError(
          StudyChoice.unknownWave(id, known: waves.map(\.id)),
          at: study.file.path
        )
      }
      return wave
    }
  }

  /// Adds a wave to the study; `closing` ends the waves that are open.
  package func addWave(
    _ id: String,
    label: String?,
    from: CalendarDate?,
    to: CalendarDate?,
    closing: Bool,
    in path: String
  ) throws(WorkflowError) {
    if id.trimmed.isEmpty { throw WorkflowError(StudyChoice.emptyWave, at: path) }
    let study = try open(path, forWriting: true)
    try attempt(path) {
      let others = closing ? try study.file.waves().filter(\.isOpen) : []
      // First the new one: where it is refused, no wave may have been closed.
      try study.file.addWave(Wave(id: id, label: label ?? id, from: from, to: to))
      for wave in others { try study.file.closeWave(wave.id, at: clock()) }
      try study.file.close()
    }
  }
}

/// What a study has to be asked for by name.
enum StudyChoice: LocalizedMessage {
  case unknownQuestionnaire(String, known: [String])
  case severalQuestionnaires([String])
  case unknownVersion(String, id: String, known: [String])
  case unknownWave(String, known: [String])
  case emptyWave

  func text(in language: InterfaceLanguage) -> String {
    func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
    return switch (self, language) {
    case (.unknownQuestionnaire(let id, let known), .vietnamese):
      "không có phiếu '\(id)'; có: \(list(known))"
    case (.unknownQuestionnaire(let id, let known), .english):
      "there is no questionnaire '\(id)'; there are: \(list(known))"
    case (.severalQuestionnaires(let names), .vietnamese):
      "có nhiều phiếu (\(list(names))); chọn một bằng --questionnaire"
    case (.severalQuestionnaires(let names), .english):
      "there are several questionnaires (\(list(names))); choose one with --questionnaire"
    case (.unknownVersion(let version, let id, let known), .vietnamese):
      "phiếu '\(id)' không có phiên bản '\(version)'; có: \(list(known))"
    case (.unknownVersion(let version, let id, let known), .english):
      "questionnaire '\(id)' has no version '\(version)'; there are: \(list(known))"
    case (.unknownWave(let id, let known), .vietnamese):
      "không có đợt '\(id)'; có: \(list(known))"
    case (.unknownWave(let id, let known), .english):
      "there is no wave '\(id)'; there are: \(list(known))"
    case (.emptyWave, .vietnamese): "mã của đợt không được trống; viết ví dụ 2026-q3"
    case (.emptyWave, .english): "a wave needs an id; write one such as 2026-q3"
    }
  }
}

/// File names without folders, as a study keeps them.
enum SourceName {
  static func of(_ path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }
}
