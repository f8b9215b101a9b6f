import SurveyStatistics
import Testing

struct SampleSizeTests {
  @Test func `a margin of five points needs 385 people, 278 of a thousand`() throws {
    #expect(try SampleSize.forMargin(0.05).interviews == 385)
    let small = try SampleSize.forMargin(
      0.05,
      conditions: SurveyConditions(population: 1000, responseRate: 0.7)
    )
    #expect(small.interviews == 278)
    #expect(small.invitations == 398)
  }

  @Test func `nobody is asked twice`() throws {
    let conditions = SurveyConditions(population: 12, designEffect: 3, responseRate: 0.4)
    let size = try SampleSize.forMargin(0.01, conditions: conditions)
    #expect(size.interviews == 12)
    #expect(size.invitations == 12)
  }

  @Test func `the margin of the size is the margin that was asked for`() throws {
    for margin in [0.01, 0.03, 0.1] {
      for population in [nil, 300, 20_000.0] {
        let conditions = SurveyConditions(population: population, designEffect: 1.4)
        let size = try SampleSize.forMargin(margin, rate: 0.8, conditions: conditions)
        let reached = try SampleSize.margin(of: size.interviews, rate: 0.8, conditions: conditions)
        #expect(reached <= margin * (1 + 1e-9))
        guard size.interviews > 1 else { continue }
        let fewer = try SampleSize.margin(
          of: size.interviews - 1,
          rate: 0.8,
          conditions: conditions
        )
        #expect(fewer > margin)
      }
    }
  }

  @Test func `Wilson's interval has the margin that was asked for`() throws {
    for rate in [0.5, 0.8, 0.97] {
      let size = try SampleSize.forMargin(0.04, rate: rate, rule: .wilson)
      let z = -NormalDistribution.quantile(0.025)
      let n = size.simple
      let half = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
      #expect(agrees(half, 0.04))
    }
  }

  @Test func `two groups need what R says`() throws {
    let cases = try PlanningReference.load()["power"].list
    #expect(cases.count == 18)
    for expected in cases {
      let size = try SampleSize.comparing(
        try #require(expected["p1"].number),
        with: try #require(expected["p2"].number),
        power: try #require(expected["power"].number)
      )
      #expect(agrees(size.simple, expected["n"].number))
    }
  }

  @Test(.enabled(if: Reference.isPresent))
  func `every size of the reference is met`() throws {
    var seen = 0
    for expected in try Reference.load("sample_size")["expected"].list {
      seen += 1
      switch expected["stat"].string {
      case "ss_wald": try checkMargin(expected)
      case "ss_two_prop_R_power_prop_test":
        let size = try SampleSize.comparing(
          try #require(expected["p1"].number),
          with: try #require(expected["p2"].number),
          power: try #require(expected["power"].number),
          alpha: try #require(expected["alpha"].number)
        )
        #expect(agrees(size.simple, expected["n_per_group"].number))
      case "ss_one_prop_one_sided":
        let size = try SampleSize.telling(
          try #require(expected["p0"].number),
          from: try #require(expected["p1"].number),
          power: try #require(expected["power"].number),
          alpha: try #require(expected["alpha"].number)
        )
        #expect(agrees(size.simple, expected["n"].number))
      case "ss_exact_binomial_first_n": try checkDecision(expected)
      default: seen -= 1
      }
    }
    #expect(seen == 133)
  }

  private func checkMargin(_ expected: JSON) throws {
    let population = try #require(expected["N"].number)
    let deff = try #require(expected["deff"].number)
    let size = try SampleSize.forMargin(
      try #require(expected["moe"].number),
      rate: try #require(expected["p"].number),
      conditions: SurveyConditions(
        population: population.isFinite ? population : nil,
        designEffect: deff
      )
    )
    #expect(agrees(size.simple * deff, expected["n0"].number))
    #expect(agrees(size.exact, expected["n_cochran"].number))
    #expect(size.interviews == expected["ceil"].int)
  }

  private func checkDecision(_ expected: JSON) throws {
    let plan = try TargetPlan(
      target: try #require(expected["target"].number),
      alpha: try #require(expected["alpha"].number)
    )
    let size = try plan.size(
      truth: try #require(expected["true_p"].number),
      power: try #require(expected["power"].number)
    )
    #expect(size.independent == expected["n_first"].int)
    #expect(size.decidingCount == expected["critical_x"].int)
  }

  @Test func `what makes no sense is a typed error`() {
    for bad in [0, 1, -0.1, .nan, .infinity] {
      #expect(throws: PlanningError.self) { try SampleSize.forMargin(bad) }
      #expect(throws: PlanningError.self) { try SampleSize.forMargin(0.1, rate: bad) }
      #expect(throws: PlanningError.self) { try SampleSize.forMargin(0.1, level: bad) }
      #expect(throws: PlanningError.self) { try SampleSize.telling(bad, from: 0.5) }
      #expect(throws: PlanningError.self) { try SampleSize.comparing(0.5, with: bad) }
    }
    #expect(throws: PlanningError.sameRates(0.5)) { try SampleSize.comparing(0.5, with: 0.5) }
    #expect(throws: PlanningError.tooMany(limit: SampleSize.limit)) {
      try SampleSize.forMargin(1e-9)
    }
    for bad in [0, -1, .nan, .infinity] {
      var conditions = SurveyConditions(population: bad)
      #expect(throws: PlanningError.self) {
        try SampleSize.forMargin(0.1, conditions: conditions)
      }
      conditions = SurveyConditions(designEffect: bad)
      #expect(throws: PlanningError.self) {
        try SampleSize.forMargin(0.1, conditions: conditions)
      }
      conditions = SurveyConditions(responseRate: bad)
      #expect(throws: PlanningError.self) {
        try SampleSize.forMargin(0.1, conditions: conditions)
      }
    }
    #expect(throws: PlanningError.self) {
      try SurveyConditions.designEffect(clusterSize: 0, intraclassCorrelation: 0.1)
    }
    #expect(throws: PlanningError.self) {
      try SurveyConditions.designEffect(clusterSize: 5, intraclassCorrelation: .nan)
    }
  }

  @Test func `the design effect of clusters and weights multiplies`() throws {
    let effect = try SurveyConditions.designEffect(
      clusterSize: 11,
      intraclassCorrelation: 0.05,
      weightVariation: 0.5
    )
    #expect(agrees(effect, 1.5 * 1.25))
  }
}
