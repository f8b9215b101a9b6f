import SurveyStatistics
import Testing

struct BootstrapTests {
  /// Four strata of three units, with one value per unit.
  static func design(fpc: Bool = false) throws -> (design: SampleDesign, values: [Double]) {
    var random = SplitMix(seed: 11)
    let values = (0..<12).map { _ in Double.random(in: 0...10, using: &random) }
    let design = try SampleDesign(
      rows: 12,
      weights: (0..<12).map { Double($0 % 5 + 1) },
      strata: [(0..<12).map { $0 / 3 }],
      fpc: fpc ? [[Double](repeating: 12, count: 12)] : []
    )
    return (design, values)
  }

  /// Five standard errors of a variance estimated from the replicates T_r themselves:
  /// sd(V)/V is √((κ - 1)/R), κ the kurtosis of T_r.
  private func expectNear(
    _ design: ReplicateDesign,
    _ values: [Double],
    _ expected: Double
  ) throws {
    let result = try design.variance { weights in
      [zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }]
    }
    let thetas = result.replicates.map { $0[0] }
    let count = Double(thetas.count)
    let mean = thetas.reduce(0, +) / count
    let second = thetas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let fourth =
      thetas.reduce(0) { sum, theta in
        let square = (theta - mean) * (theta - mean)
        return sum + square * square
      } / count
    let bound = 5 * ((fourth / (second * second) - 1) / count).squareRoot()
    #expect(bound < 0.15)
    let variance = try #require(try design.total(of: values)).variance
    #expect(agrees(variance, result.variances[0]))
    #expect((variance / expected - 1).magnitude < bound)
    let shift = (mean - result.values[0]) / (variance / count).squareRoot()
    #expect(shift.magnitude < 5)
  }

  @Test func `bootstraps of a total approach the linearised variance`() throws {
    var random = SplitMix(seed: 2026)
    let (design, values) = try Self.design()
    let taylor = try #require(try design.total(of: values)).variance
    try expectNear(design.bootstrap(replicates: 4000, using: &random), values, taylor)
    try expectNear(design.subbootstrap(replicates: 4000, using: &random), values, taylor)
    try expectNear(design.multistageBootstrap(replicates: 4000, using: &random), values, taylor)
  }

  @Test func `population sizes enter as each method says`() throws {
    var random = SplitMix(seed: 7)
    let (design, values) = try Self.design(fpc: true)
    let taylor = try #require(try design.total(of: values)).variance
    // Drawn out of a made-up population of 12: (N - n)/(N - 1) instead of (N - n)/N.
    let made = try design.bootstrap(replicates: 4000, using: &random)
    try expectNear(made, values, taylor * 12 / 11)
    try expectNear(design.multistageBootstrap(replicates: 4000, using: &random), values, taylor)
    let sub = try design.subbootstrap(replicates: 4000, using: &random)
    try expectNear(sub, values, taylor * 12 / 9)
    #expect(sub.notes == [.finitePopulationDropped])
    #expect(made.notes.isEmpty)
  }

  @Test func `the multistage bootstrap follows all stages`() throws {
    let table = try ShippedSurvey.table("survey.csv")
    let design = try ReplicationAgainstRTests.stages(table)
    var random = SplitMix(seed: 3)
    let taylor = try #require(try design.total(of: table.numbers("age"))).variance
    let made = try design.multistageBootstrap(replicates: 3000, using: &random)
    try expectNear(made, table.numbers("age"), taylor)
    #expect(made.notes.isEmpty && made.type == .mrbbootstrap)
    #expect(made.scale == 1 && made.rscales == [Double](repeating: 1.0 / 2999, count: 3000))
  }

  @Test func `multipliers are what each method draws`() throws {
    let (design, _) = try Self.design()
    var random = SplitMix(seed: 5)
    let boot = try design.bootstrap(replicates: 60, using: &random)
    #expect(agrees(boot.scale, 1.5 / 59, relative: 1e-14))
    let sub = try design.subbootstrap(replicates: 60, using: &random)
    #expect(sub.scale == 1.0 / 59)
    for replicate in 0..<60 {
      for (made, unit) in [(boot, 1.0), (sub, 1.5)] {
        let weights = try #require(made.replicateWeights(of: replicate))
        let counts = zip(weights, design.weights).map { $0 / $1 / unit }
        for stratum in 0..<4 {
          let drawn = counts[stratum * 3..<stratum * 3 + 3]
          #expect(drawn.allSatisfy { agrees($0, $0.rounded()) })
          #expect(agrees(drawn.reduce(0, +), unit == 1 ? 3 : 2))
        }
      }
    }
  }

  @Test func `the same seed makes the same replicates`() throws {
    let (design, _) = try Self.design()
    for seed in 0..<3 as Range<UInt64> {
      var (one, other) = (SplitMix(seed: seed), SplitMix(seed: seed))
      let first = try design.bootstrap(replicates: 5, using: &one)
      let second = try design.bootstrap(replicates: 5, using: &other)
      for replicate in 0..<5 {
        #expect(first.replicateWeights(of: replicate) == second.replicateWeights(of: replicate))
      }
    }
  }

  @Test func `one replicate is too few`() throws {
    let (design, _) = try Self.design()
    var random = SplitMix(seed: 1)
    #expect(throws: ReplicateDesignError.tooFewReplicates(1, least: 2)) {
      try design.bootstrap(replicates: 1, using: &random)
    }
    #expect(throws: ReplicateDesignError.tooFewReplicates(-4, least: 2)) {
      try design.multistageBootstrap(replicates: -4, using: &random)
    }
    #expect(throws: ReplicateDesignError.tooLarge(units: 12, replicates: 1 << 30)) {
      try design.subbootstrap(replicates: 1 << 30, using: &random)
    }
    let empty = try SampleDesign(rows: 0)
    #expect(throws: ReplicateDesignError.self) {
      try empty.bootstrap(replicates: 9, using: &random)
    }
    #expect(throws: ReplicateDesignError.self) { try empty.jackknife() }
    #expect(throws: ReplicateDesignError.self) { try empty.halfSamples() }
  }
}
