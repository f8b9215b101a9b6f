/// How near the words of two versions are.
public enum LabelLikeness: String, Hashable, Sendable, Comparable {
  /// The same but for case, spaces and punctuation.
  case same
  /// A slip of the pen was mended.
  case slip
  /// Other words that mostly are the same.
  case reworded
  /// Words for something else, as far as words can tell.
  case different

  /// Whether `one` is milder than `other`.
  public static func < (one: LabelLikeness, other: LabelLikeness) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .same: 0
    case .slip: 1
    case .reworded: 2
    case .different: 3
    }
  }

  /// Words that turn a sentence into its opposite, or say how much.
  private static let decisive: Set<String> = [
    "không", "chưa", "chẳng", "trừ", "ngoài", "trên", "dưới", "trước", "sau", "ít", "nhiều", "rất",
    "hơi", "not", "no", "never", "without", "except", "over", "under", "before", "after", "less",
    "more", "very", "slightly", "dissatisfied", "disagree",
  ]

  /// Compares two texts.
  ///
  /// A number, a negation or a degree that changes is never a slip: "dưới 30" and "dưới 35" are
  /// different, "hài lòng" and "không hài lòng" too.
  public init(_ old: String, _ new: String) {
    let words = (Self.words(old), Self.words(new))
    guard words.0 != words.1 else {
      self = .same
      return
    }
    func marked(_ words: [String]) -> [String] {
      words.filter { $0.contains(where: \.isNumber) || Self.decisive.contains($0) }.sorted()
    }
    guard marked(words.0) == marked(words.1) else {
      self = .different
      return
    }
    self =
      Self.isSlip(words.0, words.1)
      ? .slip : Self.overlap(words.0, words.1) >= 0.5 ? .reworded : .different
  }

  /// The words without case and punctuation, in the form in which labels are compared.
  static func words(_ text: String) -> [String] {
    MatchingKey(text).text.split { character in
      !(character.isLetter || character.isNumber || character == "%")
    }.map { String($0) }
  }

  /// One letter in one long word of a sentence, or two words written as one.
  private static func isSlip(_ old: [String], _ new: [String]) -> Bool {
    if old.joined() == new.joined() { return true }
    guard old.count == new.count, old.count >= 3 else { return false }
    let changed = zip(old, new).filter { $0 != $1 }
    guard changed.count == 1, let pair = changed.first else { return false }
    return min(pair.0.count, pair.1.count) >= 3 && editDistance(pair.0, pair.1) == 1
  }

  /// The share of words that both have, 0...1.
  private static func overlap(_ old: [String], _ new: [String]) -> Double {
    guard !old.isEmpty, !new.isEmpty else { return 0 }
    var left: [String: Int] = [:]
    for word in old { left[word, default: 0] += 1 }
    var both = 0
    for word in new where left[word, default: 0] > 0 {
      left[word, default: 0] -= 1
      both += 1
    }
    return 2 * Double(both) / Double(old.count + new.count)
  }
}

/// The words of one text in a language before and after.
struct Rewording {
  let language: String
  let old: String
  let new: String
  let likeness: LabelLikeness

  /// The languages in which a text reads differently.
  static func all(_ old: LocalizedText, _ new: LocalizedText) -> [Rewording] {
    old.translations.keys.sorted().compactMap { language in
      guard let one = old.translations[language], let other = new.translations[language],
        one != other
      else { return nil }
      return Rewording(
        language: language,
        old: one,
        new: other,
        likeness: LabelLikeness(one, other)
      )
    }
  }

  /// How near two texts are as a whole: words that stay in one language hold the meaning.
  static func likeness(_ old: LocalizedText, _ new: LocalizedText) -> LabelLikeness {
    let shared = old.translations.keys.filter { new.translations[$0] != nil }
    let all = shared.map { language in
      LabelLikeness(old.translations[language] ?? "", new.translations[language] ?? "")
    }
    return all.min() ?? .reworded
  }
}
