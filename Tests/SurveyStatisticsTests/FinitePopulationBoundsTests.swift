import SurveyStatistics
import Testing

struct FinitePopulationBoundsTests {
  private func bounds(_ x: Int, _ n: Int, _ population: Int) throws -> FinitePopulationBounds {
    try #require(FinitePopulationBounds(successes: x, sampleSize: n, population: population))
  }

  @Test func `twelve of twelve out of fifteen officials meet 80 percent`() throws {
    let decision = try bounds(12, 12, 15).decision(target: 0.8)
    #expect(decision.outcome == .met)
    #expect(agrees(decision.lowerBound, 14.0 / 15))
  }

  @Test func `fifteen of eighteen out of twenty leave it open`() throws {
    let decision = try bounds(15, 18, 20).decision(target: 0.8)
    #expect(decision.outcome == .undecided)
    #expect(agrees(decision.lowerBound, 0.75))
    #expect(agrees(decision.pValueMet, 10.0 / 190))
  }

  @Test func `a known population helps`() throws {
    let decision = try bounds(85, 100, 120).decision(target: 0.8)
    #expect(decision.outcome == .met)
    #expect(agrees(decision.lowerBound, 0.825))
  }

  @Test func `a census leaves nothing to chance`() throws {
    let met = try bounds(4, 5, 5).decision(target: 0.8)
    #expect(met.outcome == .met)
    #expect(met.lowerBound == 0.8)
    #expect(met.upperBound == 0.8)
    #expect(met.pValueMet == 0)
    #expect(met.pValueMissed == 1)
    #expect(try bounds(3, 5, 5).decision(target: 0.8).outcome == .missed)
    #expect(try bounds(0, 5, 5).decision(target: 0.8).lowerBound == 0)
  }

  @Test func `bounds invert the tests, by counting all samples`() throws {
    for x in 0...6 {
      let exact = try bounds(x, 6, 13)
      let lower = exact.possibleCounts.first { atLeast(x, 6, 13, $0) > 0.05 }
      let upper = exact.possibleCounts.last { 1 - atLeast(x + 1, 6, 13, $0) > 0.05 }
      #expect(exact.lowerCount() == lower)
      #expect(exact.upperCount() == upper)
      for target in stride(from: 0.05, through: 1, by: 0.05) {
        let decision = exact.decision(target: target)
        #expect((decision.outcome == .met) == ((decision.pValueMet ?? 1) <= 0.05))
        #expect((decision.outcome == .missed) == ((decision.pValueMissed ?? 1) <= 0.05))
      }
    }
  }

  @Test func `impossible counts are refused`() {
    #expect(FinitePopulationBounds(successes: 6, sampleSize: 5, population: 9) == nil)
    #expect(FinitePopulationBounds(successes: 1, sampleSize: 10, population: 9) == nil)
    #expect(FinitePopulationBounds(successes: 0, sampleSize: 0, population: 9) == nil)
    #expect(
      FinitePopulationBounds(successes: 1, sampleSize: 2, population: 2)?
        .decision(target: .nan).outcome == .undecided
    )
    #expect(FinitePopulationBounds(successes: -1, sampleSize: 2, population: .max) == nil)
  }

  /// P(X ≥ x) when `yes` of `population` would say yes, by binomial coefficients.
  private func atLeast(_ x: Int, _ n: Int, _ population: Int, _ yes: Int) -> Double {
    let ways = (x...max(x, n)).reduce(0.0) {
      $0 + choose(yes, $1) * choose(population - yes, n - $1)
    }
    return x > n ? 0 : ways / choose(population, n)
  }

  private func choose(_ n: Int, _ k: Int) -> Double {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
  }
}
