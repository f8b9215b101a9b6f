import SurveyModel

/// Labels and numbers that say why there is no answer.
enum MissingWords {
  private static let words: [(MissingReason, [String])] = [
    (
      .doNotKnow,
      [
        "không biết", "không rõ", "không nhớ", "khó trả lời", "kb", "don't know", "i don't know",
        "do not know",
        "dont know", "not sure", "unsure", "can't say", "vet ikke",
      ]
    ),
    (
      .refused,
      [
        "không trả lời", "từ chối", "từ chối trả lời", "không muốn trả lời", "ktl", "refused",
        "no answer", "prefer not to answer", "prefer not to say", "ønsker ikke å svare",
      ]
    ),
    (.noAnswer, ["bỏ trống", "để trống", "không áp dụng", "not applicable", "doesn't apply"]),
  ]

  /// What `label` means, if it is no answer.
  static func reason(_ label: String) -> MissingReason? {
    let key = MatchingKey(label).text
    return words.first { $0.1.contains(key) }?.0
  }

  /// Signs that programs write for nothing; the importer knows them by itself, and names the last,
  /// which is SPSS's, as damage.
  static let signs = MissingMarks.usualSigns.union(["#NULL!"])

  /// Numbers that forms print for "don't know" and "refused", when they lie far above the others.
  ///
  /// 8, 88, 888 … stand for "don't know", 9, 99, 999 … for a refusal.
  static func numbers(among values: [Int]) -> [(number: Int, reason: MissingReason)] {
    let candidates: [(Int, MissingReason)] = [
      (8, .doNotKnow), (9, .refused), (88, .doNotKnow), (98, .doNotKnow), (99, .refused),
      (888, .doNotKnow), (998, .doNotKnow), (999, .refused), (8888, .doNotKnow),
      (9998, .doNotKnow), (9999, .refused), (-88, .doNotKnow), (-98, .doNotKnow), (-99, .refused),
      (-999, .refused),
    ]
    let numbers = Set(candidates.map(\.0))
    let rest = values.filter { !numbers.contains($0) }
    guard let highest = rest.max(), rest.count >= 2, highest <= 11 else { return [] }
    return candidates.filter { number, _ in
      guard values.contains(number) else { return false }
      if number < 0 { return (rest.min() ?? 0) >= 0 }
      // 8 and 9 beside 1 to 5, but not beside 1 to 7.
      return number < 10 ? highest <= 5 : number > highest * 5
    }.map { (number: $0.0, reason: $0.1) }
  }
}
