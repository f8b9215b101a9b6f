import SurveyModel

/// The figures of a chart as every format tells them.
struct ChartFigures {
  let unit: ChartUnit
  let numbers: DecimalText

  init(_ unit: ChartUnit, _ language: InterfaceLanguage) {
    self.unit = unit
    numbers = DecimalText(language: language)
  }

  /// A figure.
  func text(_ value: Double, decimals: Int = 2) -> String {
    switch unit {
    case .share: numbers.percent(value, decimals: decimals)
    case .index: numbers.number(value * 100, decimals: decimals)
    }
  }

  /// A figure without zeros at its end, for targets and axes.
  func short(_ value: Double) -> String {
    let percent = numbers.shortPercent(value)
    return unit == .index && percent.hasSuffix("%") ? String(percent.dropLast()) : percent
  }

  /// Both ends of an interval.
  func text(_ interval: ClosedRange<Double>) -> String {
    "\(text(interval.lowerBound)) – \(text(interval.upperBound))"
  }

  /// The figure beside a bar, or what stands in its place.
  func text(of bar: BarChart.Bar) -> String {
    bar.value.map { text($0) } ?? bar.shownSymbol?.text ?? CellText.empty
  }
}

extension ChartUnit {
  /// What a figure of 1 is in the unit itself.
  var whole: Double { self == .share ? 1 : 100 }

  /// A figure as a cell of a table.
  func cell(_ value: Double) -> Table.Cell {
    self == .share ? .share(value) : .number(value * whole, decimals: 2)
  }

  /// An interval as a cell of a table.
  func cell(_ interval: ClosedRange<Double>) -> Table.Cell {
    self == .share ? .shareInterval(interval) : .numberInterval(scaled(interval), decimals: 2)
  }

  /// An interval in the unit itself.
  func scaled(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    interval.lowerBound * whole...interval.upperBound * whole
  }
}
