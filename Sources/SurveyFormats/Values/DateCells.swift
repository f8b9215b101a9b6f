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
    if let reading = withoutDay(text) { return reading }
    guard let form = DateForm(text) else {
      return .refused(mayBeYear(text) ? .openDayNumber(text) : notADate(text))
    }
    if case .number(let number) = form.day {
      if number < DateProfile.firstSureNumber {
        guard format.holdsEarlyDayNumbers else { return .refused(.openDayNumber(text)) }
      } else if !format.holdsDayNumbers {
        return .refused(.dayNumber(text))
      }
    }
    guard let date = form.date(order: format.dateOrder, serials: serials, newest: today.year) else {
      return .refused(notADate(text))
    }
    if date.year < 1900 { return .refused(notADate(text)) }
    return future(date, text) ?? .answer(.date(date), nil)
  }

  /// What a cell says that holds no day: that an answer is missing, or damage.
  func withoutDay(_ text: String) -> CellReading? {
    if let missing = book.missing(text) { return .answer(.missing(missing.reason), missing.note) }
    if let reason = marks.reason(text) ?? marks.reasonOfForbidden(text) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    return ExcelDamage.visible(in: text).map { .refused(.damage($0)) }
  }

  /// The refusal of a day after the import, where the question does not take it.
  func future(_ date: CalendarDate, _ text: String) -> CellReading? {
    date > today && !allowsFuture ? .refused(.future(text, today: today)) : nil
  }

  /// Whether a cell among day numbers may be one of a day before 1928 as well as a year.
  private func mayBeYear(_ text: String) -> Bool {
    format.holdsDayNumbers && (3...4).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func notADate(_ text: String) -> CellRejection {
    .answer(.notADate(text: String(text.prefix(80))))
  }
}
