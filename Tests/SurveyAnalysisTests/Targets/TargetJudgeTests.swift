import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct TargetJudgeTests {
  private func judge(
    _ threshold: Double = 0.8,
    unit: IndicatorUnit = .share,
    decision: Target.Decision = Target.Decision()
  ) -> TargetJudge {
    TargetJudge(
      decision: decision,
      suppression: Plan.Suppression(),
      threshold: threshold,
      unit: unit
    )
  }

  /// One group for each estimate.
  private func groups(
    _ estimates: [Estimate?]
  ) -> [(level: GroupVariable.Level, estimate: Estimate?)] {
    let form = Made.questionnaire([Made.question("g", .integer)])
    let data = Made.data(form, [estimates.indices.map { "\($0)" }])
    let levels = GroupVariable("g", in: data)?.levels ?? []
    return zip(levels, estimates).map { ($0, $1) }
  }

  @Test func `met, not met and undecided by the bounds`() throws {
    let met = judge().judge(Made.share(0.9, se: 0.02))
    #expect(met.verdict == .met)
    let lower = try #require(met.decidingBound)
    #expect(lower >= 0.8 && lower < 0.9)
    #expect(lower == met.interval?.lower)
    #expect(met.outlook == nil)

    let missed = judge().judge(Made.share(0.7, se: 0.02))
    #expect(missed.verdict == .notMet)
    let upper = try #require(missed.decidingBound)
    #expect(upper < 0.8 && upper > 0.7)
    #expect(upper == missed.interval?.upper)
    #expect(missed.outlook == nil)

    let open = judge().judge(Made.share(0.82, se: 0.02))
    #expect(open.verdict == .undecided)
    #expect(open.decidingBound == nil)
    // 369 independent answers of 400; 2,407 are needed by the normal approximation: 2,209 more.
    guard case .interviews(let further)? = open.outlook?.further else {
      Issue.record("\(String(describing: open.outlook))")
      return
    }
    #expect((2150...2270).contains(further), "\(further)")
  }

  @Test func `a sample at exactly 80 percent is undecided and no number of forms decides`() {
    let line = judge().judge(Made.share(0.8, se: 0.02))
    #expect(line.verdict == .undecided)
    #expect(line.outlook?.further == .moreThan(10_000))
  }

  @Test func `a census is compared as it is`() {
    func line(_ value: Double) -> Verdict {
      judge().judge(Made.share(value, se: 0, df: 0, n: 20, census: true)).verdict
    }
    #expect(line(0.8) == .met)
    #expect(line(0.8.nextDown) == .met)
    #expect(line(15.0 / 20) == .notMet)
    #expect(line(17.0 / 20) == .met)
  }

  @Test func `a design with everybody in it decides without an interval`() throws {
    let design = try SampleDesign(
      rows: 10,
      fpc: [Array(repeating: 10, count: 10)]
    )
    let estimate = try design.mean(of: [1, 1, 1, 1, 1, 1, 1, 1, 0, 0])
    #expect(judge().judge(estimate).verdict == .met)
    #expect(judge(0.81).judge(estimate).verdict == .notMet)
  }

  /// An error of 1e-17 is the noise of binary fractions.
  @Test(arguments: [0, 1e-17])
  func `a mean of a sample that does not vary decides nothing`(_ error: Double) {
    let estimate = Estimate(
      value: 90,
      standardError: error,
      degreesOfFreedom: 20,
      sampleSize: 50,
      weightedSize: 50
    )
    let line = judge(80, unit: .index).judge(estimate)
    #expect(line.verdict == .suppressed(.noInterval))
    #expect(line.decidingBound == nil)
  }

  @Test func `a figure that is not published has no verdict, bound or interval`() {
    let line = judge().judge(Made.share(0.95, se: 0.01, n: 4))
    #expect(line.verdict == .suppressed(.disclosure(minimum: 5)))
    #expect(line.interval == nil)
    #expect(line.decidingBound == nil)
    #expect(line.outlook == nil)
    #expect(judge().judge(nil).verdict == .suppressed(.noData))
  }

  @Test func `Holm asks more of each of three groups than no adjustment`() throws {
    // Alone this is met at 5%; among three, two of which are open, it is not.
    let close = Made.share(0.842, se: 0.02)
    let open = Made.share(0.8, se: 0.02)
    let holm = judge().judge(groups([close, open, open]))
    let none = judge(decision: Target.Decision(adjustment: .none)).judge(
      groups([close, open, open])
    )
    #expect(judge().judge(close).verdict == .met)
    #expect(none.map(\.verdict) == [.met, .undecided, .undecided])
    #expect(none.map(\.error) == [0.05, 0.05, 0.05])
    #expect(holm.map(\.verdict) == [.undecided, .undecided, .undecided])
    #expect((try #require(holm.first).error - 0.05 / 3).magnitude < 1e-12)
  }

  @Test func `the printed bound agrees with the verdict at the group's own error`() throws {
    let lines = judge().judge(
      groups([
        Made.share(0.93, se: 0.015), Made.share(0.88, se: 0.02), Made.share(0.66, se: 0.02), nil,
        Made.share(0.81, se: 0.02),
      ])
    )
    #expect(
      lines.map(\.verdict) == [.met, .met, .notMet, .suppressed(.noData), .undecided]
    )
    for line in lines where line.verdict == .met {
      #expect(try #require(line.decidingBound) >= 0.8)
      #expect(line.error < 0.05)
    }
    for line in lines where line.verdict == .notMet {
      #expect(try #require(line.decidingBound) < 0.8)
    }
  }

  @Test func `suppressed groups are not counted in the family`() {
    let close = Made.share(0.842, se: 0.02)
    let tiny = Made.share(0.9, se: 0.05, n: 12)
    let lines = judge().judge(groups([close, tiny, tiny]))
    #expect(lines.first?.verdict == .met)
    #expect(lines.first?.error == 0.05)
  }

  @Test func `the method of the plan decides`() throws {
    let estimate = Made.share(0.9, se: 0.02, n: 200)
    for (method, rule) in [
      (Target.Decision.Method.kornGraubard, ProportionInterval.beta), (.wilson, .wilson),
      (.logit, .xlogit),
    ] {
      let line = judge(decision: Target.Decision(method: method)).judge(estimate)
      #expect(line.decidingBound == rule.lowerBound(for: estimate, alpha: 0.05))
    }
  }

  @Test func `an index is held against its target by Student's t`() {
    let index = judge(82, unit: .index)
    #expect(index.judge(Made.share(83, se: 0.3)).verdict == .met)
    #expect(index.judge(Made.share(82.2, se: 0.3)).verdict == .undecided)
    #expect(index.judge(Made.share(81, se: 0.3)).verdict == .notMet)
  }
}
