import SurveyStatistics
import Testing

/// Strata that were sampled completely, and strata of one unit.
struct CertaintyTests {
  /// Stratum 0 has two units of two, stratum 1 one of one, stratum 2 two of ten.
  static func design(
    lonelyPSU: LonelyPSU = .fail,
    populations: [Double] = [2, 1, 10]
  ) throws -> SampleDesign {
    let strata = [0, 0, 1, 2, 2]
    return try SampleDesign(
      rows: 5,
      weights: [1, 1, 1, 5, 5],
      strata: [strata],
      fpc: [strata.map { populations[$0] }],
      lonelyPSU: lonelyPSU
    )
  }

  static let values = [3.0, 9, 4, 1, 6]

  static func all(_ design: SampleDesign) throws -> [ReplicateDesign] {
    var random = SplitMix(seed: 8)
    return [
      try design.jackknife(),
      try design.halfSamples(),
      try design.halfSamples(rho: 0.3),
      try design.bootstrap(replicates: 30, using: &random),
      try design.subbootstrap(replicates: 30, using: &random),
      try design.multistageBootstrap(replicates: 30, using: &random),
    ]
  }

  @Test func `complete strata contribute nothing`() throws {
    let complete = [true, true, true, false, false]
    for made in try Self.all(Self.design()) {
      let domain = try #require(try made.total(of: Self.values, in: complete))
      #expect(domain.standardError == 0)
      #expect(domain.isCensus)
      let rest = try #require(try made.total(of: Self.values, in: complete.map { !$0 }))
      let total = try #require(try made.total(of: Self.values))
      #expect(total.standardError > 0 && !total.isCensus)
      #expect(agrees(total.standardError, rest.standardError))
    }
  }

  @Test func `a complete sample has no sampling error`() throws {
    for made in try Self.all(Self.design(populations: [2, 1, 2])) {
      let mean = try #require(try made.mean(of: Self.values))
      #expect(mean.isCensus && mean.standardError == 0)
      let limits = ProportionInterval.mean.interval(for: mean)
      #expect(limits?.lower == mean.value && limits?.upper == mean.value)
    }
  }

  @Test func `a single unit fails by default and may be set aside`() throws {
    let error = ReplicateDesignError.design(.lonelyPSU(stratum: 1, stage: 1, row: 2))
    var random = SplitMix(seed: 8)
    let lonely = try Self.design(populations: [2, 5, 10])
    #expect(throws: error) { try lonely.jackknife() }
    #expect(throws: error) { try lonely.halfSamples() }
    #expect(throws: error) { try lonely.bootstrap(replicates: 9, using: &random) }
    #expect(throws: error) { try lonely.subbootstrap(replicates: 9, using: &random) }
    #expect(throws: error) { try lonely.multistageBootstrap(replicates: 9, using: &random) }
    for rule in [LonelyPSU.remove, .certainty] {
      let design = try Self.design(lonelyPSU: rule, populations: [2, 5, 10])
      let taylor = try design.total(of: Self.values)
      for made in try Self.all(design) {
        let total = try #require(try made.total(of: Self.values))
        #expect(total.standardError > 0 && !total.isCensus)
      }
      let jackknife = try design.jackknife().total(of: Self.values)
      #expect(agrees(jackknife?.standardError, taylor?.standardError))
    }
    let average = try Self.design(lonelyPSU: .average, populations: [2, 5, 10])
    let jackknife = try average.jackknife().total(of: Self.values)
    #expect(agrees(jackknife?.standardError, try average.total(of: Self.values)?.standardError))
    let refused = ReplicateDesignError.lonelyRule(.average, stratum: 1, row: 2)
    #expect(throws: refused) { try average.halfSamples() }
    #expect(throws: refused) { try average.bootstrap(replicates: 9, using: &random) }
  }

  @Test func `strata that are no pairs are named`() throws {
    let design = try SampleDesign(rows: 5, strata: [[4, 4, 7, 7, 7]])
    #expect(throws: ReplicateDesignError.unpairedStratum(stratum: 7, units: 3, row: 2)) {
      try design.halfSamples()
    }
    #expect(throws: ReplicateDesignError.stratifiedJackknife(strata: 2)) { try design.jk1() }
    #expect(throws: ReplicateDesignError.invalidRho(-0.1)) { try design.halfSamples(rho: -0.1) }
    #expect(throws: ReplicateDesignError.self) { try SampleDesign(rows: 1).jackknife() }
  }
}
