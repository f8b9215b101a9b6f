extension Questionnaire {
  /// Whether anything in it asks for an answer in the form that was saved before: a rule, a default
  /// or words with answers in them.
  public var readsLastSaved: Bool {
    let rules =
      groups.flatMap(\.expressions) + sections.compactMap(\.relevant)
      + questions.flatMap(\.expressions) + questions.compactMap(\.choiceFilter)
    return rules.contains { Self.readsLastSaved($0.expression) }
      || texts.contains { text in
        text.translations.values.contains { words in
          words.contains("last-saved#")
            && PipedText(words).parts.contains { if case .lastSaved = $0 { true } else { false } }
        }
      }
  }

  private static func readsLastSaved(_ expression: Expression) -> Bool {
    guard expression.text.contains("last-saved#") else { return false }
    var lexer = ExpressionLexer(expression.text)
    let tokens = try? lexer.allTokens()
    return tokens?.contains { if case .lastSaved = $0.kind { true } else { false } } ?? false
  }

  /// The words that a form shows.
  private var texts: [LocalizedText] {
    let headings =
      [title] + [consent?.text].compactMap { $0 } + sections.map(\.title)
      + groups.compactMap(\.label)
    let inQuestions = questions.flatMap { question in
      [
        question.label, question.hint, question.requiredMessage, question.constraintMessage,
        question.warningMessage, question.guidance,
      ].compactMap { $0 } + (question.kind.choiceList?.choices.map(\.label) ?? [])
    }
    return headings + inQuestions
  }
}
