/// Figures over time; what cannot be compared is never one line.
package struct TrendChart: Hashable, Sendable {
  /// One figure at one time.
  package struct Point: Hashable, Sendable {
    /// The figure 0...1; `nil` when it is kept back or there is nothing.
    package let value: Double?
    /// Both ends of its interval 0...1.
    package let interval: ClosedRange<Double>?
    /// What stands in place of the value.
    package let symbol: PublicationSymbol?

    /// Makes a point; what is kept back has no figures.
    package init(
      value: Double?,
      interval: ClosedRange<Double>? = nil,
      symbol: PublicationSymbol? = nil
    ) {
      let isKeptBack = symbol?.isKeptBack == true
      self.value = isKeptBack ? nil : value
      self.interval = isKeptBack ? nil : interval
      self.symbol = symbol
    }
  }

  /// One figure over all times.
  package struct Line: Hashable, Sendable {
    /// What it shows.
    package let label: String
    /// One point for each time.
    package let points: [Point]

    /// Makes a line.
    package init(label: String, points: [Point]) {
      self.label = label
      self.points = points
    }
  }

  /// A time from which figures are others than those before.
  package struct Break: Hashable, Sendable {
    /// The first time after the break, as a place in ``TrendChart/times``.
    package let before: Int
    /// Why figures on its two sides cannot be compared.
    package let reason: String

    /// Makes a break.
    package init(before: Int, reason: String) {
      self.before = before
      self.reason = reason
    }
  }

  /// The sentence above the chart.
  package let caption: String
  /// The times from left to right: waves or periods.
  package let times: [String]
  /// The figures.
  package let lines: [Line]
  /// Where lines are interrupted.
  package let breaks: [Break]
  /// The line of the target 0...1.
  package let target: Double?
  /// What the figures are told in.
  package let unit: ChartUnit

  /// Makes a chart.
  package init(
    caption: String,
    times: [String],
    lines: [Line],
    breaks: [Break] = [],
    target: Double? = nil,
    unit: ChartUnit = .share
  ) {
    self.caption = caption
    self.times = times
    self.lines = lines
    self.breaks = breaks
    self.target = target
    self.unit = unit
  }

  /// The places of ``times`` between breaks, each run in order.
  package var runs: [Range<Int>] {
    let starts = Set(breaks.map(\.before)).filter { $0 > 0 && $0 < times.count }.sorted()
    return zip([0] + starts, starts + [times.count]).compactMap { $0 < $1 ? $0..<$1 : nil }
  }
}
