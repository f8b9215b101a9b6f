import SurveyModel

/// How questions and answers of one questionnaire are written for the surveyor.
struct QuestionWords {
  let plan: InterviewPlan
  let interface: InterfaceLanguage
  /// The language of the questionnaire.
  var language: String
  /// What counts in the form that is shown, for answers that stand in words.
  var answers: [Answer] = []
  /// The answers of the form saved before.
  var lastSaved: [Answer] = []

  /// The language after the present one, in a circle; `nil` when there is no other.
  var nextLanguage: String? {
    let languages = plan.questionnaire.languages
    guard languages.count > 1 else { return nil }
    let present = languages.firstIndex(of: language) ?? languages.count - 1
    return languages[(present + 1) % languages.count]
  }

  /// The present language by its own name, where it is known.
  var languageName: String {
    switch language {
    case "vi": "Tiếng Việt"
    case "en": "English"
    case "km": "ភាសាខ្មែរ"
    case "zh": "中文"
    default: language
    }
  }

  /// The words in the present language, else in the questionnaire's own.
  func text(_ text: LocalizedText) -> String {
    let words = text.text(language, fallbacks: [plan.questionnaire.defaultLanguage, "vi", "en"])
    return plan.piped(words, answers: answers, lastSaved: lastSaved, language: language)
  }

  /// A question in one line, without the mark at its end.
  func short(_ index: Int, columns: Int = 32) -> String {
    var label = text(plan.steps[index].question.label).trimmed
    while let last = label.last, "?:. ".contains(last) { label.removeLast() }
    return TextWrapping.fitted(label, columns: columns)
  }

  /// Code and label of an option.
  func option(_ code: String, _ label: LocalizedText) -> String { "\(code) \(text(label))" }

  /// What counts as the answer in the whole form: in a repeat all turns with their numbers.
  func wholeAnswer(_ answer: Answer, to index: Int) -> String {
    guard plan.steps[index].question.isRepeated, case .text = answer else {
      return self.answer(answer, to: index)
    }
    return plan.turns(of: answer, to: index).map { path, one in
      "\(Self.turn(path)): \(self.answer(one, to: index))"
    }.joined(separator: "; ")
  }

  /// A turn of a repeat by its number, behind that of the turn around it: `2.1`.
  static func turn(_ path: [Int]) -> String {
    path.map { String($0 + 1) }.joined(separator: ".")
  }

  /// An answer as it is shown, in a repeat that in one turn: codes with their labels.
  func answer(_ answer: Answer, to index: Int) -> String {
    let question = plan.steps[index].question
    switch answer {
    case .choice(let code): return choice(code, of: question)
    case .choices(let codes):
      return codes.map { choice($0, of: question) }.joined(separator: " · ")
    case .date(let date): return date.dayMonthYear
    case .decimal: return interface == .vietnamese ? withComma(answer.text) : answer.text
    case .text(let text) where question.kind.choiceList != nil:
      return text.split(separator: " ").map { choice(String($0), of: question) }
        .joined(separator: " · ")
    case .text where question.role == .dossier: return "••••••"
    case .integer, .text: return answer.text
    case .missing(let reason):
      if let code = question.missing.first(where: { $0.reason == reason }) {
        return option(code.code, code.label)
      }
      switch reason {
      case .notReached: return PromptMessage.notReached.text(in: interface)
      case .notApplicable, .notCollected: return PromptMessage.notAsked.text(in: interface)
      case .doNotKnow, .refused, .noAnswer:
        return PromptMessage.leftBlank.text(in: interface)
      }
    }
  }

  private func withComma(_ number: String) -> String {
    String(number.map { $0 == "." ? "," : $0 })
  }

  private func choice(_ code: String, of question: Question) -> String {
    guard let list = question.kind.choiceList, let index = list.index(of: code) else { return code }
    return option(code, list.choices[index].label)
  }
}
