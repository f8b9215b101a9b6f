import SurveyStatistics
import Testing

struct SpecialFunctionsTests {
  @Test(.enabled(if: Reference.isPresent))
  func `all functions agree with 45-digit arithmetic`() throws {
    let values = try Reference.load("special_functions")["expected"].list
    #expect(values.count == 517)
    try check(values)
  }

  /// `R/distributions.py` has the exact values.
  @Test func `all functions agree with the arithmetic beside the tests`() throws {
    let values = try ShippedSurvey.results("distributions.json")["functions"].list
    #expect(values.count == 334)
    try check(values)
  }

  private func check(_ values: [JSON]) throws {
    for expected in values {
      let name = try #require(expected["fn"].string)
      let arguments = expected["args"].list.compactMap(\.number)
      let want = try #require(expected["value"].number)
      let got = try #require(value(of: name, arguments))
      let isNear = (got - want).magnitude <= max(1e-12 * want.magnitude, 1e-300)
      #expect(isNear, "\(name)\(arguments): \(got), not \(want)")
    }
  }

  private func value(of name: String, _ a: [Double]) -> Double? {
    switch name {
    case "qnorm": NormalDistribution.quantile(a[0])
    case "pnorm": NormalDistribution.cumulative(a[0])
    case "qt": StudentT(degreesOfFreedom: a[1]).quantile(a[0])
    case "pt": StudentT(degreesOfFreedom: a[1]).cumulative(a[0])
    case "qbeta": SpecialFunctions.inverseIncompleteBeta(a[0], a[1], a[2])
    case "pbeta": SpecialFunctions.incompleteBeta(a[0], a[1], a[2])
    case "pf_upper": FDistribution(numerator: a[1], denominator: a[2]).upperTail(a[0])
    case "pchisq_upper": ChiSquare(degreesOfFreedom: a[1]).upperTail(a[0])
    case "qchisq": ChiSquare(degreesOfFreedom: a[1]).quantile(a[0])
    case "lgamma": SpecialFunctions.logGamma(a[0])
    case "pbinom": Binomial(trials: Int(a[1]), probability: a[2]).cumulative(Int(a[0]))
    case "phyper":
      Hypergeometric(successes: Int(a[1]), failures: Int(a[2]), draws: Int(a[3]))
        .cumulative(Int(a[0]))
    default: nil
    }
  }

  /// Values that stand in printed tables, to the digits printed there.
  @Test(arguments: [
    (1.0, 0.975, 12.706), (2, 0.975, 4.303), (10, 0.975, 2.228), (30, 0.95, 1.697),
    (120, 0.995, 2.617), (4, 0.025, -2.776),
  ])
  func `t quantiles are those of the tables`(df: Double, p: Double, t: Double) {
    #expect((StudentT(degreesOfFreedom: df).quantile(p) - t).magnitude < 5e-4)
  }

  @Test(arguments: [(1.0, 0.95, 3.841), (5, 0.95, 11.070), (10, 0.99, 23.209)])
  func `chi-square quantiles are those of the tables`(df: Double, p: Double, x: Double) {
    #expect((ChiSquare(degreesOfFreedom: df).quantile(p) - x).magnitude < 5e-4)
  }

  @Test(arguments: 0..<100)
  func `quantiles undo cumulative probabilities`(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let p = Double.random(in: 0.0001...0.9999, using: &random)
    let (a, b) = (
      Double.random(in: 0.1...400, using: &random), Double.random(in: 0.1...400, using: &random)
    )
    let x = SpecialFunctions.inverseIncompleteBeta(p, a, b)
    #expect(agrees(SpecialFunctions.incompleteBeta(x, a, b), p, relative: 1e-11))
    let t = StudentT(degreesOfFreedom: a)
    #expect(agrees(t.cumulative(t.quantile(p)), p, relative: 1e-12))
    #expect(agrees(NormalDistribution.cumulative(NormalDistribution.quantile(p)), p))
    let square = ChiSquare(degreesOfFreedom: b)
    #expect(agrees(square.cumulative(square.quantile(p)), p, relative: 1e-12))
  }

  @Test func `the t distribution with one degree is Cauchy's`() {
    #expect(agrees(StudentT(degreesOfFreedom: 1).cumulative(1), 0.75, relative: 1e-14))
  }

  @Test func `arguments outside their range do not trap`() {
    #expect(StudentT(degreesOfFreedom: 0).quantile(0.9).isNaN)
    #expect(StudentT(degreesOfFreedom: -1).cumulative(1).isNaN)
    #expect(SpecialFunctions.incompleteBeta(0.5, 0, 1).isNaN)
    #expect(SpecialFunctions.inverseIncompleteBeta(.nan, 1, 1).isNaN)
    #expect(NormalDistribution.quantile(2).isNaN)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(Hypergeometric(successes: .max, failures: -3, draws: 2).cumulative(1) == 0)
  }
}
