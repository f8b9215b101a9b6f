import SurveyAnalysis
import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct EstimateOutputTests {
  private func output(_ format: EstimateOutput.Format) throws -> String {
    var request = EstimateRequest()
    request.statistics = [
      .proportion(try #require(EstimateRequest.Condition("y=1"))), .mean("x"),
    ]
    request.breakdowns = [["g"]]
    let table = TextTable(
      names: ["y", "x", "g"],
      columns: [["1", "1", "2", "1"], ["1", "2", "3", "6"], ["a", "a", "=b", "=b"]]
    )
    return EstimateOutput(try request.answer(from: table), language: .english).write(format)
  }

  @Test func `JSON holds each figure at full precision with its design`() throws {
    let json = try output(.json)
    #expect(json.contains("\"estimate\": 0.75"))
    #expect(json.contains("\"rows\": 4"))
    #expect(json.contains("\"df\": 3"))
    #expect(json.contains("\"weighted_n\": 4"))
  }

  @Test func `CSV has a line for each statistic and group, and guards formulas`() throws {
    let lines = try output(.csv).split(whereSeparator: \.isNewline)
    #expect(lines.count == 7)
    #expect(lines[1].hasPrefix("proportion,y=1,,0.75,"))
    #expect(lines.allSatisfy { !$0.hasPrefix("=") })
    #expect(lines[4].hasPrefix("mean,x,,3.0,"))
  }

  @Test func `text says how many rows and units stand behind the figures`() throws {
    let text = try output(.text)
    #expect(text.contains("75.00%"))
    #expect(text.contains("4 rows, 1 strata, 4 primary units, 3 degrees of freedom"))
  }
}
