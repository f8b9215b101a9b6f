import SurveyStatistics
import Testing

struct FamilyDecisionsTests {
  private func claim(met: Double, missed: Double) -> TargetDecision {
    TargetDecision(
      outcome: .undecided,
      lowerBound: nil,
      upperBound: nil,
      pValueMet: met,
      pValueMissed: missed
    )
  }

  private var family: [TargetDecision?] {
    [
      claim(met: 0.001, missed: 0.999), claim(met: 0.98, missed: 0.02), nil,
      claim(met: 0.03, missed: 0.97), claim(met: 0.4, missed: 0.6),
    ]
  }

  /// Four claims: .001, .02, .03, .4.
  @Test func `each adjustment asks for its share of the error`() throws {
    func outcomes(_ adjustment: FamilyAdjustment) -> [TargetDecision.Outcome?] {
      FamilyDecisions(family, adjustment: adjustment).decisions.map { $0?.outcome }
    }
    #expect(outcomes(.none) == [.met, .missed, nil, .met, .undecided])
    #expect(outcomes(.bonferroni) == [.met, .undecided, nil, .undecided, .undecided])
    #expect(outcomes(.holm) == [.met, .undecided, nil, .undecided, .undecided])
    // .001 <= .05/4, .02 <= .1/4, .03 <= .15/4, .4 > .05.
    #expect(outcomes(.benjaminiHochberg) == [.met, .missed, nil, .met, .undecided])
    let rate = FamilyDecisions(family, adjustment: .benjaminiHochberg).decisions
    #expect(rate.compactMap { $0?.localAlpha }.allSatisfy { agrees($0, 0.05 * 3 / 4) })
    #expect(agrees(try #require(rate[3]).adjustedPValue, 0.04))
    let bonferroni = FamilyDecisions(family, adjustment: .bonferroni).decisions
    #expect(bonferroni.compactMap { $0?.localAlpha }.allSatisfy { agrees($0, 0.05 / 4) })
  }

  @Test(arguments: FamilyAdjustment.allCases)
  func `bounds at the local error agree with the outcomes`(adjustment: FamilyAdjustment) throws {
    for last in stride(from: 60, through: 95, by: 5) {
      let counts = [97, 88, 85, 71, last]
      let estimates = counts.map { count in
        let p = Double(count) / 100
        return Estimate(
          value: p,
          standardError: (p * (1 - p) / 99).squareRoot(),
          degreesOfFreedom: 99,
          sampleSize: 100,
          weightedSize: 100
        )
      }
      let family = estimates.map { Optional($0.decision(target: 0.8)) }
      let decided = FamilyDecisions(family, adjustment: adjustment).decisions
      for (estimate, decision) in zip(estimates, decided) {
        let decision = try #require(decision)
        let own = estimate.decision(target: 0.8, alpha: decision.localAlpha)
        #expect(own.outcome == decision.outcome)
      }
    }
  }

  @Test func `Holm is that of the directional family`() {
    let holm = DirectionalHolm(family).decisions
    let decisions = FamilyDecisions(family, adjustment: .holm).decisions
    #expect(holm.map { $0?.outcome } == decisions.map { $0?.outcome })
    #expect(holm.map { $0?.adjustedPValue } == decisions.map { $0?.adjustedPValue })
    #expect(FamilyDecisions([], adjustment: .benjaminiHochberg).decisions.isEmpty)
    #expect(FamilyDecisions([nil], adjustment: .bonferroni).decisions == [nil])
  }
}
