/// Answers that stand in words are those of questions that exist.
struct PipingCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let names = questionnaire.questions.map(\.id)
    let known = Set(names)
    func unknown(_ texts: [LocalizedText?], _ place: SourceLocation) -> [Diagnostic] {
      let words = texts.compactMap { $0 }.flatMap { $0.translations.sorted { $0.key < $1.key } }
      var seen: Set<String> = []
      return words.flatMap { $0.value.contains("${") ? PipedText($0.value).questions : [] }
        .filter { !known.contains($0) && seen.insert($0).inserted }
        .map { name in
          let nearest = nearestName(to: name, among: names)
          return Diagnostic(QuestionnaireFinding.unknownPiped(name, nearest: nearest), at: place)
        }
    }
    let inSections = questionnaire.sections.flatMap { section in
      unknown([section.title], section.questions.first?.location ?? questionnaire.startLocation)
    }
    return inSections
      + questionnaire.questions.flatMap { question in
        let options = question.kind.choiceList?.choices.map(\.label) ?? []
        let own = [
          question.label, question.hint, question.requiredMessage, question.constraintMessage,
          question.warningMessage,
        ]
        return unknown(own + options, question.location)
      }
  }
}
