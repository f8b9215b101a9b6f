import Testing

@testable import SurveyStatistics

/// The grid against the estimator for one variable, whose figures are checked against R.
struct GridTests {
  /// A design with its own units, strata and population sizes.
  enum Kind: CaseIterable {
    case clusters, unstratified, elements, weightsOnly, census, manyStages, certainty
    case raked, rakedAsInR, poststratified, calibratedTwice
    case emptyUnits, adjustedCensus, adjustedEmptyUnits, negativeWeights
    case wideUnits, adjustedWideUnits

    func design(_ survey: RandomSurvey) throws -> SampleDesign {
      var weights = survey.weights
      for row in stride(from: 3, to: weights.count, by: 17) { weights[row] = 0 }
      let sizes = survey.strata.map { $0 == 0 ? 8.0 : 40.0 }
      switch self {
      case .clusters:
        return try survey.design()
      case .unstratified:
        return try SampleDesign(rows: survey.rows, weights: weights, clusters: [survey.clusters])
      case .elements:
        return try SampleDesign(
          rows: survey.rows,
          weights: weights,
          strata: [survey.strata],
          lonelyPSU: .average
        )
      case .weightsOnly:
        return try SampleDesign(rows: survey.rows, weights: weights)
      case .census:
        let counts = Dictionary(survey.strata.map { ($0, 1.0) }, uniquingKeysWith: +)
        return try SampleDesign(
          rows: survey.rows,
          strata: [survey.strata],
          fpc: [survey.strata.map { $0 == 1 ? counts[$0] ?? 1 : 100 }]
        )
      case .manyStages:
        return try SampleDesign(
          rows: survey.rows,
          weights: weights,
          strata: [survey.strata],
          clusters: [survey.clusters, Array(0..<survey.rows)],
          fpc: [sizes, [Double](repeating: 30, count: survey.rows)],
          lonelyPSU: .adjust
        )
      case .raked:
        return try survey.design().raked(to: GridTests.margins(survey))
      case .rakedAsInR:
        return try survey.design().raked(to: GridTests.margins(survey), variance: .surveyPackage)
      case .poststratified:
        let margin = try GridTests.margins(survey)[0]
        return try SampleDesign(
          rows: survey.rows,
          weights: survey.weights,
          strata: [survey.strata],
          clusters: [survey.clusters],
          fpc: [sizes],
          lonelyPSU: .remove
        )
        .poststratified(by: margin.groups, to: margin.totals)
      case .calibratedTwice:
        let both = try GridTests.margins(survey)
        return try survey.design().poststratified(by: both[1].groups, to: both[1].totals)
          .raked(to: both)
      case .emptyUnits, .adjustedEmptyUnits:
        // A stratum, and the first unit of another, in which nobody has a weight.
        for row in weights.indices where survey.strata[row] == 1 || survey.clusters[row] == 0 {
          weights[row] = 0
        }
        let design = try SampleDesign(
          rows: survey.rows,
          weights: weights,
          strata: [survey.strata],
          clusters: [survey.clusters],
          fpc: [sizes],
          lonelyPSU: .average
        )
        guard self == .adjustedEmptyUnits else { return design }
        let margin = try GridTests.margins(survey)[0]
        let answering = margin.groups.codes.indices.filter { weights[$0] > 0 }
        guard Set(answering.map { margin.groups.codes[$0] }).count == 2 else { return design }
        return try design.poststratified(by: margin.groups, to: margin.totals)
      case .wideUnits, .adjustedWideUnits:
        // Units with many rows for each group, so that breakdowns are crossed.
        let design = try SampleDesign(
          rows: survey.rows,
          weights: survey.weights,
          clusters: [(0..<survey.rows).map { $0 % 3 }]
        )
        guard self == .adjustedWideUnits else { return design }
        return try design.raked(to: GridTests.margins(survey))
      case .adjustedCensus:
        // The first stratum was sampled completely and is a cell of its own.
        let units = Set(zip(survey.strata, survey.clusters).filter { $0.0 == 0 }.map(\.1)).count
        return try SampleDesign(
          rows: survey.rows,
          weights: survey.weights,
          strata: [survey.strata],
          clusters: [survey.clusters],
          fpc: [survey.strata.map { $0 == 0 ? Double(units) : 40 }],
          lonelyPSU: survey.rows.isMultiple(of: 2) ? .average : .remove
        )
        .poststratified(
          by: Grouping(codes: survey.strata.map { $0 == 0 ? 0 : 1 }, count: 2),
          to: [100, 700]
        )
      case .negativeWeights:
        let mean = survey.score.reduce(0, +) / Double(survey.rows)
        return try survey.design().calibrated(
          to: [600, 600 * (mean + 1)],
          columns: [survey.score.map { _ in 1 }, survey.score],
          allowsNegativeWeights: true
        )
      case .certainty:
        let single = survey.clusters.map { $0 == 0 ? 99 : 0 }
        return try SampleDesign(
          rows: survey.rows,
          weights: weights,
          strata: [single],
          clusters: [survey.clusters],
          lonelyPSU: .certainty
        )
      }
    }
  }

