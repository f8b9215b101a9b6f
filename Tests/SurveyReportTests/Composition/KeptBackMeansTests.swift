import SurveyAnalysis
import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct KeptBackMeansTests {
  /// A study in which only three people answered one question.
  private func report(fewFor id: String) throws -> SummaryReport {
    let study = SmallStudy()
    let whole = study.data
    let columns = try zip(study.questionnaire.questions, whole.columns).map { question, column in
      guard question.id == id else { return column }
      guard case .choice(let codes) = column.values else { throw NotAChoice() }
      return Dataset.Column(
        values: .choice(codes.without(3..<whole.count)),
        missing: column.missing.setting(.notApplicable, of: 3..<whole.count)
      )
    }
    let data = Dataset(questionnaire: study.questionnaire, count: whole.count, columns: columns)
    return SummaryReport(
      try StudyAnalysis(of: data, plan: nil),
      header: ReportHeader(made: Timestamp(milliseconds: 0)),
      suppression: Plan.Suppression(),
      language: .vietnamese
    )
  }

  @Test func `an element that is kept back is drawn as such`() throws {
    let report = try report(fewFor: "h3").report()
    var bars: [BarChart.Bar] = []
    for case .chart(.bars(let chart)) in report.blocks where chart.unit == .index {
      bars += chart.bars
    }
    #expect(bars.map(\.label) == ["Chung", "Nội dung", "Lợi ích"])
    #expect(bars.map(\.symbol) == [nil, .confidential, .confidential])
    #expect(bars.dropFirst().allSatisfy { $0.value == nil && $0.count == nil })
    let charts = report.blocks.filter { if case .chart(.bars) = $0 { true } else { false } }
    let page = Report(language: .vietnamese, title: "t", subtitle: [], blocks: charts)
    let text = TextRenderer(width: 100).render(page)
    #expect(text.contains("[c]: không công bố để không nhận ra được ai."))
    #expect(!text.contains("không có số liệu"))
    #expect(!(try HTMLRenderer().render(page)).contains("không có số liệu"))
  }

  @Test func `what an index keeps back stands in no table`() throws {
    let report = try report(fewFor: "h2")
    #expect(report.keptBackQuestions == ["h1", "h2"])
    var rows = 0
    for case .table(let table) in report.report().blocks {
      for row in table.rows
      where ["Mục đích của cải cách", "Ý nghĩa của cải cách"].contains(row.label) {
        let figures = row.cells.dropFirst().filter {
          switch $0 {
          case .share, .number, .shareInterval, .numberInterval: true
          default: false
          }
        }
        #expect(figures.isEmpty, "\(table.caption) \(row.label)")
        rows += 1
      }
    }
    #expect(rows == 4)
  }

  private struct NotAChoice: Error {}
}
