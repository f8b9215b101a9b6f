import SurveyStatistics
import Testing

struct DirectionalHolmTests {
  private func claim(met: Double, missed: Double) -> TargetDecision {
    TargetDecision(
      outcome: .undecided,
      lowerBound: nil,
      upperBound: nil,
      pValueMet: met,
      pValueMissed: missed
    )
  }

  @Test func `groups are corrected for one claim each`() {
    let family = [
      claim(met: 0.02, missed: 0.98), claim(met: 0.999, missed: 0.001), nil,
      claim(met: 0.04, missed: 0.96),
    ]
    let decisions = DirectionalHolm(family).decisions
    #expect(decisions.map { $0?.outcome } == [.met, .missed, nil, .met])
    #expect(agrees(decisions[0]?.adjustedPValue, 0.04))
    #expect(agrees(decisions[1]?.adjustedPValue, 0.003))
    #expect(agrees(decisions[3]?.adjustedPValue, 0.04))
    #expect(agrees(decisions[1]?.localAlpha, 0.05 / 3))
    #expect(agrees(decisions[3]?.localAlpha, 0.05))
  }

  @Test func `a failure stops the steps`() {
    let family = [claim(met: 0.03, missed: 0.97), claim(met: 0.04, missed: 0.96)]
    #expect(DirectionalHolm(family).decisions.map { $0?.outcome } == [.undecided, .undecided])
    #expect(DirectionalHolm([]).decisions.isEmpty)
  }

  @Test(.enabled(if: Reference.isPresent))
  func `adjusted p values are those of R`() throws {
    for expected in try Reference.load("p_adjust")["expected"].list {
      let values = expected["p"].list.map(\.number)
      let pairs = [
        (PValueAdjustment.holm(values), "holm"),
        (PValueAdjustment.benjaminiHochberg(values), "BH"),
        (PValueAdjustment.bonferroni(values), "bonferroni"),
      ]
      for (adjusted, key) in pairs {
        let wanted = expected[key].list.map(\.number)
        #expect(adjusted.count == wanted.count)
        for (got, want) in zip(adjusted, wanted) {
          #expect(agrees(got, want))
          #expect((got == nil) == (want == nil))
        }
      }
    }
  }
}
