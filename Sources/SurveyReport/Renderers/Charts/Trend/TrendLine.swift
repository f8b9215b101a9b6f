import SurveyModel

/// One line of a trend: points with intervals, joined where they can be compared.
struct TrendLine {
  let line: TrendChart.Line
  let index: Int
  let plot: TrendPlot
  let style: TrendStyle

  init(line: TrendChart.Line, index: Int, plot: TrendPlot) {
    self.line = line
    self.index = index
    self.plot = plot
    style = TrendStyle(line: index)
  }

  /// A point that is shown.
  struct Mark {
    let time: Int
    let value: Double
    let interval: ClosedRange<Double>?
    let place: Drawing.Point
    /// Whether it is the last of its run.
    let isLast: Bool
  }

  /// The points that are shown, from left to right.
  var marks: [Mark] {
    plot.runs.flatMap { run -> [Mark] in
      let known = run.filter { point(at: $0)?.value?.isFinite == true }
      return known.compactMap { time in
        guard let point = point(at: time), let value = point.value else { return nil }
        return Mark(
          time: time,
          value: value,
          interval: point.interval,
          place: Drawing.Point(x: plot.x(of: time, line: index), y: plot.y(of: value)),
          isLast: time == known.last
        )
      }
    }
  }

  /// The lines between neighbours within a run; what is missing is not bridged.
  var segments: [(Drawing.Point, Drawing.Point)] {
    let marks = marks
    let starts = Set(plot.runs.map(\.lowerBound))
    return zip(marks, marks.dropFirst()).compactMap { first, second in
      guard second.time == first.time + 1, !starts.contains(second.time) else { return nil }
      return (first.place, second.place)
    }
  }

  func shapes() -> [Drawing.Shape] {
    segments.map { .line([$0.0, $0.1], style.stroke) }
      + marks.flatMap { mark in
        whisker(mark) + [
          style.marker.shape(
            at: mark.place,
            radius: 4.6,
            colour: style.stroke.colour,
            isFilled: style.isFilled
          )
        ]
      }
  }

  /// What stands in place of points that are kept back.
  func symbols() -> [(time: Int, text: String)] {
    plot.runs.flatMap { $0 }.compactMap { time in
      guard let point = point(at: time), point.value == nil, let symbol = point.symbol else {
        return nil
      }
      return (time, symbol.text)
    }
  }

  private func point(at time: Int) -> TrendChart.Point? {
    line.points.indices.contains(time) ? line.points[time] : nil
  }

  private func whisker(_ mark: Mark) -> [Drawing.Shape] {
    guard let interval = mark.interval else { return [] }
    let stroke = Drawing.Stroke(colour: style.stroke.colour, width: 1.3)
    let high = plot.y(of: interval.upperBound)
    let low = plot.y(of: interval.lowerBound)
    let x = mark.place.x
    return [
      .line(x, high, x, low, stroke), .line(x - 4, high, x + 4, high, stroke),
      .line(x - 4, low, x + 4, low, stroke),
    ]
  }
}
