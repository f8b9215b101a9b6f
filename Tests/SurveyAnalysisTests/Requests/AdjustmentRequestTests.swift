import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

@Suite struct AdjustmentRequestTests {
  private typealias Margin = EstimateRequest.KnownMargin

  private static let y = [3.0, 1, 4, 1, 5, 9, 2, 6]
  private static let weights = [2.0, 1, 3, 2, 1, 3, 2, 2]
  private static let age = [20.0, 31, 25, 44, 52, 38, 61, 29]

  private let table = TextTable(
    names: ["y", "w", "age", "sex", "area"],
    columns: [
      y.map { "\($0)" }, weights.map { "\($0)" }, age.map { "\($0)" },
      ["m", "f", "m", "f", "m", "f", "m", "f"], ["2", "2", "10", "10", "2", "10", "10", "2"],
    ]
  )
  private let sex = Margin(column: "sex", totals: ["f": 90, "m": 70])
  private let area = Margin(column: "area", totals: ["2": 100, "10": 60])

  private func request(_ adjustments: EstimateRequest.Adjustment...) throws -> EstimateRequest {
    var request = EstimateRequest()
    request.design.weight = "w"
    request.design.adjustments = adjustments
    request.statistics = [
      .mean("y"), .total("y"), .quantile("y", 0.5),
      .proportion(try #require(EstimateRequest.Condition("y>=4"))),
    ]
    return request
  }

  private func design() throws -> SampleDesign { try SampleDesign(rows: 8, weights: Self.weights) }

  private func margins() throws -> [SurveyStatistics.Margin] {
    [
      SurveyStatistics.Margin(
        try Grouping(codes: [1, 0, 1, 0, 1, 0, 1, 0], count: 2),
        totals: [90, 70]
      ),
      // Groups are in the order of their texts: "10" before "2".
      SurveyStatistics.Margin(
        try Grouping(codes: [1, 1, 0, 0, 1, 0, 0, 1], count: 2),
        totals: [60, 100]
      ),
    ]
  }

  private func expect(
    _ answer: EstimateAnswer,
    _ design: SampleDesign,
    _ place: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let median = try #require(try design.quantiles(0.5, of: Self.y)[0])
    let expected = [
      try design.mean(of: Self.y), try design.totals(of: Self.y)[0],
      try design.proportions(of: Self.y.map { $0 >= 4 ? 1 : 0 })[0],
    ]
    for (line, expected) in zip([answer.lines[0], answer.lines[1], answer.lines[3]], expected) {
      #expect(line.estimate.isClose(to: expected), "\(line.statistic)", sourceLocation: place)
    }
    #expect(answer.lines[2].estimate?.value == median.value, sourceLocation: place)
    #expect(answer.lines[2].intervals[0].interval == median.interval, sourceLocation: place)
    #expect(answer.design.adjustments == design.adjustments, sourceLocation: place)
  }

  @Test func `post-stratification is that of the design`() throws {
    let margin = try margins()[0]
    try expect(
      try request(.poststratify(sex)).answer(from: table),
      try design().poststratified(by: margin.groups, to: margin.totals)
    )
  }

  @Test func `raking is that of the design`() throws {
    try expect(
      try request(.rake([sex, area])).answer(from: table),
      try design().raked(to: try margins())
    )
  }

  @Test(arguments: [
    CalibrationDistance.linear, .raking, .logit(lower: 0.1, upper: 60),
    .boundedLinear(lower: 0.1, upper: 60),
  ])
  func `calibration is that of the design`(distance: CalibrationDistance) throws {
    let total = EstimateRequest.KnownTotal(column: "age", total: 6200)
    try expect(
      try request(.calibrate([sex], [total], distance)).answer(from: table),
      try design().calibrated(
        to: [6200],
        columns: [Self.age],
        margins: [try margins()[0]],
        distance: distance
      )
    )
  }

  @Test func `adjustments are made one after another`() throws {
    let margins = try margins()
    try expect(
      try request(.poststratify(sex), .rake([area])).answer(from: table),
      try design().poststratified(by: margins[0].groups, to: margins[0].totals)
        .raked(to: [margins[1]])
    )
  }

  @Test func `margins and sample must have the same groups`() throws {
    #expect(throws: EstimateRequestError.notInMargin(column: "sex", value: "f", row: 2)) {
      try request(.poststratify(Margin(column: "sex", totals: ["m": 1]))).answer(from: table)
    }
    #expect(throws: EstimateRequestError.notInSample(column: "sex", value: "x")) {
      try request(.rake([Margin(column: "sex", totals: ["m": 1, "f": 1, "x": 1])]))
        .answer(from: table)
    }
    // A group that nobody has in the population either may be listed.
    #expect(throws: Never.self) {
      try request(.rake([Margin(column: "sex", totals: ["m": 1, "f": 1, "x": 0])]))
        .answer(from: table)
    }
    #expect(throws: EstimateRequestError.unknownColumn("sez", suggestion: "sex")) {
      try request(.poststratify(Margin(column: "sez", totals: ["m": 1]))).answer(from: table)
    }
    var columns = table.columns
    columns[3][4] = ""
    let gap = TextTable(names: table.names, columns: columns)
    #expect(throws: EstimateRequestError.missingDesignCell(column: "sex", row: 5)) {
      try request(.poststratify(sex)).answer(from: gap)
    }
  }

  @Test func `errors of the statistics name columns and groups`() throws {
    let other = Margin(column: "area", totals: ["2": 100, "10": 61])
    #expect(
      throws: EstimateRequestError.marginsDiffer(
        column: "area",
        total: 161,
        other: "sex",
        otherTotal: 160
      )
    ) { try request(.rake([sex, other])).answer(from: table) }
    func text(_ adjustment: EstimateRequest.Adjustment) throws -> String {
      let error = #expect(throws: EstimateRequestError.self) {
        try request(adjustment).answer(from: table)
      }
      return try #require(error).text(in: .vietnamese)
    }
    let none = Margin(column: "sex", totals: ["m": 10, "f": 0])
    #expect(try text(.poststratify(none)).contains("nhóm 'f' của cột 'sex'"))
    let age = EstimateRequest.KnownTotal(column: "age", total: 6200)
    #expect(try text(.calibrate([], [age, age], .linear)).contains("cột 'age' suy ra được"))
    #expect(
      try text(.calibrate([sex], [], .logit(lower: 0.9, upper: 1.1)))
        .contains("nhóm 'f' của cột 'sex'")
    )
  }
}
