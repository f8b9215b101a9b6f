/// A JSON value whose objects keep their order.
package enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number; what is not finite is written as `null`.
  case number(Double)
  case integer(Int)
  case bool(Bool)
  case null

  /// Both ends of an interval.
  package static func interval(_ interval: ClosedRange<Double>) -> JSONValue {
    .array([.number(interval.lowerBound), .number(interval.upperBound)])
  }
}
