import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

/// What stands in sentences stands in tables, and what is kept back stands nowhere.
@Suite struct PublishedNumbersTests {
  @Test(arguments: [InterfaceLanguage.vietnamese, .english])
  func `every percentage of a sentence is a number of a table`(_ language: InterfaceLanguage) throws
  {
    let report = try SmallStudy().summary(language).report()
    let cellText = CellText(language: language)
    var shown: Set<String> = []
    for case .table(let table) in report.blocks {
      for cell in table.rows.flatMap(\.cells) { shown.formUnion(numbers(cellText.text(of: cell))) }
    }
    var looked = 0
    for case .verdict(let verdict) in report.blocks {
      // Counts of further forms and confidences are not figures of the survey.
      for text in [verdict.sentence] + verdict.reasons.prefix(1) {
        for number in numbers(text) where number.contains("%") && number.count > 3 {
          #expect(shown.contains(number), "\(number) in: \(text)")
          looked += 1
        }
      }
    }
    #expect(looked >= 3)
  }

  @Test func `a figure that is kept back stands nowhere in the output`() throws {
    // The three people of An Nhỏ and their odd shares: no other figure looks like theirs.
    var study = SmallStudy()
    study.sizes = [97, 89, 61, 3, 43]
    study.approval[3] = 4
    let analysis = try study.analysis()
    let group = try #require(GroupVariable("xa", in: study.data))
    let hidden = Set(["An Nhỏ", "Yên Lạc"])
    let estimator = IndicatorEstimator(data: study.data, design: analysis.design.design)
    var secrets: Set<String> = []
    var published: Set<String> = []
    for indicator in study.questionnaire.indicators {
      let result = try estimator.estimate(indicator, by: [group])
      for breakdown in result.estimates.breakdowns {
        for (level, estimate) in breakdown.groups {
          guard let value = estimate?.value, value != value.rounded() else { continue }
          if hidden.contains(level.code) {
            secrets.insert("\(value)")
          } else {
            published.insert("\(value)")
          }
        }
      }
    }
    secrets.subtract(published)
    try #require(secrets.count >= 3)
    for language in [InterfaceLanguage.vietnamese, .english] {
      let report = try study.summary(language).report()
      let json = JSONRenderer().render(report)
      for secret in secrets { #expect(!json.contains(secret), "\(secret)") }
      for case .table(let table) in report.blocks {
        for row in table.rows where hidden.contains(row.label) {
          #expect(row.cells.dropFirst().allSatisfy { $0.isKeptBack })
        }
      }
      for case .chart(.bars(let chart)) in report.blocks {
        for bar in chart.bars where hidden.contains(bar.label) {
          #expect(bar.value == nil)
          #expect(bar.interval == nil)
          #expect((bar.count ?? 0) == 0)
        }
      }
      let html = try HTMLRenderer().render(report)
      let texts = secrets.compactMap { Double($0) }.flatMap { value in
        [DecimalText(language: language).percent(value), "\(value)"]
      }
      for text in texts { #expect(!html.contains(text), "\(text)") }
    }
  }

  @Test func `a question that too few answered is kept back in the tables of questions`() throws {
    var study = SmallStudy()
    study.sizes = [3, 0, 0, 0, 0]
    let report = try study.summary(.vietnamese).report()
    var rows = 0
    for case .table(let table) in report.blocks {
      for row in table.rows {
        for cell in row.cells.dropFirst() {
          switch cell {
          case .share(let share): #expect(share == 0.815, "\(table.caption) \(row.label)")
          case .number, .numberInterval, .shareInterval, .change, .changeInterval, .pValue:
            Issue.record("\(table.caption) \(row.label) is shown")
          case .text, .count, .verdict, .suppressed, .withheld, .empty: break
          }
        }
        rows += 1
      }
    }
    #expect(rows > 20)
    #expect(!TextRenderer(width: 100).render(report).contains("Xuất sắc"))
  }

  @Test func `exactly fifteen of eighteen points is Excellent in the report`() throws {
    var study = SmallStudy()
    // Six of ten score 2 on the first item, four on the second: 1.6 + 1.4 = 3 on every ten people.
    study.sizes = [120, 110, 60, 0, 40]
    let report = try study.summary(.vietnamese).report()
    let sentences = report.blocks.compactMap { block in
      if case .paragraph(let text) = block { text } else { nil }
    }
    #expect(sentences.contains { $0.contains("3,00. Xếp loại: Xuất sắc.") })
  }

  @Test func `hostile words stay words in every format`() throws {
    var study = SmallStudy()
    let evil = "<script>alert(1)</script>\u{202E}\"&'\u{1B}[31m"
    study.firstLabel = (vi: evil, en: evil)
    study.names = ["<b>Bình</b>", "=1+1", "A\nB", "An Nhỏ", "\u{0007}Yên"]
    let report = try study.summary(.vietnamese).report()
    let html = try HTMLRenderer().render(report)
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("<b>Bình"))
    #expect(html.contains("&lt;script&gt;"))
    let text = TextRenderer(width: 100).render(report)
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{0007}"))
    #expect(!text.contains("\u{202E}"))
    #expect(!JSONRenderer().render(report).contains("\u{1B}"))
  }

  /// Runs of digits with their marks and a percent sign.
  private func numbers(_ text: String) -> [String] {
    text.split { !($0.isNumber || $0 == "," || $0 == "." || $0 == "%") }
      .map { $0.hasSuffix("%") ? String($0) : String($0).trimmingMarks }
      .filter { $0.contains { $0.isNumber } }
  }
}

extension String {
  /// Without commas and points at the end.
  fileprivate var trimmingMarks: String {
    var text = self
    while let last = text.last, last == "." || last == "," { text.removeLast() }
    return text
  }
}

extension Table.Row {
  /// The words of the first cell.
  var label: String {
    if case .text(let text)? = cells.first { text } else { "" }
  }
}

extension Table.Cell {
  /// Whether a cell says nothing about anybody.
  var isKeptBack: Bool {
    switch self {
    case .suppressed, .withheld, .empty, .verdict: true
    case .text, .count, .share, .number, .shareInterval, .numberInterval, .change,
      .changeInterval, .pValue:
      false
    }
  }
}
