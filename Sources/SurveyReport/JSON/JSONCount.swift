package import SurveyAnalysis
package import SurveyModel

/// Counts and verdicts on them as JSON.
package enum JSONCount {
  static func value(of evidence: CountEvidence) -> JSONValue {
    .object([
      ("target", .string(evidence.target)), ("kind", .string("administrative-count")),
      // A number that is reported is no estimate.
      ("samplingError", .bool(false)),
      ("place", text(evidence.place)),
      ("done", .string(evidence.aim.done)), ("of", text(evidence.aim.of)),
      ("every", text(evidence.aim.every?.rawValue)), ("threshold", .number(evidence.aim.atLeast)),
      ("from", .string(evidence.days.lowerBound.description)),
      ("to", .string(evidence.days.upperBound.description)),
      ("missing", .array(evidence.result.missing.map { .string($0.id) })),
      ("parts", .array(evidence.result.parts.map(part))),
    ])
  }

  private static func part(_ part: CountPart) -> JSONValue {
    .object([
      ("period", text(part.period?.id)), ("from", .string(part.days.lowerBound.description)),
      ("to", .string(part.days.upperBound.description)), ("state", .string(word(part.state))),
      ("done", part.figure.map { .integer($0.done) } ?? .null),
      ("of", part.figure?.all.map { .integer($0) } ?? .null),
      ("share", part.figure?.share.map { .number($0) } ?? .null),
      ("until", text(part.figure?.until.description)),
      ("ofUntil", text(part.figure?.allUntil?.description)),
      ("missing", .array(part.missing.map { .string($0.id) })),
      ("absent", .array(part.absent.map(JSONValue.string))),
      ("counts", .array((part.figure?.counts ?? []).map(value))),
    ])
  }

  /// A count that holds.
  package static func value(of count: AdministrativeCount) -> JSONValue {
    .object([
      ("name", .string(count.subject.name)), ("span", .string(count.subject.span.id)),
      ("place", text(count.subject.place)), ("value", .integer(count.value)),
      ("evidence", .string(count.evidence)), ("by", .string(count.by)),
      ("at", .string(count.at.description)), ("final", .bool(count.isFinal)),
    ])
  }

  /// A state as programs read it.
  package static func word(_ state: CountPart.State) -> String {
    switch state {
    case .met: "met"
    case .notMet: "notMet"
    case .missing: "missing"
    case .running: "running"
    case .ahead: "ahead"
    case .nothingToDo: "nothingToDo"
    case .contradictory: "contradictory"
    }
  }

  private static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
