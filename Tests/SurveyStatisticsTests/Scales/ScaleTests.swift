import SurveyStatistics
import Testing

struct ScaleTests {
  private let items: [[Double]] = [
    [1, 2, 3, 4, 5, 2, 4, 3], [2, 2, 3, 5, 4, 1, 4, 3], [1, 3, 3, 4, 5, 2, 5, 2],
  ]

  @Test func `equal items are perfectly reliable`() throws {
    let scale = try ScaleReliability(items: [items[0], items[0], items[0]])
    #expect(agrees(scale.alpha, 1, relative: 1e-14))
    #expect(agrees(scale.items[1].itemRestCorrelation, 1, relative: 1e-14))
    #expect(scale.omega?.isHeywood ?? true)
  }

  @Test func `three items have the factor that the correlations say`() throws {
    let scale = try ScaleReliability(items: items)
    let omega = try #require(scale.omega)
    guard !omega.isHeywood else { return }
    // With three items λ₁² = r₁₂ r₁₃ / r₂₃, and the products give the correlations back.
    let pair = try ScaleReliability(items: [items[0], items[1]])
    let correlation = try #require(pair.items[0].itemRestCorrelation)
    #expect(agrees(omega.loadings[0] * omega.loadings[1], correlation))
  }

  @Test func `items that point the other way have loadings with the other sign`() throws {
    let turned = try ScaleReliability(items: [items[0], items[1].map { 6 - $0 }, items[2]])
    let straight = try ScaleReliability(items: items)
    let (one, other) = (try #require(turned.omega), try #require(straight.omega))
    for (loading, same) in zip(one.loadings, other.loadings) {
      #expect(agrees(loading.magnitude, same.magnitude))
    }
    #expect(one.loadings[1] < 0 && one.loadings[0] > 0)
  }

  @Test func `weights that are all equal change nothing`() throws {
    let plain = try ScaleReliability(items: items)
    let weighted = try ScaleReliability(items: items, weights: [Double](repeating: 3, count: 8))
    #expect(agrees(weighted.alpha, plain.alpha, relative: 1e-13))
    #expect(agrees(weighted.lambda2, plain.lambda2, relative: 1e-13))
  }

  @Test func `what is no scale is refused`() throws {
    #expect(throws: InferenceError.tooFewItems(1)) { try ScaleReliability(items: [items[0]]) }
    #expect(throws: InferenceError.tooFewItems(0)) { try ScaleReliability(items: []) }
    #expect(throws: InferenceError.constantItem(nil)) {
      try ScaleReliability(items: [items[0], items[0].map { 6 - $0 }])
    }
    #expect(throws: InferenceError.constantItem(nil)) {
      try ScaleReliability(items: [[1, 1, 1], [2, 2, 2]])
    }
    #expect(throws: InferenceError.noRows) {
      try ScaleReliability(items: [[1, .nan], [.nan, 2]])
    }
    let constant = try ScaleReliability(items: [items[0], items[1], items[0].map { _ in 4 }])
    #expect(constant.omega == nil)
    #expect(constant.standardisedAlpha == nil)
    #expect(constant.items[2].itemRestCorrelation == nil)
    #expect(constant.alpha.isFinite)
  }

  @Test func `items are placed in quadrants`() throws {
    let design = try SampleDesign(rows: 8)
    let overall = items[0]
    let map = try design.importancePerformance(
      of: [items[0].map { $0 + 1 }, items[1], [4, 5, 4, 5, 4, 5, 5, 4]],
      overall: overall
    )
    #expect(map.items.map(\.quadrant)[0] == .keepUp)
    #expect(map.items.map(\.quadrant)[1] == .concentrateHere)
    #expect(map.items.map(\.quadrant)[2] == .possibleOverkill)
    #expect(agrees(map.items[0].importance.value, 1, relative: 1e-12))
    #expect(map.items.allSatisfy { $0.performance.interval != nil })
    #expect(agrees(map.items.reduce(0) { $0 + $1.importance.distance }, 0))
    #expect(map.degreesOfFreedom == 7)
    let interval = try #require(map.items[1].importance.interval)
    #expect(interval.lower > -1 && interval.upper < 1)
  }

  @Test func `importance needs items that vary`() throws {
    let design = try SampleDesign(rows: 8)
    let constant = [Double](repeating: 3, count: 8)
    for measure in ImportanceMeasure.allCases {
      #expect(throws: InferenceError.constantItem(1)) {
        try design.importancePerformance(
          of: [items[0], constant],
          overall: items[1],
          measure: measure
        )
      }
      #expect(throws: InferenceError.constantItem(nil)) {
        try design.importancePerformance(
          of: [items[0], items[1]],
          overall: constant,
          measure: measure
        )
      }
    }
    #expect(throws: InferenceError.dependentColumns([2])) {
      try design.importancePerformance(
        of: [items[0], items[0]],
        overall: items[1],
        measure: .regression
      )
    }
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `standard errors of importance are those of the jackknife, nearly`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let rows = 200
    var columns = [[Double]](repeating: [], count: 3)
    for _ in 0..<rows {
      let common = Double.random(in: -1...1, using: &random)
      for k in 0..<3 { columns[k].append(common + Double.random(in: -1...1, using: &random)) }
    }
    let weights = (0..<rows).map { _ in Double.random(in: 1...2, using: &random) }
    let design = try SampleDesign(rows: rows, weights: weights)
    for measure in ImportanceMeasure.allCases {
      func importance(leaving row: Int?) throws -> ImportancePerformance {
        try design.importancePerformance(
          of: [columns[0], columns[1]],
          overall: columns[2],
          measure: measure,
          in: row.map { left in (0..<rows).map { $0 != left } }
        )
      }
      let whole = try importance(leaving: nil).items[0].importance
      let parts = try (0..<rows).map { try importance(leaving: $0).items[0].importance.value }
      let mean = parts.reduce(0, +) / Double(rows)
      let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let jackknife = (squares * Double(rows - 1) / Double(rows)).squareRoot()
      #expect((whole.standardError / jackknife - 1).magnitude < 0.02)
    }
  }
}
