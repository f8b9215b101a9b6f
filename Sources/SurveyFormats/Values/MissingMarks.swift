package import SurveyModel

/// Texts of a file that stand for a missing answer, beside the missing codes of the questionnaire.
///
/// A code or label of the question always goes before: where an option is called "Không biết", the
/// cell "Không biết" is that option.
package struct MissingMarks: Hashable, Sendable {
  /// Marks that programs write, which are never an answer, such as `NA`, `-` and `##N/A##`.
  private var signs: [String: MissingReason] = [:]
  /// Words that people write, by their matching key; in a text column they are an answer.
  private var words: [String: MissingReason] = [:]
  /// Numbers that are a mark only where the question's rule does not allow them.
  private var numbers: [String: MissingReason] = [:]
  /// What the user declared, by its matching key; holds everywhere.
  private var declared: [String: MissingReason] = [:]
  /// What the user declared to be an ordinary answer.
  private var ordinary: Set<String> = []

  /// The marks that the usual programs and offices write.
  package init() {
    for sign in Self.usualSigns { signs[sign] = .noAnswer }
    signs["KTL"] = .refused
    signs["ktl"] = .refused
    signs["{question_not_shown}"] = .notApplicable
    for (reason, texts) in Self.spokenMarks {
      for text in texts { words[MatchingKey(text).text] = reason }
    }
    for number in ["-99", "-999", "-9999"] { numbers[number] = .noAnswer }
  }

  /// What programs and offices write for nothing; it never is an answer.
  static let usualSigns: Set<String> = [
    "-", "--", "---", "–", "—", ".", "..", "…", "NA", "N/A", "n/a", "<NA>", "null", "NULL",
    "##N/A##", "-999999999", "KTL", "ktl",
  ]

  private static let spokenMarks: [(MissingReason, [String])] = [
    (
      .doNotKnow,
      [
        "KB", "Không biết", "Không rõ", "Không nhớ", "Không có ý kiến", "KYK", "DK", "Don't know",
        "Do not know", "No opinion",
      ]
    ),
    (
      .refused,
      [
        "KTL", "Không trả lời", "Từ chối", "Từ chối trả lời", "Không muốn trả lời", "Refused",
        "Refusal", "No answer", "Prefer not to say",
      ]
    ),
    (
      .notApplicable,
      ["KAD", "Không áp dụng", "Không thuộc đối tượng", "Not applicable", "{question_not_shown}"]
    ),
    (.noAnswer, ["na", "n.a.", "n/a", "null", "none given", "Bỏ trống", "Để trống", "Missing"]),
  ]

  /// Lets `mark` stand for `reason`, or for an ordinary answer when that is `nil`.
  package mutating func declare(_ mark: String, as reason: MissingReason?) {
    let key = MatchingKey(mark.trimmed).text
    declared[key] = reason
    if reason == nil { ordinary.insert(key) } else { ordinary.remove(key) }
  }

  /// What stands for no reason, where reasons are written.
  static let ordinaryWord = "answer"

  /// Lets `mark` stand for `reason`, or for an ordinary answer, unless something else was declared
  /// about it.
  package mutating func suggest(_ mark: String, as reason: MissingReason?) {
    let key = MatchingKey(mark.trimmed).text
    if declared[key] == nil, !ordinary.contains(key) { declare(mark, as: reason) }
  }

  /// Reads `MARK=reason`, with the reasons of a questionnaire and `answer` for none.
  ///
  /// - Returns: Whether `text` could be read.
  package mutating func declare(_ text: String) -> Bool {
    guard let equals = text.lastIndex(of: "=") else { return false }
    let mark = text[..<equals].trimmed
    let word = text[text.index(after: equals)...].trimmed.lowercased()
    guard !mark.isEmpty else { return false }
    if word == Self.ordinaryWord {
      declare(mark, as: nil)
      return true
    }
    guard let reason = MissingReason(rawValue: word) else { return false }
    declare(mark, as: reason)
    return true
  }

  /// What the user declared to be no answer, then what to be one, always in the same order.
  var declaredMarks: [(text: String, reason: MissingReason?)] {
    declared.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      + ordinary.sorted().map { ($0, nil) }
  }

  /// Whether the user declared anything.
  var isDeclared: Bool { !declared.isEmpty || !ordinary.isEmpty }

  /// What `text` stands for in a column of numbers, days or options.
  func reason(_ text: String) -> MissingReason? {
    let key = MatchingKey(text).text
    if ordinary.contains(key) { return nil }
    return declared[key] ?? signs[text] ?? words[key]
  }

  /// What `text` stands for in a column of words, where words are an answer.
  func reasonAmongWords(_ text: String) -> MissingReason? {
    if declared.isEmpty, ordinary.isEmpty { return signs[text] }
    let key = MatchingKey(text).text
    if ordinary.contains(key) { return nil }
    return declared[key] ?? signs[text]
  }

  /// What a number stands for that the question's rule does not allow.
  func reasonOfForbidden(_ number: String) -> MissingReason? {
    ordinary.contains(number) ? nil : numbers[number]
  }

  /// Marks that consist of digits and therefore could be taken for a number.
  var numericMarks: [String] {
    (Array(declared.keys) + signs.keys + numbers.keys)
      .filter { $0.utf8.allSatisfy { (0x2B...0x39).contains($0) } }
  }
}
