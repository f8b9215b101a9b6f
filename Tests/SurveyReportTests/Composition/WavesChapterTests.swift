import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

/// The chapters on changes and on the course over time.
@Suite struct WavesChapterTests {
  private let before: SmallStudy
  private let after: SmallStudy

  init() {
    var before = SmallStudy()
    before.sizes = [120, 110, 60, 3, 40]
    before.approval = [7, 4, 6, 8, 6]
    var after = before
    after.sizes = [130, 100, 70, 40, 50]
    after.approval = [10, 6, 8, 8, 9]
    self.before = before
    self.after = after
  }

  private func analysis() throws -> StudyAnalysis {
    try StudyAnalysis(
      of: after.data,
      plan: after.plan,
      since: EarlierWave(label: "Đợt 0", data: before.data)
    )
  }

  private func report(
    _ language: InterfaceLanguage,
    series: [IndicatorSeries] = []
  ) throws -> Report {
    SummaryReport(
      try analysis(),
      header: ReportHeader(wave: "Đợt 1", made: Timestamp(milliseconds: 0)),
      suppression: after.plan.suppression,
      series: series,
      language: language
    ).report()
  }

  private func tables(_ report: Report) -> [Table] {
    report.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
      .filter { $0.columns.count == 7 && $0.columns[5].title == "p" }
  }

