extension InterviewPlan {
  /// The answers to a repeated question in all turns; a path holds the turn, from 0, of each repeat
  /// around it and of its own.
  public func turns(of answer: Answer, to index: Int) -> [(path: [Int], answer: Answer)] {
    steps.indices.contains(index) ? steps[index].reader.tree(answer).answers : []
  }

  /// Words with the answers of a form in them.
  ///
  /// They stand there as people read them: options by their labels in `language`, dates by day,
  /// month and year. A missing answer is nothing.
  public func piped(
    _ text: String,
    answers: [Answer],
    lastSaved: [Answer] = [],
    language: String
  ) -> String {
    guard text.contains("${") else { return text }
    return PipedText(text).parts.map { part in
      switch part {
      case .words(let words): words
      case .answer(let name): words(name, answers, language)
      case .lastSaved(let name): words(name, lastSaved, language)
      }
    }.joined()
  }

  private func words(_ name: String, _ answers: [Answer], _ language: String) -> String {
    guard let index = index(of: name), answers.indices.contains(index) else { return "" }
    let list = steps[index].question.kind.choiceList
    func label(_ code: String) -> String {
      guard let list, let place = list.index(of: code) else { return code }
      let fallbacks = [questionnaire.defaultLanguage, "vi", "en"]
      return list.choices[place].label.text(language, fallbacks: fallbacks)
    }
    switch answers[index] {
    case .choice(let code): return label(code)
    case .choices(let codes): return codes.map(label).joined(separator: ", ")
    case .text(let text) where list != nil:
      return text.split(separator: " ").map { label(String($0)) }.joined(separator: ", ")
    case .date(let date): return date.dayMonthYear
    case .integer, .decimal, .text, .missing: return answers[index].text
    }
  }
}
