/// The value of an expression, with the conversions of XPath 1.0 and JavaRosa.
public enum ExpressionValue: Hashable, Sendable {
  /// A text; the empty text is a missing answer.
  case string(String)
  /// A number, possibly NaN.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// A day, which counts as a number of days.
  case date(CalendarDate)
  /// A day with a time.
  case dateTime(Timestamp)

  /// The value of a missing answer, the empty text.
  public static let missing = ExpressionValue.string("")

  /// Numbers closer than this are equal, as in JavaRosa: 6.1 - 7.8 = -1.7.
  static let tolerance = 1e-12

  /// True but for the empty text, zero and NaN; the text `false` is true.
  public var asBoolean: Bool {
    switch self {
    case .string(let text): !text.isEmpty
    case .number(let number): number.magnitude > Self.tolerance
    case .boolean(let flag): flag
    case .date, .dateTime: true
    }
  }

  /// The number, NaN where there is none; a date counts the days since 1970-01-01.
  public var asNumber: Double {
    switch self {
    case .string(let text): ExpressionNumber.read(text)
    case .number(let number): number
    case .boolean(let flag): flag ? 1 : 0
    case .date(let date): Double(date.daysSince1970)
    case .dateTime(let instant): Double(instant.localDayNumber)
    }
  }

  /// The text: numbers without exponent, dates as ISO 8601.
  public var asString: String {
    switch self {
    case .string(let text): text
    case .number(let number): ExpressionNumber.text(number)
    case .boolean(let flag): flag ? "true" : "false"
    case .date(let date): date.description
    case .dateTime(let instant): instant.description
    }
  }

  /// Whether a missing answer would have this value: the empty text or NaN.
  public var isMissing: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .number(let number): number.isNaN
    case .boolean, .date, .dateTime: false
    }
  }

  /// Equality as `=` has it: by truth, else by number, else by text.
  func equals(_ other: ExpressionValue) -> Bool {
    switch (self, other) {
    case (.string(let left), .string(let right)): left == right
    case (.boolean, _), (_, .boolean): asBoolean == other.asBoolean
    case (.number, _), (_, .number): Self.areEqual(asNumber, other.asNumber)
    default: asString == other.asString
    }
  }

  private static func areEqual(_ left: Double, _ right: Double) -> Bool {
    left == right || (left - right).magnitude < tolerance
  }
}
