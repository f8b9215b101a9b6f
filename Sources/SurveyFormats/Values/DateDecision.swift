import SurveyModel

/// Decides the order of day and month in each column of days.
///
/// A cell such as 28/09/2026 can only be day/month; one such cell decides its column. Where no
/// cell does, day comes first, as in Vietnamese documents, and that is said; but in a file that has
/// month/day in another column, if only in that of the time when answers were sent, the user is asked.
struct DateDecision {
  let columns: [(column: Int, profile: DateProfile)]
  /// Columns of the source system that hold times, which are no answers.
  let witnesses: [(column: Int, profile: DateProfile)]
  let header: [String]
  let options: ValueOptions
  let newestYear: Int

  func decide(_ form: TableForm, into formats: inout ColumnFormats) throws(FormatFault) {
    for (column, profile) in columns {
      if case .sheet = form { try refuseTurned(profile, column) }
      let order = try order(of: profile, column)
      formats.columns[column].dateOrder = order.order
      formats.columns[column].showsDateOrder = order.evidence != .custom
      let holdsEarly = holdsEarlyDayNumbers(profile, column)
      let holdsNumbers = holdsDayNumbers(profile) || holdsEarly
      formats.columns[column].holdsDayNumbers = holdsNumbers
      formats.columns[column].holdsEarlyDayNumbers = holdsEarly
      let (proven, against) =
        order.order == .dayMonth
        ? (profile.dayMonths, profile.monthDays) : (profile.monthDays, profile.dayMonths)
      if proven + profile.ambiguous > 0 {
        note(
          .dateOrder(
            order.order,
            order.evidence,
            proven: proven,
            against: against,
            ambiguous: profile.ambiguous
          ),
          column,
          &formats
        )
      }
      if profile.shortYears > 0 {
        note(
          .shortYears(profile.shortYears, from: newestYear - 99, to: newestYear),
          column,
          &formats
        )
      }
      if holdsNumbers {
        let isDeclared = options.serials == nil && form.serials != nil
        note(
          .dayNumbers(
            profile.numbers + (holdsEarly ? profile.earlyNumbers : 0),
            formats.serials,
            isDeclared: isDeclared
          ),
          column,
          &formats
        )
      }
    }
  }

  private func note(_ kind: FormatNote.Kind, _ column: Int, _ formats: inout ColumnFormats) {
    formats.notes.append(FormatNote(column: header[column], kind: kind))
  }

  /// Whether there are day numbers and nothing else.
  private func holdsDayNumbers(_ profile: DateProfile) -> Bool {
    profile.numbers > 0 && hasNoDates(profile)
  }

  /// Whether day numbers before ``DateProfile/firstSureNumber`` are taken too: beside surer ones, and
  /// where nothing looks like a day without marks.
  private func holdsEarlyDayNumbers(_ profile: DateProfile, _ column: Int) -> Bool {
    guard profile.earlyNumbers > 0, profile.shortRuns == 0, hasNoDates(profile) else {
      return false
    }
    return profile.numbers > 0 || options.known(header[column])?.holdsEarlyDayNumbers == true
  }

  private func hasNoDates(_ profile: DateProfile) -> Bool {
    profile.certain + profile.ambiguous + profile.dayMonths + profile.monthDays == 0
  }

  /// Refuses a column of a workbook that a program has turned into days of another order.
  ///
  /// Where `28/09/2025` is opened by a program that puts the month first it stays a text, and `01/09/2025`
  /// becomes 9 January: texts are all after the 12th, days are all before.
  private func refuseTurned(_ profile: DateProfile, _ column: Int) throws(FormatFault) {
    guard options.dateOrder == nil, profile.certain > 0, profile.late == 0, profile.ambiguous == 0,
      profile.monthDays == 0, let example = profile.firstDayMonth
    else { return }
    throw FormatFault(
      column: header[column],
      kind: .turnedDays(profile.certain, texts: profile.dayMonths, example)
    )
  }

  private func order(
    of profile: DateProfile,
    _ column: Int
  ) throws(FormatFault) -> (order: DateOrder, evidence: FormatNote.Evidence) {
    if let order = options.dateOrder { return (order, .option) }
    if let order = options.known(header[column])?.dateOrder {
      let against = order == .dayMonth ? profile.firstMonthDay : profile.firstDayMonth
      let agreeing = order == .dayMonth ? profile.dayMonths : profile.monthDays
      guard let against, !options.isContinued else { return (order, .earlier) }
      if agreeing == 0 {
        throw FormatFault(column: header[column], kind: .againstMap(.dateOrder(order), against))
      }
    }
    if profile.dayMonths > 0, profile.monthDays > 0, let one = profile.firstDayMonth,
      let other = profile.firstMonthDay
    {
      throw FormatFault(
        column: header[column],
        kind: .mixedDateOrders(
          dayMonth: profile.dayMonths,
          one,
          monthDay: profile.monthDays,
          other
        )
      )
    }
    if profile.dayMonths > 0 { return (.dayMonth, .column) }
    // No cell of the import that is continued told an order, and its days were read day first.
    if profile.monthDays > 0 {
      return options.isContinued ? (.dayMonth, .earlier) : (.monthDay, .column)
    }
    if let example = profile.firstAmbiguous,
      let other = (columns + witnesses).first(where: { $0.profile.monthDays > 0 })
    {
      throw FormatFault(
        column: header[column],
        kind: .openDateOrder(profile.ambiguous, example, other: header[other.column])
      )
    }
    return (.dayMonth, .custom)
  }
}
