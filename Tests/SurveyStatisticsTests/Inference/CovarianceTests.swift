import Testing

@testable import SurveyStatistics

/// The covariance of sums of influence values, against the variances of single figures.
struct CovarianceTests {
  /// All rules for lonely units, with a stratum of one unit and a completely sampled one.
  private func survey(
    _ rule: LonelyPSU,
    inDomains: Bool,
    finite: Bool,
    seed: UInt64
  ) throws -> (design: SampleDesign, values: [[Double]]) {
    var random = SplitMix(seed: seed)
    var (strata, psu, house, weights): ([Int], [Int], [Int], [Double]) = ([], [], [], [])
    var (first, second): ([Double], [Double]) = ([], [])
    var unit = 0
    for (stratum, units) in [1, 3, 4, 2].enumerated() {
      for _ in 0..<units {
        for home in 0..<Int.random(in: 1...3, using: &random) {
          for _ in 0..<Int.random(in: 1...3, using: &random) {
            strata.append(stratum)
            psu.append(unit)
            house.append(home)
            first.append(stratum == 3 ? 2 : Double(units) + 5)
            second.append(6)
            weights.append(Double.random(in: 1...3, using: &random))
          }
        }
        unit += 1
      }
    }
    let rows = strata.count
    let design = try SampleDesign(
      rows: rows,
      weights: weights,
      strata: [strata],
      clusters: finite ? [psu, house] : [psu],
      fpc: finite ? [first, second] : [],
      nest: true,
      lonelyPSU: rule,
      lonelyInDomains: inDomains
    )
    let values = (0..<3).map { _ in
      (0..<rows).map { _ in
        Double.random(in: 0..<1, using: &random) < 0.2
          ? Double.nan : Double.random(in: -2...5, using: &random)
      }
    }
    return (design, values)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `one column has the variance of a total under every rule`(seed: UInt64) throws {
    let rules: [LonelyPSU] = [.remove, .adjust, .average, .certainty]
    for rule in rules {
      for inDomains in [false, true] {
        let finite = seed.isMultiple(of: 2)
        var (design, values) = try survey(rule, inDomains: inDomains, finite: finite, seed: seed)
        if seed.isMultiple(of: 3) {
          // Adjusted weights; a domain leaves units without residual.
          let halves = try Grouping(codes: (0..<design.rows).map { $0 % 2 }, count: 2)
          design = try design.poststratified(by: halves, to: [120, 80])
        }
        let domain = seed.isMultiple(of: 5) ? design.rows / 2 : design.rows
        values = values.map { column in column.indices.map { $0 < domain ? column[$0] : .nan } }
        let influences = values.map { column in
          (0..<design.rows).map { column[$0] * design.weights[$0] }
        }
        let joint = try design.covariance(
          of: influences,
          analysed: [Bool](repeating: true, count: design.rows)
        )
        for (k, column) in values.enumerated() {
          let total = try #require(try design.total(of: column))
          let alone = try design.covariance(of: [influences[k]])
          #expect(agrees(alone.matrix[0][0], total.variance, relative: 1e-10))
          #expect(alone.matrix[0][0].isNaN == total.variance.isNaN)
          #expect(alone.degreesOfFreedom == total.degreesOfFreedom)
          #expect(alone.sampleSize == total.sampleSize)
          #expect(alone.isCensus == total.isCensus)
        }
        // Off the diagonal by V(a + b) = V(a) + V(b) + 2 cov(a, b), all over the same rows.
        let sums = (0..<design.rows).map { row in
          influences.prefix(2).reduce(0) { $0 + ($1[row].isNaN ? 0 : $1[row]) }
        }
        let both = try design.covariance(
          of: [sums],
          analysed: [Bool](repeating: true, count: design.rows)
        )
        let expected =
          joint.matrix[0][0] + joint.matrix[1][1] + 2 * joint.matrix[0][1]
        #expect(agrees(both.matrix[0][0], expected, relative: 1e-10))
        #expect(joint.matrix[0][1].isNaN || joint.matrix[0][1] == joint.matrix[1][0])
      }
    }
  }

  @Test func `totals that the weights were adjusted to have no variance`() throws {
    let (design, _) = try survey(.remove, inDomains: false, finite: true, seed: 4)
    let halves = try Grouping(codes: (0..<design.rows).map { $0 % 2 }, count: 2)
    let adjusted = try design.poststratified(by: halves, to: [120, 80])
    let even = (0..<design.rows).map { $0 % 2 == 0 ? adjusted.weights[$0] : 0 }
    let other = adjusted.weights.enumerated().map { Double($0 % 7) * $1 }
    let found = try adjusted.covariance(of: [even, other])
    #expect(found.matrix[0][0] == 0)
    #expect(found.matrix[0][1] == 0)
    #expect(found.matrix[1][1] > 0)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the average of nothing is no variance, be the totals known or not`(seed: UInt64) throws {
    for finite in [false, true] {
      let (plain, values) = try survey(.average, inDomains: false, finite: finite, seed: seed)
      let halves = try Grouping(codes: (0..<plain.rows).map { $0 % 2 }, count: 2)
      let adjusted = try plain.poststratified(by: halves, to: [120, 80])
      let even = (0..<plain.rows).map { $0 % 2 == 0 ? 1.0 : 0 }
      // A unit with one house has no stratum of two houses whose variance it could take.
      let last = adjusted.stages[adjusted.stages.count - 1]
      let isUndefined = finite && last.strata.contains { $0.sampled == 1 }
      let known = try adjusted.covariance(of: [zip(even, adjusted.weights).map { $0 * $1 }])
      let total = try #require(try adjusted.total(of: even))
      #expect(known.matrix[0][0].isNaN == isUndefined)
      #expect(total.standardError.isNaN == isUndefined)
      #expect(isUndefined || (known.matrix[0][0] == 0 && total.standardError == 0))
      let other = try #require(try adjusted.mean(of: values[0]))
      #expect(other.standardError.isNaN == isUndefined)
      #expect(try plain.mean(of: even)?.standardError.isNaN == isUndefined)
    }
  }

  @Test func `a lonely unit fails by default`() throws {
    let (design, values) = try survey(.fail, inDomains: false, finite: false, seed: 1)
    #expect(throws: SampleDesignError.self) { try design.covariance(of: values) }
  }

  @Test func `units are counted over analysed rows`() throws {
    let design = try SampleDesign(
      rows: 6,
      strata: [[0, 0, 0, 1, 1, 1]],
      clusters: [[0, 1, 2, 3, 4, 4]]
    )
    let z: [Double] = [1, -1, .nan, .nan, 2, 3]
    let found = try design.covariance(of: [z])
    #expect((found.primaryUnits, found.primaryStrata, found.sampleSize) == (3, 2, 4))
    let fewer = try design.covariance(of: [z], analysed: [true, true, false, false, false, false])
    #expect((fewer.primaryUnits, fewer.primaryStrata, fewer.sampleSize) == (2, 1, 2))
    // Values of rows that are not analysed do not count: 3/2 (1 + 1 + 0).
    #expect(agrees(fewer.matrix[0][0], 3))
    #expect(try design.covariance(of: []).matrix.isEmpty)
  }

  @Test func `columns of another length are refused`() throws {
    let design = try SampleDesign(rows: 2)
    #expect(throws: SampleDesignError.unequalColumns(.values, rows: 1, expected: 2)) {
      try design.covariance(of: [[1]])
    }
    #expect(throws: SampleDesignError.unequalColumns(.groups, rows: 3, expected: 2)) {
      try design.covariance(of: [[1, 2]], analysed: [true, true, true])
    }
  }
}
