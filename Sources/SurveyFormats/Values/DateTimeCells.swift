import SurveyModel

/// Reads the cells of a question that takes a day with a time of day.
///
/// Day and month stand in the order that the column shows, as in ``DateCells``, and the same days are
/// refused. What is read goes through the question's own reader, so that an answer looks like one that
/// was given in an interview.
struct DateTimeCells: Sendable {
  let reader: AnswerReader
  let book: ChoiceBook
  let marks: MissingMarks
  let format: ColumnFormat
  let today: CalendarDate
  let allowsFuture: Bool

  func read(_ text: String) -> CellReading {
    if let missing = book.missing(text) { return .answer(.missing(missing.reason), missing.note) }
    if let reason = marks.reason(text) ?? marks.reasonOfForbidden(text) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    if let damage = ExcelDamage.visible(in: text) { return .refused(.damage(damage)) }
    guard let form = DateForm(text), let clock = form.clock,
      let date = form.written(order: format.dateOrder, newest: today.year), date.year >= 1900
    else { return .refused(.answer(.notADateTime(text: String(text.prefix(80))))) }
    if let day = form.inVietnam(date), day > today, !allowsFuture {
      return .refused(.future(text, today: today))
    }
    do throws(AnswerRejection) {
      return .answer(try reader.read("\(date)T\(clock)"), nil)
    } catch {
      return .refused(.answer(error))
    }
  }
}
