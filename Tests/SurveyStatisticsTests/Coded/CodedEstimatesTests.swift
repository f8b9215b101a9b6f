import Testing

@testable import SurveyStatistics

/// What is added up by byte beside what is added up row by row.
@Suite struct CodedEstimatesTests {
  /// A sample with answers in bytes, of which some are missing.
  private struct Sample {
    let design: SampleDesign
    let columns: [[UInt8]]
    let values: [[Double]]
    let grouping: Grouping

    static let answers = 249

    init(seed: Int, rows: Int = 600) throws {
      var random = SplitMix64(seed: UInt64(seed))
      let strata = (0..<rows).map { $0 * 3 / rows }
      let clusters = (0..<rows).map { $0 * 24 / rows }
      let weights = (0..<rows).map { _ in Double(Int.random(in: 0...4, using: &random)) / 3 }
      design = try SampleDesign(
        rows: rows,
        weights: weights,
        strata: [strata],
        // Every other sample is one of single people.
        clusters: seed.isMultiple(of: 2) ? [clusters] : []
      )
      var columns: [[UInt8]] = []
      var values: [[Double]] = []
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        let levels = UInt8.random(in: 1...6, using: &random)
        columns.append(
          (0..<rows).map { _ in
            Int.random(in: 0..<6, using: &random) == 0
              ? UInt8.random(in: 249...255, using: &random)
              : UInt8.random(in: 0..<levels, using: &random)
          }
        )
        var numbers = [Double](repeating: .nan, count: 256)
        for level in 0..<Int(levels) { numbers[level] = Double(level * level) * 7 / 3 }
        // A level that is no number, such as "not applicable" in a scale.
        if Bool.random(using: &random) { numbers[5] = .nan }
        values.append(numbers)
      }
      self.columns = columns
      self.values = values
      let groups = Int.random(in: 1...5, using: &random)
      grouping = try Grouping(
        codes: (0..<rows).map { _ in Int.random(in: -1..<groups, using: &random) },
        count: groups
      )
    }

