extension VersionChange: LocalizedMessage {
  /// What it is about and what changed, in a sentence.
  public func text(in language: InterfaceLanguage) -> String {
    let words = VersionWords(language: language)
    let settled =
      isSettled ? language.choose(" (theo bản đồ)", " (by the map)") : ""
    switch subject {
    case .questionnaire: return sentence(words, language) + settled
    case .question(let id, let label):
      let head = language.choose("Câu", "Question")
      return "\(head) '\(id)'\(words.label(label)): \(sentence(words, language))\(settled)"
    case .indicator(let id, let label):
      let head = language.choose("Chỉ số", "Indicator")
      return "\(head) '\(id)'\(words.label(label)): \(sentence(words, language))\(settled)"
    }
  }

  private func sentence(_ words: VersionWords, _ language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese(words)
    case .english: english(words)
    }
  }
}

/// How pieces of a form are named in sentences.
struct VersionWords {
  let language: InterfaceLanguage

  /// A label in brackets, cut where it is long.
  func label(_ label: LocalizedText) -> String {
    let text = shortened(label.text(in: language))
    return text.isEmpty ? "" : " (\(text))"
  }

  /// The words of an option.
  func option(_ code: String, _ label: LocalizedText) -> String {
    "\(code) “\(shortened(label.text(in: language)))”"
  }

  /// A text in quotes, or that there is none.
  func quoted(_ text: String) -> String {
    text.isEmpty ? language.choose("không có", "none") : "“\(shortened(text))”"
  }

  func list(_ names: [String]) -> String {
    names.isEmpty ? language.choose("không có", "none") : names.joined(separator: ", ")
  }

  func quotedList(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }

  func direction(_ direction: Scale.Direction) -> String {
    switch direction {
    case .ascending: language.choose("mã tăng theo mức tốt", "codes rise with approval")
    case .descending: language.choose("mã giảm theo mức tốt", "codes fall with approval")
    }
  }

  func likeness(_ likeness: LabelLikeness) -> String {
    switch likeness {
    case .same: language.choose("chỉ khác cách viết hoa, dấu câu", "only case or punctuation")
    case .slip: language.choose("sửa lỗi gõ", "a slip was mended")
    case .reworded: language.choose("viết lại", "reworded")
    case .different: language.choose("nội dung khác", "says something else")
    }
  }

  private func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : "\(line.prefix(57))…"
  }
}
