extension MatchingKey {
  /// The folded text without Vietnamese marks: "hài lòng" becomes "hai long", "đủ" becomes "du".
  package var withoutMarks: String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var bare = ""
    for scalar in text.decomposedScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark: continue
      default: bare.unicodeScalars.append(scalar == "đ" ? "d" : scalar)
      }
    }
    return bare
  }
}
