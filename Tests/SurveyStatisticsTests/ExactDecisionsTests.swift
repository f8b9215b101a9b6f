import SurveyStatistics
import Testing

/// Decisions, plans and standards that follow from exact distributions (`R/distributions.py`).
struct ExactDecisionsTests {
  private let exact: JSON

  init() throws { exact = try ShippedSurvey.results("distributions.json") }

  @Test func `bounds of small populations are the exact ones`() throws {
    let cases = exact["bounds"].list
    #expect(cases.count == 6)
    for want in cases {
      let counts = try ["x", "n", "population"].map { try #require(want[$0].int) }
      let found = FinitePopulationBounds(
        successes: counts[0],
        sampleSize: counts[1],
        population: counts[2]
      )
      let bounds = try #require(found)
      #expect(bounds.lowerCount() == want["lower"].int)
      #expect(bounds.upperCount() == want["upper"].int)
    }
  }

  @Test func `targets are decided at the exact counts and chances`() throws {
    let cases = exact["decisions"].list
    #expect(cases.count == 18)
    for want in cases {
      let (n, target) = (try #require(want["n"].int), try #require(want["target"].number))
      #expect(SimpleBinomial.smallestCountMet(of: n, target: target) == want["met"].int)
      #expect(SimpleBinomial.largestCountMissed(of: n, target: target) == want["missed"].int)
      let plan = try TargetPlan(target: target)
      #expect(plan.decidingCounts(of: n).met == want["met"].int)
      #expect(plan.decidingCounts(of: n).missed == want["missed"].int)
      for chance in want["chances"].list {
        let rate = try #require(chance["rate"].number)
        let simple = SimpleBinomial.chances(of: n, rate: rate, target: target)
        let planned = try plan.chances(of: n, truth: rate)
        for (met, missed) in [(simple.met, simple.missed), (planned.met, planned.missed)] {
          #expect(agrees(met, chance["met"].number))
          #expect(agrees(missed, chance["missed"].number))
        }
      }
    }
  }

  @Test func `lot quality plans have the exact risks`() throws {
    for want in exact["lots"].list {
      let table = try LotQuality.table(
        of: try #require(want["n"].int),
        upper: try #require(want["upper"].number),
        lower: try #require(want["lower"].number)
      )
      #expect(agree(table.map(\.riskOfRejecting), want["rejecting"].numbers))
      #expect(agree(table.map(\.riskOfAccepting), want["accepting"].numbers))
    }
  }

  @Test func `sample sizes for a margin are the exact ones`() throws {
    let cases = exact["sizes"].list
    #expect(cases.count == 36)
    for want in cases {
      let effect = try #require(want["effect"].number)
      let size = try SampleSize.forMargin(
        try #require(want["margin"].number),
        rate: try #require(want["p"].number),
        conditions: SurveyConditions(
          population: want["population"].number,
          designEffect: effect
        )
      )
      #expect(agrees(size.simple * effect, want["n0"].number))
      #expect(agrees(size.exact, want["n"].number))
    }
  }

  @Test func `sample sizes of a test of one rate are the exact ones`() throws {
    for want in exact["tests"].list {
      let size = try SampleSize.telling(
        try #require(want["p0"].number),
        from: try #require(want["p1"].number),
        power: try #require(want["power"].number)
      )
      #expect(agrees(size.simple, want["n"].number))
    }
  }

  @Test func `chances of selection are the exact ones, alone and in pairs`() throws {
    let cases = exact["draws"].list
    #expect(cases.count == 2)
    for want in cases {
      let chances = try InclusionProbabilities(
        sizes: want["sizes"].numbers,
        sample: try #require(want["n"].int)
      )
      #expect(agree(chances.values, want["pi"].numbers))
      let joint = SystematicPPS(chances.values).jointProbabilities()
      #expect(joint.count == want["systematic"].list.count)
      for (row, wanted) in zip(joint, want["systematic"].list) {
        #expect(agree(row, wanted.numbers))
      }
    }
  }

  @Test func `the presentation standard decides as it is written`() throws {
    let cases = exact["standard"].list
    #expect(cases.count == 15)
    for want in cases {
      let estimate = Estimate(
        value: try #require(want["p"].number),
        standardError: try #require(want["se"].number),
        degreesOfFreedom: try #require(want["df"].int),
        sampleSize: try #require(want["n"].int),
        weightedSize: 1
      )
      let interval = ProportionInterval.beta.interval(for: estimate)
      #expect(agrees(interval?.lower, want["ci"].numbers[0]))
      #expect(agrees(interval?.upper, want["ci"].numbers[1]))
      #expect(agrees(estimate.effectiveProportionSize, want["effective"].number))
      let decision = PresentationStandard.nchs2017.decision(for: estimate)
      #expect(Self.name(of: decision) == want["decision"].string, "\(estimate)")
    }
  }

  private static func name(of decision: PresentationStandard.Decision) -> String {
    switch decision {
    case .present: "present"
    case .footnote: "footnote"
    case .suppress(.smallSample): "size"
    case .suppress(.wideInterval): "width"
    case .suppress(.wideRelativeInterval): "relative"
    case .suppress(.noInterval): "interval"
    case .review(let reasons, let footnote):
      (reasons.map { $0 == .fewDegreesOfFreedom ? "df" : "events" }
        + (footnote ? ["footnote"] : [])).joined(separator: "+")
    }
  }
}
