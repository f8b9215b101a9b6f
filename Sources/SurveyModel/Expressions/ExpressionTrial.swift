/// An expression by itself, without a form: for whoever writes one, and for comparing this language
/// with that of others.
public struct ExpressionTrial: Sendable {
  /// What an expression comes to.
  public enum Outcome: Hashable, Sendable {
    case value(ExpressionValue)
    case refused(ExpressionError)
  }

  private struct Context: ExpressionContext {
    let now: Timestamp
    var today: CalendarDate { now.localDate }
    var currentValue: ExpressionValue { .missing }
    func value(of question: Int) -> ExpressionValue { .missing }
    func missingReason(of question: Int) -> String? { nil }
    func choiceLabel(of question: Int, code: String) -> String? { nil }
  }

  private let now: Timestamp

  /// Prepares to evaluate; `now` is what the clock says.
  public init(now: Timestamp) { self.now = now }

  /// What `text` comes to.
  public func evaluate(_ text: String) -> Outcome {
    do throws(ExpressionError) {
      let compiled = try Expression.parse(text).compile { _ in nil }
      return .value(compiled.evaluate(in: Context(now: now)))
    } catch {
      return .refused(error)
    }
  }
}

extension ExpressionValue {
  /// The word for the kind of value.
  public var typeName: String {
    switch self {
    case .string: "string"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    case .dateTime: "datetime"
    }
  }
}
