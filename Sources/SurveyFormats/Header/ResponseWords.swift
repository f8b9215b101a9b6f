import SurveyModel

/// What systems write below a question that has one column.
enum ResponseWords {
  private static let keys: Set<String> = [
    "response", "open-ended response", "responses", "answer", "trả lời", "câu trả lời", "đáp án",
  ]

  /// Whether `text` is such words.
  static func contain(_ text: String) -> Bool { keys.contains(MatchingKey(text).text) }
}
