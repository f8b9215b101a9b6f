import SurveyModel

/// Decides which mark is the decimal one in each column of numbers.
///
/// What the user said goes first, then what cells of the column show. Neither another column nor the
/// delimiter tells what `50.000` is worth: where a cell has two meanings and no cell of its column
/// shows the mark, the user is asked. Numbers of a workbook have a value and no mark: they decide
/// nothing, and nothing changes them.
struct NumberDecision {
  let columns: [(column: Int, profile: NumberProfile)]
  let header: [String]
  let options: ValueOptions

  func decide(into formats: inout ColumnFormats) throws(FormatFault) {
    for (column, profile) in columns {
      let (mark, evidence) = try mark(of: profile, column)
      let shown = mark == .point ? profile.points : profile.commas
      let grouped = mark == .point ? profile.groupedPoints : profile.groupedCommas
      formats.columns[column].percentIsShare = try percentIsShare(profile, column)
      formats.columns[column].decimalMark = mark
      formats.columns[column].keepsDecimalMark = evidence != nil || profile.fractions > 0
      formats.columns[column].showsDecimalMark = shown > grouped
      // A point that nobody could take for something else needs no words.
      guard let evidence, mark == .comma && shown > 0 || profile.ambiguous > 0 else { continue }
      formats.notes.append(
        FormatNote(
          column: header[column],
          kind: .decimalMark(mark, evidence, shown: shown, ambiguous: profile.ambiguous)
        )
      )
    }
  }

  /// Whether `80%` is 0.8, as beside `0.75`; beside nothing but `1`, which may be 1% or all, nobody
  /// knows.
  private func percentIsShare(
    _ profile: NumberProfile,
    _ column: Int
  ) throws(FormatFault) -> Bool {
    if let known = options.known(header[column])?.percentIsShare { return known }
    guard profile.percents > 0, profile.aboveOne == 0 else { return false }
    if profile.shares > 0 { return true }
    if profile.ones > 0, !options.isContinued {
      throw FormatFault(
        column: header[column],
        kind: .openPercent(
          percents: profile.percents,
          ones: profile.ones,
          .init(text: "1", line: profile.firstOneLine)
        )
      )
    }
    return false
  }

  /// The mark and what decided it; a point that changes no cell where nothing had to.
  private func mark(
    of profile: NumberProfile,
    _ column: Int
  ) throws(FormatFault) -> (DecimalMark, FormatNote.Evidence?) {
    if let mark = options.decimalMark { return (mark, .option) }
    if let mark = options.known(header[column])?.decimalMark { return (mark, .earlier) }
    if let point = profile.firstPoint, let comma = profile.firstComma {
      throw FormatFault(
        column: header[column],
        kind: .mixedDecimalMarks(points: profile.points, point, commas: profile.commas, comma)
      )
    }
    if profile.points > 0 { return (.point, .column) }
    if profile.commas > 0 { return (.comma, .column) }
    if profile.isWhole {
      switch (profile.wholePoints > 0, profile.wholeCommas > 0) {
      case (true, false): return (.point, .wholeNumbers)
      case (false, true): return (.comma, .wholeNumbers)
      default: break
      }
    }
    if let number = profile.firstAmbiguous.flatMap({ OpenNumber($0, isWhole: profile.isWhole) }) {
      throw FormatFault(column: header[column], kind: .openDecimalMark(profile.ambiguous, number))
    }
    return (.point, nil)
  }
}
