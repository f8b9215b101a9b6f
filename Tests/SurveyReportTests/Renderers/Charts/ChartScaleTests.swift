import Testing

@testable import SurveyReport

@Suite struct ChartScaleTests {
  @Test func `marks are round and few`() {
    let near = ChartScale.shares(around: [0.812, 0.84, 0.8], minimumSpan: 0.2, maximumTicks: 6)
    #expect(near.range.lowerBound.magnitude.isFinite)
    #expect((0.19...0.4).contains(near.range.upperBound - near.range.lowerBound))
    #expect(near.ticks.count <= 6 && near.ticks.count >= 3)
    #expect(near.range.lowerBound <= 0.8 && near.range.upperBound >= 0.84)
    let whole = ChartScale.shares(maximumTicks: 6)
    #expect(whole.range == 0...1)
    #expect(whole.ticks.count == 6)
    #expect(ChartScale.shares(around: [], minimumSpan: 0.2, maximumTicks: 6) == whole)
    #expect(ChartScale.shares(around: [0, 1], minimumSpan: 0.2, maximumTicks: 6) == whole)
  }

  @Test func `wide and narrow pages have the same axis`() {
    let chart = LongCharts.groups
    let wide = BarPlot(chart: chart, layout: .wide).scale
    let narrow = BarPlot(chart: chart, layout: .narrow).scale
    #expect(wide.range == narrow.range)
    #expect(narrow.ticks.count <= ChartLayout.narrow.maximumTicks)
    #expect(Set(narrow.ticks).isSubset(of: wide.ticks))
    #expect(ChartScale.shares(maximumTicks: 6).thinned(to: 3).ticks.count == 3)
  }

  @Test(arguments: [0.0, 0.001, 0.05, 0.5, 0.93, 0.999, 1])
  func `every share lies on its scale`(share: Double) {
    for ticks in 3...6 {
      let scale = ChartScale.shares(around: [share], minimumSpan: 0.2, maximumTicks: ticks)
      #expect(scale.range.contains(share))
      #expect(scale.range.lowerBound >= 0 && scale.range.upperBound <= 1 + 1e-12)
      #expect((2...ticks).contains(scale.ticks.count))
      #expect(scale.ticks.allSatisfy { scale.fraction(of: $0) >= 0 })
    }
  }

  @Test func `scales of numbers leave a margin`() {
    let scale = ChartScale.around([3.31, 4.39, 3.9], maximumTicks: 5)
    #expect(scale.range.lowerBound < 3.31 && scale.range.upperBound > 4.39)
    #expect((2...5).contains(scale.ticks.count))
    #expect(scale.ticks.allSatisfy { scale.range.contains($0) })
    #expect(ChartScale.around([2, 2], maximumTicks: 5).fraction(of: 2) == 0.5)
  }

  @Test func `steps of a map begin at the target and cover all figures`() {
    let steps = TileSteps(values: [0.7436, 0.8124, 0.9312], target: 0.8)
    #expect(steps.bounds.map { ($0 * 100).rounded() } == [70, 75, 80, 85, 90, 95])
    #expect(steps.step(of: 0.7436) == 0)
    #expect(steps.step(of: 0.8) == 2)
    #expect(steps.step(of: 0.7999) == 1)
    #expect(steps.step(of: 0.9312) == 4)
    let wide = TileSteps(values: [0.05, 0.95], target: 0.85)
    #expect(wide.bounds.first == 0)
    #expect(wide.step(of: 1) == 4)
    let top = TileSteps(values: [0.98, 1], target: nil)
    #expect(top.bounds.allSatisfy { $0 <= 1 + 1e-9 })
    #expect(TileSteps(values: [], target: .nan).bounds.count == 6)
    #expect(TileSteps(values: [.nan], target: nil).step(of: .nan) == 0)
  }

  @Test func `a point in characters keeps its place upon other marks`() {
    let scale = ChartScale.shares(maximumTicks: 6)
    func text(_ value: Double?, _ interval: ClosedRange<Double>?, _ target: Double?) -> String {
      TextInterval.text(
        value: value,
        interval: interval,
        target: target,
        scale: scale,
        width: 10
      )
    }
    #expect(text(0.5, 0.31...0.75, 0.9) == "   ├─●─┤ |")
    #expect(text(0.5, nil, 0.51) == "     ●    ")
    #expect(text(nil, 0.1...0.9, nil) == "          ")
    #expect(text(.nan, -9...9, 0.2) == "●─|──────┤")
  }
}
