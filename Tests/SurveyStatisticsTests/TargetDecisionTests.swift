import SurveyStatistics
import Testing

struct TargetDecisionTests {
  private func share(_ count: Int, of size: Int, isCensus: Bool = false) -> Estimate {
    let p = Double(count) / Double(size)
    return Estimate(
      value: p,
      standardError: isCensus ? 0 : (p * (1 - p) / Double(size)).squareRoot(),
      degreesOfFreedom: size - 1,
      sampleSize: size,
      weightedSize: Double(size),
      isCensus: isCensus
    )
  }

  @Test(arguments: [
    (88, TargetDecision.Outcome.met), (87, .met), (86, .undecided), (80, .undecided),
    (73, .undecided), (72, .missed),
  ])
  func `of 100 at 80 percent, 87 prove it and 72 refute it`(
    count: Int,
    outcome: TargetDecision.Outcome
  ) throws {
    let decision = share(count, of: 100).decision(target: 0.8)
    #expect(decision.outcome == outcome)
    let met = try #require(decision.pValueMet)
    let missed = try #require(decision.pValueMissed)
    #expect((met <= 0.05) == (outcome == .met))
    #expect((missed < 0.05) == (outcome == .missed))
  }

  @Test func `five of five do not prove 80 percent, fourteen of fourteen do`() {
    #expect(share(5, of: 5).decision(target: 0.8).outcome == .undecided)
    #expect(share(13, of: 13).decision(target: 0.8).outcome == .undecided)
    #expect(share(14, of: 14).decision(target: 0.8).outcome == .met)
    #expect(agrees(share(14, of: 14).decision(target: 0.8).pValueMet, 0.043980465111))
  }

  @Test func `a census is compared as it is`() throws {
    #expect(share(4, of: 5, isCensus: true).decision(target: 0.8).outcome == .met)
    #expect(share(3, of: 5, isCensus: true).decision(target: 0.8).outcome == .missed)
    let design = try SampleDesign(
      rows: 5,
      weights: [0.1, 0.1, 0.1, 0.1, 0.1],
      fpc: [[5, 5, 5, 5, 5]]
    )
    let decision = try #require(try design.proportion(of: [1, 1, 1, 1, 0])).decision(target: 0.8)
    #expect(decision.outcome == .met)
    #expect(decision.pValueMet == 0)
  }

  @Test func `a ceiling turns the claims round`() {
    let estimate = share(3, of: 100)
    #expect(estimate.decision(target: 0.1, direction: .atMost).outcome == .met)
    #expect(estimate.decision(target: 0.005, direction: .atMost).outcome == .missed)
    #expect(estimate.decision(target: 0.06, direction: .atMost).outcome == .undecided)
  }

  @Test(arguments: ProportionInterval.allCases)
  func `bounds and p values never contradict each other`(method: ProportionInterval) throws {
    for count in stride(from: 30, through: 59, by: 1) {
      let estimate = share(count, of: 60)
      let decision = estimate.decision(target: 0.75, method: method)
      guard let met = decision.pValueMet, let missed = decision.pValueMissed else { continue }
      #expect((decision.outcome == .met) == (met <= 0.05))
      #expect((decision.outcome == .missed) == (missed < 0.05))
    }
  }

  @Test func `further interviews are the fewest that decide`() throws {
    let estimate = share(85, of: 100)
    let needed = try #require(estimate.furtherInterviews(toDecide: 0.8))
    #expect((40...120).contains(needed), "\(needed)")
    func enlarged(_ n: Int) -> Estimate {
      Estimate(
        value: 0.85,
        standardError: estimate.standardError * (100 / Double(n)).squareRoot(),
        degreesOfFreedom: 99 + (99 * (n - 100)) / 100,
        sampleSize: n,
        weightedSize: 100
      )
    }
    #expect(enlarged(100 + needed).decision(target: 0.8).outcome == .met)
    #expect(enlarged(99 + needed).decision(target: 0.8).outcome == .undecided)
    #expect(share(95, of: 100).furtherInterviews(toDecide: 0.8) == 0)
    #expect(share(80, of: 100).furtherInterviews(toDecide: 0.8) == nil)
    #expect(estimate.furtherInterviews(toDecide: 0.8, limit: needed - 1) == nil)
    #expect(share(5, of: 5).furtherInterviews(toDecide: 0.8) == 9)
  }
}
