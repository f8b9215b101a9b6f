import Foundation
import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

/// The estimates behind the figures of a report, for programs.
@Suite struct JSONEstimateTests {
  private func estimates(_ report: Report) throws -> [[String: Any]] {
    let json = JSONRenderer().render(report)
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require(root?["estimates"] as? [[String: Any]])
  }

  @Test func `each figure has its standard error and degrees of freedom`() throws {
    let summary = try SmallStudy().summary(.vietnamese)
    let estimates = try estimates(summary.report())
    #expect(estimates.count > 40)
    for estimate in estimates {
      #expect((estimate["standardError"] as? Double).map { $0 >= 0 } == true)
      #expect((estimate["degreesOfFreedom"] as? Int).map { $0 >= 0 } == true)
      #expect((estimate["n"] as? Int).map { $0 >= 5 } == true)
      if let ends = estimate["interval"] as? [Double], let value = estimate["value"] as? Double {
        #expect(ends[0] <= value + 1e-12 && value <= ends[1] + 1e-12)
      }
    }
    for result in summary.analysis.indicators {
      guard let overall = result.estimates.overall else { continue }
      let told = estimates.filter {
        $0["indicator"] as? String == result.indicator.id && $0["by"] == nil && $0["path"] == nil
          && $0["answer"] == nil
      }
      #expect(told.count == 1, "\(result.indicator.id)")
      // Other readers round the last digit.
      let text = JSONRenderer().render(summary.report())
      #expect(text.contains("\"value\": \(JSONText.number(overall.value))"))
      #expect(text.contains("\"standardError\": \(JSONText.number(overall.standardError))"))
    }
  }

  @Test func `every number of a table of rates is among the estimates`() throws {
    let summary = try SmallStudy().summary(.vietnamese)
    let report = summary.report()
    let values = Set(report.estimates.map(\.estimate.value))
    var shown = 0
    for case .table(let table) in report.blocks where table.columns.first?.title == "Nhóm" {
      guard table.columns.last?.title != "Kết luận" else { continue }
      for row in table.rows where row.cells.count > 1 {
        let value: Double? =
          switch row.cells[1] {
          case .share(let share): share
          case .number(let number, _): number
          default: nil
          }
        guard let value else { continue }
        #expect(values.contains(value), "\(table.caption) \(row.cells[0])")
        shown += 1
      }
    }
    #expect(shown > 10)
  }

  @Test func `a chapter that the plan leaves out has no estimates`() throws {
    let summary = try SmallStudy().summary(.vietnamese)
    let short = SummaryReport(
      summary.analysis,
      header: summary.header,
      suppression: summary.suppression,
      layout: ReportLayout(sections: [.summary, .method]),
      language: .vietnamese
    )
    #expect(try estimates(short.report()).isEmpty)
  }
}
