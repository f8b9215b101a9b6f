/// The functions over dates and times; what is no date becomes the empty text.
enum ExpressionCalendar {
  static func apply(
    _ function: ExpressionFunction,
    _ arguments: [ExpressionValue],
    in context: some ExpressionContext
  ) -> ExpressionValue {
    let first = arguments.first ?? .missing
    let offset = context.now.offsetMinutes
    switch function {
    case .today: return .date(context.today)
    case .now: return .dateTime(context.now)
    case .date: return date(first, offset: offset)
    case .dateTime: return instant(first, offset: offset).map { .dateTime($0) } ?? unchanged(first)
    case .decimalDateTime:
      if case .number = first { return first }
      return instant(first, offset: offset).map { .number($0.decimalDays) } ?? unchanged(first)
    case .decimalTime: return decimalTime(first, offset: offset)
    default:
      guard let instant = instant(first, offset: offset) else { return .missing }
      let format = arguments.count > 1 ? arguments[1].asString : ""
      return .string(
        ExpressionDateFormat.text(instant, format: format, vietnamese: context.writesVietnamese)
      )
    }
  }

  /// What remains of a value that is no date: NaN stays, anything else is missing.
  private static func unchanged(_ value: ExpressionValue) -> ExpressionValue {
    if case .number(let number) = value, number.isNaN { return value }
    return .missing
  }

  private static func date(_ value: ExpressionValue, offset: Int) -> ExpressionValue {
    switch value {
    case .date: value
    case .dateTime(let instant): instant.date.map { .date($0) } ?? .missing
    case .number(let number):
      Int(exactly: number.rounded(.towardZero)).flatMap { CalendarDate(daysSince1970: $0) }
        .map { .date($0) } ?? unchanged(value)
    case .string(let text):
      Timestamp(iso: text, offsetMinutes: offset)?.date.map { .date($0) } ?? .missing
    case .boolean: .missing
    }
  }

  private static func instant(_ value: ExpressionValue, offset: Int) -> Timestamp? {
    switch value {
    case .dateTime(let instant): return instant
    case .date(let date): return Timestamp(startOf: date, offsetMinutes: offset)
    case .string(let text): return Timestamp(iso: text, offsetMinutes: offset)
    case .number(let days):
      let bounds = CalendarDate.dayRange
      guard days >= Double(bounds.lowerBound), days <= Double(bounds.upperBound) else {
        return nil
      }
      let milliseconds = days * Double(Timestamp.millisecondsPerDay)
      return Timestamp(milliseconds: Int64(milliseconds), offsetMinutes: offset)
    case .boolean: return nil
    }
  }

  /// The time of day as a fraction of the day.
  private static func decimalTime(_ value: ExpressionValue, offset: Int) -> ExpressionValue {
    let perDay = Double(Timestamp.millisecondsPerDay)
    if case .number(let number) = value { return .number(number - number.rounded(.down)) }
    if case .string(let text) = value, let time = ExpressionClockTime(iso: text) {
      return .number(Double(time.milliseconds) / perDay)
    }
    guard let instant = instant(value, offset: offset) else { return .missing }
    return .number(Double(instant.millisecondOfDay) / perDay)
  }
}
