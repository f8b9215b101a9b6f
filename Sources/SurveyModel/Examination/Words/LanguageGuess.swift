/// Whether words look Vietnamese or English; only what is nearly certain counts.
enum LanguageGuess {
  /// Words that hardly any sentence does without and that no place is called after.
  private static let vietnamese: Set<String> = [
    "không", "của", "và", "là", "có", "người", "được", "các", "những", "một", "này", "đã", "rất",
    "lòng", "nào", "gì", "với", "từ", "đến", "khác", "biết", "trả", "lời", "hỏi", "nữ", "ông",
    "bà", "chọn", "tuổi", "nếu", "thì", "khi", "việc", "hãy", "xin", "đồng", "ý",
  ]

  private static let english: Set<String> = [
    "the", "of", "and", "you", "your", "is", "are", "was", "do", "does", "did", "what", "how",
    "which", "who", "when", "where", "to", "in", "for", "with", "not", "very", "have", "has",
    "this", "that", "or", "if", "please", "any", "from", "at", "by", "about",
  ]

  private static let englishAlone: Set<String> = [
    "yes", "no", "male", "female", "other", "agree", "disagree", "satisfied", "dissatisfied",
    "don't know", "refused", "none", "name", "age", "date", "gender", "sex",
  ]

  /// Whether the words are Vietnamese with their marks.
  static func looksVietnamese(_ text: String) -> Bool {
    let words = words(of: text)
    guard !words.isEmpty else { return false }
    // Names of places and people are the same in every language.
    if words.count > 1, words.allSatisfy({ $0.first?.isUppercase ?? false }) { return false }
    let marked = words.count { hasMark($0) }
    let known = words.count { vietnamese.contains($0.lowercased()) && hasMark($0) }
    return marked * 2 >= words.count && known >= (words.count > 3 ? 2 : 1)
  }

  /// Whether the words are English.
  static func looksEnglish(_ text: String) -> Bool {
    if englishAlone.contains(text.trimmed.lowercased()) { return true }
    let words = words(of: text)
    guard words.count > 2, !words.contains(where: hasMark) else { return false }
    return words.count { english.contains($0.lowercased()) } >= 2
  }

  private static func words(of text: String) -> [String] {
    text.composed.split { !$0.isLetter && $0 != "'" }.map(String.init)
  }

  /// Whether a word has a sign that plain Latin letters do not have.
  private static func hasMark(_ word: String) -> Bool {
    word.unicodeScalars.contains { $0.value > 0x7F && $0.properties.isAlphabetic }
  }
}

/// The words under a language are of that language.
struct MixedUpWordsCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    guard questionnaire.languages.count > 1 else { return [] }
    var parts = questionnaire.wordedParts
    for (list, question) in questionnaire.listsWithFirstUse {
      parts += list.choices.map { choice in
        WordedPart(
          name: "'\(list.id)' '\(choice.code)'",
          text: choice.label,
          location: question.location
        )
      }
    }
    return parts.flatMap { part in findings(in: part).map { Diagnostic($0, at: part.location) } }
  }

  private func findings(in part: WordedPart) -> [WordsFinding] {
    let texts = part.text.translations.sorted { $0.key < $1.key }
    let isEnglish = texts.first { $0.key == "vi" && LanguageGuess.looksEnglish($0.value) }
    let foreign = texts.filter { $0.key != "vi" && LanguageGuess.looksVietnamese($0.value) }
    if let isEnglish, let english = foreign.first(where: { $0.key == "en" }) {
      return [.languagesSwapped(of: part.name, isEnglish.key, english.key)]
    }
    var findings: [WordsFinding] = foreign.map { language, words in
      .foreignWords(words, of: part.name, language: language, looksLike: "vi")
    }
    if let isEnglish {
      findings.append(
        .foreignWords(isEnglish.value, of: part.name, language: "vi", looksLike: "en")
      )
    }
    return findings
  }
}
