import SurveyStatistics
import Testing

struct SampleDrawTests {
  /// The published first numbers of the generator for the seed 1234567.
  @Test func `the generator is SplitMix64`() {
    var random = SplitMix64(seed: 1_234_567)
    let first = (0..<5).map { _ in random.next() }
    #expect(
      first == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]
    )
  }

  @Test func `bounded numbers stay below and reach all`() {
    var random = SplitMix64(seed: 3)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[Int(random.below(7))] += 1 }
    #expect(counts.allSatisfy { $0 > 900 && $0 < 1100 })
    #expect(random.below(0) == 0 && random.below(1) == 0)
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(random.fraction()) })
  }

  @Test func `a draw is the same for its seed, today and later`() throws {
    func rows(_ method: DrawMethod, seed: UInt64 = 2026) throws -> [Int] {
      let sizes = (1...20).map { Double($0) }
      return try SampleDraw(5, of: 20, by: method, sizes: sizes, seed: seed).units.map(\.row)
    }
    for method in DrawMethod.allCases {
      #expect(try rows(method) == rows(method))
      #expect(try rows(method).count == 5)
      #expect(try (1...9).contains { try rows(method, seed: $0) != rows(method) })
    }
    // Found by a program of its own in another language; a change here breaks published draws.
    #expect(try rows(.srs) == Self.frozen[.srs])
    #expect(try rows(.systematic) == Self.frozen[.systematic])
    #expect(try rows(.pps) == Self.frozen[.pps])
    #expect(try rows(.ppsSystematic) == Self.frozen[.ppsSystematic])
  }

  private static let frozen: [DrawMethod: [Int]] = [
    .srs: [6, 7, 9, 12, 15], .systematic: [2, 6, 10, 14, 18], .pps: [9, 12, 13, 15, 19],
    .ppsSystematic: [8, 12, 15, 17, 19],
  ]

  @Test(arguments: DrawMethod.allCases)
  func `units are drawn as often as their chance says`(method: DrawMethod) throws {
    let sizes = [24, 30, 18, 40, 12, 8, 33, 5, 9, 17.0]
    let runs = 20_000
    var counts = [Int](repeating: 0, count: 10)
    var chances = [Double](repeating: 0, count: 10)
    for seed in 0..<runs {
      let draw = try SampleDraw(4, of: 10, by: method, sizes: sizes, seed: UInt64(seed))
      #expect(draw.units.count == 4)
      for unit in draw.units {
        counts[unit.row] += 1
        chances[unit.row] = unit.probability
        #expect(agrees(unit.weight * unit.probability, 1))
      }
    }
    for (count, chance) in zip(counts, chances) {
      let error = (chance * (1 - chance) / Double(runs)).squareRoot()
      #expect((Double(count) / Double(runs) - chance).magnitude < 5 * error)
    }
  }

  @Test func `systematic draws are evenly spread`() throws {
    for seed in 0..<200 {
      let draw = try SampleDraw(7, of: 25, by: .systematic, seed: UInt64(seed))
      let rows = draw.units.map(\.row)
      #expect(rows.count == 7 && Set(rows).count == 7)
      #expect(zip(rows, rows.dropFirst()).allSatisfy { (3...4).contains($1 - $0) })
    }
    #expect(try SampleDraw(25, of: 25, by: .systematic, seed: 4).units.map(\.row) == Array(0..<25))
  }

  @Test func `strata get their numbers and weights`() throws {
    let strata = (0..<90).map { $0 % 3 }
    for method in [DrawMethod.srs, .systematic] {
      let draw = try SampleDraw([2, 0, 30], strata: strata, by: method, seed: 8)
      #expect(draw.units.filter { $0.stratum == 0 }.count == 2)
      #expect(draw.units.filter { $0.stratum == 1 }.isEmpty)
      #expect(draw.units.filter { $0.stratum == 2 }.count == 30)
      #expect(draw.units.allSatisfy { strata[$0.row] == $0.stratum })
      #expect(agrees(draw.units.filter { $0.stratum == 0 }.map(\.weight).reduce(0, +), 30))
      #expect(draw.stratumSizes == [30, 30, 30])
      #expect(draw.units.map(\.row) == draw.units.map(\.row).sorted())
    }
  }

  @Test func `what cannot be drawn is a typed error`() {
    func expect(
      _ error: PlanningError,
      _ sample: Int,
      of rows: Int,
      _ method: DrawMethod = .srs,
      _ sizes: [Double]? = nil
    ) {
      #expect(throws: error) {
        try SampleDraw(sample, of: rows, by: method, sizes: sizes, seed: 1)
      }
    }
    expect(.emptyFrame, 1, of: 0)
    expect(.invalidSampleSize(0), 0, of: 4)
    expect(.invalidSampleSize(-2), -2, of: 4)
    expect(.sampleExceedsFrame(sample: 5, units: 4), 5, of: 4)
    expect(.invalidSize(-1, row: 1), 1, of: 2, .pps, [1, -1])
    expect(.invalidSize(0, row: 0), 1, of: 2, .ppsSystematic, [0, 1])
    expect(.invalidSize(.infinity, row: 1), 1, of: 2, .pps, [1, .infinity])
    expect(.unequalColumns(2, 1), 1, of: 2, .pps, [1])
    expect(.unequalColumns(2, 0), 1, of: 2, .pps)
    #expect(throws: PlanningError.self) {
      try SampleDraw(1, of: 2, by: .pps, sizes: [1, .nan], seed: 1)
    }
    #expect(throws: PlanningError.sampleExceedsStratum(1, sample: 3, units: 2)) {
      try SampleDraw([1, 3], strata: [0, 0, 1, 1], by: .srs, seed: 1)
    }
    #expect(throws: PlanningError.self) { try SampleDraw([1], strata: [0, 7], by: .srs, seed: 1) }
  }

  @Test(arguments: PlanningErrorSamples.all)
  func `every error has a sentence in both languages`(error: PlanningError) {
    #expect(error.text(.vietnamese) != error.text(.english))
    #expect(error.text(.vietnamese).unicodeScalars.contains { $0.value > 0xC0 })
    #expect(error.description == error.text(.english))
  }
}

enum PlanningErrorSamples {
  static let all: [PlanningError] =
    PlanningQuantity.allCases.map { .notPositive($0, -1) } + [
      .notAShare(.rate, 2), .invalidResponseRate(3), .sameRates(0.5),
      .thresholdsReversed(lower: 0.8, upper: 0.5), .tooMany(limit: 5), .invalidSampleSize(0),
      .emptyFrame, .unequalColumns(1, 2), .sampleExceedsFrame(sample: 3, units: 2),
      .sampleExceedsStratum(0, sample: 3, units: 2), .invalidSize(.nan, row: 0),
      .invalidSize(-1, row: 0), .tooLargeForSampford(units: 9, sample: 8),
      .invalidGroupValue(.cost, -1, group: 0), .floorAboveCap(group: 0, floor: 3, cap: 2),
      .floorsExceedSample(floors: 9, sample: 2), .notEnoughRoom(room: 1, sample: 2),
    ]
}
