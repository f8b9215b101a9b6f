import SurveyStatistics
import Testing

struct LotQualityTests {
  @Test func `the smallest plans are those of R, tried one by one`() throws {
    let cases = try PlanningReference.load()["lots"].list
    #expect(cases.count == 8)
    for expected in cases {
      let risk = try #require(expected["risk"].number)
      let plans = try LotQuality.smallestPlans(
        upper: try #require(expected["upper"].number),
        lower: try #require(expected["lower"].number),
        rejecting: risk,
        accepting: risk
      )
      #expect(plans.last?.size == expected["n"].int)
      #expect(plans.last?.decisionValue == expected["d"].int)
    }
  }

  @Test(.enabled(if: Reference.isPresent))
  func `every plan of the reference is met`() throws {
    var seen = 0
    for expected in try Reference.load("lqas_and_power")["expected"].list {
      guard let upper = expected["p_upper"].number, let lower = expected["p_lower"].number,
        let n = expected["n"].int
      else { continue }
      seen += 1
      if expected["stat"].string == "lqas_min_n" {
        let plans = try LotQuality.smallestPlans(
          upper: upper,
          lower: lower,
          rejecting: try #require(expected["max_alpha_miss_good"].number),
          accepting: try #require(expected["max_beta_pass_bad"].number)
        )
        #expect(plans.map(\.decisionValue) == expected["decision_values"].integers)
        #expect(plans.allSatisfy { $0.size == n })
        #expect(agree(plans.map(\.riskOfRejecting), expected["alpha"].numbers))
        #expect(agree(plans.map(\.riskOfAccepting), expected["beta"].numbers))
      } else {
        let table = try LotQuality.table(of: n, upper: upper, lower: lower)
        #expect(table.map(\.decisionValue) == expected["d"].integers)
        #expect(
          agree(table.map(\.riskOfRejecting), expected["risk_reject_at_upper"].numbers)
        )
        #expect(
          agree(table.map(\.riskOfAccepting), expected["risk_accept_at_lower"].numbers)
        )
      }
    }
    #expect(seen == 11)
  }

  @Test func `the operating characteristic joins both risks`() throws {
    let plan = try #require(try LotQuality.smallestPlans(upper: 0.8, lower: 0.5).first)
    #expect(plan.size == 19 && plan.decisionValue == 13)
    #expect(agrees(plan.chanceOfAccepting(rate: 0.8), 1 - plan.riskOfRejecting))
    #expect(agrees(plan.chanceOfAccepting(rate: 0.5), plan.riskOfAccepting))
    #expect(plan.chanceOfAccepting(rate: 1) == 1)
    #expect(plan.chanceOfAccepting(rate: .nan).isNaN)
  }

  @Test func `what makes no sense is a typed error`() {
    #expect(throws: PlanningError.thresholdsReversed(lower: 0.8, upper: 0.5)) {
      try LotQuality.smallestPlans(upper: 0.5, lower: 0.8)
    }
    #expect(throws: PlanningError.self) { try LotQuality.smallestPlans(upper: 1, lower: 0.8) }
    #expect(throws: PlanningError.self) {
      try LotQuality.smallestPlans(upper: 0.9, lower: 0.8, rejecting: .nan)
    }
    #expect(throws: PlanningError.tooMany(limit: LotQuality.limit)) {
      try LotQuality.smallestPlans(upper: 0.801, lower: 0.8, rejecting: 0.001, accepting: 0.001)
    }
    #expect(throws: PlanningError.invalidSampleSize(0)) {
      try LotQuality.table(of: 0, upper: 0.8, lower: 0.5)
    }
  }
}
