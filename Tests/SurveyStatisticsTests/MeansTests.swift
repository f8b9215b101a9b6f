import SurveyStatistics
import Testing

struct MeansTests {
  @Test func `a simple random sample has the variance of the textbook`() throws {
    // s² = 2.5, V = s²/n = 0.5.
    let design = try SampleDesign(rows: 5)
    let mean = try #require(try design.mean(of: [1, 2, 3, 4, 5]))
    #expect(mean.value == 3)
    #expect(agrees(mean.variance, 0.5, relative: 1e-15))
    #expect(mean.degreesOfFreedom == 4)
    #expect(mean.designEffect == .infinity)
    #expect(agrees(mean.designEffectWithReplacement, 1))
    #expect(mean.effectiveSampleSize.map { agrees($0, 5) } ?? false)
  }

  @Test func `a population correction multiplies the variance by what was not sampled`() throws {
    let design = try SampleDesign(rows: 5, fpc: [[20, 20, 20, 20, 20]])
    let mean = try #require(try design.mean(of: [1, 2, 3, 4, 5]))
    #expect(agrees(mean.variance, 0.5 * 0.75))
    #expect(agrees(mean.designEffect, 1))
    #expect(mean.weightedSize == 20)
    #expect(!mean.isCensus)
  }

  @Test func `sums over primary units are those done by hand`() throws {
    // Clusters of one stratum: {1, 0}, {1}, {0, 0, 1}, weights 1; p = 3/6.
    // t = (0, 1/12, -1/12)·…: sums of (y - 1/2)/6 are 0, 1/12 and -1/12.
    let design = try SampleDesign(rows: 6, clusters: [[0, 0, 1, 2, 2, 2]])
    let share = try #require(try design.proportion(of: [1, 0, 1, 0, 0, 1]))
    #expect(share.value == 0.5)
    #expect(agrees(share.variance, 1.5 * 2 / 144))
    #expect(share.degreesOfFreedom == 2)
    #expect(share.sampleSize == 6)
  }

  @Test func `two stages add the variance within units`() throws {
    // 2 of 4 units; within each, 2 of 4 rows. Weights 2·2 = 4, totals of wy: 12 and 28.
    // V1 = (1/2)·2·((12-20)² + (28-20)²) = 128.
    // V2 = (2/4)·[(1/2)·2·(4² + 4²)/… ]: within {4, 8}: mean 6, 2²+2² = 8, times ½·2 = 8;
    // within {12, 16}: 8 as well; together (1/2)·16 = 8.
    let design = try SampleDesign(
      rows: 4,
      clusters: [[0, 0, 1, 1], [0, 1, 0, 1]],
      fpc: [[4, 4, 4, 4], [4, 4, 4, 4]]
    )
    let total = try #require(try design.total(of: [1, 2, 3, 4]))
    #expect(total.value == 40)
    #expect(agrees(total.variance, 128 + 8))
    #expect(total.degreesOfFreedom == 1)
  }

  @Test func `without population sizes only the first stage counts`() throws {
    let clusters = [[0, 0, 1, 1], [0, 1, 0, 1]]
    let deep = try SampleDesign(rows: 4, clusters: clusters)
    let flat = try SampleDesign(rows: 4, clusters: [clusters[0]])
    #expect(try deep.mean(of: [1, 2, 3, 5]) == flat.mean(of: [1, 2, 3, 5]))
  }

  @Test func `a domain is not a filter`() throws {
    // Published example of the trap: the same rows, with and without their sampled PSUs.
    let strata = [0, 0, 0, 0, 1, 1, 1, 1]
    let clusters = [0, 0, 1, 2, 3, 3, 4, 5]
    let values: [Double] = [4, 6, 5, 9, 8, 2, 7, 1]
    let domain = [true, true, true, false, true, true, true, false]
    let whole = try SampleDesign(rows: 8, strata: [strata], clusters: [clusters])
    let right = try #require(try whole.total(of: values, in: domain))
    let rows = domain.indices.filter { domain[$0] }
    let filtered = try SampleDesign(
      rows: rows.count,
      strata: [rows.map { strata[$0] }],
      clusters: [rows.map { clusters[$0] }]
    )
    let wrong = try #require(try filtered.total(of: rows.map { values[$0] }))
    #expect(right.value == wrong.value)
    // Stratum 0: totals 10, 5, 0; stratum 1: 10, 7, 0.
    #expect(agrees(right.variance, 1.5 * (50 + 78.0 / 3 * 2 + 2.0 / 3)))
    #expect(right.standardError > 2 * wrong.standardError)
    #expect(right.degreesOfFreedom == wrong.degreesOfFreedom)
  }

  @Test func `missing values and weights of zero are outside the domain`() throws {
    let design = try SampleDesign(rows: 5, weights: [1, 1, 1, 1, 0])
    let mean = try #require(try design.mean(of: [1, .nan, 3, 2, 100]))
    #expect(mean.value == 2)
    #expect(mean.sampleSize == 3)
    #expect(mean.degreesOfFreedom == 2)
    #expect(design.degreesOfFreedom == 3)
    // n stays 5 in the variance: (5/4)·Σ(z - z̄)² with z = -1/3, 1/3, 0, 0, 0.
    #expect(agrees(mean.variance, 1.25 * 2 / 9))
  }

  @Test func `empty groups have no estimate`() throws {
    let design = try SampleDesign(rows: 3)
    let groups = try Grouping(codes: [0, 2, 2], count: 4)
    let means = try design.means(of: [.nan, 1, 2], by: groups)
    #expect(means.map { $0 == nil } == [true, true, false, true])
  }

  @Test func `a proportion takes zeros and ones only`() throws {
    let design = try SampleDesign(rows: 2)
    #expect(throws: SampleDesignError.notZeroOrOne(2, row: 1)) {
      try design.proportion(of: [0, 2])
    }
    #expect(throws: SampleDesignError.unequalColumns(.values, rows: 1, expected: 2)) {
      try design.mean(of: [0])
    }
    #expect(throws: SampleDesignError.unequalColumns(.groups, rows: 1, expected: 2)) {
      try design.mean(of: [0, 1], in: [true])
    }
  }

  @Test func `groups can be crossed`() throws {
    let first = try Grouping(codes: [0, 1, -1, 1], count: 2)
    let second = try Grouping(codes: [2, 0, 1, -1], count: 3)
    let crossed = try first.crossed(with: second)
    #expect(Array(crossed.codes) == [2, 3, -1, -1])
    #expect(crossed.count == 6)
    #expect(throws: SampleDesignError.self) {
      try first.crossed(with: Grouping(domain: [true]))
    }
  }

  @Test func `large offsets do not cost digits`() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 7, 11, 13]
    let design = try SampleDesign(rows: 8, clusters: [[0, 0, 1, 1, 2, 2, 3, 3]])
    let near = try #require(try design.mean(of: values))
    let far = try #require(try design.mean(of: values.map { $0 + 1e8 }))
    #expect(agrees(far.standardError, near.standardError))
    #expect(agrees(far.designEffectWithReplacement, near.designEffectWithReplacement))
  }
}
