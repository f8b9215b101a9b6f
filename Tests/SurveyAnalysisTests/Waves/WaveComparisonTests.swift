import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

struct WaveComparisonTests {
  private static let places = ["a", "b", "c", "d"]

  private func form(_ sample: SampleDeclaration = SampleDeclaration()) -> Questionnaire {
    Made.questionnaire(
      [
        Made.question("g", .selectOne(Made.choices(Self.places))),
        Made.question("q", .selectOne(Made.scale(4))),
        Made.question("r", .selectOne(Made.scale(4))),
        Made.question("n", .decimal),
      ],
      sample: sample,
      indicators: [
        Made.indicator("y", .share(item: "q", codes: nil)),
        Made.indicator("both", .allPositive(items: ["q", "r"])),
      ]
    )
  }

  /// For each group the number of people and how many of them are positive.
  private func data(
    _ groups: [(String, people: Int, yes: Int)],
    r: String = "4",
    size: String = "",
    sample: SampleDeclaration = SampleDeclaration()
  ) -> Dataset {
    var columns: [[String]] = [[], [], [], []]
    for (code, people, yes) in groups {
      for person in 0..<people {
        for (place, cell) in [code, person < yes ? "4" : "1", r, size].enumerated() {
          columns[place].append(cell)
        }
      }
    }
    return Made.data(form(sample), columns)
  }

  private func plan(_ direction: Target.ChangeDirection) -> Plan {
    Plan(
      id: "p",
      office: Made.text("O"),
      targets: [
        Target(
          id: "t",
          promise: Made.text("P"),
          kind: .change(questionnaire: "made", indicator: "y", direction: direction),
          location: Made.here
        )
      ]
    )
  }

  private func analysis(
    _ before: Dataset,
    _ after: Dataset,
    by groups: [String] = ["g"],
    plan: Plan? = nil
  ) throws -> StudyAnalysis {
    try StudyAnalysis(
      of: after,
      plan: plan,
      by: groups,
      since: EarlierWave(label: "before", data: before)
    )
  }

  private func change(_ before: Dataset, _ after: Dataset) throws -> IndicatorChange {
    let analysis = try analysis(before, after)
    return try #require(analysis.comparison?.indicators.first)
  }

  private func verdict(
    _ yes: (before: Int, after: Int),
    _ direction: Target.ChangeDirection,
    of people: Int = 400
  ) throws -> TargetAssessment.Change {
    let analysis = try analysis(
      data([("a", people, yes.before)]),
      data([("a", people, yes.after)]),
      by: [],
      plan: plan(direction)
    )
    guard case .change(let change)? = analysis.targets.first?.outcome else {
      throw Missing()
    }
    return change
  }

  private struct Missing: Error {}

  @Test func `a change has the interval of two independent shares`() throws {
    let change = try change(data([("a", 400, 240)]), data([("a", 500, 350)])).overall
    let difference = try #require(change.difference)
    #expect(abs(difference.value - 0.1) < 1e-12)
    // p(1 - p)/(n - 1) of each wave.
    let variance = 0.6 * 0.4 / 399 + 0.7 * 0.3 / 499
    #expect(abs(difference.standardError - variance.squareRoot()) < 1e-12)
    #expect(difference.degreesOfFreedom == 898)
    #expect(change.direction == .rise)
    #expect(change.interval?.level == 0.95)
    #expect(try #require(change.interval?.lower) > 0)
    #expect(try #require(change.pValue) < 0.05)
  }

  @Test func `what two samples cannot tell is unclear, and a fall is a fall`() throws {
    let flat = try change(data([("a", 400, 240)]), data([("a", 400, 244)])).overall
    #expect(flat.direction == .unclear)
    #expect(try #require(flat.pValue) > 0.05)
    let down = try change(data([("a", 400, 240)]), data([("a", 400, 180)])).overall
    #expect(down.direction == .fall)
    #expect(try #require(down.interval?.upper) < 0)
  }

