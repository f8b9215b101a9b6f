import Foundation
import SurveyStatistics
import Testing

/// Every Taylor case of the reference (R survey 4.1-1, verified independently).
@Suite(.enabled(if: Reference.isPresent))
struct GoldenEstimateTests {
  static let names = Reference.names(where: GoldenCase.isSupported)

  @Test(arguments: names)
  func `means, totals, shares and ratios are those of R survey`(name: String) throws {
    try checkEstimates(GoldenCase(name))
  }

  /// Compares everything the case holds with what its design gives, with or without totals.
  func checkEstimates(_ golden: GoldenCase, totals: Bool = true) throws {
    for expected in golden.content["expected"].list {
      switch expected["stat"].string {
      case "design": try checkDesign(golden, expected)
      case "mean_total": try checkMeanAndTotal(golden, expected, totals: totals)
      case "prop": try checkProportion(golden, expected)
      case "ratio": try checkRatio(golden, expected)
      case "domain_right": try checkDomain(golden, expected)
      default: break
      }
    }
  }

  private func checkDesign(_ golden: GoldenCase, _ expected: JSON) throws {
    #expect(golden.design.degreesOfFreedom == expected["df"].int)
    #expect(golden.design.primaryUnits == expected["n_psu"].int)
    #expect(golden.design.primaryStrata == expected["n_strata"].int)
    let sum = golden.design.sumOfWeights
    #expect(agrees(sum, expected["sum_weights"].number, relative: golden.tolerance))
  }

  private func checkMeanAndTotal(
    _ golden: GoldenCase,
    _ expected: JSON,
    totals: Bool
  ) throws {
    let values = golden.table.numbers(expected["var"].string ?? "")
    let domain = golden.domain(expected)
    let mean = try #require(try golden.design.mean(of: values, in: domain))
    let total = try #require(try golden.design.total(of: values, in: domain))
    for (kind, estimate) in totals ? [("mean", mean), ("total", total)] : [("mean", mean)] {
      check(golden, estimate.value, expected[kind], "\(kind)")
      check(golden, estimate.standardError, expected["\(kind)_se"], "\(kind) se")
      check(golden, estimate.designEffect, expected["\(kind)_deff"], "\(kind) deff")
      let replaced = expected["\(kind)_deff_replace"]
      check(golden, estimate.designEffectWithReplacement, replaced, "\(kind) deff")
      #expect(estimate.degreesOfFreedom == expected["df"].int)
      #expect(estimate.sampleSize == expected["n"].int)
      let ends = expected["\(kind)_ci95_t"].list
      let interval = ProportionInterval.mean.interval(for: estimate)
      guard ends.count == 2, estimate.degreesOfFreedom > 0 else { continue }
      check(golden, interval?.lower, ends[0], "\(kind) lower")
      check(golden, interval?.upper, ends[1], "\(kind) upper")
    }
  }

