import SurveyModel

/// The levels of scales that Vietnamese and English surveys use again and again.
///
/// A label is cut into a degree ("rất", "không", "somewhat") and a matter ("hài lòng", "agree").
/// Labels that share their matter and differ in their degree are the levels of one scale.
enum ScaleWords {
  /// A level as its words describe it.
  struct Level: Hashable {
    /// From -3, the most against, to 3; 0 is neutral.
    let degree: Int
    /// What is felt; empty for a neutral level, which goes with every matter.
    let matter: String
  }

  /// A list of labels that was recognised as a scale.
  struct Recognised {
    /// The labels from the least to the most approval.
    let order: [String]
    let neutral: String?
    let positive: Set<String>
  }

  /// Recognises all of `labels` as levels of one scale.
  static func recognise(_ labels: [String]) -> Recognised? {
    guard labels.count >= 2, labels.count <= 7 else { return nil }
    return ladder(labels) ?? degrees(labels)
  }

  // MARK: Ladders

  /// Scales whose words do not follow the pattern of degree and matter, from low to high, with the
  /// number of levels at the top that count as positive.
  private static let ladders: [(levels: [[String]], neutral: Int?, positive: Int)] = [
    (
      [
        ["rất kém", "rất tệ", "rất xấu"], ["kém", "yếu", "tệ", "xấu", "chưa tốt", "không tốt"],
        ["trung bình", "bình thường", "tạm được"], ["khá", "khá tốt"], ["tốt"],
        ["rất tốt", "xuất sắc", "tuyệt vời"],
      ], 2, 3
    ),
    (
      [
        ["không bao giờ", "chưa bao giờ", "chưa lần nào"], ["hiếm khi", "ít khi", "rất ít khi"],
        ["thỉnh thoảng", "đôi khi", "đôi lúc"], ["thường xuyên", "hay", "thường"],
        ["luôn luôn", "luôn", "rất thường xuyên"],
      ], nil, 0
    ),
    (
      [
        ["chưa biết", "không biết đến", "chưa từng nghe", "chưa nghe"],
        ["biết ít", "biết một chút", "có nghe", "nghe nói", "biết sơ qua"],
        ["biết", "có biết", "biết một phần"], ["biết rõ", "hiểu rõ"],
        ["biết rất rõ", "hiểu rất rõ"],
      ], nil, 2
    ),
    (
      [
        ["very poor", "very bad", "terrible"], ["poor", "bad"],
        ["fair", "average", "ok", "acceptable"], ["good"], ["very good"], ["excellent"],
      ], 2, 3
    ),
    (
      [
        ["never"], ["once in a while", "rarely", "seldom", "hardly ever"],
        ["sometimes", "occasionally", "about half the time"], ["often", "usually", "frequently"],
        ["always", "very often"],
      ], nil, 0
    ),
    (
      [["not at all"], ["not much", "a little"], ["some", "somewhat"], ["a lot", "very much"]], nil,
      0
    ),
  ]

  private static func ladder(_ labels: [String]) -> Recognised? {
    let keys = labels.map { MatchingKey($0).text }
    for (levels, neutral, positive) in ladders {
      let places = keys.map { key in levels.firstIndex { $0.contains(key) } }
      let found = places.compactMap { $0 }
      guard found.count == labels.count, Set(found).count == labels.count, found.count >= 3 else {
        continue
      }
      let sorted = zip(labels, found).sorted { $0.1 < $1.1 }
      return Recognised(
        order: sorted.map(\.0),
        neutral: sorted.first { $0.1 == neutral }?.0,
        positive: Set(sorted.filter { $0.1 >= levels.count - positive }.map(\.0))
      )
    }
    return nil
  }

  // MARK: Degrees

  private static func degrees(_ labels: [String]) -> Recognised? {
    let levels = labels.map { level(MatchingKey($0).text) }
    let known = levels.compactMap { $0 }
    guard known.count == labels.count, Set(known.map(\.degree)).count == labels.count else {
      return nil
    }
    let matters = Set(known.map(\.matter).filter { !$0.isEmpty })
    guard let matter = matters.first, matters.allSatisfy({ isSame($0, matter) }),
      known.count >= 3 || known.contains(where: { abs($0.degree) == 3 })
    else { return nil }
    let sorted = zip(labels, known).sorted { $0.1.degree < $1.1.degree }
    // Without a level against, only the upper half approves.
    let least = sorted.first?.1.degree ?? 0
    return Recognised(
      order: sorted.map(\.0),
      neutral: sorted.first { $0.1.degree == 0 && least < 0 }?.0,
      positive: Set(sorted.filter { $0.1.degree >= 2 }.map(\.0))
    )
  }

  /// "comfortable" and "comfortably" are one matter.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let shared = zip(one, other).prefix { $0 == $1 }.count
    return shared >= min(one.count, other.count, 5)
      && shared * 10 >= max(one.count, other.count) * 7
  }

  private static let neutralWords: Set<String> = [
    "bình thường", "trung lập", "trung bình", "phân vân", "không ý kiến", "tạm được",
    "chấp nhận được", "neutral", "undecided", "average", "neither", "no opinion",
    "lưỡng lự", "nửa hài lòng nửa không",
  ]

  /// Words before the matter; the longest that fits is taken.
  private static let degreeWords: [(String, Int)] = [
    ("hoàn toàn không", -3), ("rất không", -3), ("cực kỳ không", -3), ("không hề", -3),
    ("rất ít", -2), ("không", -2), ("chưa", -2), ("ít", -1), ("hơi không", -1),
    ("tương đối không", -1), ("hơi", 1), ("tương đối", 1), ("khá", 1), ("phần nào", 1),
    ("cơ bản", 1), ("rất", 3), ("hoàn toàn", 3), ("cực kỳ", 3), ("vô cùng", 3),
    ("not at all", -3), ("strongly dis", -3), ("completely dis", -3), ("totally dis", -3),
    ("very dis", -3), ("very un", -3), ("extremely dis", -3), ("extremely un", -3),
    ("not very", -1),
    ("not so", -1), ("not too", -1), ("somewhat dis", -1), ("somewhat un", -1),
    ("slightly dis", -1),
    ("fairly dis", -1), ("fairly un", -1), ("not", -2), ("dis", -2), ("un", -2),
    ("a little", 1), ("slightly", 1), ("somewhat", 1), ("fairly", 1), ("moderately", 1),
    ("very", 3), ("strongly", 3), ("completely", 3), ("totally", 3), ("extremely", 4),
  ]

  private static func level(_ key: String) -> Level? {
    if neutralWords.contains(key) || key.hasPrefix("neither ") {
      return Level(degree: 0, matter: "")
    }
    let found = degreeWords.filter { word, _ in
      key.hasPrefix(word)
        && (word.hasSuffix("dis") || word.hasSuffix("un") || key.dropFirst(word.count).first == " ")
    }
    guard let (word, degree) = found.max(by: { $0.0.count < $1.0.count }) else {
      return key.count <= 40 ? Level(degree: 2, matter: key) : nil
    }
    let matter = key.dropFirst(word.count).trimmed
    guard matter.count >= 2 else { return nil }
    return Level(degree: degree, matter: matter)
  }
}
