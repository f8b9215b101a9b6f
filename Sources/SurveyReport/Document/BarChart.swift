/// Horizontal bars with their intervals and the line of a target.
package struct BarChart: Hashable, Sendable {
  /// One bar.
  package struct Bar: Hashable, Sendable {
    /// What it shows.
    package let label: String
    /// What it is one part of, such as a question; heads the first of its bars.
    package let group: String?
    /// Its length 0...1; `nil` when it is kept back or there is nothing.
    package let value: Double?
    /// Both ends of its interval 0...1.
    package let interval: ClosedRange<Double>?
    /// The number of interviews behind it; `nil` when it is kept back.
    package let count: Int?
    /// Set when the bar carries a verdict.
    package let tone: Report.VerdictBlock.Tone?
    /// What stands in place of the value.
    package let symbol: PublicationSymbol?
    /// Whether it is the overall figure.
    package let isTotal: Bool

    /// Makes a bar; what is kept back has no figures.
    package init(
      label: String,
      group: String? = nil,
      value: Double?,
      interval: ClosedRange<Double>?,
      count: Int?,
      tone: Report.VerdictBlock.Tone? = nil,
      symbol: PublicationSymbol? = nil,
      isTotal: Bool = false
    ) {
      let isKeptBack = tone == .suppressed || symbol?.isKeptBack == true
      self.label = label
      self.group = group
      self.value = isKeptBack ? nil : value
      self.interval = isKeptBack ? nil : interval
      self.count = isKeptBack ? nil : count
      self.tone = tone
      self.symbol = symbol
      self.isTotal = isTotal
    }
  }

  /// The sentence above the chart.
  package let caption: String
  /// The bars from top to bottom.
  package let bars: [Bar]
  /// The line of the target 0...1.
  package let target: Double?
  /// What the figures are told in.
  package let unit: ChartUnit

  /// Makes a chart.
  package init(caption: String, bars: [Bar], target: Double?, unit: ChartUnit = .share) {
    self.caption = caption
    self.bars = bars
    self.target = target
    self.unit = unit
  }
}
