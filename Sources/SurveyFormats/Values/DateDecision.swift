import SurveyModel

/// Decides the order of day and month in each column of days.
///
/// A cell such as 28/09/2026 can only be day/month; one such cell decides its column. Where no
/// cell does, day comes first, as in Vietnamese documents, and that is said; but in a file that has
/// month/day in another column the user is asked.
struct DateDecision {
  let columns: [(column: Int, profile: DateProfile)]
  let header: [String]
  let options: ValueOptions
  let newestYear: Int

  func decide(into formats: inout ColumnFormats) throws(FormatFault) {
    for (column, profile) in columns {
      let order = try order(of: profile, column)
      formats.columns[column].dateOrder = order.order
      formats.columns[column].holdsDayNumbers = holdsDayNumbers(profile)
      let proven = order.order == .dayMonth ? profile.dayMonths : profile.monthDays
      if proven + profile.ambiguous > 0 {
        note(
          .dateOrder(order.order, order.evidence, proven: proven, ambiguous: profile.ambiguous),
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
      if holdsDayNumbers(profile) {
        note(.dayNumbers(profile.numbers, options.serials ?? .from1900), column, &formats)
      }
    }
  }

  private func note(_ kind: FormatNote.Kind, _ column: Int, _ formats: inout ColumnFormats) {
    formats.notes.append(FormatNote(column: header[column], kind: kind))
  }

  /// Whether there are day numbers and nothing else.
  private func holdsDayNumbers(_ profile: DateProfile) -> Bool {
    profile.numbers > 0
      && profile.certain + profile.ambiguous + profile.dayMonths + profile.monthDays == 0
  }

  private func order(
    of profile: DateProfile,
    _ column: Int
  ) throws(FormatFault) -> (order: DateOrder, evidence: FormatNote.Evidence) {
    if let order = options.dateOrder { return (order, .option) }
    if let order = options.known(header[column])?.dateOrder { return (order, .earlier) }
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
    if profile.monthDays > 0 { return (.monthDay, .column) }
    if let example = profile.firstAmbiguous,
      let other = columns.first(where: { $0.profile.monthDays > 0 })
    {
      throw FormatFault(
        column: header[column],
        kind: .openDateOrder(profile.ambiguous, example, other: header[other.column])
      )
    }
    return (.dayMonth, .custom)
  }
}
