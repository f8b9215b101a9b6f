import SurveyStatistics
import Testing

struct BinomialIntervalTests {
  @Test func `intervals, bounds and tests are those of R`() throws {
    let cases = try PlanningReference.load()["intervals"].list
    #expect(cases.count == 18)
    for expected in cases {
      let x = try #require(expected["x"].int)
      let n = try #require(expected["n"].int)
      let level = try #require(expected["level"].number)
      for rule in BinomialInterval.allCases {
        let interval = rule.interval(x, of: n, level: level)
        #expect(agrees(interval?.lower, expected["\(rule)_lower"].number), "\(rule) \(x)/\(n)")
        #expect(agrees(interval?.upper, expected["\(rule)_upper"].number), "\(rule) \(x)/\(n)")
        #expect(expected["\(rule)_lower"].exists)
      }
      let exact = BinomialInterval.clopperPearson
      let bounds = (
        exact.lowerBound(x, of: n, alpha: 1 - level), exact.upperBound(x, of: n, alpha: 1 - level)
      )
      #expect(agrees(bounds.0, expected["one_sided_lower"].number))
      #expect(agrees(bounds.1, expected["one_sided_upper"].number))
      let test = try #require(BinomialTest(x, of: n, share: 0.6))
      #expect(agrees(test.pValueGreater, expected["greater"].number))
      #expect(agrees(test.pValueLess, expected["less"].number))
      #expect(agrees(test.pValueTwoSided, expected["two_sided"].number))
    }
  }

  @Test(.enabled(if: Reference.isPresent))
  func `every interval of the reference is met`() throws {
    let keys: [BinomialInterval: String] = [
      .clopperPearson: "clopper_pearson", .wilson: "wilson", .wilsonCorrected: "wilson_cc",
      .agrestiCoull: "agresti_coull", .jeffreys: "jeffreys", .midP: "mid_p", .wald: "wald",
      .arcsine: "arcsine", .logit: "logit",
    ]
    let cases = try Reference.load("binomial_intervals")["expected"].list
    #expect(cases.count == 69)
    for expected in cases {
      let x = try #require(expected["x"].int)
      let n = try #require(expected["n"].int)
      let level = try #require(expected["level"].number)
      for (rule, key) in keys {
        let interval = rule.interval(x, of: n, level: level)
        #expect((interval != nil) == expected[key].exists, "\(key) \(x)/\(n)")
        guard let interval else { continue }
        #expect(agree([interval.lower, interval.upper], expected[key].numbers), "\(key) \(x)/\(n)")
      }
      let alpha = 1 - level
      let exact = BinomialInterval.clopperPearson
      let lower = exact.lowerBound(x, of: n, alpha: alpha)
      let upper = exact.upperBound(x, of: n, alpha: alpha)
      #expect(agrees(lower, expected["cp_one_sided_lower"].number))
      #expect(agrees(upper, expected["cp_one_sided_upper"].number))
      let test = try #require(BinomialTest(x, of: n, share: 0.8))
      #expect(agrees(test.pValueGreater, expected["p_greater_than_80"].number))
      #expect(agrees(test.pValueLess, expected["p_less_than_80"].number))
      #expect(agrees(test.pValueTwoSided, expected["p_two_sided_80"].number), "\(x)/\(n)")
    }
  }

  @Test(arguments: BinomialInterval.allCases)
  func `limits mirror when yes and no change places`(rule: BinomialInterval) {
    for (x, n) in [(0, 7), (3, 7), (7, 7), (40, 90), (999, 1000)] {
      let interval = rule.interval(x, of: n)
      let mirror = rule.interval(n - x, of: n)
      #expect((interval == nil) == (mirror == nil))
      guard let interval, let mirror else { continue }
      #expect(agrees(interval.lower, 1 - mirror.upper, relative: 1e-12))
    }
  }

  @Test func `the exact bounds agree with the exact tests`() throws {
    for (x, n) in [(3, 7), (40, 90), (999, 1000)] {
      let lower = try #require(BinomialInterval.clopperPearson.lowerBound(x, of: n, alpha: 0.05))
      #expect(agrees(Binomial(trials: n, probability: lower).atLeast(x), 0.05))
    }
  }

  @Test(arguments: BinomialInterval.allCases)
  func `what is no sample has no interval`(rule: BinomialInterval) {
    #expect(rule.interval(1, of: 0) == nil)
    #expect(rule.interval(-1, of: 3) == nil)
    #expect(rule.interval(4, of: 3) == nil)
    #expect(rule.interval(.max, of: .min) == nil)
    for level in [0, 1, -1, .nan, .infinity] {
      #expect(rule.interval(1, of: 3, level: level) == nil)
    }
    for alpha in [0, 0.5, 1, -1, .nan] {
      #expect(rule.lowerBound(1, of: 3, alpha: alpha) == nil)
      #expect(rule.upperBound(1, of: 3, alpha: alpha) == nil)
    }
    #expect(BinomialTest(1, of: 3, share: 1) == nil)
    #expect(BinomialTest(1, of: 3, share: .nan) == nil)
    #expect(BinomialTest(4, of: 3, share: 0.5) == nil)
  }
}