  /// Sizes of two margins that differ from what the weights give.
  private static func margins(_ survey: RandomSurvey) throws -> [Margin] {
    try [2, 3].map { count in
      let codes = (0..<survey.rows).map { $0 / (4 - count) % count }
      return Margin(
        try Grouping(codes: codes, count: count),
        totals: (0..<count).map { 600 / Double(count) + 20 * (Double($0) - Double(count - 1) / 2) }
      )
    }
  }

  @Test(arguments: 0..<25 as Range<UInt64>, Kind.allCases)
  func `a grid gives what one variable at a time gives`(seed: UInt64, kind: Kind) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try kind.design(survey)
    var random = SplitMix(seed: seed)
    var columns = [survey.yes, [Double](repeating: 1, count: survey.rows)]
    for share in [0.02, 0.3, 0.98] {
      columns.append(
        survey.yes.map { _ in
          let draw = Double.random(in: 0..<1, using: &random)
          return draw < 0.2 ? .nan : draw < 0.2 + 0.8 * share ? 1 : 0
        }
      )
    }
    let breakdowns = [
      try Grouping(codes: [Int](repeating: 0, count: survey.rows), count: 1),
      try survey.grouping(),
      try Grouping(codes: survey.clusters, count: 40),
      try Grouping(codes: (0..<survey.rows).map { $0 % 2 }, count: 2),
    ]
    let items = try columns.map { try ShareItem($0) }
    for leastRows in [1, 1 << 18] {
      let grid = try design.shares(of: items, by: breakdowns, leastRowsOfPart: leastRows)
      for (item, column) in columns.enumerated() {
        for (index, breakdown) in breakdowns.enumerated() {
          let expected = try design.proportions(of: column, by: breakdown)
          #expect(grid[item][index].count == expected.count)
          for (one, other) in zip(grid[item][index], expected) { check(one, other) }
        }
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `groups in bytes give the digits of groups in words`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = seed % 2 == 0 ? try survey.design() : try Kind.adjustedWideUnits.design(survey)
    let words = [
      try survey.grouping(),
      try Grouping(codes: survey.clusters, count: 40),
      try Grouping(codes: survey.strata.map { $0 / 2 }, count: 3),
    ]
    // Bytes in another order than groups, with two bytes for those outside.
    let bytes = try words.map { grouping in
      var codes: [UInt8] = []
      for (row, group) in grouping.codes.enumerated() {
        codes.append(UInt8(group < 0 ? 201 + row % 2 : 200 - group))
      }
      var groups = [Int32](repeating: -1, count: 203)
      for group in 0..<grouping.count { groups[200 - group] = Int32(group) }
      return try Grouping(bytes: codes, groups: groups, count: grouping.count)
    }
    #expect(bytes == words)
    let items = [try ShareItem(survey.yes)]
    #expect(try design.shares(of: items, by: bytes) == design.shares(of: items, by: words))
    for (one, other) in zip(bytes, words) {
      let means = try design.means(of: survey.score, by: one)
      #expect(try means == design.means(of: survey.score, by: other))
    }
  }

  private func check(_ one: Estimate?, _ other: Estimate?) {
    #expect((one == nil) == (other == nil))
    guard let one, let other else { return }
    #expect(agrees(one.value, other.value, relative: 1e-13))
    // A variance of 0 is exactly 0 in both, but for the last digits of equal units.
    if other.standardError > 1e-9 || one.standardError > 1e-9 {
      #expect(agrees(one.standardError, other.standardError, relative: 1e-11))
    }
    #expect(one.standardError.isNaN == other.standardError.isNaN)
    #expect(agrees(one.weightedSize, other.weightedSize, relative: 1e-13))
    #expect(one.sampleSize == other.sampleSize)
    #expect(one.degreesOfFreedom == other.degreesOfFreedom)
    #expect(one.isCensus == other.isCensus)
    if other.value == 0 || other.value == 1 {
      #expect(one.value == other.value && one.standardError == 0)
    }
    if let effect = other.designEffectWithReplacement, effect > 1e-9 {
      #expect(agrees(one.designEffectWithReplacement, effect, relative: 1e-10))
    }
  }

  @Test
  func `a stratum of one unit fails as elsewhere`() throws {
    let design = try SampleDesign(rows: 3, strata: [[0, 0, 1]], clusters: [[0, 1, 2]])
    let everyone = try Grouping(codes: [0, 0, 0], count: 1)
    #expect(throws: SampleDesignError.lonelyPSU(stratum: 1, stage: 1, row: 2)) {
      try design.shares(of: [ShareItem([1, 0, 1])], by: [everyone])
    }
  }

