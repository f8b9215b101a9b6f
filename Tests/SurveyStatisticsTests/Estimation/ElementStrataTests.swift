import Testing

@testable import SurveyStatistics

/// Samples in which each row is a unit: sums by stratum beside sums by row.
@Suite struct ElementStrataTests {
  @Test(arguments: 0..<120) func `variances by stratum are those by row`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let rows = 240
    let count = Int.random(in: 1...12, using: &random)
    // The last stratum has one row.
    let strata = (0..<rows).map {
      $0 == rows - 1 ? count : Int.random(in: 0..<count, using: &random)
    }
    var sizes = [Int](repeating: 0, count: count + 1)
    for stratum in strata { sizes[stratum] += 1 }
    let rule = [LonelyPSU.remove, .adjust, .average, .certainty][seed % 4]
    let isComplete = (0...count).map { _ in Int.random(in: 0..<4, using: &random) == 0 }
    let fpc = strata.map { Double(sizes[$0] * (isComplete[$0] ? 1 : 9)) }
    let design = try SampleDesign(
      rows: rows,
      weights: (0..<rows).map { _ in Double(Int.random(in: 0...5, using: &random)) / 2 },
      strata: [strata],
      fpc: seed.isMultiple(of: 3) ? [fpc] : [],
      lonelyPSU: rule,
      lonelyInDomains: seed.isMultiple(of: 5)
    )
    #expect(design.elementStrata?.count == sizes.count { $0 > 0 })
    let values = (0..<rows).map { _ in
      Int.random(in: 0..<5, using: &random) == 0 ? .nan : Double.random(in: 0...5, using: &random)
    }
    let groups = Int.random(in: 1...3, using: &random)
    let codes = (0..<rows).map { _ in Int.random(in: -1..<groups, using: &random) }
    let grouping = try Grouping(codes: codes, count: groups)
    let estimates = try design.means(of: values, by: grouping)
    for (group, estimate) in estimates.enumerated() {
      let own = (0..<rows).filter {
        codes[$0] == group && !values[$0].isNaN && design.weights[$0] > 0
      }
      let size = own.reduce(0) { $0 + design.weights[$1] }
      let mean = own.reduce(0) { $0 + design.weights[$1] * values[$1] } / size
      let parts = own.map { row in
        (design.unitOfRow[row], design.weights[row] * (values[row] - mean) / size)
      }
      .sorted { $0.0 < $1.0 }
      let expected = try VarianceSum.of(
        units: parts.map(\.0),
        totals: parts.map(\.1),
        in: design
      )
      let found = try #require(estimate)
      #expect(found.sampleSize == own.count)
      #expect(found.degreesOfFreedom == expected.degreesOfFreedom)
      #expect(found.isCensus == expected.isCensus)
      #expect(found.variance.isNaN == expected.variance.isNaN)
      if !expected.variance.isNaN {
        #expect((found.variance - expected.variance).magnitude <= 1e-12 * expected.variance)
      }
    }
  }

  @Test func `a single row in a stratum is refused as it is row by row`() throws {
    let design = try SampleDesign(rows: 8, strata: [[0, 0, 0, 0, 0, 0, 0, 1]])
    #expect(design.elementStrata != nil)
    #expect(throws: SampleDesignError.lonelyPSU(stratum: 1, stage: 1, row: 7)) {
      try design.means(of: [1, 2, 3, 4, 5, 6, 7, 8])
    }
    #expect(try design.mean(of: [1, 2, 3, 4, 5, 6, 7, .nan])?.value == 4)
  }

  @Test func `groups of which all agree have no error`() throws {
    let design = try SampleDesign(rows: 40, strata: [(0..<40).map { $0 / 20 }])
    let same = (0..<40).map { $0 < 20 ? 0.1 : 0.7 }
    let mean = try #require(try design.mean(of: same))
    #expect(mean.standardError == 0)
  }

  @Test func `weights that are adjusted later are not added up as they were`() throws {
    let rows = 240
    let codes = (0..<rows).map { UInt8($0 * $0 % 5) }
    let numbers = codes.map(Double.init)
    let table = (0..<256).map { $0 < 5 ? Double($0) : .nan }
    let cells = try Grouping(codes: (0..<rows).map { $0 % 7 % 3 }, count: 3)
    func design() throws -> SampleDesign {
      try SampleDesign(
        rows: rows,
        weights: (0..<rows).map { Double(1 + $0 % 11) },
        strata: [(0..<rows).map { $0 / 80 }]
      )
    }
    let asked = try design()
    _ = try asked.mean(of: numbers)
    _ = try asked.means(ofByte: codes, [table])
    let adjust: [(SampleDesign) throws -> SampleDesign] = [
      { try $0.trimmed(lower: 2, upper: 6) },
      { try $0.poststratified(by: cells, to: [1000, 2000, 3000]) },
    ]
    for adjust in adjust {
      let (late, fresh) = (try adjust(asked), try adjust(try design()))
      #expect(late.calibration == nil || late.elementStrata == nil)
      #expect(try late.mean(of: numbers) == fresh.mean(of: numbers))
      #expect(try late.means(ofByte: codes, [table]) == fresh.means(ofByte: codes, [table]))
      let byRow = try #require(try late.mean(of: numbers))
      let byByte = try #require(try late.means(ofByte: codes, [table])[0])
      #expect((byRow.standardError - byByte.standardError).magnitude < 1e-12)
    }
  }

  @Test func `rows that share units, and strata that are many, have none`() throws {
    let shared = try SampleDesign(rows: 8, clusters: [[0, 0, 1, 1, 2, 2, 3, 3]])
    #expect(shared.elementStrata == nil)
    let many = try SampleDesign(rows: 8, strata: [[0, 0, 1, 1, 2, 2, 3, 3]])
    #expect(many.elementStrata == nil)
  }
}
