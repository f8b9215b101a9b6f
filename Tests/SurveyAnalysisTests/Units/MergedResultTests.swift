import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

@Suite("Units: merged provinces before their merger")
struct MergedResultTests {
  private let register: UnitRegister
  private let merged: AdministrativeUnit

  init() throws {
    let place = SourceLocation(file: "units.csv", line: 1, column: 1)
    let last = MadeUnits.reform.adding(days: -1) ?? MadeUnits.reform
    let old = ["a", "b", "c"].map { id in
      AdministrativeUnit(
        id: id,
        name: id.uppercased(),
        kind: .province,
        validity: UnitValidity(to: .day(last)),
        location: place
      )
    }
    merged = AdministrativeUnit(
      id: "new",
      name: "A",
      kind: .municipality,
      validity: UnitValidity(from: .day(MadeUnits.reform)),
      location: place
    )
    register = UnitRegister(
      units: old + [merged],
      successions: old.map {
        UnitSuccession(
          from: $0.id,
          to: "new",
          date: MadeUnits.reform,
          extent: .whole,
          location: place
        )
      }
    )
  }

  private let estimates = [
    "a": Made.share(0.9, se: 0.02, df: 10, n: 100), "b": Made.share(0.6, se: 0.03, df: 20, n: 300),
    "c": Made.share(0.75, se: 0.06, df: 30, n: 100),
  ]

  private func result(
    _ rule: MergerRule,
    _ estimates: [String: Estimate]? = nil,
    populations: [String: Double] = [:]
  ) -> MergedResult {
    MergedResult(
      merged,
      before: MadeUnits.before,
      rule: rule,
      register: register,
      estimates: estimates ?? self.estimates,
      populations: populations
    )
  }

  private func close(_ one: Double?, _ other: Double) -> Bool {
    one.map { abs($0 - other) <= 1e-12 } ?? false
  }

  @Test func `the plain mean counts each former unit the same`() {
    let estimate = result(.plainMean).estimate
    #expect(close(estimate?.value, 0.75))
    #expect(
      close(estimate?.standardError, (0.02 * 0.02 + 0.03 * 0.03 + 0.06 * 0.06).squareRoot() / 3)
    )
    #expect(estimate?.degreesOfFreedom == 60)
    #expect(estimate?.sampleSize == 500)
  }

  @Test func `the n-weighted mean counts interviews`() {
    let result = result(.sampleWeighted)
    #expect(close(result.estimate?.value, 0.2 * 0.9 + 0.6 * 0.6 + 0.2 * 0.75))
    let variance = 0.04 * 0.0004 + 0.36 * 0.0009 + 0.04 * 0.0036
    #expect(close(result.estimate?.standardError, variance.squareRoot()))
    #expect(result.parts.map(\.coefficient) == [0.2, 0.6, 0.2])
  }

  @Test func `the population-weighted mean needs the population of each`() {
    let people = ["a": 1_000_000.0, "b": 500_000, "c": 500_000]
    let estimate = result(.populationWeighted, populations: people).estimate
    #expect(close(estimate?.value, 0.5 * 0.9 + 0.25 * 0.6 + 0.25 * 0.75))
    let lacking = result(.populationWeighted, populations: ["a": 1, "c": 0])
    #expect(lacking.estimate == nil)
    #expect(lacking.refusal == .noPopulation(["b", "c"].compactMap { register[$0] }))
  }

  @Test func `without a rule, a result or confirmation there is none`() {
    #expect(result(.none).refusal == .rule)
    let two = estimates.filter { $0.key != "b" }
    #expect(result(.plainMean, two).refusal == .noResult([register["b"]].compactMap { $0 }))
    let doubtful = UnitRegister(
      units: register.units,
      successions: register.successions.map { step in
        UnitSuccession(
          from: step.from,
          to: step.to,
          date: step.date,
          extent: step.extent,
          isConfirmed: step.from != "c",
          location: step.location
        )
      }
    )
    let refused = MergedResult(
      merged,
      before: MadeUnits.before,
      rule: .plainMean,
      register: doubtful,
      estimates: estimates
    )
    #expect(refused.estimate == nil)
    guard case .obstacles(let obstacles) = refused.refusal else {
      Issue.record("not refused")
      return
    }
    #expect(obstacles.count == 1)
    for rule in MergerRule.allCases {
      #expect(rule.text(in: .vietnamese).contains(rule.rawValue))
      #expect(rule.text(in: .english).contains(rule.rawValue))
    }
  }

  @Test func `it is the contrast of independent waves`() throws {
    var random = SeededGenerator(seed: 7)
    let samples = try (0..<3).map { _ in
      let values = (0..<40).map { _ in Bool.random(using: &random) ? 1.0 : 0 }
      let weights = (0..<40).map { _ in Double.random(in: 1...5, using: &random) }
      let design = try SampleDesign(
        rows: 40,
        weights: weights,
        strata: [(0..<40).map { $0 / 20 }],
        clusters: [(0..<40).map { $0 / 4 }]
      )
      return (design: design, values: values)
    }
    let series = try WaveSeries(samples.map { WaveSample(design: $0.design) })
    let statistics = try samples.map { try $0.design.linearisedMeans(of: $0.values) }
    let expected = try #require(
      try series.contrast(of: statistics, coefficients: [[0.2], [0.3], [0.5]])
    )
    let means = try samples.map { try #require(try $0.design.mean(of: $0.values)) }
    let combined = try #require(Estimate.combination(of: means, coefficients: [0.2, 0.3, 0.5]))
    #expect(abs(combined.value - expected.value) <= 1e-14)
    #expect(abs(combined.standardError - expected.standardError) <= 1e-14)
    #expect(combined.degreesOfFreedom == expected.degreesOfFreedom)
    #expect(combined.sampleSize == expected.sampleSize)
    #expect(Estimate.combination(of: means, coefficients: [1]) == nil)
    #expect(Estimate.combination(of: means, coefficients: [1, .nan, 0]) == nil)
    #expect(Estimate.combination(of: means, coefficients: [0, 0, 0]) == nil)
  }

  @Test func `provinces of one survey are merged by the rule and never pooled`() throws {
    let data = MadeUnits.data(
      (0..<90).map { row in
        let name = row < 60 ? "tỉnh A" : row < 80 ? "tỉnh B" : "tỉnh C"
        return (name, MadeUnits.before, row < 30 || row >= 60)
      }
    )
    let places = try UnitPlaces("don_vi", in: data, register: register)
    let carried = CarriedUnits(places, to: MadeUnits.reform)
    #expect(carried.codes.allSatisfy { $0 == -1 })
    #expect(carried.left.map(\.reason) == [.merged(merged)])
    let design = try SampleDesign(rows: 90)
    let results = try carried.mergers(
      of: data,
      design: design,
      rule: .plainMean,
      before: MadeUnits.before
    )
    #expect(results.count == 1)
    #expect(close(results.first?.result.estimate?.value, (0.5 + 1 + 1) / 3))
  }
}
