/// A part of the day as it is written behind an hour: `8:05 SA`, `2h chiều`, `11h30 trưa`.
///
/// Each has the hours of which people say it; an hour that nobody calls so is none.
enum DayPart {
  /// `SA`, `AM`: the hours from midnight to noon, with 12 for midnight.
  case beforeNoon
  /// `CH`, `PM`: the hours from noon on, with 12 for noon.
  case afterNoon
  case morning
  case noon
  case afternoon
  case evening

  /// All of its words, folded.
  static let words: Set<String> = ["sa", "am", "ch", "pm", "sáng", "trưa", "chiều", "tối"]

  init?(_ word: String) {
    switch word {
    case "sa", "am": self = .beforeNoon
    case "ch", "pm": self = .afterNoon
    case "sáng": self = .morning
    case "trưa": self = .noon
    case "chiều": self = .afternoon
    case "tối": self = .evening
    default: return nil
    }
  }

  /// The hour of the day when `written` stands before the word.
  func hour(_ written: Int) -> Int? {
    switch (self, written) {
    case (.beforeNoon, 0...12): written % 12
    case (.afterNoon, 1...23): written % 12 + 12
    case (.morning, 0...11): written
    case (.noon, 10...14): written
    case (.noon, 1...2): written + 12
    case (.afternoon, 12...18): written
    case (.afternoon, 1...6): written + 12
    case (.evening, 17...23): written
    case (.evening, 5...11): written + 12
    default: nil
    }
  }
}
