import SurveyModel

/// What can be wrong with words in several languages.
enum LanguageFinding: DiagnosticMessage, Equatable {
  case textWithoutLanguage([String])
  case unknownLanguage(String, known: [String])
  case defaultTranslationMissing(String)
  case translationMissing(String)
  case emptyText(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case textWithoutLanguage = "text-without-language"
    case unknownLanguage = "unknown-language"
    case defaultTranslationMissing = "default-translation-missing"
    case translationMissing = "translation-missing"
    case emptyText = "empty-text"
  }

  var code: String {
    let code: Code =
      switch self {
      case .textWithoutLanguage: .textWithoutLanguage
      case .unknownLanguage: .unknownLanguage
      case .defaultTranslationMissing: .defaultTranslationMissing
      case .translationMissing: .translationMissing
      case .emptyText: .emptyText
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .translationMissing: .warning
    case .textWithoutLanguage, .unknownLanguage, .defaultTranslationMissing, .emptyText: .error
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .textWithoutLanguage(let languages):
      "lời văn phải ghi rõ ngôn ngữ; hãy viết \(Self.example(languages))"
    case .unknownLanguage(let language, let known):
      "ngôn ngữ '\(language)' chưa được khai báo (có: \(known.joined(separator: ", "))); "
        + "hãy thêm vào 'languages' hoặc sửa mã"
    case .defaultTranslationMissing(let language):
      "thiếu lời văn bằng ngôn ngữ chính '\(language)'; hãy thêm '\(language): ...'"
    case .translationMissing(let language):
      "thiếu bản dịch '\(language)'; hãy thêm '\(language): ...'"
    case .emptyText(let language):
      "lời văn '\(language)' để trống; hãy viết nội dung hoặc bỏ khóa"
    }
  }

  private var english: String {
    switch self {
    case .textWithoutLanguage(let languages):
      "text must name its language; write \(Self.example(languages))"
    case .unknownLanguage(let language, let known):
      "language '\(language)' is not declared (there are \(known.joined(separator: ", "))); "
        + "add it to 'languages' or correct the code"
    case .defaultTranslationMissing(let language):
      "text in the default language '\(language)' is missing; add '\(language): ...'"
    case .translationMissing(let language):
      "translation '\(language)' is missing; add '\(language): ...'"
    case .emptyText(let language):
      "text '\(language)' is empty; write it or remove the key"
    }
  }

  private static func example(_ languages: [String]) -> String {
    "'{" + languages.map { "\($0): ..." }.joined(separator: ", ") + "}'"
  }
}
