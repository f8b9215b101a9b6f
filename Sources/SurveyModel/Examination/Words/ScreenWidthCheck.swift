/// Options fit on one line of a screen each, and questions on a few lines.
struct ScreenWidthCheck: QuestionnaireCheck {
  /// The most lines that a question should take.
  static let lines = 6

  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    questionnaire.languages.flatMap { language in
      options(in: questionnaire, language) + labels(in: questionnaire, language)
    }
  }

  private func options(in questionnaire: Questionnaire, _ language: String) -> [Diagnostic] {
    questionnaire.listsWithFirstUse.compactMap { list, question in
      let line = OptionLine(codes: list.choices.map(\.code) + question.missing.map(\.code))
      let labels =
        list.choices.map { ($0.code, $0.label) } + question.missing.map { ($0.code, $0.label) }
      let wide = labels.compactMap { code, label -> (code: String, columns: Int)? in
        guard let words = label.translations[language] else { return nil }
        let columns = line.columns(of: words)
        return columns > OptionLine.screenColumns ? (code, columns) : nil
      }
      guard let widest = wide.map(\.columns).max() else { return nil }
      let finding = WordsFinding.optionTooWide(
        codes: wide.map(\.code),
        list: list.id,
        language: language,
        columns: widest
      )
      return Diagnostic(finding, at: question.location)
    }
  }

  private func labels(in questionnaire: Questionnaire, _ language: String) -> [Diagnostic] {
    questionnaire.questions.compactMap { question in
      guard question.kind.isShown, question.kind != .note,
        let words = question.label.translations[language]
      else { return nil }
      let width = OptionLine.screenColumns
      let lines = (ColumnWidth.of(words) + width - 1) / width
      guard lines > Self.lines else { return nil }
      let finding = WordsFinding.labelTooLong(
        question: question.id,
        language: language,
        lines: lines
      )
      return Diagnostic(finding, at: question.location)
    }
  }
}