  @Test
  func `columns of another length are refused`() throws {
    let design = try SampleDesign(rows: 2)
    let two = try Grouping(codes: [0, 0], count: 1)
    #expect(throws: SampleDesignError.unequalColumns(.values, rows: 1, expected: 2)) {
      try design.shares(of: [ShareItem([1])], by: [two])
    }
    let one = try Grouping(codes: [0], count: 1)
    #expect(throws: SampleDesignError.unequalColumns(.groups, rows: 1, expected: 2)) {
      try design.shares(of: [ShareItem([1, 0])], by: [one])
    }
    #expect(throws: SampleDesignError.notZeroOrOne(.infinity, row: 1)) {
      try ShareItem([0, .infinity])
    }
  }

  @Test
  func `a group of a complete stratum is a census although other cells were adjusted`() throws {
    let strata = [0, 0, 0, 1, 1, 1]
    let groups = try Grouping(codes: strata, count: 2)
    for rule in [LonelyPSU.fail, .average, .adjust] {
      let design = try SampleDesign(
        rows: 6,
        strata: [strata],
        clusters: [[0, 1, 1, 2, 3, 4]],
        fpc: [[2, 2, 2, 9, 9, 9]],
        lonelyPSU: rule
      )
      .poststratified(by: groups, to: [30, 90])
      let values = [1.0, 0, 1, 1, 0, 1]
      let grid = try design.shares(of: [ShareItem(values)], by: [groups])[0][0]
      let means = try design.proportions(of: values, by: groups)
      let influence = (0..<6).map { strata[$0] == 0 ? design.weights[$0] * values[$0] : .nan }
      #expect(grid.map { $0?.isCensus } == [true, false])
      #expect(means.map { $0?.isCensus } == [true, false])
      #expect(try design.total(of: values, in: strata.map { $0 == 0 })?.isCensus == true)
      #expect(try design.covariance(of: [influence]).isCensus)
      #expect(grid[0]?.standardError == 0)
    }
  }

  @Test
  func `weights that add up to 0 are answers all the same`() throws {
    let design = try SampleDesign(rows: 6, strata: [[0, 0, 0, 1, 1, 1]])
      .adjusted(to: [1, -1, 0, 2, 3, 4], WeightAdjustment(.calibration, from: [], to: []))
    let groups = try Grouping(codes: [0, 0, 0, 0, 0, 0], count: 1)
    let values = [1.0, 0, 1, 1, 0, 1]
    let grid = try #require(try design.shares(of: [ShareItem(values)], by: [groups])[0][0][0])
    #expect(try design.proportion(of: values) == grid)
    #expect((grid.sampleSize, grid.degreesOfFreedom) == (5, 3))
  }

  @Test
  func `codes without a state are missing`() throws {
    let design = try SampleDesign(rows: 4)
    let item = ShareItem(codes: [0, 1, 9, 255], states: [.no, .yes])
    let everyone = try Grouping(codes: [0, 0, 0, 0], count: 1)
    let share = try #require(try design.shares(of: [item], by: [everyone])[0][0][0])
    #expect(share.value == 0.5)
    #expect(share.sampleSize == 2)
  }
}
