import SurveyModel

/// Reads the cells of a question that takes words.
struct TextCells: Sendable {
  let book: ChoiceBook
  let marks: MissingMarks
  let format: ColumnFormat
  /// Whether the question's rule takes a text.
  let accepts: (@Sendable (String) -> Bool)?
  /// The digits of the telephone number or citizen id for which the question asks by its words.
  let askedDigits: Int?

  func read(_ text: String) -> CellReading {
    if let missing = book.missing(text) { return .answer(.missing(missing.reason), missing.note) }
    if let reason = marks.reasonAmongWords(text) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    if let damage = ExcelDamage.visible(in: text) { return .refused(.damage(damage)) }
    if let restored = withoutLostZero(text) {
      return .refused(.damage(.lostZero(text, restored: restored)))
    }
    if let askedDigits, accepts == nil, format.digitCount == nil, isNumber(text),
      text.utf8.count == askedDigits - 1
    {
      return .answer(.text(text), .shortNumber)
    }
    return .answer(.text(text), nil)
  }

  /// The number as it was, where the question's rule or the column's other cells say that zeros
  /// are lacking in front.
  private func withoutLostZero(_ text: String) -> String? {
    guard isNumber(text) else { return nil }
    if let accepts {
      if accepts(text) { return nil }
      return ["0", "00"].lazy.map { $0 + text }.first(where: accepts)
    }
    guard let wanted = format.digitCount else { return nil }
    let lost = wanted - text.utf8.count
    return (1...2).contains(lost) ? String(repeating: "0", count: lost) + text : nil
  }

  /// Digits alone, without a 0 in front.
  private func isNumber(_ text: String) -> Bool {
    (5...20).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "0")
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The digits of what a question asks for: 10 of a telephone number, 12 of a citizen id.
  static func askedDigits(_ question: Question) -> Int? {
    let labels = question.label.translations.values.map { MatchingKey($0).withoutMarks }
    func asks(_ words: [String]) -> Bool {
      labels.contains { label in words.contains { label.contains($0) } }
    }
    if asks(["dien thoai", "sdt", "telephone", "phone number", "mobile"]) { return 10 }
    return asks(["cccd", "can cuoc", "dinh danh ca nhan", "citizen id"]) ? 12 : nil
  }
}
