/// A bar chart as JSON.
enum JSONChart {
  static func value(of chart: BarChart) -> JSONValue {
    .object([
      ("type", .string("chart")), ("caption", .string(chart.caption)),
      ("target", chart.target.map(JSONValue.number) ?? .null),
      ("bars", .array(chart.bars.map(bar))),
    ])
  }

  private static func bar(_ bar: BarChart.Bar) -> JSONValue {
    .object([
      ("label", .string(bar.label)),
      ("value", bar.value.map(JSONValue.number) ?? .null),
      ("interval", bar.interval.map(JSONValue.interval) ?? .null),
      ("count", bar.count.map { .integer($0) } ?? .null),
      ("verdict", bar.tone.map { .string($0.rawValue) } ?? .null),
      ("total", .bool(bar.isTotal)),
    ])
  }
}
