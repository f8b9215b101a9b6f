import SurveyStatistics
import Testing

struct WeightingErrorTests {
  private let weights = [1.0, 2, 3, 4]
  private let pairs = [0, 0, 1, 1]

  private func design() throws -> SampleDesign { try SampleDesign(rows: 4, weights: weights) }

  private func margin(_ codes: [Int], _ totals: [Double]) throws -> Margin {
    Margin(try Grouping(codes: codes, count: totals.count), totals: totals)
  }

  private func poststratify(_ codes: [Int], _ totals: [Double]) throws {
    let margin = try margin(codes, totals)
    _ = try design().poststratified(by: margin.groups, to: totals)
  }

  @Test func `cells and totals must belong together`() throws {
    #expect(throws: WeightingError.cellWithoutSample(.cell(2, margin: 0), total: 7)) {
      try poststratify(pairs, [5, 5, 7])
    }
    #expect(throws: WeightingError.cellWithoutPopulation(.cell(1, margin: 0))) {
      try poststratify(pairs, [5, 0])
    }
    #expect(throws: WeightingError.rowWithoutCell(row: 1, margin: 0)) {
      try poststratify([0, -1, 1, 1], [5, 5])
    }
    #expect(throws: WeightingError.invalidTotal(-1, .cell(0, margin: 0))) {
      try poststratify(pairs, [-1, 5])
    }
    #expect(throws: WeightingError.invalidTotal(.infinity, .cell(1, margin: 0))) {
      try poststratify(pairs, [1, .infinity])
    }
    #expect(throws: WeightingError.self) { try poststratify(pairs, [.nan, 5]) }
    #expect(throws: WeightingError.unequalRows(3, expected: 4)) {
      try poststratify([0, 0, 1], [5, 5])
    }
    #expect(throws: WeightingError.unequalTotals(1, expected: 2)) {
      _ = try design().poststratified(by: Grouping(codes: pairs, count: 2), to: [5])
    }
    try poststratify(pairs, [5, 5, 0])
  }

  @Test func `margins must agree and be reachable`() throws {
    let design = try design()
    let first = try margin(pairs, [6, 4])
    #expect(
      throws: WeightingError.marginsDiffer(11, margin: 1, otherTotal: 10, otherMargin: 0)
    ) {
      try design.raked(to: [first, margin([0, 1, 0, 1], [6, 5])])
    }
    #expect(throws: WeightingError.noColumns) { try design.raked(to: []) }
    #expect(throws: WeightingError.invalidTolerance(0)) {
      try design.raked(to: [first], until: .margins(within: 0))
    }
    #expect(throws: WeightingError.invalidTolerance(0)) {
      try design.raked(to: [first], maximumSweeps: 0)
    }
    // Both margins divide the rows alike, but want different sizes.
    do {
      _ = try design.raked(to: [first, margin(pairs, [4, 6])], maximumSweeps: 20)
      Issue.record("margins that contradict each other were met")
    } catch WeightingError.didNotConverge(let iterations, let column, let misfit) {
      #expect(iterations == 20)
      #expect(column == .cell(1, margin: 0))
      #expect(agrees(misfit, 0.5))
    }
    #expect(throws: WeightingError.self) {
      try design.calibrated(
        to: [],
        columns: [],
        margins: [first, margin(pairs, [4, 6])],
        distance: .raking
      )
    }
    let rescaled = try margin([0, 1, 0, 1], [1, 1]).scaled(to: 10)
    #expect(try design.raked(to: [first, rescaled]).adjustments.count == 1)
  }

  @Test func `columns must be usable`() throws {
    let design = try design()
    let (ones, x) = ([1.0, 1, 1, 1], [1.0, 2, 4, 9])
    #expect(throws: WeightingError.singularColumn(.column(1))) {
      try design.calibrated(to: [12, 24], columns: [ones, [2, 2, 2, 2]])
    }
    #expect(throws: WeightingError.singularColumn(.column(0))) {
      try design.calibrated(to: [12], columns: [[0, 0, 0, 0]])
    }
    #expect(throws: WeightingError.singularColumn(.column(0))) {
      try design.calibrated(to: [12], columns: [ones], margins: [margin(pairs, [6, 6])])
    }
    #expect(throws: WeightingError.invalidValue(.infinity, .column(1), row: 3)) {
      try design.calibrated(to: [12, 1], columns: [ones, [1, 2, 3, .infinity]])
    }
    #expect(throws: WeightingError.invalidTotal(.infinity, .column(0))) {
      try design.calibrated(to: [.infinity], columns: [ones])
    }
    #expect(throws: WeightingError.unequalTotals(2, expected: 1)) {
      try design.calibrated(to: [1, 2], columns: [ones])
    }
    #expect(throws: WeightingError.unequalRows(1, expected: 4)) {
      try design.calibrated(to: [1], columns: [[1]])
    }
    #expect(throws: WeightingError.noColumns) { try design.calibrated(to: [], columns: []) }
    #expect(throws: WeightingError.invalidVariance(0, row: 2)) {
      try design.calibrated(to: [12], columns: [x], variance: [1, 1, 0, 1])
    }
    #expect(throws: WeightingError.noSuchStage(2, stages: 1)) {
      try design.calibrated(to: [12], columns: [x], aggregateStage: 2)
    }
    #expect(throws: WeightingError.invalidTolerance(-1)) {
      try design.calibrated(to: [12], columns: [x], tolerance: -1)
    }
    let many = try Margin(
      Grouping(codes: (0..<4000).map { $0 }, count: 4000),
      totals: [Double](repeating: 1, count: 4000)
    )
    #expect(throws: WeightingError.tooManyColumns(8000, limit: 2048)) {
      try SampleDesign(rows: 4000).raked(to: [many, many])
    }
  }

  @Test func `bounds must be possible`() throws {
    let design = try design()
    let ones = [1.0, 1, 1, 1]
    for distance in [
      CalibrationDistance.logit(lower: 1.1, upper: 2), .logit(lower: 0.5, upper: 1),
      .logit(lower: -1, upper: 2), .logit(lower: 0.5, upper: .infinity),
      .boundedLinear(lower: .nan, upper: 2), .boundedLinear(lower: 0.5, upper: 0.9),
    ] {
      #expect(throws: WeightingError.self) {
        try design.calibrated(to: [11], columns: [ones], distance: distance)
      }
    }
    #expect(
      throws: WeightingError.unreachableTotal(30, .column(0), least: 5, most: 20)
    ) {
      let distance = CalibrationDistance.logit(lower: 0.5, upper: 2)
      return try design.calibrated(to: [30], columns: [ones], distance: distance)
    }
    #expect(throws: WeightingError.self) {
      try design.calibrated(to: [-1], columns: [ones], distance: .raking)
    }
    // Each total is possible, not both together.
    #expect(throws: WeightingError.self) {
      try design.calibrated(
        to: [11, 12],
        columns: [[1, 1, 1, 1], [1, 1, 1, 1.001]],
        distance: .boundedLinear(lower: 0.5, upper: 2)
      )
    }
    #expect(throws: WeightingError.self) {
      try design.calibrated(to: [10, 2], columns: [ones, [0, 1, 2, 3]])
    }
    let negative = try design.calibrated(
      to: [10, 2],
      columns: [ones, [0, 1, 2, 3]],
      allowsNegativeWeights: true
    )
    #expect(negative.weights.contains { $0 < 0 })
    #expect(throws: WeightingError.self) { try negative.trimmed(upper: 3) }
    #expect(throws: WeightingError.self) {
      try negative.poststratified(by: Grouping(codes: pairs, count: 2), to: [5, 5])
    }
  }

  @Test func `limits and respondents must leave somebody`() throws {
    let design = try design()
    let pairs = try Grouping(codes: pairs, count: 2)
    #expect(throws: WeightingError.cannotTrim(lower: 0, upper: 0.5)) {
      try design.trimmed(upper: 0.5)
    }
    #expect(throws: WeightingError.cannotTrim(lower: 0, upper: 2.4)) {
      try design.trimmed(upper: 2.4, strict: true)
    }
    for (lower, upper) in [(3.0, 2.0), (-1, 2), (.nan, 2), (1, .nan)] {
      #expect(throws: WeightingError.self) { try design.trimmed(lower: lower, upper: upper) }
    }
    #expect(throws: WeightingError.cellWithoutRespondents(.cell(1, margin: 0))) {
      try design.adjustedForNonresponse(in: pairs, responded: [true, false, false, false])
    }
    #expect(throws: WeightingError.unequalRows(1, expected: 4)) {
      try design.adjustedForNonresponse(in: pairs, responded: [true])
    }
    #expect(throws: WeightingError.cellWithoutSample(.cell(1, margin: 0), total: 5)) {
      try design.standardized(by: Grouping(codes: [0, 0, 0, 0], count: 2), to: [1, 1])
    }
    #expect(throws: WeightingError.rowWithoutCell(row: 3, margin: 1)) {
      let others = try Grouping(codes: [0, 0, 0, -1], count: 1)
      return try design.standardized(by: pairs, to: [1, 1], within: others)
    }
    #expect(throws: WeightingError.invalidTotal(0, .cell(0, margin: 0))) {
      try design.standardized(by: pairs, to: [0, 0])
    }
  }

  @Test func `cells can be named`() {
    let error = WeightingError.cellWithoutSample(.cell(2, margin: 0), total: 40)
    #expect(
      error.text(.english)
        == "the population has 40.0 members in cell 2 of margin 1, the sample has none; join cells"
    )
    #expect(
      error.text(.vietnamese) { _ in "Nữ từ 60 tuổi" }
        == "tổng thể có 40.0 đơn vị thuộc Nữ từ 60 tuổi, mẫu không có đơn vị nào; hãy gộp nhóm"
    )
    #expect("\(error)" == error.text(.english))
  }

  @Test(arguments: [
    WeightingError.unequalRows(1, expected: 2), .unequalTotals(1, expected: 2), .noColumns,
    .tooManyColumns(9, limit: 5), .invalidTotal(-1, .column(0)), .rowWithoutCell(row: 1, margin: 0),
    .cellWithoutSample(.cell(1, margin: 0), total: 3), .cellWithoutPopulation(.cell(1, margin: 2)),
    .marginsDiffer(1, margin: 1, otherTotal: 2, otherMargin: 0),
    .invalidValue(.nan, .column(1), row: 0), .invalidVariance(-1, row: 3),
    .singularColumn(.column(1)), .invalidBounds(lower: 2, upper: 1),
    .unreachableTotal(9, .column(0), least: 1, most: 2), .negativeWeight(-1, row: 0),
    .didNotConverge(iterations: 10, .cell(0, margin: 0), misfit: 0.1),
    .noSuchStage(3, stages: 1), .invalidTolerance(0), .cannotTrim(lower: 1, upper: 2),
    .cellWithoutRespondents(.cell(0, margin: 0)),
  ])
  func `every error can be said in both languages`(error: WeightingError) {
    let (english, vietnamese) = (error.text(.english), error.text(.vietnamese))
    #expect(english != vietnamese)
    for text in [english, vietnamese] {
      #expect(!text.isEmpty)
      #expect(!text.hasSuffix("."))
    }
  }
}
