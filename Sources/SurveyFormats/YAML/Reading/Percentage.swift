import SurveyModel

/// Shares as they are written in files.
enum Percentage {
  /// Reads `80%` as 0.8; anything without the sign is none.
  static func parse(_ text: String) -> Double? {
    let text = text.trimmed
    guard text.hasSuffix("%") else { return nil }
    return NumberText.parse(String(text.dropLast()).trimmed, allowsComma: true).map { $0 / 100 }
  }
}
