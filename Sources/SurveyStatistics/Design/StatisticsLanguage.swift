/// The languages in which an error can be put into words.
public enum StatisticsLanguage: String, Hashable, Sendable, CaseIterable {
  /// Vietnamese.
  case vietnamese = "vi"
  /// English.
  case english = "en"
}
