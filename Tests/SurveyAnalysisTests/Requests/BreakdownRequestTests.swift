import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

@Suite struct BreakdownRequestTests {
  /// Rows 0..<rows with a serial number, its remainder by 7 and by 3.
  private func table(_ rows: Int) -> TextTable {
    TextTable(
      names: ["serial", "seven", "three", "y"],
      columns: [
        (0..<rows).map { "\($0)" }, (0..<rows).map { "\($0 % 7)" },
        (0..<rows).map { $0 % 21 < 14 ? "\($0 % 3)" : "" }, (0..<rows).map { "\($0 % 2)" },
      ]
    )
  }

  @Test func `crossed groups are those that occur, sorted`() throws {
    var request = EstimateRequest()
    request.statistics = [.mean("y")]
    request.breakdowns = [["seven", "three", "y"]]
    let rows = 40
    let domains = try request.answer(from: table(rows)).lines.dropFirst()
      .map { $0.domain.map(\.value) }
    let occurring = Set(
      (0..<rows).filter { $0 % 21 < 14 }.map { [$0 % 7, $0 % 3, $0 % 2] }
    )
    let sorted = occurring.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(domains == sorted.map { $0.map { "\($0)" } })
    #expect(sorted.count < 7 * 3 * 2)
  }

  @Test func `a condition may be about a column of many values`() throws {
    var request = EstimateRequest()
    request.statistics = [
      .proportion(try #require(EstimateRequest.Condition("serial=3,700,x"))),
      .proportion(try #require(EstimateRequest.Condition("serial>=150"))),
    ]
    request.missing = ["999"]
    let lines = try request.answer(from: table(1000)).lines
    let design = try SampleDesign(rows: 1000)
    let among = (0..<1000).map { $0 == 999 ? Double.nan : $0 == 3 || $0 == 700 ? 1 : 0 }
    let atLeast = (0..<1000).map { $0 == 999 ? Double.nan : $0 >= 150 ? 1 : 0 }
    #expect(lines[0].estimate.isClose(to: try design.proportions(of: among)[0]))
    #expect(lines[1].estimate.isClose(to: try design.proportions(of: atLeast)[0]))
    #expect(lines[0].estimate?.sampleSize == 999)
  }

  @Test func `a bound on a text is an error at its row`() throws {
    var cells = (0..<600).map { "\($0)" }
    cells[417] = "nhiều"
    var request = EstimateRequest()
    request.statistics = [.proportion(try #require(EstimateRequest.Condition("v>=3")))]
    #expect(throws: EstimateRequestError.notANumber(column: "v", row: 418, text: "nhiều")) {
      try request.answer(from: TextTable(names: ["v"], columns: [cells]))
    }
  }

  @Test func `quantiles are those of the design, with open limits left out`() throws {
    var request = EstimateRequest()
    request.statistics = [.quantile("serial", 0.25), .quantile("serial", 0.999)]
    request.breakdowns = [["three"]]
    request.level = 0.9
    let lines = try request.answer(from: table(100)).lines
    let design = try SampleDesign(rows: 100)
    let values = (0..<100).map { Double($0) }
    let codes = (0..<100).map { $0 % 21 < 14 ? $0 % 3 : -1 }
    let groups = try Grouping(codes: codes, count: 3)
    var expected: [QuantileEstimate?] = []
    for share in [0.25, 0.999] {
      expected += try design.quantiles(share, of: values, level: 0.9)
      expected += try design.quantiles(share, of: values, by: groups, level: 0.9)
    }
    #expect(lines.count == 8)
    for (line, expected) in zip(lines, expected) {
      #expect(line.estimate?.value == expected?.value)
      #expect(line.intervals.map(\.rule) == [.mean])
      #expect(line.intervals[0].interval == expected?.interval)
    }
    #expect(lines[0].variable == "serial@0.25")
    #expect(lines[0].intervals[0].interval != nil)
    #expect(lines[4].intervals[0].interval == nil)
  }

  @Test func `more groups than can be kept are an error with the columns`() {
    let count = Grouping.maximumCount + 1
    let column = EncodedColumn(
      texts: (0..<count).map { "\($0)" },
      codes: .wide((0..<count).map { Int32($0) })
    )
    let numbers = EncodedTable.Numbers(values: [Double](repeating: 1, count: count), fault: nil)
    let table = EncodedTable(
      names: ["id", "y"],
      rowCount: count,
      texts: ["id": column],
      numbers: ["y": numbers]
    )
    var request = EstimateRequest()
    request.statistics = [.mean("y")]
    request.breakdowns = [["id"]]
    #expect(throws: EstimateRequestError.tooManyGroups(columns: ["id"], count: count)) {
      try request.answer(from: table)
    }
  }
}
