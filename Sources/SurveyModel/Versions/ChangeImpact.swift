/// What a change of the form does to answers that were given before it, the mildest first.
public enum ChangeImpact: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Answers mean exactly what they meant.
  case harmless
  /// Answers before and after can be counted together; somebody should know of the change.
  case comparable
  /// Answers or figures before and after must not be counted together.
  case incomparable
  /// Stored answers would be read as something else: only with a map, or under a new id.
  case forbidden

  /// Whether `one` is milder than `other`.
  public static func < (one: ChangeImpact, other: ChangeImpact) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .harmless: 0
    case .comparable: 1
    case .incomparable: 2
    case .forbidden: 3
    }
  }
}

extension ChangeImpact: LocalizedMessage {
  /// The class in a few words.
  public func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.harmless, .vietnamese): "vô hại"
    case (.harmless, .english): "harmless"
    case (.comparable, .vietnamese): "vẫn so sánh được"
    case (.comparable, .english): "still comparable"
    case (.incomparable, .vietnamese): "không so sánh được"
    case (.incomparable, .english): "not comparable"
    case (.forbidden, .vietnamese): "không được đổi khi đã có câu trả lời"
    case (.forbidden, .english): "forbidden under stored answers"
    }
  }
}
