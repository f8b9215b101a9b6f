import SurveyModel
import Tabular

/// Decides which mark is the decimal one in each column of numbers.
///
/// In this order: what the user said, what cells of the column show, what other columns show, the
/// delimiter `;` or the workbook. Where nothing tells, cells with two meanings are refused one by one.
struct NumberDecision {
  let columns: [(column: Int, profile: NumberProfile)]
  let header: [String]
  let options: ValueOptions

  func decide(
    _ form: TableForm,
    into formats: inout ColumnFormats
  ) throws(FormatFault) {
    var shown: Set<DecimalMark> = []
    for (column, profile) in columns {
      formats.columns[column].percentIsShare =
        options.known(header[column])?.percentIsShare
        ?? (profile.percents > 0 && profile.shares > 0 && profile.aboveOne == 0)
      if profile.points > 0 { shown.insert(.point) }
      if profile.commas > 0 { shown.insert(.comma) }
      guard said(column) == nil, profile.points > 0, profile.commas > 0,
        let point = profile.firstPoint, let comma = profile.firstComma
      else { continue }
      throw FormatFault(
        column: header[column],
        kind: .mixedDecimalMarks(points: profile.points, point, commas: profile.commas, comma)
      )
    }
    for (column, profile) in columns {
      let (mark, evidence) = mark(of: profile, column, shown: shown, form)
      guard let mark else { continue }
      formats.columns[column].decimalMark = mark
      let count = mark == .point ? profile.points : profile.commas
      formats.columns[column].showsDecimalMark = count > 0
      // A point that nobody could take for something else needs no words.
      guard mark == .comma && count > 0 || profile.ambiguous > 0 else { continue }
      formats.notes.append(
        FormatNote(
          column: header[column],
          kind: .decimalMark(mark, evidence, shown: count, ambiguous: profile.ambiguous)
        )
      )
    }
  }

  /// What the user said, or what was decided in the import that is continued.
  private func said(_ column: Int) -> DecimalMark? {
    options.decimalMark ?? options.known(header[column])?.decimalMark
  }

  private func mark(
    of profile: NumberProfile,
    _ column: Int,
    shown: Set<DecimalMark>,
    _ form: TableForm
  ) -> (DecimalMark?, FormatNote.Evidence) {
    if let mark = options.decimalMark { return (mark, .option) }
    if let mark = said(column) { return (mark, .earlier) }
    if profile.points > 0 { return (.point, .column) }
    if profile.commas > 0 { return (.comma, .column) }
    if shown.count == 1 { return (shown.first, .otherColumns) }
    switch form {
    case .text(_, .semicolon) where shown.isEmpty: return (.comma, .delimiter)
    case .sheet where shown.isEmpty: return (.point, .workbook)
    default: return (nil, .custom)
    }
  }
}
