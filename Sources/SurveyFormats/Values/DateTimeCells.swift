import SurveyModel

/// Reads the cells of a question that takes a day with a time of day.
///
/// Day and month stand in the order that the column shows, as in ``DateCells``, and the same days are
/// refused. What is read goes through the question's own reader, so that an answer looks like one that
/// was given in an interview.
struct DateTimeCells: Sendable {
  let days: DateCells
  let reader: AnswerReader

  func read(_ text: String) -> CellReading {
    if let reading = days.withoutDay(text) { return reading }
    guard let form = DateForm(text), let clock = form.clock,
      let date = form.written(order: days.format.dateOrder, newest: days.today.year),
      date.year >= 1900
    else { return .refused(.answer(.notADateTime(text: String(text.prefix(80))))) }
    if let refusal = form.inVietnam(date).flatMap({ days.future($0, text) }) { return refusal }
    do throws(AnswerRejection) {
      return .answer(try reader.read("\(date)T\(clock)"), nil)
    } catch {
      return .refused(.answer(error))
    }
  }
}
