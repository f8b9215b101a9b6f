import SurveyStatistics
import Testing

struct TargetPlanTests {
  @Test func `the first size that decides is that of R, tried one by one`() throws {
    let cases = try PlanningReference.load()["decide"].list
    #expect(cases.count == 6)
    for expected in cases {
      let plan = try TargetPlan(target: try #require(expected["target"].number))
      let size = try plan.size(
        truth: try #require(expected["truth"].number),
        power: try #require(expected["power"].number)
      )
      #expect(size.independent == expected["n"].int)
      #expect(size.lasting >= size.independent)
    }
  }

  @Test(.enabled(if: Reference.isPresent))
  func `deciding counts and chances of the reference are met`() throws {
    var seen = 0
    for expected in try Reference.load("lqas_and_power")["expected"].list {
      guard let n = expected["n"].int, let target = expected["target"].number else { continue }
      seen += 1
      let plan = try TargetPlan(
        target: target,
        alpha: 1 - (expected["one_sided_conf"].number ?? 0.95)
      )
      if expected["stat"].string == "decision_table" {
        #expect(plan.decidingCounts(of: n).met == expected["min_x_met"].int)
        #expect(plan.decidingCounts(of: n).missed == expected["max_x_missed"].int)
      } else {
        let chances = try plan.chances(of: n, truth: try #require(expected["true_p"].number))
        #expect(agrees(chances.met, expected["met"].number))
        #expect(agrees(chances.missed, expected["missed"].number))
        #expect(agrees(chances.undecided, expected["undecided"].number))
      }
    }
    #expect(seen == 58)
  }

  @Test(arguments: TargetPlan.Rule.allCases, [0.3, 0.5, 0.8, 0.96])
  func `deciding counts are those of the bounds`(rule: TargetPlan.Rule, target: Double) throws {
    let plan = try TargetPlan(target: target, rule: rule)
    let interval: BinomialInterval = rule == .exact ? .clopperPearson : .wilson
    for n in [1, 5, 14, 37, 100, 333] {
      let met = (0...n).first { (interval.lowerBound($0, of: n) ?? 0) >= target }
      let missed = (0...n).last { (interval.upperBound($0, of: n) ?? 1) < target }
      #expect(plan.decidingCounts(of: n).met == met, "\(n)")
      #expect(plan.decidingCounts(of: n).missed == missed, "\(n)")
    }
  }

  @Test(arguments: TargetPlan.Rule.allCases, [0.3, 0.5, 0.8, 0.96])
  func `below the floor nothing can be proved`(rule: TargetPlan.Rule, target: Double) throws {
    let plan = try TargetPlan(target: target, rule: rule)
    let (met, missed) = (plan.floorForMet, plan.floorForMissed)
    #expect(plan.decidingCounts(of: met).met == met)
    if met > 1 { #expect(plan.decidingCounts(of: met - 1).met == nil) }
    #expect(plan.decidingCounts(of: missed).missed == 0)
    if missed > 1 { #expect(plan.decidingCounts(of: missed - 1).missed == nil) }
    if rule == .exact, target == 0.8 { #expect(met == 14) }
  }

  @Test(arguments: TargetPlan.Rule.allCases)
  func `the chance lasts from the lasting size on`(rule: TargetPlan.Rule) throws {
    for truth in [0.9, 0.7] {
      let plan = try TargetPlan(target: 0.8, rule: rule)
      let size = try plan.size(truth: truth)
      func chance(_ n: Int) throws -> Double {
        let chances = try plan.chances(of: n, truth: truth)
        return truth > 0.8 ? chances.met : chances.missed
      }
      #expect(try chance(size.independent) >= 0.8)
      #expect(try (1..<size.independent).allSatisfy { try chance($0) < 0.8 })
      #expect(try chance(size.lasting - 1) < 0.8)
      #expect(try (size.lasting..<size.lasting + 300).allSatisfy { try chance($0) >= 0.8 })
      #expect(size.isMet == (truth > 0.8))
      #expect(
        agrees(try chance(size.independent), size.isMet ? size.chances.met : size.chances.missed)
      )
    }
  }

  @Test func `rare answers do not hide small sizes`() throws {
    // All 2995 yes happen with probability 0.74 and prove 99.9 percent.
    let plan = try TargetPlan(target: 0.999)
    #expect(try plan.size(truth: 0.9999, power: 0.7).independent == 2995)
  }

  @Test func `design effect, clusters and response rate inflate the sample`() throws {
    let plan = try TargetPlan(target: 0.8)
    let conditions = SurveyConditions(designEffect: 1.5, responseRate: 0.5)
    let plain = try plan.size(truth: 0.85, conditions: conditions)
    #expect(plain.independent == 365)
    #expect(plain.size.interviews == 548)
    #expect(plain.size.invitations == 1096)
    let clustered = try plan.size(truth: 0.85, conditions: conditions, clusterSize: 20)
    #expect(clustered.size.interviews > plain.size.interviews)
    // With its degrees of freedom the Korn-Graubard bound decides like 365 independent people.
    let n = Double(clustered.size.interviews)
    let ratio =
      StudentT(degreesOfFreedom: n - 1).quantile(0.05)
      / StudentT(degreesOfFreedom: n / 20 - 1).quantile(0.05)
    #expect(n / 1.5 * ratio * ratio >= 365)
    #expect((n - 1) / 1.5 * ratio * ratio < 365)
  }

  @Test func `what makes no sense is a typed error`() throws {
    for bad in [0, 1, -1, .nan, .infinity] {
      #expect(throws: PlanningError.self) { try TargetPlan(target: bad) }
      #expect(throws: PlanningError.self) { try TargetPlan(target: 0.8, alpha: bad) }
      #expect(throws: PlanningError.self) { try TargetPlan(target: 0.8).size(truth: bad) }
      #expect(throws: PlanningError.self) {
        try TargetPlan(target: 0.8).size(truth: 0.9, power: bad)
      }
    }
    let plan = try TargetPlan(target: 0.8)
    #expect(throws: PlanningError.sameRates(0.8)) { try plan.size(truth: 0.8) }
    #expect(throws: PlanningError.tooMany(limit: TargetPlan.limit)) {
      try plan.size(truth: 0.8001)
    }
    #expect(throws: PlanningError.invalidSampleSize(0)) { try plan.chances(of: 0, truth: 0.8) }
    #expect(throws: PlanningError.self) { try plan.chances(of: 10, truth: 1.5) }
    #expect(throws: PlanningError.self) { try plan.size(truth: 0.9, clusterSize: 0) }
  }
}