  @Test func `every indicator has a table with before, after and change`() throws {
    let report = try report(.vietnamese)
    #expect(report.blocks.contains(.heading("So với kỳ trước", level: 1)))
    let tables = tables(report)
    #expect(
      tables.map(\.caption) == [
        "Hiểu rõ cải cách", "Chỉ số hiểu biết", "Điểm một cửa", "Kênh thông tin",
      ]
    )
    #expect(tables[0].columns[3].title == "Thay đổi (điểm phần trăm)")
    #expect(tables[1].columns[3].title == "Thay đổi (điểm)")
    let row = try #require(tables[0].rows.first)
    guard case .share(let first) = row.cells[1], case .share(let second) = row.cells[2],
      case .change(let change, isShare: true) = row.cells[3],
      case .changeInterval(let ends, isShare: true) = row.cells[4],
      case .pValue(let p) = row.cells[5]
    else {
      Issue.record("\(row.cells)")
      return
    }
    #expect(abs(second - first - change) < 1e-12)
    #expect(ends.contains(change) && ends.lowerBound > 0)
    #expect(p < 0.05)
    #expect(row.cells[6] == .text("tăng rõ"))
    // The whole, two elements and the three items of the first and only one of the second.
    #expect(tables[1].rows.prefix { !$0.isHeading }.map(\.indent) == [0, 1, 2, 2, 2])
    #expect(tables[3].rows.count == 2)
  }

  @Test func `sentences say changes in points and agree with the tables`() throws {
    let report = try report(.vietnamese)
    let sentences = report.blocks.compactMap { block -> String? in
      if case .paragraph(let text) = block, text.contains("so với “Đợt 0”") { text } else { nil }
    }
    #expect(sentences.count == 3)
    let cellText = CellText(language: .vietnamese)
    // Nothing that the points read has changed.
    #expect(sentences.last?.hasSuffix("chưa rõ.") == true)
    for (sentence, table) in zip(sentences.dropLast(), tables(report)) {
      let cells = table.rows[0].cells.map { cellText.text(of: $0) }
      let size = cells[3].drop { "+-".contains($0) }
      #expect(sentence.contains("tăng \(size) điểm"), "\(sentence)")
      #expect(sentence.contains("từ \(cells[1]) thành \(cells[2])"), "\(sentence)")
      #expect(sentence.contains(cells[4]), "\(sentence)")
      #expect(sentence.hasSuffix("tăng rõ."), "\(sentence)")
    }
    let english = try self.report(.english).blocks.compactMap { block -> String? in
      if case .paragraph(let text) = block, text.contains("since “Đợt 0”") { text } else { nil }
    }
    #expect(english.first?.contains("percentage points since") == true)
    #expect(english.first?.hasSuffix("surely up.") == true)
  }

  @Test func `a group that one wave hides stands nowhere in the comparison`() throws {
    for table in tables(try report(.vietnamese)).dropLast() {
      let hidden = table.rows.filter { $0.cells[0] == .text("An Nhỏ") }
      #expect(hidden.count == 1)
      for row in hidden {
        #expect(row.cells[1...3].allSatisfy { $0 == .withheld(.confidential) })
        #expect(row.cells[4...6].allSatisfy { $0 == .empty })
      }
      // The next smallest of the earlier wave would give it away.
      let cover = table.rows.filter { $0.cells[0] == .text("Yên Lạc") }
      #expect(cover.allSatisfy { $0.cells[3] == .withheld(.confidential) })
    }
  }

  @Test func `a promised change is told with its bound`() throws {
    let report = try report(.vietnamese)
    let verdicts = report.blocks.compactMap { block -> Report.VerdictBlock? in
      if case .verdict(let verdict) = block, verdict.evidence?.target == "t3" {
        verdict
      } else {
        nil
      }
    }
    // In the summary, and under its own heading.
    #expect(verdicts.count == 2)
    let verdict = try #require(verdicts.first)
    #expect(verdict.tone == .met)
    #expect(verdict.sentence.contains("điểm phần trăm so với “Đợt 0”"))
    #expect(verdict.sentence.contains("chỉ tiêu: tăng"))
    #expect(try #require(verdict.reasons.first).hasPrefix("Mức tăng thật từ"))
    #expect(verdict.evidence?.threshold == 0)
    let lower = try #require(verdict.evidence?.decision?.lowerBound)
    #expect(verdict.reasons[0].contains(ChangeWords(.vietnamese, .share).size(lower)))
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `a promised change that is undecided is listed with what would decide it`(
    language: InterfaceLanguage
  ) throws {
    var before = before
    before.approval = [10, 6, 8, 8, 8]
    let analysis = try StudyAnalysis(
      of: after.data,
      plan: after.plan,
      since: EarlierWave(label: "Đợt 0", data: before.data)
    )
    let change = try #require(
      analysis.targets.compactMap { assessment -> TargetAssessment.Change? in
        if case .change(let change) = assessment.outcome { change } else { nil }
      }.first
    )
    try #require(change.line.verdict == .undecided)
    let report = SummaryReport(
      analysis,
      header: ReportHeader(made: Timestamp(milliseconds: 0)),
      suppression: after.plan.suppression,
      layout: ReportLayout(sections: [.undecided]),
      language: language
    ).report()
    let rows = report.blocks.flatMap { block -> [Table.Row] in
      if case .table(let table) = block { table.rows } else { [] }
    }
    let row = try #require(rows.first { $0.label.contains("“Đợt 0”") })
    #expect(row.cells[1] == .change(try #require(change.line.estimate).value, isShare: true))
    #expect(row.cells[2] == .text(language.choose("tăng", "a rise")))
    #expect(row.cells[3] == .count(try #require(change.indicator.overall.after).sampleSize))
    guard case .text(let need) = row.cells[4] else {
      Issue.record("\(row.cells)")
      return
    }
    #expect(need.contains(language.choose("kỳ này", "this wave")))
  }

  @Test func `without an earlier wave there is no chapter`() throws {
    let report = try after.summary(.vietnamese).report()
    #expect(!report.blocks.contains(.heading("So với kỳ trước", level: 1)))
    #expect(tables(report).isEmpty)
  }

  private static let aboutBreaks = ReportWords.trendBreaks.text(in: .vietnamese)

  @Test func `a course without a break says nothing of breaks`() throws {
    let indicator = try #require(after.questionnaire.indicators.first { $0.id == "chi_so" })
    let instrument = Series.Instrument(questionnaire: "moi", version: "1")
    let points = [("2022", 80.08), ("2023", 82.66)].map { year, value in
      (instrument, Series.Point(time: year, value: value))
    }
    let report = try report(
      .vietnamese,
      series: [
        IndicatorSeries(indicator: indicator, unit: .index, series: Series(points, reasons: [:]))
      ]
    )
    #expect(report.blocks.contains { if case .chart(.trend) = $0 { true } else { false } })
    #expect(!report.blocks.contains(.note(Self.aboutBreaks)))
  }

  @Test func `a break parts the course over time`() throws {
    let indicator = try #require(after.questionnaire.indicators.first { $0.id == "chi_so" })
    let points: [(String, String, Double?)] = [
      ("2020", "cu", 85.48), ("2021", "cu", 87.16), ("2022", "moi", 80.08), ("2023", "moi", nil),
      ("2024", "moi", 83.94),
    ]
    let series = Series(
      points.map { year, form, value in
        (
          Series.Instrument(questionnaire: form, version: "1"),
          Series.Point(
            time: year,
            value: value,
            suppression: value == nil ? .disclosure(minimum: 5) : nil
          )
        )
      },
      reasons: ["moi": LocalizedText(["vi": "đối tượng khác", "en": "another population"])]
    )
    let report = try report(
      .vietnamese,
      series: [IndicatorSeries(indicator: indicator, unit: .index, series: series)]
    )
    #expect(report.blocks.contains(.note(Self.aboutBreaks)))
    let charts = report.blocks.compactMap { block -> TrendChart? in
      if case .chart(.trend(let chart)) = block { chart } else { nil }
    }
    let chart = try #require(charts.first)
    #expect(chart.times == ["2020", "2021", "2022", "2023", "2024"])
    #expect(chart.runs == [0..<2, 2..<5])
    #expect(chart.breaks.first?.reason.contains("đối tượng khác") == true)
    #expect(chart.lines[0].points[2].value == 0.8008)
    #expect(chart.unit == .index)
    #expect(chart.lines[0].points[3].value == nil)
    #expect(chart.lines[0].points[3].symbol == .confidential)
    let tables = report.blocks.compactMap { block -> Table? in
      if case .table(let table) = block, table.columns.count == 4,
        table.columns[0].title == "Đợt, kỳ"
      {
        table
      } else {
        nil
      }
    }
    let rows = try #require(tables.first).rows
    #expect(rows.count == 6)
    #expect(rows[2].isHeading)
    // No change is told across the break, nor after what is kept back.
    #expect(rows.map { $0.cells[3] }.count { if case .change = $0 { true } else { false } } == 1)
  }

  @Test(
    arguments: [
      (0.0128, "tăng 1,28 điểm phần trăm", "up 1.28 percentage points"),
      (-0.004, "giảm 0,40 điểm phần trăm", "down 0.40 percentage points"),
      (0.00004, "không đổi", "unchanged"),
      (0.00005, "tăng 0,01 điểm phần trăm", "up 0.01 percentage points"),
    ]
  )
  func `changes of shares are points with a direction`(
    change: Double,
    vietnamese: String,
    english: String
  ) {
    #expect(ChangeWords(.vietnamese, .share).change(change) == vietnamese)
    #expect(ChangeWords(.english, .share).change(change) == english)
  }

  @Test func `cells of changes have their sign`() {
    let text = CellText(language: .vietnamese)
    #expect(text.text(of: .change(0.0128, isShare: true)) == "+1,28")
    #expect(text.text(of: .change(-1.5, isShare: false)) == "-1,50")
    #expect(text.text(of: .change(0, isShare: true)) == "0,00")
    #expect(text.text(of: .pValue(0.00004)) == "< 0,0001")
    #expect(text.text(of: .pValue(0.03216)) == "0,0322")
    #expect(text.text(of: .changeInterval(-0.01...0.02, isShare: true)) == "-1,00 – +2,00")
  }
}
