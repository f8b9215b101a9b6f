/// Words of a questionnaire or a plan in one or more languages.
public struct LocalizedText: Hashable, Sendable {
  /// The words by language code (`vi`, `en`, `km` ...).
  public let translations: [String: String]

  /// Makes a text from its translations.
  public init(_ translations: [String: String]) {
    self.translations = translations
  }

  /// The words in `language`, else in the first of `fallbacks` that has them, else in any.
  public func text(_ language: String, fallbacks: [String] = ["vi", "en"]) -> String {
    if let text = translations[language] { return text }
    for fallback in fallbacks {
      if let text = translations[fallback] { return text }
    }
    return translations.sorted { $0.key < $1.key }.first?.value ?? ""
  }

  /// The words in the language of the interface.
  public func text(in language: InterfaceLanguage) -> String { text(language.rawValue) }
}
