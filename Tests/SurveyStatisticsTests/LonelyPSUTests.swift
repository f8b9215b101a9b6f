import Testing

@testable import SurveyStatistics

/// Two strata with two units each, and a third with one.
struct LonelyPSUTests {
  private let strata = [0, 0, 1, 1, 2]
  private let values: [Double] = [1, 3, 10, 14, 20]

  private func total(
    _ rule: LonelyPSU,
    in domain: [Bool]? = nil,
    inDomains: Bool = false
  ) throws -> Estimate? {
    let design = try SampleDesign(
      rows: 5,
      strata: [strata],
      lonelyPSU: rule,
      lonelyInDomains: inDomains
    )
    return try design.total(of: values, in: domain)
  }

  @Test func `a lonely PSU fails by default`() {
    #expect(throws: SampleDesignError.lonelyPSU(stratum: 2, stage: 1, row: 4)) {
      try total(.fail)
    }
  }

  @Test func `a domain that does not reach the stratum has a variance`() throws {
    let domain = [true, true, true, true, false]
    #expect(agrees(try total(.fail, in: domain)?.variance, 20))
  }

  @Test(arguments: [LonelyPSU.fail, .remove, .certainty, .average, .adjust])
  func `the rule is the same for a variance, a covariance and a change`(rule: LonelyPSU) throws {
    for inDomains in [false, true] {
      let design = try SampleDesign(
        rows: 7,
        strata: [[0, 0, 0, 1, 1, 2, 2]],
        clusters: [[0, 1, 1, 2, 3, 4, 4]],
        lonelyPSU: rule,
        lonelyInDomains: inDomains
      )
      let values: [Double] = [1, 3, 4, 10, 14, 20, 22]
      // Of the first stratum one unit only, of the second both.
      let domain = [true, false, false, true, true, rule != .fail, rule != .fail]
      let groups = Grouping(domain: domain)
      let variance = try #require(try design.means(of: values, by: groups)[0]).variance
      let statistics = try design.linearisedMeans(of: values, by: groups)
      let series = try WaveSeries([WaveSample(design: design)])
      let covariance = try series.covariances(of: [statistics])[0][0]
      #expect(agrees(covariance, variance, relative: 1e-12), "\(rule) \(inDomains)")
      let influence = zip(domain, statistics.influence).map { $0 ? $1 : .nan }
      let both = try design.covariance(of: [influence, influence.map { 2 * $0 }])
      #expect(agrees(both.matrix[0][0], variance, relative: 1e-12), "\(rule) \(inDomains)")
      #expect(agrees(both.matrix[1][0], 2 * variance, relative: 1e-12), "\(rule) \(inDomains)")
    }
  }

  // Each stratum adds n/(n-1) Σ(t - t̄)² = 2·2 and 2·8, together 20.
  @Test func `removed and certain strata add nothing`() throws {
    for rule in [LonelyPSU.remove, .certainty] {
      let variance = try #require(try total(rule)).variance
      #expect(agrees(variance, 20))
    }
  }

  @Test func `average lets the stratum add as much as the others`() throws {
    let variance = try #require(try total(.average)).variance
    #expect(agrees(variance, 30))
  }

  @Test func `adjust compares with the mean of all units`() throws {
    // The mean of all totals is 48/5 = 9.6; (20 - 9.6)² = 108.16.
    let variance = try #require(try total(.adjust)).variance
    #expect(agrees(variance, 128.16))
  }

  @Test func `a stratum may be lonely in a domain only`() throws {
    let domain = [true, false, true, true, false]
    // Stratum 0 holds totals 1 and 0: by default 2·(0.25 + 0.25) = 1.
    let usual = try #require(try total(.average, in: domain)).variance
    #expect(agrees(usual, 17))
    let averaged = try #require(try total(.average, in: domain, inDomains: true)).variance
    #expect(agrees(averaged, 32))
    // Around 25/4 = 6.25: 2·(5.25² + 6.25²) = 133.25.
    let adjusted = try #require(try total(.adjust, in: domain, inDomains: true)).variance
    #expect(agrees(adjusted, 149.25))
  }

  @Test func `average of nothing is not a number and decides nothing`() throws {
    let design = try SampleDesign(
      rows: 4,
      strata: [[0, 0, 1, 1]],
      clusters: [[0, 0, 1, 1]],
      lonelyPSU: .average
    )
    let share = try #require(try design.proportion(of: [1, 0, 1, 1]))
    #expect(share.value == 0.75)
    #expect(share.standardError.isNaN)
    for method in ProportionInterval.allCases {
      #expect(method.interval(for: share) == nil)
      #expect(method.pValueMet(for: share, target: 0.5) == nil)
    }
    #expect(share.decision(target: 0.5).outcome == .undecided)
  }

  @Test func `a stratum taken completely is not lonely`() throws {
    let design = try SampleDesign(
      rows: 5,
      strata: [strata],
      fpc: [[4, 4, 4, 4, 1]]
    )
    // Half of the units are unsampled in the other strata.
    let variance = try #require(try design.total(of: values.map { $0 / 2 })).variance
    #expect(agrees(variance, 20 * 0.5))
  }

  @Test(.enabled(if: Reference.isPresent))
  func `the total of the reference follows the later rule of R`() throws {
    let golden = try GoldenCase("lonely_adjust")
    let total = try #require(try golden.design.total(of: golden.table.numbers("x")))
    #expect((total.standardError - 421).magnitude < 0.5)
  }
}
