import SurveyModel

/// Reads the cells of a question that takes a day.
///
/// A day that the calendar does not have is refused and never shifted, and so is a day after the
/// import, unless the question has a rule of its own about today. Nobody answers about a day before
/// 1900: such a year lacks digits, or is a spreadsheet's zero.
struct DateCells: Sendable {
  let book: ChoiceBook
  let marks: MissingMarks
  let format: ColumnFormat
  let serials: SerialEpoch
  let today: CalendarDate
  let allowsFuture: Bool

  func read(_ text: String) -> CellReading {
    if let missing = book.missing(text) { return .answer(.missing(missing.reason), missing.note) }
    if let reason = marks.reason(text) ?? marks.reasonOfForbidden(text) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    if let damage = ExcelDamage.visible(in: text) { return .refused(.damage(damage)) }
    guard let form = DateForm(text) else { return .refused(notADate(text)) }
    if case .number = form.day, !format.holdsDayNumbers { return .refused(.dayNumber(text)) }
    guard let date = form.date(order: format.dateOrder, serials: serials, newest: today.year) else {
      return .refused(notADate(text))
    }
    if date.year < 1900 { return .refused(notADate(text)) }
    if date > today, !allowsFuture { return .refused(.future(text, today: today)) }
    return .answer(.date(date), nil)
  }

  private func notADate(_ text: String) -> CellRejection {
    .answer(.notADate(text: String(text.prefix(80))))
  }
}
