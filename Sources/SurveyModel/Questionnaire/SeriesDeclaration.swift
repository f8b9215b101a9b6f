/// The instrument that a questionnaire follows, with results that are not comparable.
public struct SeriesDeclaration: Hashable, Sendable {
  /// The id of the questionnaire before it.
  public let follows: String
  /// Why results of the two are not one series.
  public let reason: LocalizedText
  /// For indicators of the questionnaire, the one before it under another id.
  public let indicators: [String: String]

  /// Makes a declaration.
  public init(follows: String, reason: LocalizedText, indicators: [String: String] = [:]) {
    self.follows = follows
    self.reason = reason
    self.indicators = indicators
  }
}
