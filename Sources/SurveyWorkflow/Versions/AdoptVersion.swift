package import SurveyModel
import SurveyStore

/// What became of a form that was brought to a study.
package struct Adoption: Sendable {
  /// The study with the version in it.
  package let study: OpenStudy
  /// The version of the form as the study has it.
  package let questionnaire: Questionnaire
  /// Whether the study is another one now.
  package let isNew: Bool
  /// What lies between the version and the one before it; none where nothing was to be adopted.
  package let comparison: VersionComparison?
  /// Interviews of earlier versions that count.
  let earlier: Int
}

extension Workflow {
  /// Brings the form at `path` to the study, as the next version of its questionnaire.
  ///
  /// What is forbidden under stored answers is refused unless a map settles it; what makes answers
  /// incomparable needs somebody who `decides`, since it takes answers out of what is counted together.
  /// Version and map come into the study at once, with a plan that fits the version where the study's
  /// plan does not, or nothing does.
  package func adopt(
    _ path: String,
    map mapPath: String? = nil,
    plan planPath: String? = nil,
    into study: OpenStudy,
    decides: Bool,
    isDryRun: Bool = false
  ) throws(WorkflowError) -> Adoption {
    let (form, text, _) = try questionnaire(at: path)
    let versions = study.versions.filter { $0.id == form.id }
    guard let newest = versions.last else {
      let known = study.questionnaires.map(\.id)
      throw WorkflowError(
        StudyChoice.unknownQuestionnaire(form.id, known: known),
        at: study.file.path
      )
    }
    var parent = newest
    var earlier = versions
    var taken = form
    if let place = versions.firstIndex(where: { $0.version == form.version }) {
      let difference = QuestionnaireComparison(versions[place], form)
      guard difference.changes.isEmpty else {
        throw WorkflowError(VersionProblem.sameLabel(form, difference.changes), at: path)
      }
      taken = versions[place]
      guard let mapPath else {
        try refuse(planPath, with: taken, in: study)
        return Adoption(
          study: study,
          questionnaire: taken,
          isNew: false,
          comparison: nil,
          earlier: 0
        )
      }
      guard place > 0 else { throw WorkflowError(VersionProblem.firstVersion(form), at: mapPath) }
      parent = versions[place - 1]
      earlier = Array(versions[..<place])
    }
    let old = parent.grown(by: earlier.dropLast(), for: taken)
    let map = try mapPath.map { path throws(WorkflowError) in
      try versionMap(at: path, from: old, to: taken)
    }
    let comparison = QuestionnaireComparison(old, taken, map: map?.map)
    let shown = VersionComparison(
      old: parent,
      new: taken,
      comparison: comparison,
      language: language,
      hasMap: map != nil
    )
    let isNewest = earlier.count == versions.count || taken.version == newest.version
    if !isNewest { try refuse(planPath, with: taken, in: study) }
    let plan = try isNewest ? plan(of: study, fitting: taken, replacedBy: planPath) : nil
    return try attempt(study.file.path) {
      if try study.file.holdsAnswers(to: form.id) {
        try refuse(comparison, at: path, in: study.file.path, map: mapPath, decides: decides)
      }
      let labels = Set(earlier.map(\.version))
      let shares = try study.file.versionShares(of: parent).filter { labels.contains($0.version) }
      let count = shares.reduce(0) { $0 + $1.interviews }
      guard !isDryRun else {
        if !decides {
          throw WorkflowError(VersionProblem.trialOfNewVersion(form.version), at: path)
        }
        return Adoption(
          study: study,
          questionnaire: taken,
          isNew: false,
          comparison: shown,
          earlier: count
        )
      }
      let isNew = try study.file.adopt(
        taken,
        fileName: SourceName.of(path),
        text: text,
        step: AdoptedStep(
          comparison.step,
          from: parent.version,
          mapFileName: mapPath.map { SourceName.of($0) },
          mapText: map?.text,
          by: operatorName,
          at: clock()
        ),
        plan: plan.map { ($0.plan.id, SourceName.of($0.path), $0.text) }
      )
      return Adoption(
        study: study.with(taken, plan: plan?.plan),
        questionnaire: taken,
        isNew: isNew,
        comparison: shown,
        earlier: count
      )
    }
  }

