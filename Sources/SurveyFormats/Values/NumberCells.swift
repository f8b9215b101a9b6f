import SurveyModel

/// Reads the cells of a question that takes a number.
struct NumberCells: Sendable {
  let isWhole: Bool
  let book: ChoiceBook
  let marks: MissingMarks
  let format: ColumnFormat
  /// Negative marks such as -99 that the question's rule does not allow as answers.
  let forbidden: Set<String>

  func read(_ text: String) -> CellReading {
    if let missing = book.missing(text) { return .answer(.missing(missing.reason), missing.note) }
    if let reason = marks.reason(text) ?? (forbidden.contains(text) ? .noAnswer : nil) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    if let damage = ExcelDamage.visible(in: text) { return .refused(.damage(damage)) }
    guard let form = NumberForm(text) else {
      if ExcelDamage.dayAndMonth(text) != nil {
        return .refused(.damage(.dateForNumber(text)))
      }
      if let index = book.entry(labelWithoutMarks: text), let reason = book.entries[index].reason {
        return .answer(.missing(reason), .withoutMarks(label: book.entries[index].name))
      }
      return .refused(.answer(.notANumber(text: String(text.prefix(80)))))
    }
    if !Self.isHarmless(form.unit) {
      if ExcelDamage.dayAndMonth(text) != nil {
        return .refused(.damage(.dateForNumber(text)))
      }
      return .refused(
        Self.isExponent(form.unit) ? .exponent(text) : .unit(text, unit: form.unit)
      )
    }
    return read(form, text)
  }

  private func read(_ form: NumberForm, _ text: String) -> CellReading {
    var reading: NumberForm.Reading
    if let mark = format.decimalMark {
      guard let found = form.reading(mark) else {
        return .refused(.otherDecimalMark(text, column: mark))
      }
      // Three zeros behind a mark are more likely thousands, unless the column shows otherwise.
      if isWhole, form.isAmbiguous, found.fractionCount > 0, !format.showsDecimalMark {
        return .refused(.ambiguousNumber(text))
      }
      reading = found
    } else {
      guard !form.isAmbiguous, let found = form.point ?? form.comma else {
        return .refused(.ambiguousNumber(text))
      }
      reading = found
    }
    // Programs that keep whole numbers as fractions write 99.0 for the code 99.
    if form.unit.isEmpty, !form.isPercent, let whole = reading.whole {
      if let missing = book.missing(whole, writtenAs: text) {
        return .answer(.missing(missing.reason), missing.note)
      }
      let mark = String(whole)
      if let reason = marks.reason(mark) ?? (forbidden.contains(mark) ? .noAnswer : nil) {
        return .answer(.missing(reason), .missingMark(text, reason))
      }
    }
    let note: CellNote? =
      form.isPercent
      ? .percent(ofOne: format.percentIsShare) : form.unit.isEmpty ? nil : .unit(form.unit)
    if form.isPercent, format.percentIsShare { reading = reading.hundredth }
    if isWhole {
      guard let whole = reading.whole else {
        if reading.isWhole { return .refused(.tooLarge(String(text.prefix(80)))) }
        return .refused(.answer(.notAWholeNumber(text: text)))
      }
      return .answer(.integer(whole), note)
    }
    let number = reading.value
    guard number.isFinite else { return .refused(.answer(.notANumber(text: text))) }
    return .answer(.decimal(number), note)
  }

  /// Words behind a number that never change what it is worth.
  ///
  /// Units of time and multiples (`nghìn`, `triệu`) are not among them.
  private static let harmlessUnits: Set<String> = [
    "đ", "đồng", "vnd", "vnđ", "điểm", "lần", "lượt", "tuổi", "người", "hồ sơ", "phiếu", "point",
    "points", "times", "persons", "people",
  ]

  /// `e400`, `e-5`: the power of ten by which a number has to be multiplied.
  private static func isExponent(_ unit: String) -> Bool {
    guard unit.first == "e" else { return false }
    var digits = unit.dropFirst()
    if let sign = digits.first, "+-".contains(sign) { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a number keeps its worth with `unit` behind it.
  static func isHarmless(_ unit: String) -> Bool { unit.isEmpty || harmlessUnits.contains(unit) }
}
