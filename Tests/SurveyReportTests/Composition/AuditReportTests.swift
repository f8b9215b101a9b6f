import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

/// The page and the chapter on the quality of interviews.
@Suite struct AuditReportTests {
  private let small = SmallStudy()

  /// A study in which the interviews `fast` took a second, and two operators share the work.
  private func result(fast: [Int]) throws -> AuditResult {
    let data = small.data
    var course = InterviewCourse(count: data.count, mode: .terminal)
    course.setOperators((0..<data.count).map { "nv\($0 % 2)" })
    for row in 0..<data.count {
      course.started[row] = Int64(row) * 600_000
      course.finished[row] = course.started[row] + (fast.contains(row) ? 1_000 : 500_000)
    }
    var rules = QualityRules()
    rules.rules = [.speeding]
    let design = try StudyDesign(SampleDeclaration(), of: data)
    return try AuditResult(data, course: course, design: design, plan: small.plan, rules: rules)
  }

  private func page(_ result: AuditResult, _ language: InterfaceLanguage) -> AuditReport {
    AuditReport(
      result,
      questionnaire: small.questionnaire,
      suppression: small.plan.suppression,
      language: language
    )
  }

  private func tables(_ blocks: [Report.Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func `a summary has no chapter where nobody looked`() throws {
    var summary = try small.summary(.vietnamese)
    #expect(summary.quality.isEmpty)
    summary.audit = try result(fast: [])
    let blocks = summary.quality
    #expect(blocks.first == .heading("Chất lượng phiếu", level: 1))
    #expect(tables(blocks).count == 1)
    guard case .paragraph(let text)? = blocks.dropFirst().first else {
      Issue.record("no sentence")
      return
    }
    #expect(text.hasPrefix("Đã xem 333 phiếu: không quy tắc nào thấy điều khác thường."))
  }

  @Test(arguments: [InterfaceLanguage.vietnamese, .english])
  func `the chapter names nobody, the page names numbers`(language: InterfaceLanguage) throws {
    let result = try result(fast: Array(0..<100))
    let page = page(result, language)
    let chapter = TextRenderer(width: 100).render(
      Report(language: language, title: "", subtitle: [], blocks: page.chapter)
    )
    #expect(!chapter.contains("nv0") && !chapter.contains("#7"))
    let whole = TextRenderer(width: 100).render(
      page.report(subtitle: ["S"], number: { "#\($0)" })
    )
    #expect(whole.contains("nv0") && whole.contains("#7 "))
    #expect(!whole.contains("#100"))
    #expect(chapter.contains(language == .vietnamese ? "Không tính 100 phiếu" : "Without the 100"))
  }

  @Test func `figures without a few are not told, those without many are`() throws {
    let few = tables(page(try result(fast: [3, 4]), .english).comparisonBlocks)
    let hidden = try #require(few.first?.rows.first)
    #expect(hidden.cells[4] == .suppressed && hidden.cells[5] == .suppressed)
    // Communes are left as they are; in the first one everybody understands.
    let many = tables(page(try result(fast: Array(0..<100)), .english).comparisonBlocks)
    let shown = try #require(many.first?.rows.first)
    guard case .share(let all) = shown.cells[1], case .share(let without) = shown.cells[4] else {
      Issue.record("no shares: \(shown.cells)")
      return
    }
    #expect(all > without)
    guard case .count(let n) = shown.cells[2], case .count(let m) = shown.cells[5] else {
      Issue.record("no counts: \(shown.cells)")
      return
    }
    // Five of the hundred refused an answer, and are in neither figure.
    #expect(n - m == 95)
    let sentence = page(try result(fast: Array(0..<100)), .english).verdictSentences
    #expect(sentence.count == 1)
  }

  @Test func `JSON holds back what the page holds back`() throws {
    func text(_ fast: [Int]) throws -> String {
      JSONText.write(
        .object(
          page(try result(fast: fast), .english).json(span: ("wave", "w"), number: { "\($0)" })
        ),
        pretty: false
      )
    }
    let few = try text([3, 4])
    #expect(few.contains(#""scenario":"without-flagged","left_out":2"#))
    #expect(!few.contains(#""without":0"#) && !few.contains(#""without":1"#))
    #expect(few.contains(#""interview":"3","why":"1 seconds;"#))
    #expect(try text(Array(0..<100)).contains(#""without":0."#))
  }

  @Test func `JSON holds back what very few answered`() throws {
    var few = SmallStudy()
    few.sizes = [3, 0, 0, 0, 0]
    let data = few.data
    var course = InterviewCourse(count: data.count, mode: .terminal)
    course.setOperators(Array(repeating: "nv", count: data.count))
    for row in 0..<data.count {
      course.started[row] = Int64(row) * 600_000
      course.finished[row] = course.started[row] + 1_000
    }
    var rules = QualityRules()
    rules.rules = [.speeding]
    let design = try StudyDesign(SampleDeclaration(), of: data)
    let result = try AuditResult(
      data,
      course: course,
      design: design,
      plan: few.plan,
      rules: rules
    )
    let text = JSONText.write(
      .object(page(result, .english).json(span: ("wave", "w"), number: { "\($0)" })),
      pretty: false
    )
    #expect(text.contains(#""indicator":"hieu","all":null,"without":null"#))
    #expect(!text.contains(#""all":0"#) && !text.contains(#""all":1"#))
  }

  @Test func `a verdict of a group that the report keeps back is not told`() throws {
    let result = try result(fast: Array(0..<100))
    let flips = result.comparisons.flatMap(\.flips).filter { $0.by?.id == "xa" }
    let line = try #require(flips.first)
    let name = try #require(line.all.level?.label.text(in: .english))
    let variable = try #require(GroupVariable("xa", in: small.data))
    // As if few had answered.
    let groups = GroupSuppression(
      small.plan.suppression,
      dividing: [variable],
      answers: [
        .init(
          indicator: line.indicator.id,
          items: line.indicator.items,
          total: variable.levels.count,
          counts: ["xa": variable.levels.map { _ in 1 }]
        )
      ]
    )
    let open = page(result, .english).verdictSentences.joined()
    let closed = AuditReport(
      result,
      questionnaire: small.questionnaire,
      suppression: small.plan.suppression,
      language: .english,
      keepingBack: groups
    ).verdictSentences.joined()
    #expect(open.contains("– \(name):"))
    #expect(!closed.contains("– \(name):"))
  }

  @Test func `every rule has words in both languages`() {
    for language in [InterfaceLanguage.vietnamese, .english] {
      for make in [AuditWords.name, AuditWords.meaning] {
        let texts = Set(QualityRule.allCases.map { make($0).text(in: language) })
        #expect(texts.count == QualityRule.allCases.count)
      }
    }
    for rule in QualityRule.allCases {
      // Each meaning says what else it may be.
      #expect(
        AuditWords.meaning(rule).text(in: .english).contains("erhaps") || rule == .straightLining
          || rule == .digitPreference
      )
    }
  }
}
