package import SurveyModel

/// What one cell means to its column.
package enum CellReading: Hashable, Sendable {
  /// An answer to the question; the note says what had to be guessed or mended.
  case answer(Answer, CellNote?)
  /// What a column for one option says about that option.
  case option(OptionState)
  /// No answer.
  case refused(CellRejection)

  /// What a column for one option of a multiple choice says.
  package enum OptionState: Hashable, Sendable {
    case blank
    case chosen
    case notChosen
    case missing(MissingReason)
  }
}

/// How a cell was understood that is not written as an interview would have it; it is taken, and
/// counted in the summary.
package enum CellNote: Hashable, Sendable {
  /// A mark of the file for a missing answer.
  case missingMark(String, MissingReason)
  /// An option that was recognised without its marks.
  case withoutMarks(label: String)
  /// A code in other clothes: `1.0` or `01` for `1`, `1` for `01`.
  case codeForm(String, code: String)
  /// An option that was taken by its words; the number in front is not its code.
  case byLabel(label: String)
  /// A number on a scale that the paper counts from the other end.
  case mirrored(printed: String, label: String)
  /// `80%` as 80, or as 0.8.
  case percent(ofOne: Bool)
  /// A number with a harmless word behind it.
  case unit(String)
  /// A telephone number or citizen id that is too short by its zeros.
  case shortNumber
  /// An apostrophe in front of `=`, `+`, `-` or `@` that kept a spreadsheet from calculating.
  case formulaGuard
  /// An apostrophe in front of a number that kept a spreadsheet from taking it for one.
  case textMark

  /// The code under which it is documented.
  package var code: String? {
    switch self {
    case .missingMark, .percent, .unit: nil
    case .withoutMarks: "V05"
    case .codeForm, .shortNumber: "V07"
    case .byLabel, .mirrored: "V10"
    case .formulaGuard, .textMark: "X01"
    }
  }
}
