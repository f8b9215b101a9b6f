import SurveyStatistics
import Testing

struct DecisionOutlookTests {
  /// A share of a sample worth `size / effect` independent answers.
  private func share(_ value: Double, of size: Int, effect: Double = 1, df: Int? = nil) -> Estimate
  {
    Estimate(
      value: value,
      standardError: (value * (1 - value) * effect / Double(size)).squareRoot(),
      degreesOfFreedom: df ?? size - 1,
      sampleSize: size,
      weightedSize: Double(size)
    )
  }

  /// Sizes by exact binomial search (R: pbinom): 82, 365, 433 and, for 90%, 181, 160.
  @Test(arguments: [
    (0.90, 50, 0.8, 32), (0.85, 100, 0.8, 265), (0.75, 100, 0.8, 333), (0.88, 100, 0.9, 81),
    (0.70, 100, 0.9, 60),
  ])
  func `in a simple sample it is the exact binomial power`(
    rate: Double,
    size: Int,
    power: Double,
    further: Int
  ) throws {
    let outlook = try #require(share(rate, of: size).outlook(toDecide: 0.8, power: power))
    #expect(outlook.further == .interviews(further))
    #expect(agrees(outlook.designEffect, 1))
  }

  @Test func `it is the first size that reaches the chance`() throws {
    func chance(_ size: Int) -> Double {
      let chances = SimpleBinomial.chances(of: size, rate: 0.86, target: 0.8)
      return chances.met
    }
    let outlook = try #require(share(0.86, of: 120).outlook(toDecide: 0.8))
    guard case .interviews(let further) = outlook.further else {
      Issue.record("\(outlook.further)")
      return
    }
    #expect(chance(120 + further) >= 0.8)
    for size in 120..<(120 + further) { #expect(chance(size) < 0.8) }
  }

  @Test func `a design effect asks for as many more`() throws {
    // 365 independent answers are 657 rows; many degrees of freedom cost next to nothing.
    let outlook = try #require(
      share(0.85, of: 180, effect: 1.8, df: 2000).outlook(toDecide: 0.8)
    )
    #expect(agrees(outlook.designEffect, 1.8))
    guard case .interviews(let further) = outlook.further else {
      Issue.record("\(outlook.further)")
      return
    }
    #expect((655 - 180...670 - 180).contains(further), "\(further)")
    let few = try #require(share(0.85, of: 180, effect: 1.8, df: 10).outlook(toDecide: 0.8))
    guard case .interviews(let more) = few.further else { return }
    #expect(more > further)
  }

  @Test func `nothing decides a rate on the target, and close ones are beyond the limit`() throws {
    let onTarget = try #require(share(0.8, of: 400).outlook(toDecide: 0.8))
    #expect(onTarget.further == .moreThan(10_000))
    let close = try #require(share(0.805, of: 400).outlook(toDecide: 0.8))
    #expect(close.further == .moreThan(10_000))
    let limited = try #require(share(0.85, of: 100).outlook(toDecide: 0.8, limit: 264))
    #expect(limited.further == .moreThan(264))
  }

  @Test func `never more than there are people`() throws {
    let few = try #require(share(0.85, of: 100).outlook(toDecide: 0.8, population: 220))
    #expect(few.further == .everybody(120))
    let onTarget = try #require(share(0.8, of: 100).outlook(toDecide: 0.8, population: 220))
    #expect(onTarget.further == .everybody(120))
    let many = try #require(share(0.85, of: 100).outlook(toDecide: 0.8, population: 5000))
    #expect(many.further == .interviews(265))
  }

  @Test func `what could have been detected is where the chance reaches 80 percent`() throws {
    let outlook = try #require(share(0.8, of: 400).outlook(toDecide: 0.8))
    let above = try #require(outlook.detectableAbove)
    let below = try #require(outlook.detectableBelow)
    func chances(_ rate: Double) -> (met: Double, missed: Double) {
      SimpleBinomial.chances(of: 400, rate: rate, target: 0.8)
    }
    #expect(chances(above + 1e-6).met >= 0.8)
    #expect(chances(above - 1e-4).met < 0.8)
    #expect(chances(below - 1e-6).missed >= 0.8)
    #expect(chances(below + 1e-4).missed < 0.8)
    // Ten answers cannot prove 80% even if all say yes: at least 14 are needed.
    #expect(try #require(share(0.9, of: 10).outlook(toDecide: 0.8)).detectableAbove == nil)
  }

  @Test func `a mean is decided by its normal distance`() throws {
    let mean = Estimate(
      value: 82,
      standardError: 1.5,
      degreesOfFreedom: 100_000,
      sampleSize: 400,
      weightedSize: 400
    )
    let outlook = try #require(mean.outlook(toDecide: 80, method: .mean))
    // (1.6449 + 0.8416) * 1.5 = 3.7297; n = 400 (3.7297 / 2)² = 1391.
    guard case .interviews(let further) = outlook.further else {
      Issue.record("\(outlook.further)")
      return
    }
    #expect((990...993).contains(further), "\(further)")
    #expect(outlook.designEffect == nil)
    #expect((try #require(outlook.detectableAbove) - 83.7297).magnitude < 1e-3)
    #expect((try #require(outlook.detectableBelow) - 76.2703).magnitude < 1e-3)
  }

  @Test func `what cannot be asked has no answer`() {
    #expect(share(0.85, of: 100, df: 0).outlook(toDecide: 0.8) == nil)
    #expect(share(.nan, of: 100).outlook(toDecide: 0.8) == nil)
    #expect(share(0.85, of: 100).outlook(toDecide: .nan) == nil)
    #expect(share(0.85, of: 100).outlook(toDecide: 1) == nil)
    #expect(share(0.85, of: 100).outlook(toDecide: 0.8, power: 1) == nil)
    #expect(share(0.85, of: 100).outlook(toDecide: 0.8, alpha: 0.5) == nil)
  }

  /// By enumeration over all counts of the larger sample.
  @Test(arguments: [(17, 20, 40), (15, 20, 60), (40, 50, 90), (33, 40, 41)])
  func `in a small population it is the exact hypergeometric power`(
    yes: Int,
    asked: Int,
    population: Int
  ) throws {
    func chance(_ size: Int, _ total: Int) -> Double {
      let drawn = Hypergeometric(successes: total, failures: population - total, draws: size)
      return (0...size).reduce(0) { sum, count in
        guard
          let bounds = FinitePopulationBounds(
            successes: count,
            sampleSize: size,
            population: population
          ),
          bounds.decision(target: 0.8).outcome != .undecided
        else { return sum }
        return sum + drawn.cumulative(count) - (count > 0 ? drawn.cumulative(count - 1) : 0)
      }
    }
    let bounds = try #require(
      FinitePopulationBounds(successes: yes, sampleSize: asked, population: population)
    )
    let outlook = try #require(bounds.outlook(toDecide: 0.8))
    let total = Int((Double(yes) / Double(asked) * Double(population)).rounded())
    switch outlook.further {
    case .interviews(let further):
      #expect(asked + further < population)
      #expect(chance(asked + further, total) >= 0.8)
    case .everybody(let left):
      #expect(asked + left == population)
    case .moreThan(let limit):
      Issue.record("\(limit)")
    }
  }
}
