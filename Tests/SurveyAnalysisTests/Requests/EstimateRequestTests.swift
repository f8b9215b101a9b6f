import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct EstimateRequestTests {
  private let table = TextTable(
    names: ["y", "x", "score", "w", "st", "psu", "place", "sex"],
    columns: [
      ["1", "2", "4", "99", "3", "1", "4", "2"], ["2", "2", "4", "4", "2", "2", "4", "4"],
      ["10", "8.5", "", "7", "9", "6", "3", "10"], ["1", "2", "1", "2", "1", "2", "1", "2"],
      ["a", "a", "a", "a", "b", "b", "b", "b"], ["1", "1", "2", "2", "3", "3", "4", "4"],
      ["10", "9", "9", "10", "9", "10", "", "9"], ["m", "f", "m", "f", "m", "f", "m", "f"],
    ]
  )

  private var request: EstimateRequest {
    var request = EstimateRequest()
    request.missing = ["99"]
    request.design.weight = "w"
    request.design.strata = ["st"]
    request.design.clusters = ["psu"]
    return request
  }

  private func design() throws -> SampleDesign {
    try SampleDesign(
      rows: 8,
      weights: [1, 2, 1, 2, 1, 2, 1, 2],
      strata: [[0, 0, 0, 0, 1, 1, 1, 1]],
      clusters: [[0, 0, 1, 1, 2, 2, 3, 3]]
    )
  }

  @Test func `conditions are codes or a lower bound`() throws {
    let codes = try #require(EstimateRequest.Condition(" y = 1, 02 ,x"))
    #expect(codes.variable == "y")
    #expect(codes.test == .among(["1", "02", "x"]))
    let bound = try #require(EstimateRequest.Condition("score>=7.5"))
    #expect(bound.variable == "score")
    #expect(bound.test == .atLeast(7.5))
    for wrong in ["", "y", "=1", "y=", ">=3", "y>=", "y>=many", "y>=1e400"] {
      #expect(EstimateRequest.Condition(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `answers are those of the statistics themselves`() throws {
    var asked = request
    asked.statistics = [
      .mean("score"), .total("x"), .ratio("score", "x"),
      .proportion(try #require(EstimateRequest.Condition("y=1,2"))),
      .proportion(try #require(EstimateRequest.Condition("score>=8"))),
    ]
    let answer = try asked.answer(from: table)
    let design = try design()
    let score = [10, 8.5, .nan, 7, 9, 6, 3, 10]
    let x = [2.0, 2, 4, 4, 2, 2, 4, 4]
    let expected = [
      try design.mean(of: score), try design.totals(of: x)[0],
      try design.ratios(of: score, to: x)[0],
      try design.proportions(of: [1, 1, 0, .nan, 0, 1, 0, 1])[0],
      try design.proportions(of: [1, 1, .nan, 0, 1, 0, 0, 1])[0],
    ]
    #expect(answer.lines.count == expected.count)
    for (line, expected) in zip(answer.lines, expected) {
      #expect(line.estimate.isClose(to: expected), "\(line.variable)")
    }
    #expect(
      answer.lines.map(\.statistic) == ["mean", "total", "ratio", "proportion", "proportion"]
    )
    #expect(answer.lines.map(\.variable) == ["score", "x", "score/x", "y=1,2", "score>=8"])
    #expect(answer.lines[0].intervals.map(\.rule) == [.mean])
    #expect(answer.lines[3].intervals.map(\.rule) == [.beta])
  }

  @Test func `a missing code is missing and not a number`() throws {
    var asked = request
    asked.statistics = [.mean("y")]
    #expect(try asked.answer(from: table).lines[0].estimate?.sampleSize == 7)
    asked.missing = []
    #expect(try asked.answer(from: table).lines[0].estimate?.sampleSize == 8)
  }

  @Test func `breakdowns are crossed and sorted as numbers, and rows without one are left out`()
    throws
  {
    var asked = request
    asked.statistics = [.mean("x")]
    asked.breakdowns = [["place"], ["place", "sex"]]
    let lines = try asked.answer(from: table).lines
    #expect(
      lines.map { $0.domain.map(\.value) } == [
        [], ["9"], ["10"], ["9", "f"], ["9", "m"], ["10", "f"], ["10", "m"],
      ]
    )
    #expect(lines.dropFirst().first?.domain.map(\.column) == ["place"])
    let groups = try Grouping(codes: [1, 0, 0, 1, 0, 1, -1, 0], count: 2)
    let direct = try design().means(of: [2, 2, 4, 4, 2, 2, 4, 4], by: groups)
    #expect(lines[1...2].map(\.estimate) == direct)
    #expect(lines[0].estimate?.sampleSize == 8)
  }

  @Test func `several intervals at another level`() throws {
    var asked = request
    asked.statistics = [.proportion(try #require(EstimateRequest.Condition("y=1,2")))]
    asked.intervals = [.wilson, .xlogit, .beta]
    asked.level = 0.8
    let line = try asked.answer(from: table).lines[0]
    let estimate = try #require(line.estimate)
    for (rule, interval) in line.intervals {
      #expect(interval == rule.interval(for: estimate, level: 0.8))
    }
    #expect(line.intervals.map(\.rule) == [.wilson, .xlogit, .beta])
  }

  @Test func `a stratum of one unit has the name that it has in the file`() throws {
    var asked = request
    asked.statistics = [.mean("x")]
    asked.design.clusters = ["st"]
    let error = #expect(throws: EstimateRequestError.self) { try asked.answer(from: table) }
    #expect(error?.text(in: .english).contains("stratum 'a' has only one") == true)
    #expect(error?.text(in: .vietnamese).contains("'a'") == true)
  }

  @Test func `an unknown column is named with the nearest one`() throws {
    var asked = request
    asked.statistics = [.mean("scor")]
    let error = #expect(throws: EstimateRequestError.self) { try asked.answer(from: table) }
    #expect(error == .unknownColumn("scor", suggestion: "score"))
    asked = request
    asked.statistics = [.mean("score")]
    asked.breakdowns = [["plase"]]
    #expect(throws: EstimateRequestError.unknownColumn("plase", suggestion: "place")) {
      try asked.answer(from: table)
    }
  }

  @Test func `a cell that is no number and a gap in the design are named with their row`() {
    var asked = request
    asked.statistics = [.mean("sex")]
    #expect(throws: EstimateRequestError.notANumber(column: "sex", row: 1, text: "m")) {
      try asked.answer(from: table)
    }
    asked.statistics = [.mean("x")]
    asked.design.weight = "score"
    #expect(throws: EstimateRequestError.missingDesignCell(column: "score", row: 3)) {
      try asked.answer(from: table)
    }
    asked.design.weight = nil
    asked.design.clusters = ["place"]
    #expect(throws: EstimateRequestError.missingDesignCell(column: "place", row: 7)) {
      try asked.answer(from: table)
    }
  }

  @Test func `nothing asked and nothing to ask of are errors`() {
    #expect(throws: EstimateRequestError.nothingAsked) { try request.answer(from: table) }
    var asked = request
    asked.statistics = [.mean("x")]
    #expect(throws: EstimateRequestError.noRows) {
      try asked.answer(from: TextTable(names: ["x"], columns: [[]]))
    }
  }

  @Test func `nothing in the header may be meant twice`() {
    var asked = EstimateRequest()
    asked.statistics = [.mean("x")]
    let cells = [["1", "3"], ["2", "5"], ["1", "1"]]
    let twice = TextTable(names: ["x", "x", "w"], columns: cells)
    #expect(throws: EstimateRequestError.ambiguousColumn("x")) { try asked.answer(from: twice) }
    let other = TextTable(names: ["x", "w", "w"], columns: cells)
    #expect(throws: Never.self) { try asked.answer(from: other) }
  }

  @Test func `numbers that cannot be computed with are named`() {
    var asked = EstimateRequest()
    asked.statistics = [.total("x")]
    func table(_ x: String, _ w: String) -> TextTable {
      TextTable(names: ["x", "w"], columns: [["1", x, "2"], ["1", w, "1"]])
    }
    #expect(throws: EstimateRequestError.outOfScale(column: "x", row: 2, -1e200)) {
      try asked.answer(from: table("-1e200", "1"))
    }
    asked.design.weight = "w"
    for weight in [1e300, 1e-300] {
      #expect(throws: EstimateRequestError.outOfScale(column: "w", row: 2, weight)) {
        try asked.answer(from: table("1", "\(weight)"))
      }
    }
    #expect(throws: EstimateRequestError.noWeight(column: "w")) {
      try asked.answer(from: TextTable(names: ["x", "w"], columns: [["1", "2"], ["0", "0"]]))
    }
  }

  @Test func `a design that contradicts itself is the statistics' error`() {
    var asked = request
    asked.statistics = [.mean("x")]
    asked.design.strata = ["sex"]
    #expect(throws: EstimateRequestError.self) { try asked.answer(from: table) }
    asked.design = EstimateRequest.Design()
    asked.design.weight = "w"
    asked.design.probability = "w"
    #expect(throws: EstimateRequestError.self) { try asked.answer(from: table) }
  }
}
