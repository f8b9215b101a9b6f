/// The parts of a form that have words, each with its place and its name.
struct WordedPart {
  let name: String
  let text: LocalizedText
  let location: SourceLocation
}

extension Questionnaire {
  /// What looks wrong with the words of the form, in the order of the file.
  ///
  /// Missing translations are only looked for with `tellsMissing`: the reader of YAML has told of
  /// them already.
  package func checkWords(tellsMissing: Bool) -> [Diagnostic] {
    var checks: [any QuestionnaireCheck] = [
      MixedUpWordsCheck(), SwappedOptionsCheck(), SameLabelCheck(), FlippedScaleCheck(),
      ScreenWidthCheck(),
    ]
    if tellsMissing { checks.append(MissingLabelCheck()) }
    return checks.flatMap { $0.findings(in: self) }.sortedByPlace
  }

  /// The title, the sections, and the questions with what is said about them.
  var wordedParts: [WordedPart] {
    var parts = [WordedPart(name: "'title'", text: title, location: startLocation)]
    if let consent {
      parts.append(WordedPart(name: "'consent'", text: consent.text, location: startLocation))
    }
    for section in sections {
      guard let first = section.questions.first else { continue }
      parts.append(
        WordedPart(name: "'\(section.id)'", text: section.title, location: first.location)
      )
    }
    for question in questions where question.kind.isShown {
      func add(_ text: LocalizedText?, _ what: String) {
        guard let text else { return }
        let name = what.isEmpty ? "'\(question.id)'" : "'\(question.id)' (\(what))"
        parts.append(WordedPart(name: name, text: text, location: question.location))
      }
      add(question.label, "")
      add(question.hint, "hint")
      add(question.constraintMessage, "constraint_message")
      add(question.requiredMessage, "required_message")
      add(question.warningMessage, "warning_message")
    }
    return parts
  }
}

/// What is said in one language is said in all.
///
/// Where nothing of the form is said in a language, the language is what is missing, not a label.
struct MissingLabelCheck: QuestionnaireCheck {
  private static let many = 5

  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    let parts = questionnaire.wordedParts
    let lists = questionnaire.listsWithFirstUse
    let used = questionnaire.languages.filter { language in
      parts.contains { $0.text.has(language) }
    }
    let said = parts.filter { part in questionnaire.languages.contains { part.text.has($0) } }
    // A language in which much is missing is told once.
    var findings: [Diagnostic] = []
    var sparse: Set<String> = []
    for language in used {
      let absent = said.filter { !$0.text.has(language) }
      guard absent.count > Self.many, let first = absent.first else { continue }
      sparse.insert(language)
      let finding = WordsFinding.manyLabelsMissing(names: absent.map(\.name), language: language)
      findings.append(Diagnostic(finding, at: first.location))
    }
    for part in said {
      let absent = used.filter { !part.text.has($0) && !sparse.contains($0) }
      if absent.isEmpty { continue }
      let finding = WordsFinding.labelMissing(of: part.name, languages: absent)
      findings.append(Diagnostic(finding, at: part.location))
    }
    for (list, question) in lists {
      for language in questionnaire.languages {
        let said = list.choices.filter { $0.label.has(language) }
        let absent = list.choices.filter { !$0.label.has(language) && !$0.label.isBlank }
        // A language that no list is said in was left out on purpose.
        guard !absent.isEmpty, !said.isEmpty else { continue }
        let finding = WordsFinding.optionLabelsMissing(
          codes: absent.map(\.code),
          list: list.id,
          language: language
        )
        findings.append(Diagnostic(finding, at: question.location))
      }
    }
    return findings
  }
}

extension LocalizedText {
  /// Whether something is said in a language.
  func has(_ language: String) -> Bool { !(translations[language] ?? "").trimmed.isEmpty }

  /// Whether nothing is said in any.
  var isBlank: Bool { translations.values.allSatisfy { $0.trimmed.isEmpty } }
}