    /// The answers to an item as numbers.
    func numbers(_ item: Int) -> [Double] { columns[item].map { values[item][Int($0)] } }
  }

  private func check(_ found: [Estimate?], _ expected: [Estimate?]) throws {
    try #require(found.count == expected.count)
    for (one, other) in zip(found, expected) {
      guard let one, let other else {
        #expect((one == nil) == (other == nil))
        continue
      }
      #expect(one.sampleSize == other.sampleSize)
      #expect(one.degreesOfFreedom == other.degreesOfFreedom)
      let pairs = [
        (one.value, other.value), (one.standardError, other.standardError),
        (one.weightedSize, other.weightedSize),
        (one.designEffect ?? -1, other.designEffect ?? -1),
      ]
      for (a, b) in pairs {
        #expect(a == b || (a - b).magnitude <= 1e-11 * max(1, b.magnitude), "\(a) and \(b)")
      }
    }
  }

  @Test(arguments: 0..<40) func `means are those of the numbers`(seed: Int) throws {
    let sample = try Sample(seed: seed)
    for item in sample.columns.indices {
      let coded = CodedColumn(codes: sample.columns[item], values: sample.values[item])
      let numbers = sample.numbers(item)
      for groups in [nil, sample.grouping] {
        try check(
          try sample.design.statistics(ofMeans: coded, by: groups).estimates,
          try sample.design.means(of: numbers, by: groups)
        )
      }
      let shares = (0..<7).map { level in
        (0..<256).map { $0 < Sample.answers ? $0 == level ? 1.0 : 0 : .nan }
      }
      let direct = try shares.map { share in
        try sample.design.mean(of: sample.columns[item].map { share[Int($0)] })
      }
      try check(try sample.design.means(ofByte: sample.columns[item], shares), direct)
    }
  }

  @Test(arguments: 0..<40) func `means of packed items are those of the numbers`(seed: Int) throws {
    let sample = try Sample(seed: seed)
    let items = CodedItems(sample.columns, answers: Sample.answers)
    // Sums by unit, group and code are too many for some of the samples.
    for groups in [nil, sample.grouping] {
      let found = try sample.design.statistics(ofMeans: items, values: sample.values, by: groups)
      for (item, found) in (found ?? []).enumerated() {
        try check(
          found.estimates,
          try sample.design.means(of: sample.numbers(item), by: groups)
        )
      }
      if items.packs.allSatisfy({ $0.width * 24 * (groups?.count ?? 1) <= 4096 }) {
        #expect(found?.count == items.count)
      }
    }
  }

  @Test(arguments: 0..<40) func `indices are those of the numbers`(seed: Int) throws {
    let sample = try Sample(seed: seed)
    let items = CodedItems(sample.columns, answers: Sample.answers)
    let all = Array(sample.columns.indices)
    let sets = all.map { [$0] } + [all, Array(all.prefix(2)), Array(all.suffix(3))]
    let combinations = sets.map { set in
      ItemCombination(items: set, coefficients: set.map { 1 / Double($0 + 2) })
    }
    for groups in [nil, sample.grouping] {
      let found = try #require(
        try sample.design.statistics(of: combinations, items, values: sample.values, by: groups)
      )
      for (set, found) in zip(sets, found) {
        try check(
          found.estimates,
          try sample.design.linearCombination(
            of: set.map { sample.numbers($0) },
            coefficients: set.map { 1 / Double($0 + 2) },
            by: groups
          )
        )
      }
    }
  }

  @Test(arguments: 0..<40) func `comparisons are those of the numbers`(seed: Int) throws {
    let sample = try Sample(seed: seed)
    let items = CodedItems(sample.columns, answers: Sample.answers)
    let all = Array(sample.columns.indices)
    let sets = [all, [0]]
    let combinations = sets.map { ItemCombination(items: $0, coefficients: $0.map { _ in 1 }) }
    let found = try #require(
      try sample.design.statistics(of: combinations, items, values: sample.values)
    )
    let direct = try sets.map { set in
      try sample.design.linearisedCombination(
        of: set.map { sample.numbers($0) },
        coefficients: set.map { _ in 1 }
      )
    }
    let kept = try sample.design.covariances(of: found)
    #expect((kept == nil) == (sample.design.elementStrata != nil))
    guard let matrix = kept else { return }
    let expected = try sample.design.covariances(of: direct)
    for (row, other) in zip(matrix, expected) {
      for (a, b) in zip(row, other) { #expect((a - b).magnitude <= 1e-11 * max(1, b.magnitude)) }
    }
    guard sample.grouping.count > 1 else { return }
    let numbers = sample.numbers(0)
    let letters = try? sample.design.significanceLetters(of: numbers, by: sample.grouping)
    let coded = CodedColumn(codes: sample.columns[0], values: sample.values[0])
    let statistics = try sample.design.statistics(ofMeans: coded, by: sample.grouping)
    #expect((try? sample.design.significanceLetters(of: statistics))?.letters == letters?.letters)
  }

  @Test func `letters of some groups are those of a sample without the others`() throws {
    let sample = try Sample(seed: 7, rows: 900)
    let numbers = sample.numbers(0)
    let grouping = try Grouping(codes: (0..<900).map { $0 % 4 }, count: 4)
    let among = [0, 2, 3]
    let statistics = try sample.design.statistics(ofMeans: numbers, by: grouping)
    let letters = try sample.design.significanceLetters(of: statistics, among: among)
    let others = try Grouping(codes: (0..<900).map { $0 % 4 == 1 ? -1 : $0 % 4 }, count: 4)
    let expected = try sample.design.significanceLetters(of: numbers, by: others)
    #expect(letters.letters == expected.letters)
    #expect(letters.pairs.map(\.first) == expected.pairs.map(\.first))
    for (one, other) in zip(letters.pairs, expected.pairs) {
      #expect((one.standardError - other.standardError).magnitude < 1e-12)
      #expect(one.degreesOfFreedom == other.degreesOfFreedom)
    }
  }

  @Test func `where units are many the numbers are taken`() throws {
    let design = try SampleDesign(rows: 10_000, clusters: [(0..<10_000).map { $0 * 6 / 10 }])
    let codes = (0..<10_000).map { UInt8($0 % 3) }
    let items = CodedItems([codes], answers: Sample.answers)
    let values = [[0, 1, 2] + [Double](repeating: .nan, count: 253)]
    let one = ItemCombination(items: [0], coefficients: [1])
    #expect(try design.statistics(of: [one], items, values: values) == nil)
    let coded = CodedColumn(codes: codes, values: values[0])
    try check(
      try design.statistics(ofMeans: coded).estimates,
      try design.means(of: coded.numbers)
    )
  }

  @Test func `packed answers come apart again`() {
    let columns: [[UInt8]] = [[0, 4, 250, 2], [9, 9, 255, 0], [1, 1, 1, 1]]
    let items = CodedItems(columns, answers: Sample.answers)
    #expect(items.packs.count == 1)
    for pack in items.packs {
      for item in pack.items {
        let numbers = pack.values(of: item, (0..<256).map(Double.init))
        for row in 0..<4 {
          let number = numbers[Int(pack.codes[row])]
          let byte = columns[item][row]
          #expect(byte < 249 ? number == Double(byte) : number.isNaN)
        }
      }
    }
    // Each item alone where bytes are many.
    let many = (0..<300).map { UInt8($0 % 200) }
    #expect(CodedItems([many, many], answers: Sample.answers).packs.map(\.width) == [201, 201])
  }
}
