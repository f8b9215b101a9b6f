/// A scale with few round marks.
struct ChartScale: Hashable, Sendable {
  /// What is at its two ends.
  let range: ClosedRange<Double>
  /// How far its marks are from one another.
  let step: Double
  /// Where its marks are.
  let ticks: [Double]

  /// From 0% to 100%, whatever the figures are.
  static func shares(maximumTicks: Int) -> ChartScale {
    let step = step(for: 1, maximumTicks: maximumTicks)
    return ChartScale(range: 0...1, step: step, ticks: marks(from: 0, to: 1, step: step))
  }

  /// From a round figure to a round figure within 0% and 100%, as near to the figures as
  /// `minimumSpan` allows.
  static func shares(
    around values: [Double],
    minimumSpan: Double,
    maximumTicks: Int
  ) -> ChartScale {
    let known = values.filter(\.isFinite).map { min(max($0, 0), 1) }
    guard var low = known.min(), var high = known.max() else {
      return shares(maximumTicks: maximumTicks)
    }
    if high - low < minimumSpan {
      low = min(max((low + high - minimumSpan) / 2, 0), 1 - minimumSpan)
      high = low + minimumSpan
    }
    for factor in [1.0, 2, 4, 10] {
      let step = step(for: (high - low) * factor, maximumTicks: maximumTicks)
      let first = max((low / step + 1e-9).rounded(.down) * step, 0)
      let last = min((high / step - 1e-9).rounded(.up) * step, 1)
      let ticks = marks(from: first, to: last, step: step)
      if ticks.count <= maximumTicks, first < last {
        return ChartScale(range: first...last, step: step, ticks: ticks)
      }
    }
    return shares(maximumTicks: maximumTicks)
  }

  /// As wide as the figures with a margin; marks are wherever round figures are.
  static func around(_ values: [Double], maximumTicks: Int) -> ChartScale {
    // Beyond this nothing of a survey lies, and differences would overflow.
    let known = values.filter { $0.magnitude < 1e12 }
    let low = known.min() ?? 0
    let high = known.max() ?? 1
    let span = max(high - low, low.magnitude * 1e-6, 1e-3)
    let range = (low - span * 0.08)...(high + span * 0.08)
    let width = range.upperBound - range.lowerBound
    let step = step(for: width, maximumTicks: maximumTicks + 1)
    let first = (range.lowerBound / step).rounded(.up) * step
    return ChartScale(
      range: range,
      step: step,
      ticks: Array(marks(from: first, to: range.upperBound, step: step).prefix(maximumTicks))
    )
  }

  /// How far along the scale a figure is; what is beyond is at the nearest end.
  func fraction(of value: Double) -> Double {
    guard !value.isNaN else { return 0 }
    let width = range.upperBound - range.lowerBound
    return min(max((value - range.lowerBound) / width, 0), 1)
  }

  /// The same scale with so many marks at most.
  func thinned(to count: Int) -> ChartScale {
    let every = max((ticks.count + count - 1) / max(count, 1), 1)
    let kept = ticks.indices.filter { $0.isMultiple(of: every) }.map { ticks[$0] }
    return ChartScale(range: range, step: step, ticks: kept)
  }

  /// How many decimals its marks need.
  var decimals: Int { step >= 0.999 ? 0 : step >= 0.0999 ? 1 : step >= 0.00999 ? 2 : 3 }

  private static func step(for span: Double, maximumTicks: Int) -> Double {
    var power = 1e-6
    while power < 1e15 {
      for factor in [1.0, 2, 5] where span / (factor * power) <= Double(maximumTicks - 1) + 1e-9 {
        return factor * power
      }
      power *= 10
    }
    return power
  }

  private static func marks(from first: Double, to last: Double, step: Double) -> [Double] {
    (0..<64).map { first + Double($0) * step }.filter { $0 <= last + step * 1e-6 }
  }
}
