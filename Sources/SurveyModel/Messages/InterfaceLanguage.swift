/// The language in which the tool speaks to its user.
///
/// The languages of a questionnaire are another matter: they are data, see ``LocalizedText``.
public enum InterfaceLanguage: String, CaseIterable, Hashable, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// A sentence of the tool that exists in every interface language.
///
/// Conforming types are enums with one exhaustive `switch` for each language, so that a message
/// without a translation does not compile.
public protocol LocalizedMessage: Sendable {
  /// The sentence in `language`.
  func text(in language: InterfaceLanguage) -> String
}

extension InterfaceLanguage {
  /// Chooses one of two wordings.
  package func choose(_ vietnamese: String, _ english: String) -> String {
    self == .vietnamese ? vietnamese : english
  }
}
