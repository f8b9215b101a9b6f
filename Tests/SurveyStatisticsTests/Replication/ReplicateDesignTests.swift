import SurveyStatistics
import Testing

struct ReplicateDesignTests {
  static func design(
    weights: [Double] = [1, 2, 3],
    _ replicates: [[Double]] = [[0, 3, 4], [2, 0, 4], [2, 3, 0]],
    type: ReplicateType = .other,
    form: ReplicateForm = .combined,
    scale: Double? = nil,
    rscales: [Double]? = nil,
    degreesOfFreedom: Int? = nil
  ) throws -> ReplicateDesign {
    try ReplicateDesign(
      rows: 3,
      weights: weights,
      replicateWeights: replicates,
      form: form,
      type: type,
      scale: scale,
      rscales: rscales,
      degreesOfFreedom: degreesOfFreedom
    )
  }

  @Test func `what cannot be used is named with its place`() {
    typealias Error = ReplicateDesignError
    #expect(throws: Error.unequalWeights(rows: 2, expected: 3)) {
      try Self.design(weights: [1, 2])
    }
    #expect(throws: Error.invalidWeight(-1, row: 1)) { try Self.design(weights: [1, -1, 2]) }
    #expect(throws: Error.invalidWeight(.infinity, row: 0)) {
      try Self.design(weights: [.infinity, 1, 2])
    }
    #expect(throws: Error.tooFewReplicates(0, least: 1)) { try Self.design([]) }
    #expect(throws: Error.unequalColumns(replicate: 1, rows: 2, expected: 3)) {
      try Self.design([[1, 1, 1], [1, 1]])
    }
    #expect(throws: Error.invalidReplicateWeight(-2, row: 2, replicate: 1)) {
      try Self.design([[1, 1, 1], [1, 1, -2]])
    }
    #expect(throws: Error.emptyReplicate(1)) { try Self.design([[1, 1, 1], [0, 0, 0]]) }
    #expect(throws: Error.invalidScale(0)) { try Self.design(scale: 0) }
    #expect(throws: Error.unequalFactors(2, expected: 3)) { try Self.design(rscales: [1, 1]) }
    #expect(throws: Error.invalidFactor(-1, replicate: 2)) {
      try Self.design(rscales: [1, 1, -1])
    }
    #expect(throws: Error.fixedFactors) { try Self.design(type: .brr, scale: 0.5) }
    #expect(throws: Error.fixedFactors) { try Self.design(type: .acs, rscales: [1, 2, 1]) }
    #expect(throws: Error.factorsNeeded) { try Self.design(type: .jkn) }
    #expect(throws: Error.invalidRho(1)) { try Self.design(type: .fay(rho: 1)) }
    #expect(throws: Error.invalidDegreesOfFreedom(-1)) { try Self.design(degreesOfFreedom: -1) }
    #expect(throws: Error.tooFewReplicates(1, least: 2)) {
      try Self.design([[1, 1, 1]], type: .jk1)
    }
    #expect(throws: (any Swift.Error).self) {
      try Self.design(weights: [1, .nan, 2])
    }
    #expect(throws: (any Swift.Error).self) { try Self.design([[1, .nan, 1]]) }
    #expect(throws: (any Swift.Error).self) { try Self.design(scale: .nan) }
  }

  @Test func `every error has a text in both languages`() {
    let errors: [ReplicateDesignError] = [
      .design(.weightsAndProbabilities), .adjustedToTotals, .tooManyRows(1),
      .tooFewReplicates(1, least: 2),
      .unequalColumns(replicate: 0, rows: 1, expected: 2), .unequalWeights(rows: 1, expected: 2),
      .invalidWeight(-1, row: 0), .invalidReplicateWeight(-1, row: 0, replicate: 0),
      .emptyReplicate(0), .invalidScale(0), .unequalFactors(1, expected: 2),
      .invalidFactor(-1, replicate: 0), .fixedFactors, .factorsNeeded, .invalidRho(2),
      .invalidDegreesOfFreedom(-1), .stratifiedJackknife(strata: 2),
      .unpairedStratum(stratum: 1, units: 3, row: 0),
      .lonelyRule(.average, stratum: 1, row: 0), .tooLarge(units: 1, replicates: 2),
      .unequalResults(1, expected: 2, replicate: 0),
    ]
    for error in errors {
      #expect(error.text(.english) != error.text(.vietnamese))
      #expect(error.description == error.text(.english))
    }
    for note in ReplicationNote.allCases {
      #expect(note.text(.english) != note.text(.vietnamese))
    }
    #expect(
      ReplicateDesignError.unpairedStratum(stratum: 7, units: 3, row: 4).text(.english)
        == "stratum '7' has 3 sampled units (row 5); half-samples need two."
        + " Pair the units into strata of two, or use JKn or a bootstrap"
    )
  }

  @Test func `usual factors follow the type`() throws {
    let multipliers = [[0, 1.5, 1.5], [1.5, 0, 1.5], [1.5, 1.5, 0.0]]
    #expect(try Self.design(type: .jk1).scale == 2.0 / 3)
    #expect(try Self.design(multipliers, type: .jk1, form: .multipliers).scale == 1 / 1.5)
    let jkn = try Self.design(multipliers, type: .jkn, form: .multipliers)
    #expect(jkn.scale == 1 && jkn.rscales == [1 / 1.5, 1 / 1.5, 1 / 1.5])
    #expect(try Self.design(type: .brr).scale == 1.0 / 3)
    #expect(agrees(try Self.design(type: .fay(rho: 0.5)).scale, 4.0 / 3))
    #expect(try Self.design(type: .bootstrap).scale == 0.5)
    #expect(try Self.design(type: .subbootstrap).scale == 0.5)
    #expect(try Self.design(type: .mrbbootstrap).scale == 0.5)
    #expect(try Self.design(type: .acs).scale == 4.0 / 3)
    #expect(try Self.design(type: .successiveDifference).scale == 4.0 / 3)
    #expect(try Self.design(type: .jk2).scale == 1)
    #expect(try Self.design(type: .other).rscales == [1, 1, 1])
  }

  @Test func `combined weights and multipliers describe the same design`() throws {
    let weights = [1.5, 2, 3.25]
    let multipliers = [[0, 2, 1.0], [2, 0, 1], [0, 2, 2]]
    let combined = multipliers.map { zip($0, weights).map { $0 * $1 } }
    let one = try Self.design(weights: weights, multipliers, type: .brr, form: .multipliers)
    let other = try Self.design(weights: weights, combined, type: .brr)
    #expect(one.degreesOfFreedom == other.degreesOfFreedom)
    for replicate in 0..<3 {
      #expect(one.replicateWeights(of: replicate) == combined[replicate])
      #expect(other.replicateWeights(of: replicate) == combined[replicate])
    }
    #expect(one.replicateWeights(of: 3) == nil)
    let (left, right) = (try one.mean(of: [1, 4, 2]), try other.mean(of: [1, 4, 2]))
    #expect(agrees(left?.value, right?.value, relative: 1e-15))
    #expect(agrees(left?.standardError, right?.standardError, relative: 1e-14))
  }

  @Test func `a replicate without rows makes no standard error, unless it may be left out`() throws
  {
    let replicates = [[0, 2, 2.0], [2, 0, 2], [2, 2, 0]]
    let domain = [true, false, false]
    let strict = try Self.design(replicates, type: .jk1)
    let estimate = try #require(try strict.mean(of: [5, 1, 2], in: domain))
    #expect(estimate.value == 5)
    #expect(estimate.standardError.isNaN)
    #expect(estimate.degreesOfFreedom == 0)
    #expect(ProportionInterval.mean.interval(for: estimate) == nil)
    let lenient = try ReplicateDesign(
      rows: 3,
      weights: [1, 2, 3],
      replicateWeights: replicates,
      type: .jk1,
      undefinedReplicates: .leaveOut
    )
    #expect(try lenient.mean(of: [5, 1, 2], in: domain)?.standardError == 0)
  }

  @Test func `empty domains have no estimate`() throws {
    let design = try Self.design()
    let nobody = [false, false, false]
    #expect(try design.mean(of: [1, 2, 3], in: nobody) == nil)
    #expect(try design.total(of: [1, 2, 3], in: nobody) == nil)
    #expect(try design.ratio(of: [1, 2, 3], to: [1, 1, 1], in: nobody) == nil)
    #expect(try design.ratio(of: [1, 2, 3], to: [0, 0, 0]) == nil)
    #expect(try design.mean(of: [.nan, .nan, .nan]) == nil)
    let quantiles = try design.quantiles(of: [1, 2, 3], at: [0.5], by: Grouping(domain: nobody))
    #expect(quantiles == [[nil]])
    #expect(try design.quantiles(of: [1, 2, 3], at: [-0.1, 1.1, .nan])[0] == [nil, nil, nil])
    #expect(try design.covariances(of: [[.nan, .nan, .nan]])[0][0].isNaN)
    let groups = try Grouping(codes: [0, 0, 0], count: 2)
    #expect(try design.difference(of: [1, 2, 3], by: groups, between: 0, and: 1) == nil)
    #expect(try design.linearCombination(of: [], coefficients: []) == [nil])
  }

  @Test func `wrong columns are refused`() throws {
    let design = try Self.design()
    #expect(throws: SampleDesignError.unequalColumns(.values, rows: 2, expected: 3)) {
      try design.mean(of: [1, 2])
    }
    #expect(throws: SampleDesignError.unequalColumns(.groups, rows: 2, expected: 3)) {
      try design.mean(of: [1, 2, 3], in: [true, false])
    }
    #expect(throws: SampleDesignError.notZeroOrOne(2, row: 1)) {
      try design.proportion(of: [1, 2, 0])
    }
    #expect(throws: SampleDesignError.unequalCoefficients(1, expected: 2)) {
      try design.contrast(
        of: [1, 2, 3],
        by: Grouping(codes: [0, 1, 1], count: 2),
        coefficients: [1]
      )
    }
    #expect(throws: SampleDesignError.invalidGroup(5, row: 1)) {
      try design.covariances(
        of: [1, 2, 3],
        by: Grouping(codes: [0, 1, 1], count: 2),
        among: [0, 5]
      )
    }
  }

  @Test func `given degrees of freedom are a limit`() throws {
    let design = try Self.design(degreesOfFreedom: 1)
    #expect(design.degreesOfFreedom == 1)
    #expect(try design.mean(of: [1, 2, 3])?.degreesOfFreedom == 1)
    #expect(try Self.design().mean(of: [1, 2, .nan])?.degreesOfFreedom == 1)
    #expect(try Self.design(degreesOfFreedom: 9).mean(of: [1, 2, .nan])?.degreesOfFreedom == 1)
  }
}