  private func checkProportion(_ golden: GoldenCase, _ expected: JSON) throws {
    let values = golden.indicator(expected["indicator"])
    let domain = golden.domain(expected)
    if expected["error"].exists {
      #expect(throws: SampleDesignError.self) {
        try golden.design.proportion(of: values, in: domain)
      }
      return
    }
    let found = try golden.design.proportion(of: values, in: domain)
    if expected["empty"].flag {
      #expect(found == nil)
      return
    }
    let estimate = try #require(found)
    check(golden, estimate.value, expected["estimate"], "share")
    check(golden, estimate.standardError, expected["se"], "share se")
    check(golden, estimate.designEffect, expected["deff"], "share deff")
    check(golden, estimate.designEffectWithReplacement, expected["deff_replace"], "share deff")
    #expect(estimate.degreesOfFreedom == expected["df"].int)
    #expect(estimate.sampleSize == expected["n"].int)
    for (key, level) in [("ci90", 0.90), ("ci95", 0.95), ("ci99", 0.99)] {
      checkIntervals(golden, estimate, expected[key], level, expected["degenerate"].flag)
    }
  }

  private func checkIntervals(
    _ golden: GoldenCase,
    _ estimate: Estimate,
    _ intervals: JSON,
    _ level: Double,
    _ isDegenerate: Bool
  ) {
    for method in ProportionInterval.allCases {
      let key =
        switch method {
        case .beta: "beta_nchs"
        case .likelihood: "likelihood_exact"
        default: method.rawValue
        }
      let ends = intervals[key].list
      guard ends.count == 2, let low = ends[0].number, let high = ends[1].number else { continue }
      guard !isDegenerate || method == .beta else { continue }
      if method == .asin {
        checkArcsine(golden, estimate, level, low, high)
        continue
      }
      let interval = method.interval(for: estimate, level: level)
      let relative = method == .likelihood ? max(1e-8, golden.tolerance) : golden.tolerance
      #expect(agrees(interval?.lower, low, relative: relative), "\(method) \(level) lower")
      #expect(agrees(interval?.upper, high, relative: relative), "\(method) \(level) upper")
    }
  }

  /// R does not keep the angle within 0...π/2, and may return ends on the wrong side.
  private func checkArcsine(
    _ golden: GoldenCase,
    _ estimate: Estimate,
    _ level: Double,
    _ low: Double,
    _ high: Double
  ) {
    let relative = golden.tolerance
    let p = estimate.value
    let t = StudentT(degreesOfFreedom: Double(estimate.degreesOfFreedom))
      .quantile(1 - (1 - level) / 2)
    let angle = asin(p.squareRoot())
    let half = t * estimate.standardError / (2 * (p * (1 - p)).squareRoot())
    let (first, last) = (sin(angle - half), sin(angle + half))
    #expect(agrees(first * first, low, relative: relative))
    #expect(agrees(last * last, high, relative: relative))
    let interval = ProportionInterval.asin.interval(for: estimate, level: level)
    #expect(agrees(interval?.lower, angle - half < 0 ? 0 : low, relative: relative))
    #expect(agrees(interval?.upper, angle + half > Double.pi / 2 ? 1 : high, relative: relative))
  }

  private func checkRatio(_ golden: GoldenCase, _ expected: JSON) throws {
    let ratio = try #require(
      try golden.design.ratio(
        of: golden.table.numbers(expected["num"].string ?? ""),
        to: golden.table.numbers(expected["den"].string ?? ""),
        in: golden.domain(expected)
      )
    )
    check(golden, ratio.value, expected["estimate"], "ratio")
    check(golden, ratio.standardError, expected["se"], "ratio se")
    check(golden, ratio.designEffect, expected["deff"], "ratio deff")
    guard expected["ci95_t"].exists else { return }
    // The reference takes the degrees of freedom of the whole design here.
    let t = StudentT(degreesOfFreedom: Double(golden.design.degreesOfFreedom)).quantile(0.975)
    let half = t * ratio.standardError
    check(golden, ratio.value - half, expected["ci95_t"].list[0], "ratio lower")
    check(golden, ratio.value + half, expected["ci95_t"].list[1], "ratio upper")
  }

  /// The case does not name its variable; it is the share of `mid`.
  private func checkDomain(_ golden: GoldenCase, _ expected: JSON) throws {
    let values = golden.table.numbers("mid")
    let domain = golden.domain(expected)
    let mean = try #require(try golden.design.mean(of: values, in: domain))
    let total = try #require(try golden.design.total(of: values, in: domain))
    check(golden, mean.value, expected["mean"], "mean")
    check(golden, mean.standardError, expected["se"], "mean se")
    check(golden, total.value, expected["total"], "total")
    check(golden, total.standardError, expected["total_se"], "total se")
    #expect(mean.degreesOfFreedom == expected["df"].int)
  }

  private func check(_ golden: GoldenCase, _ got: Double?, _ want: JSON, _ what: Comment) {
    let wanted = want.number
    #expect(agrees(got, wanted, relative: golden.tolerance), what)
  }
}
