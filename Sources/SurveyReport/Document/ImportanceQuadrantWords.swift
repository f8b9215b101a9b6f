package import SurveyModel

extension ImportanceMap.Quadrant: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  /// The words where they stand alone.
  func title(in language: InterfaceLanguage) -> String {
    let words = text(in: language)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private var vietnamese: String {
    switch self {
    case .concentrateHere: "cần tập trung cải thiện"
    case .keepUp: "cần giữ vững"
    case .lowPriority: "chưa cấp bách"
    case .possibleOverkill: "đã tốt, ít quan trọng hơn"
    }
  }

  private var english: String {
    switch self {
    case .concentrateHere: "concentrate here"
    case .keepUp: "keep it up"
    case .lowPriority: "less urgent"
    case .possibleOverkill: "good and less important"
    }
  }
}
