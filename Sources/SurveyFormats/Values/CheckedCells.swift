import SurveyModel

/// Reads the cells of a question whose answers are texts of a form: times, orders, confirmations.
struct CheckedCells: Sendable {
  let reader: AnswerReader
  let book: ChoiceBook
  let marks: MissingMarks
  /// Whether a cell holds the answers of all turns of a repeat.
  var isSeries = false

  func read(_ text: String) -> CellReading {
    if let missing = book.missing(text) { return .answer(.missing(missing.reason), missing.note) }
    if let reason = marks.reasonAmongWords(text) {
      return .answer(.missing(reason), .missingMark(text, reason))
    }
    do throws(AnswerRejection) {
      return .answer(try isSeries ? reader.readSeries(text) : reader.read(text), nil)
    } catch {
      return .refused(.answer(error))
    }
  }
}
