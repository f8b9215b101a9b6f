/// Every question and every section has a name of its own, also when case is ignored.
///
/// Names become column names in SQLite and CSV, where `Age` and `age` collide.
struct UniqueNamesCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    var firstUse: [String: SourceLocation] = [:]
    var findings: [Diagnostic] = []
    for question in questionnaire.questions {
      let name = question.id.lowercased()
      if let earlier = firstUse[name] {
        let finding = QuestionnaireFinding.duplicateQuestion(question.id, earlier: earlier)
        findings.append(Diagnostic(finding, at: question.location))
      } else {
        firstUse[name] = question.location
      }
    }
    var sections: Set<String> = []
    for section in questionnaire.sections
    where !sections.insert(section.id.lowercased()).inserted {
      let location = section.questions.first?.location ?? questionnaire.startLocation
      findings.append(Diagnostic(QuestionnaireFinding.duplicateSection(section.id), at: location))
    }
    return findings
  }
}
