extension Plan {
  /// Everything that keeps the plan from being evaluated with `questionnaires`.
  ///
  /// A questionnaire that is named and not given is no error: what concerns it is not looked at.
  /// The block `design` has no place of its own in the model; what is wrong with it stands at the
  /// first target of its questionnaire, else at the beginning of the file.
  public func check(against questionnaires: [Questionnaire]) -> [Diagnostic] {
    let given = Dictionary(questionnaires.map { ($0.id, $0) }) { first, _ in first }
    let ofTargets = targets.flatMap { target in
      TargetCheck(questionnaires: given).findings(in: target)
        .map { Diagnostic($0, at: target.location) }
    }
    return (duplicateTargets + ofTargets + designFindings(given) + groupFindings(given))
      .sortedByPlace
  }

  private var duplicateTargets: [Diagnostic] {
    var firstUse: [String: SourceLocation] = [:]
    return targets.compactMap { target in
      let name = target.id.lowercased()
      guard let earlier = firstUse[name] else {
        firstUse[name] = target.location
        return nil
      }
      return Diagnostic(
        PlanFinding.duplicateTarget(target.id, earlier: earlier),
        at: target.location
      )
    }
  }

  private func designFindings(_ questionnaires: [String: Questionnaire]) -> [Diagnostic] {
    designs.sorted { $0.key < $1.key }
      .flatMap { id, sample in
        guard let questionnaire = questionnaires[id] else { return [Diagnostic]() }
        let location = place(of: id)
        return SampleCheck.findings(in: sample, of: questionnaire)
          .map { finding in
            let finding = PlanFinding.badDesign(finding, questionnaire: id)
            return Diagnostic(finding, at: location)
          }
      }
  }
}

extension Plan {
  /// Where something about a questionnaire is told that has no place of its own in the model.
  private func place(of questionnaire: String) -> SourceLocation {
    targets.first { $0.questionnaireID == questionnaire }?.location
      ?? SourceLocation(file: targets.first?.location.file ?? "", line: 1, column: 1)
  }

  private func groupFindings(_ questionnaires: [String: Questionnaire]) -> [Diagnostic] {
    layout.groups.sorted { $0.key < $1.key }
      .flatMap { id, names in
        guard let questionnaire = questionnaires[id] else { return [Diagnostic]() }
        return names.compactMap { name in
          GroupQuestionCheck.finding(for: name, in: questionnaire)
            .map { Diagnostic($0, at: place(of: id)) }
        }
      }
  }
}

extension Target {
  /// The questionnaire whose answers the target is held against.
  fileprivate var questionnaireID: String? {
    switch kind {
    case .survey(let questionnaire, _, _, _), .change(let questionnaire, _, _): questionnaire
    case .count: nil
    }
  }
}
