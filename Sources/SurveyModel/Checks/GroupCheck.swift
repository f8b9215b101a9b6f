/// Sections stand in groups that exist, and no group stands in itself.
struct GroupCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let names = questionnaire.groups.map(\.id)
    var findings: [Diagnostic] = []
    for section in questionnaire.sections {
      guard let id = section.group, !names.contains(id) else { continue }
      let nearest = nearestName(to: id, among: names)
      let location = section.questions.first?.location ?? questionnaire.startLocation
      let finding = QuestionnaireFinding.unknownGroup(id, section: section.id, nearest: nearest)
      findings.append(Diagnostic(finding, at: location))
    }
    var taken = Set(questionnaire.questions.map { $0.id.lowercased() })
    for group in questionnaire.groups {
      if !taken.insert(group.id.lowercased()).inserted {
        findings.append(
          Diagnostic(QuestionnaireFinding.duplicateGroup(group.id), at: group.location)
        )
      }
      if let finding = parentFinding(group, names, questionnaire) {
        findings.append(Diagnostic(finding, at: group.location))
      }
    }
    return findings
  }

  private func parentFinding(
    _ group: FormGroup,
    _ names: [String],
    _ questionnaire: Questionnaire
  ) -> QuestionnaireFinding? {
    guard let parent = group.parent else { return nil }
    guard names.contains(parent) else {
      let nearest = nearestName(to: parent, among: names)
      return .unknownParent(parent, group: group.id, nearest: nearest)
    }
    var seen: Set<String> = []
    var next: String? = parent
    while let id = next, seen.insert(id).inserted {
      if id == group.id { return .groupInItself(group.id) }
      next = questionnaire.group(id)?.parent
    }
    return nil
  }
}
