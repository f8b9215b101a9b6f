import SurveyModel

/// Reads the cells of a closed question with one answer.
///
/// First as an interview would: code, label in any language. Then what files add: number and words
/// together, `1.0` for the code 1, a full stop behind the words, words without marks.
struct ChoiceCells: Sendable {
  let book: ChoiceBook
  let numbering: ChoiceNumbering
  let marks: MissingMarks

  func read(_ text: String) -> CellReading {
    if numbering == .labels, let reading = labelled(text) { return reading }
    if let index = book.entry(code: text) { return bareCode(text, index) }
    if let index = book.entry(label: text) { return answer(index) }
    if let printed = book.printed(text) { return read(printed, of: text) }
    if let index = book.entry(codeLike: text) {
      let code = book.entries[index].code
      guard numbering == .asDeclared, code.lowercased() != text.lowercased() else {
        return bareCode(text, index)
      }
      return answer(index, .codeForm(text, code: code))
    }
    if let bare = Self.withoutPunctuation(text), let index = book.entry(label: bare) {
      return answer(index)
    }
    if numbering != .labels, let index = book.entry(codePrinted: text) {
      return bareCode(text, index)
    }
    if let index = book.entry(labelWithoutMarks: Self.withoutPunctuation(text) ?? text) {
      return answer(index, .withoutMarks(label: book.entries[index].name))
    }
    if let reason = marks.reason(text) ?? marks.reasonOfForbidden(text) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    if let damage = ExcelDamage.visible(in: text) ?? codeMadeDate(text) {
      return .refused(.damage(damage))
    }
    return .refused(.answer(book.rejection(text)))
  }

  /// A text that is the words of an option though it may be the code of another; a number that is a
  /// code alone says nothing in such a column.
  private func labelled(_ text: String) -> CellReading? {
    if let index = book.entry(labelLike: text) { return answer(index) }
    guard let index = book.entry(code: text) ?? book.entry(codeLike: text),
      index < book.choiceCount
    else { return nil }
    return .refused(.answer(book.rejection(text)))
  }

  /// A number alone, which counts from the other end in a mirrored column.
  private func bareCode(_ text: String, _ index: Int) -> CellReading {
    guard numbering == .mirrored, index < book.choiceCount else { return answer(index) }
    let mirrored = book.mirrored(index)
    guard mirrored != index else { return answer(index) }
    return answer(mirrored, .mirrored(printed: text, label: book.entries[mirrored].name))
  }

  private func read(_ printed: ChoiceBook.Printed, of text: String) -> CellReading {
    let byLabel = printed.byLabel
    let isOption = byLabel < book.choiceCount && numbering == .mirrored
    let meant = printed.byCode.map { isOption ? book.mirrored($0) : $0 }
    if let meant, meant != byLabel {
      return .refused(.codeAgainstLabel(text, byCode: name(meant), byLabel: name(byLabel)))
    }
    if printed.byCode != byLabel { return answer(byLabel, .byLabel(label: name(byLabel))) }
    return answer(byLabel, printed.lacksMarks ? .withoutMarks(label: name(byLabel)) : nil)
  }

  private func name(_ index: Int) -> String { book.entries[index].name }

  private func answer(_ index: Int, _ note: CellNote? = nil) -> CellReading {
    let entry = book.entries[index]
    if let reason = entry.reason { return .answer(.missing(reason), note) }
    return .answer(.choice(entry.code), note)
  }

  /// `02-Jan` where a code or label is `1-2` or `2-1`.
  private func codeMadeDate(_ text: String) -> ExcelDamage? {
    guard let (day, month) = ExcelDamage.dayAndMonth(text) else { return nil }
    let pairs = ["\(day)-\(month)", "\(month)-\(day)", "\(day)/\(month)", "\(month)/\(day)"]
    let closest = book.entries.lazy.flatMap { [$0.code] + $0.labels }.first { name in
      let squeezed = name.filter { !$0.isWhitespace }.replacing("–", with: "-")
      return pairs.contains { squeezed.hasPrefix($0) }
    }
    return .date(text, closest: closest)
  }

  /// The text without punctuation at its ends, when there is some.
  static func withoutPunctuation(_ text: String) -> String? {
    func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "‘", "’", "*", "•", "-", "–", "…",
        "·":
        true
      default: scalar.properties.isWhitespace
      }
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isPunctuation($0) }),
      let last = scalars.lastIndex(where: { !isPunctuation($0) })
    else { return nil }
    let inner = String(String.UnicodeScalarView(scalars[first...last]))
    return inner.unicodeScalars.count == scalars.count ? nil : inner
  }
}
