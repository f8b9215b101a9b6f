extension MatchingKey {
  /// The folded text without Vietnamese marks: "hài lòng" becomes "hai long", "đủ" becomes "du".
  package var withoutMarks: String { text.unaccented }
}
