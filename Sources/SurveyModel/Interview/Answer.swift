/// What a respondent gave for one question, including why nothing was given.
///
/// A missing answer is data. Nothing in the toolkit may replace one with `nil` or a number.
public enum Answer: Hashable, Sendable {
  case integer(Int)
  case decimal(Double)
  case text(String)
  case date(CalendarDate)
  case choice(String)
  /// Codes in the order of the list.
  case choices([String])
  case missing(MissingReason)

  /// Why there is no answer, if there is none.
  public var missingReason: MissingReason? {
    if case .missing(let reason) = self { reason } else { nil }
  }

  /// The answer as one text, the way it stands in files; a missing answer is empty.
  public var text: String {
    switch self {
    case .integer(let number): String(number)
    case .decimal(let number): number == number.rounded() ? String(format: number) : String(number)
    case .text(let text): text
    case .date(let date): date.description
    case .choice(let code): code
    case .choices(let codes): codes.joined(separator: " ")
    case .missing: ""
    }
  }

  /// The answer as expressions see it; a missing answer is `''`.
  public var expressionValue: ExpressionValue {
    switch self {
    case .integer(let number): .number(Double(number))
    case .decimal(let number): .number(number)
    case .date(let date): .date(date)
    case .text, .choice, .choices, .missing: .string(text)
    }
  }
}

extension String {
  /// A whole number without a decimal mark where it fits, else Swift's shortest text.
  fileprivate init(format number: Double) {
    self = Int(exactly: number).map { String($0) } ?? "\(number)"
  }
}
