import SurveyStatistics

/// A figure with its standard error, as JSON.
enum JSONEstimate {
  static func value(of figure: PublishedEstimate) -> JSONValue {
    let subject = figure.subject
    let names: [(String, String?)] = [
      ("indicator", subject.indicator), ("question", subject.question),
      ("answer", subject.answer), ("by", subject.by), ("group", subject.group),
    ]
    let path: [(String, JSONValue)] =
      subject.path.isEmpty ? [] : [("path", .array(subject.path.map(JSONValue.string)))]
    let estimate = figure.estimate
    return .object(
      names.compactMap { name, id in id.map { (name, .string($0)) } } + path + [
        ("value", .number(estimate.value)),
        ("standardError", .number(estimate.standardError)),
        ("degreesOfFreedom", .integer(estimate.degreesOfFreedom)),
        ("n", .integer(estimate.sampleSize)),
        ("designEffect", estimate.designEffectWithReplacement.map { .number($0) } ?? .null),
        ("interval", figure.interval.map { .interval($0) } ?? .null),
      ]
    )
  }
}