  @Test func `a group that one wave hides is hidden in both, with its change`() throws {
    let before = data([("a", 200, 100), ("b", 200, 120), ("c", 3, 2), ("d", 60, 30)])
    let after = data([("a", 200, 110), ("b", 200, 120), ("c", 50, 30), ("d", 60, 30)])
    for (first, second) in [(before, after), (after, before)] {
      let groups = try #require(try change(first, second).breakdowns.first).groups
      let hidden = groups.filter { $0.change.suppression != nil }
      #expect(hidden.map(\.level.code) == ["c", "d"])
      #expect(hidden.allSatisfy { $0.change.suppression?.isConfidential == true })
      #expect(hidden.allSatisfy { $0.change.difference == nil && $0.change.decision == nil })
      #expect(groups[0].change.difference != nil)
    }
  }

  @Test func `a group of one wave only has no change`() throws {
    let groups = try #require(
      try change(data([("a", 200, 100)]), data([("a", 200, 110), ("b", 100, 50)])).breakdowns.first
    ).groups
    #expect(groups.map(\.level.code) == ["a", "b"])
    #expect(groups[1].change.suppression == nil)
    #expect(groups[1].change.before == nil)
    #expect(groups[1].change.after?.sampleSize == 100)
    #expect(groups[1].change.difference == nil)
  }

  @Test func `groups of one question share the error`() throws {
    let before = data([("a", 300, 150), ("b", 300, 150), ("c", 300, 150)])
    let after = data([("a", 300, 176), ("b", 300, 150), ("c", 300, 150)])
    let alone = try change(data([("a", 300, 150)]), data([("a", 300, 176)])).overall
    #expect(alone.direction == .rise)
    let groups = try #require(try change(before, after).breakdowns.first).groups
    #expect(groups.map(\.change.direction) == [.unclear, .unclear, .unclear])
    #expect(try #require(groups[0].change.interval?.lower) < 0)
  }

  @Test func `figures that read what one wave was not asked are not compared`() throws {
    let analysis = try analysis(data([("a", 200, 100)], r: ""), data([("a", 200, 120)]))
    let indicators = try #require(analysis.comparison?.indicators)
    #expect(indicators[0].overall.difference != nil)
    #expect(indicators[1].overall.difference == nil)
    #expect(indicators[1].incomparable.map(\.id) == ["r"])
    #expect(indicators[1].breakdowns[0].groups[0].change.difference == nil)
  }

  @Test func `a share of all or none in a sample gives no interval`() throws {
    let change = try change(data([("a", 100, 80)]), data([("a", 100, 100)])).overall
    #expect(abs(try #require(change.difference?.value) - 0.2) < 1e-12)
    #expect(change.interval == nil)
    #expect(change.pValue == nil)
    #expect(change.direction == .unclear)
  }

  @Test func `two censuses differ for certain`() throws {
    let sample = SampleDeclaration(fpc: ["n"])
    let change = try change(
      data([("a", 50, 30)], size: "50", sample: sample),
      data([("a", 50, 31)], size: "50", sample: sample)
    ).overall
    #expect(change.difference?.isCensus == true)
    #expect(change.direction == .rise)
    #expect(change.pValue == 0)
  }

  @Test func `nothing changed for certain where two censuses are alike`() throws {
    let sample = SampleDeclaration(fpc: ["n"])
    let census = data([("a", 50, 30)], size: "50", sample: sample)
    let change = try change(census, census).overall
    #expect(change.difference?.isCensus == true)
    #expect(change.isNothing)
    #expect(change.direction == .unclear)
    #expect(change.pValue == 1)
  }

  @Test(arguments: [1e-16, -1e-16, 3e-15])
  func `what binary fractions leave of no change is none`(noise: Double) {
    func census(_ value: Double) -> Estimate {
      Estimate(
        value: value,
        standardError: 0,
        degreesOfFreedom: 9,
        sampleSize: 10,
        weightedSize: 10,
        isCensus: true
      )
    }
    let judge = ChangeJudge(
      error: 0.05,
      gate: PublicationGate(.init(below: 1)),
      isProportion: false
    )
    let raw = RawChange(
      before: census(81.3),
      after: census(81.3 + noise),
      difference: census(noise)
    )
    let change = judge.judge(raw)
    #expect(change.suppression == nil)
    #expect(change.direction == .unclear)
    #expect(change.pValue == 1)
    let moved = RawChange(before: census(81.3), after: census(81.4), difference: census(0.1))
    #expect(judge.judge(moved).direction == .rise)
    #expect(judge.judge(moved).pValue == 0)
  }

  @Test func `an earlier wave that cannot be analysed is told and not compared`() throws {
    let sample = SampleDeclaration(weight: "n")
    var before = data([("a", 100, 50)], size: "2", sample: sample)
    var cells = [Double](repeating: 2, count: 100)
    cells[7] = .nan
    before = Dataset(
      questionnaire: before.questionnaire,
      count: 100,
      columns: Array(before.columns.prefix(3))
        + [Dataset.Column(values: .number(cells), missing: [7: .noAnswer])]
    )
    let analysis = try analysis(before, data([("a", 100, 60)], size: "2", sample: sample))
    #expect(analysis.comparison == nil)
    let problem = try #require(analysis.comparisonProblem)
    #expect(problem.text(in: .vietnamese).contains("1 trong 100 phiếu không có 'n'"))
    #expect(problem.text(in: .english).contains("1 of 100 interviews lack 'n'"))
  }

  @Test func `a promised rise is surely reached, surely not, or undecided`() throws {
    let rise = try verdict((240, 300), .increase)
    #expect(rise.line.verdict == .met)
    #expect(try #require(rise.line.decidingBound) > 0)
    #expect(rise.since == "before")
    let fall = try verdict((300, 240), .increase)
    #expect(fall.line.verdict == .notMet)
    #expect(try #require(fall.line.decidingBound) < 0)
    #expect(try verdict((240, 246), .increase).line.verdict == .undecided)
    #expect(try verdict((240, 300), .decrease).line.verdict == .notMet)
    #expect(try verdict((300, 240), .decrease).line.verdict == .met)
  }

  @Test func `a promised direction needs one bound only`() throws {
    // 60% to 66% of 400: p is 0.08 in either direction, 0.04 upwards.
    let change = try verdict((240, 264), .increase)
    #expect(change.line.verdict == .met)
    #expect(change.indicator.overall.direction == .unclear)
    #expect(change.line.interval?.level == 0.9)
  }

  @Test func `what would decide grows the later wave alone`() throws {
    let analysis = try analysis(
      data([("a", 4000, 2400)]),
      data([("a", 200, 130)]),
      by: [],
      plan: plan(.increase)
    )
    guard case .change(let change)? = analysis.targets.first?.outcome else { throw Missing() }
    #expect(change.line.verdict == .undecided)
    // 0.05 is to be 1.645 + 0.842 standard errors, of which the earlier wave keeps its own.
    let error = 0.05 / (1.6448536269514722 + 0.8416212335729143)
    let growth = 0.65 * 0.35 / 199 / (error * error - 0.24 / 3999) - 1
    #expect(change.outlook == .interviews(Int((200 * growth).rounded(.up))))
    #expect(try verdict((240, 241), .increase).outlook == .earlierWave)
  }

  @Test func `a missed change fails a strict run`() throws {
    let analysis = try analysis(
      data([("a", 400, 300)]),
      data([("a", 400, 240)]),
      plan: plan(.increase)
    )
    #expect(analysis.targets.contains { $0.isMissedSomewhere })
    let single = try StudyAnalysis(of: data([("a", 400, 240)]), plan: plan(.increase))
    guard case .needsTwoWaves? = single.targets.first?.outcome else { throw Missing() }
    #expect(!single.targets.contains { $0.isMissedSomewhere })
  }
}
