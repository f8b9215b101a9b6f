import SurveyStatistics
import Testing

/// What has no answer is refused with its reason.
struct InferenceLimitsTests {
  private let plain: SampleDesign
  private let halves: Grouping

  init() throws {
    plain = try SampleDesign(rows: 8)
    halves = try Grouping(codes: [0, 0, 0, 0, 1, 1, 1, 1], count: 2)
  }

  @Test func `constant answers are not tested`() throws {
    let same = [Double](repeating: 5, count: 8)
    #expect(throws: InferenceError.noVariance) { try plain.tTest(of: same, against: 4) }
    #expect(throws: InferenceError.noVariance) {
      try plain.tTest(of: same, by: halves, between: 0, and: 1)
    }
    let missing = [Double](repeating: .nan, count: 8)
    #expect(throws: InferenceError.noRows) { try plain.tTest(of: missing, against: 4) }
  }

  @Test func `groups must exist and have answers`() throws {
    let values: [Double] = [1, 2, 3, 4, .nan, .nan, .nan, .nan]
    #expect(throws: InferenceError.emptyGroup(1)) {
      try plain.tTest(of: values, by: halves, between: 0, and: 1)
    }
    #expect(throws: InferenceError.emptyGroup(9)) {
      try plain.tTest(of: values, by: halves, between: 0, and: 9)
    }
    #expect(throws: InferenceError.emptyGroup(1)) { try plain.trend(of: values, by: halves) }
    #expect(throws: InferenceError.tooFewGroups(1)) { try plain.rankTest(of: values, by: halves) }
    #expect(throws: InferenceError.tooFewGroups(1)) {
      try plain.significanceLetters(of: values, by: halves)
    }
  }

  @Test func `times of waves must differ`() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 9]
    for times in [[1, 1], [1, .nan]] {
      #expect(throws: InferenceError.invalidTimes) {
        try plain.trend(of: values, by: halves, times: times)
      }
    }
    #expect(throws: InferenceError.unequalCounts(3, expected: 2)) {
      try plain.trend(of: values, by: halves, times: [1, 2, 3])
    }
  }

  @Test func `infinite answers and impossible levels are refused`() throws {
    let values: [Double] = [1, 2, 3, .infinity, 5, 6, 7, 9]
    #expect(throws: InferenceError.notFinite(row: 3)) { try plain.tTest(of: values, against: 1) }
    #expect(throws: InferenceError.notFinite(row: 3)) {
      try plain.linearRegression(of: values, on: [])
    }
    #expect(throws: InferenceError.invalidLevel(1)) {
      try plain.tTest(of: [1, 2, 3, 4, 5, 6, 7, 8], against: 1, level: 1)
    }
  }

  @Test func `a sample of one unit has no degrees of freedom`() throws {
    let design = try SampleDesign(rows: 3, clusters: [[0, 0, 0]], lonelyPSU: .adjust)
    #expect(throws: InferenceError.noDegreesOfFreedom(0)) {
      try design.tTest(of: [1, 2, 3], against: 1)
    }
  }

  @Test func `dependent columns are named`() throws {
    let x: [Double] = [1, 2, 3, 4, 5, 6, 7, 9]
    let twice = Predictor(name: "twice", values: x.map { 2 * $0 })
    let predictors = [Predictor(name: "x", values: x), twice]
    #expect(throws: InferenceError.dependentColumns([2])) {
      try plain.linearRegression(of: x.map { $0 * $0 }, on: predictors)
    }
    #expect(throws: InferenceError.dependentColumns([2])) {
      try plain.logisticRegression(of: [0, 1, 0, 1, 0, 1, 0, 1], on: predictors)
    }
    let constant = Predictor(name: "constant", values: x.map { _ in 3 })
    #expect(throws: InferenceError.dependentColumns([1])) {
      try plain.linearRegression(of: x, on: [constant])
    }
  }

  @Test func `a perfect fit and a fit out of range have no p value`() throws {
    let x: [Double] = [1, 2, 3, 4, 5, 6, 7, 9]
    let perfect = try plain.linearRegression(
      of: x.map { 0.1 + 0.3 * $0 },
      on: [Predictor(name: "x", values: x)]
    )
    #expect(agrees(perfect.coefficients[1].value, 0.3, relative: 1e-14))
    #expect(perfect.coefficients[1].standardError == 0)
    #expect(perfect.coefficients[1].pValue.isNaN)
    let huge = try plain.linearRegression(
      of: [1e300, 2e300, 1e300, 5e300, 2e300, 1e300, 7e300, 1e300],
      on: [Predictor(name: "x", values: x)]
    )
    #expect(huge.coefficients[1].pValue.isNaN)
    #expect(huge.coefficients[1].interval() == nil)
  }

  @Test func `what is too large is refused`() throws {
    let design = try SampleDesign(rows: 300)
    let each = try Grouping(codes: Array(0..<300), count: 300)
    let values = (0..<300).map { Double($0) }
    #expect(throws: InferenceError.tooLarge(90_000, most: CrossTable.mostCells)) {
      try design.crossTable(of: each, and: each)
    }
    #expect(throws: InferenceError.tooLarge(300, most: SignificanceLetters.mostGroups)) {
      try design.significanceLetters(of: values, by: each)
    }
  }

  @Test func `separated outcomes are recognised`() throws {
    let x = Predictor(name: "x", values: [1, 2, 3, 4, 5, 6, 7, 9])
    #expect(throws: InferenceError.separated) {
      try plain.logisticRegression(of: [0, 0, 0, 0, 1, 1, 1, 1], on: [x])
    }
    let group = Predictor(name: "group", values: [0, 0, 0, 0, 1, 1, 1, 1])
    #expect(throws: InferenceError.separated) {
      try plain.logisticRegression(of: [0, 1, 0, 1, 1, 1, 1, 1], on: [group])
    }
    #expect(throws: InferenceError.separated) {
      try plain.logisticRegression(of: [1, 1, 1, 1, 1, 1, 1, 1], on: [])
    }
    #expect(throws: SampleDesignError.notZeroOrOne(2, row: 1)) {
      try plain.logisticRegression(of: [1, 2, 1, 1, 1, 1, 1, 1], on: [])
    }
  }

  @Test func `tables without two rows and two columns are refused`() throws {
    let single = try Grouping(codes: [0, 0, 0, 0, 0, 0, 0, 0], count: 3)
    #expect(throws: InferenceError.tableTooSmall(rows: 2, columns: 1)) {
      try plain.crossTable(of: halves, and: single)
    }
    let nobody = [Bool](repeating: false, count: 8)
    #expect(throws: InferenceError.noRows) {
      try plain.crossTable(of: halves, and: halves, in: nobody)
    }
  }

  @Test func `empty rows of a table are left out`() throws {
    let sparse = try Grouping(codes: [0, 2, 0, 2, 2, 2, 0, 2], count: 4)
    let table = try plain.crossTable(of: halves, and: sparse)
    #expect(table.rows == [0, 1])
    #expect(table.columns == [0, 2])
    #expect(table.counts == [2, 2, 1, 3])
    #expect(try table.test().pValue > 0.4)
  }

  @Test func `a census has nothing to test`() throws {
    let design = try SampleDesign(rows: 8, fpc: [[Double](repeating: 8, count: 8)])
    let other = try Grouping(codes: [0, 1, 0, 1, 1, 1, 0, 1], count: 2)
    let table = try design.crossTable(of: halves, and: other)
    #expect(throws: InferenceError.noVariance) { try table.test(.f) }
    #expect(throws: InferenceError.singularCovariance) { try table.test(.wald) }
  }

  @Test func `more figures than units cannot be tested at once`() throws {
    let design = try SampleDesign(rows: 8, clusters: [[0, 0, 0, 1, 1, 1, 2, 2]])
    let levels = try Grouping(codes: [0, 1, 2, 3, 0, 1, 2, 3], count: 4)
    let outcome: [Double] = [1, 5, 2, 6, 2, 3, 8, 1]
    let model = try design.linearRegression(of: outcome, on: Predictor.indicators(of: levels))
    #expect(model.degreesOfFreedom == -1)
    #expect(model.coefficients.allSatisfy { $0.pValue.isNaN && $0.interval() == nil })
    #expect(throws: InferenceError.noDegreesOfFreedom(-1)) { try model.waldTest(of: [1, 2, 3]) }
    #expect(throws: InferenceError.unequalCounts(0, expected: 1)) { try model.waldTest(of: [9]) }
  }

  @Test func `shares must be positive`() throws {
    for shares in [[1, 0], [1, -1], [1], [.nan, 1], [1, .infinity]] {
      #expect(throws: InferenceError.invalidShares) {
        try plain.goodnessOfFit(of: halves, shares: shares)
      }
    }
  }

  @Test func `one-sided tests share the two-sided p value`() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 6, 7, 9]
    let both = try plain.tTest(of: values, against: 4)
    let less = try plain.tTest(of: values, against: 4, alternative: .less)
    let greater = try plain.tTest(of: values, against: 4, alternative: .greater, level: 0.975)
    #expect(agrees(less.pValue + greater.pValue, 1, relative: 1e-14))
    #expect(agrees(2 * min(less.pValue, greater.pValue), both.pValue, relative: 1e-13))
    #expect(less.interval.lower == -.infinity)
    #expect(greater.interval.upper == .infinity)
    #expect(agrees(greater.interval.lower, both.interval.lower, relative: 1e-12))
  }

  @Test func `all errors are put into words in both languages`() {
    let errors: [InferenceError] = [
      .noRows, .tooFewGroups(1), .tooLarge(9, most: 8), .emptyGroup(0),
      .tableTooSmall(rows: 1, columns: 2),
      .noDegreesOfFreedom(0), .noVariance, .singularCovariance, .dependentColumns([1, 2]),
      .separated, .notConverged(iterations: 9), .notFinite(row: 2), .negativeWeight(row: 2),
      .invalidShares,
      .invalidLevel(2), .unequalCounts(1, expected: 2), .invalidTimes, .tooFewItems(1),
      .constantItem(0), .constantItem(nil),
    ]
    let english = Set(errors.map { $0.text(.english) })
    let vietnamese = Set(errors.map { $0.text(.vietnamese) })
    #expect(english.count == errors.count)
    #expect(vietnamese.count == errors.count)
    #expect(english.isDisjoint(with: vietnamese))
  }
}