  /// The plan that takes the place of the study's; none where that one fits the new version too.
  private func plan(
    of study: OpenStudy,
    fitting questionnaire: Questionnaire,
    replacedBy path: String?
  ) throws(WorkflowError) -> (plan: Plan, path: String, text: String)? {
    let questionnaires = study.questionnaires.map {
      $0.id == questionnaire.id ? questionnaire : $0
    }
    if let path {
      let (plan, text, _) = try plan(at: path, questionnaires: questionnaires)
      return (plan, path, text)
    }
    let findings = study.plan?.check(against: questionnaires) ?? []
    guard !findings.containsErrors else {
      throw WorkflowError(
        VersionProblem.planDoesNotFit(findings.filter { $0.severity == .error }),
        at: study.file.path
      )
    }
    return nil
  }

  /// Refuses a plan that would come by itself, or with another version than the newest.
  ///
  /// The study's own plan is none of these: the same command may run again.
  private func refuse(
    _ planPath: String?,
    with questionnaire: Questionnaire,
    in study: OpenStudy
  ) throws(WorkflowError) {
    guard let planPath else { return }
    let (_, text, _) = try plan(at: planPath, questionnaires: study.questionnaires)
    let own = try attempt(study.file.path) { try study.file.plan() }
    guard own?.text == text else {
      throw WorkflowError(VersionProblem.planAlone(questionnaire), at: planPath)
    }
  }

  private func refuse(
    _ comparison: QuestionnaireComparison,
    at path: String,
    in study: String,
    map: String?,
    decides: Bool
  ) throws(WorkflowError) {
    if !comparison.forbidden.isEmpty {
      throw WorkflowError(
        VersionProblem.forbidden(comparison.forbidden, study: study, form: path, map: map),
        at: path
      )
    }
    let grave = comparison.changes.filter { $0.impact >= .incomparable }
    if !decides, !grave.isEmpty {
      throw WorkflowError(VersionProblem.undecided(grave, study: study, form: path), at: path)
    }
  }

  /// Takes the newest version of a questionnaire out of the study again, as long as nothing was
  /// collected with it.
  ///
  /// The plan at `planPath` takes the place of one that does not fit the version before.
  ///
  /// - Returns: the version that was taken out and the one that is the newest now.
  package func withdrawVersion(
    of id: String?,
    plan planPath: String? = nil,
    in path: String,
    isDryRun: Bool = false
  ) throws(WorkflowError) -> (withdrawn: String, newest: String) {
    let study = try open(path, forWriting: !isDryRun)
    let questionnaire = try questionnaire(id, in: study)
    let versions = study.versions.filter { $0.id == questionnaire.id }
    return try attempt(path) {
      defer { try? study.file.close() }
      guard let before = versions.dropLast().last else {
        throw WorkflowError(VersionProblem.onlyVersion(questionnaire), at: path)
      }
      let plan = try plan(of: study, fitting: before, replacedBy: planPath)
      if isDryRun {
        try study.file.checkWithdrawal(of: questionnaire)
      } else {
        try study.file.withdrawVersion(
          questionnaire,
          plan: plan.map { ($0.plan.id, SourceName.of($0.path), $0.text) },
          by: operatorName,
          at: clock()
        )
      }
      return (questionnaire.version, before.version)
    }
  }
}

extension OpenStudy {
  /// The study with a further version of a questionnaire.
  fileprivate func with(_ questionnaire: Questionnaire, plan: Plan?) -> OpenStudy {
    let isKnown = versions.contains {
      $0.id == questionnaire.id && $0.version == questionnaire.version
    }
    return OpenStudy(
      file: file,
      questionnaires: isKnown
        ? questionnaires
        : questionnaires.map { $0.id == questionnaire.id ? questionnaire : $0 },
      versions: isKnown ? versions : versions + [questionnaire],
      plan: plan ?? self.plan
    )
  }
}
