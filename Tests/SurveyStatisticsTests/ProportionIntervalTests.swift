import SurveyStatistics
import Testing

struct ProportionIntervalTests {
  private func share(_ count: Int, of size: Int) -> Estimate {
    let p = Double(count) / Double(size)
    return Estimate(
      value: p,
      standardError: (p * (1 - p) / Double(size)).squareRoot(),
      degreesOfFreedom: size - 1,
      sampleSize: size,
      weightedSize: Double(size)
    )
  }

  @Test func `beta is Clopper-Pearson for a simple sample`() throws {
    // 81 of 100: 0.7193 to 0.8816 in the tables.
    let interval = try #require(ProportionInterval.beta.interval(for: share(81, of: 100)))
    let exact = try #require(SimpleBinomial.clopperPearson(81, of: 100))
    #expect(agrees(interval.lower, exact.lower, relative: 1e-12))
    #expect(agrees(interval.upper, exact.upper, relative: 1e-12))
    #expect((interval.lower - 0.7193).magnitude < 5e-5)
    #expect((interval.upper - 0.8816).magnitude < 5e-5)
  }

  @Test func `everybody in a sample is not certainty`() throws {
    let all = share(5, of: 5)
    for method in [ProportionInterval.beta, .wilson, .likelihood] {
      let interval = try #require(method.interval(for: all))
      #expect(interval.upper == 1)
      #expect(interval.lower < 0.7, "\(method)")
    }
    #expect(ProportionInterval.xlogit.interval(for: all) == nil)
    #expect(ProportionInterval.asin.interval(for: all) == nil)
    let beta = try #require(ProportionInterval.beta.interval(for: all))
    #expect(agrees(beta.lower, 0.478176, relative: 1e-5))
    let none = try #require(ProportionInterval.beta.interval(for: share(0, of: 5)))
    #expect(none.lower == 0)
    #expect(agrees(none.upper, 1 - beta.lower, relative: 1e-12))
  }

  @Test func `zero variance between the ends is not certainty either`() throws {
    // Two strata, one unanimous for and one against.
    let design = try SampleDesign(rows: 20, strata: [(0..<20).map { $0 / 10 }])
    let answers = (0..<20).map { $0 < 10 ? 1.0 : 0.0 }
    let share = try #require(try design.proportion(of: answers))
    #expect(share.standardError == 0)
    let interval = try #require(ProportionInterval.beta.interval(for: share))
    #expect(interval.width > 0.4)
  }

  @Test func `a census is a point`() throws {
    let design = try SampleDesign(rows: 4, fpc: [[4, 4, 4, 4]])
    let share = try #require(try design.proportion(of: [1, 1, 1, 0]))
    #expect(share.isCensus)
    for method in ProportionInterval.allCases {
      let interval = try #require(method.interval(for: share))
      #expect(interval.lower == 0.75)
      #expect(interval.upper == 0.75)
    }
    let all = try #require(try design.proportion(of: [1, 1, 1, 1]))
    #expect(ProportionInterval.beta.interval(for: all)?.width == 0)
  }

  @Test func `a second stage that was sampled is not a census`() throws {
    let design = try SampleDesign(
      rows: 4,
      clusters: [[0, 0, 1, 1], [0, 1, 0, 1]],
      fpc: [[2, 2, 2, 2], [2, 2, 5, 5]]
    )
    let whole = try #require(try design.proportion(of: [1, 1, 1, 1]))
    #expect(!whole.isCensus)
    let first = try #require(
      try design.proportion(of: [1, 0, 1, 1], in: [true, true, false, false])
    )
    #expect(first.isCensus)
  }

  @Test func `angles stay within a right angle`() throws {
    let estimate = Estimate(
      value: 14.0 / 15,
      standardError: 0.0666,
      degreesOfFreedom: 2,
      sampleSize: 15,
      weightedSize: 15
    )
    let interval = try #require(ProportionInterval.asin.interval(for: estimate))
    #expect(interval.upper == 1)
    #expect(interval.lower < estimate.value)
  }

  @Test(arguments: ProportionInterval.allCases)
  func `one-sided bounds are the ends of a wider level`(method: ProportionInterval) throws {
    let estimate = share(41, of: 50)
    let interval = try #require(method.interval(for: estimate, level: 0.9))
    #expect(agrees(method.lowerBound(for: estimate, alpha: 0.05), interval.lower))
    #expect(agrees(method.upperBound(for: estimate, alpha: 0.05), interval.upper))
  }

  @Test(arguments: ProportionInterval.allCases)
  func `without degrees of freedom there is no interval`(method: ProportionInterval) {
    let estimate = Estimate(
      value: 0.5,
      standardError: 0.1,
      degreesOfFreedom: 0,
      sampleSize: 10,
      weightedSize: 10
    )
    #expect(method.interval(for: estimate) == nil)
    #expect(method.pValueMet(for: estimate, target: 0.4) == nil)
    #expect(method.interval(for: share(4, of: 9), level: 1) == nil)
    #expect(method.interval(for: share(4, of: 9), level: .nan) == nil)
  }

  @Test(arguments: ProportionInterval.allCases, [0.01, 0.05, 0.2])
  func `p values invert the bounds`(method: ProportionInterval, alpha: Double) throws {
    let clustered = Estimate(
      value: 0.83,
      standardError: 0.04,
      degreesOfFreedom: 17,
      sampleSize: 240,
      weightedSize: 900
    )
    for estimate in [clustered, share(41, of: 50)] {
      let lower = try #require(method.lowerBound(for: estimate, alpha: alpha))
      let upper = try #require(method.upperBound(for: estimate, alpha: alpha))
      let met = try #require(method.pValueMet(for: estimate, target: lower))
      let missed = try #require(method.pValueMissed(for: estimate, target: upper))
      #expect(agrees(met, alpha, relative: 1e-8), "\(met)")
      #expect(agrees(missed, alpha, relative: 1e-8), "\(missed)")
    }
  }

  @Test(arguments: ProportionInterval.allCases)
  func `targets at and beyond the ends have plain answers`(method: ProportionInterval) {
    let estimate = share(41, of: 50)
    if method != .mean, method != .asin {
      #expect(method.pValueMet(for: estimate, target: 0) == 0)
      #expect(method.pValueMet(for: estimate, target: 1) == 1)
      #expect(method.pValueMissed(for: estimate, target: 1) == 0)
      #expect(method.pValueMissed(for: estimate, target: 0) == 1)
    }
    #expect(method.pValueMet(for: estimate, target: .nan) == nil)
  }
}
