import SurveyModel

/// The bullets in front of the lines of a cell: `- Nước máy`, `• Giếng khoan`.
struct LineBullets: Sendable {
  private let isOpen: Bool

  /// Prepares for cells of these options; where any of them begins so, a bullet is part of the words.
  init(options: [String]) {
    isOpen = !options.contains { option in
      option.split(whereSeparator: \.isNewline).contains { Self.isBullet($0.first) }
    }
  }

  /// The text without the bullets; none where no line has one.
  ///
  /// A line without a letter, such as `-1`, is a number.
  func removed(from text: String) -> String? {
    guard isOpen else { return nil }
    var hasBullet = false
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      let line = String(line).trimmed
      let words = String(line.drop { Self.isBullet($0) || $0.isWhitespace })
      guard Self.isBullet(line.first), words.contains(where: \.isLetter) else { return line }
      hasBullet = true
      return words
    }
    return hasBullet ? lines.joined(separator: "\n") : nil
  }

  private static func isBullet(_ character: Character?) -> Bool {
    switch character {
    case "-", "+", "*", "•", "●", "▪", "‣", "·", "–", "—": true
    default: false
    }
  }
}
