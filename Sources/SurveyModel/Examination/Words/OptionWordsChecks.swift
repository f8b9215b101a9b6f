/// Two options do not have each other's words in one of the languages.
///
/// What goes with what is known from a few common pairs and from the lists before.
struct SwappedOptionsCheck: QuestionnaireCheck {
  private static let common: [(String, [String])] = [
    ("có", ["yes"]), ("không", ["no"]), ("nam", ["male"]), ("nữ", ["female"]),
    ("hài lòng", ["satisfied"]), ("không hài lòng", ["not satisfied", "dissatisfied"]),
    ("rất hài lòng", ["very satisfied"]),
    ("rất không hài lòng", ["very dissatisfied", "not at all satisfied"]),
    ("đồng ý", ["agree"]), ("không đồng ý", ["disagree"]), ("đúng", ["true", "right", "correct"]),
    ("sai", ["false", "wrong", "incorrect"]), ("không biết", ["don't know", "do not know"]),
  ]

  private struct Pair: Hashable {
    let words: MatchingKey
    let other: MatchingKey
    let language: String
  }

  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    guard let first = questionnaire.languages.first else { return [] }
    var known: Set<Pair> = []
    if first == "vi" {
      for (words, translations) in Self.common {
        for english in translations {
          known.insert(
            Pair(words: MatchingKey(words), other: MatchingKey(english), language: "en")
          )
        }
      }
    }
    var findings: [Diagnostic] = []
    for (list, question) in questionnaire.listsWithFirstUse where list.choices.count <= 60 {
      for language in questionnaire.languages.dropFirst() {
        let labels = list.choices.compactMap {
          choice -> (code: String, one: MatchingKey, other: MatchingKey)? in
          guard choice.label.has(first), choice.label.has(language),
            let one = choice.label.translations[first],
            let other = choice.label.translations[language]
          else { return nil }
          return (choice.code, MatchingKey(one), MatchingKey(other))
        }
        func isKnown(_ one: MatchingKey, _ other: MatchingKey) -> Bool {
          known.contains(Pair(words: one, other: other, language: language))
        }
        var swapped = false
        for (place, left) in labels.enumerated() {
          for right in labels.dropFirst(place + 1)
          where isKnown(left.one, right.other) && isKnown(right.one, left.other)
            && !isKnown(left.one, left.other) && !isKnown(right.one, right.other)
          {
            swapped = true
            let finding = WordsFinding.optionsSwapped(
              left.code,
              right.code,
              list: list.id,
              language: language
            )
            findings.append(Diagnostic(finding, at: question.location))
          }
        }
        if swapped { continue }
        for label in labels {
          known.insert(Pair(words: label.one, other: label.other, language: language))
        }
      }
    }
    return findings
  }
}

/// What differs in one language differs in the others.
struct SameLabelCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (list, question) in questionnaire.listsWithFirstUse {
      let labels = list.choices.map { (name: $0.code, text: $0.label) }
      findings += self.findings(labels, questionnaire.languages).map {
        Diagnostic($0, at: question.location)
      }
    }
    for section in questionnaire.sections {
      let shown = section.questions.filter(\.kind.isShown)
      let labels = shown.map { (name: $0.id, text: $0.label) }
      guard let first = shown.first else { continue }
      findings += self.findings(labels, questionnaire.languages).map { finding in
        guard case .sameLabel(_, let name, _, _) = finding else {
          return Diagnostic(finding, at: first.location)
        }
        let place = shown.first { $0.id == name }?.location ?? first.location
        return Diagnostic(finding, at: place)
      }
    }
    return findings
  }

  private func findings(
    _ labels: [(name: String, text: LocalizedText)],
    _ languages: [String]
  ) -> [WordsFinding] {
    languages.flatMap { language -> [WordsFinding] in
      var first: [String: (name: String, text: LocalizedText)] = [:]
      return labels.compactMap { label in
        guard label.text.has(language), let words = label.text.translations[language] else {
          return nil
        }
        guard let earlier = first[words] else {
          first[words] = label
          return nil
        }
        let differs = languages.contains { other in
          other != language && label.text.has(other) && earlier.text.has(other)
            && label.text.translations[other] != earlier.text.translations[other]
        }
        return differs
          ? .sameLabel(earlier.name, label.name, words: words, language: language) : nil
      }
    }
  }
}
