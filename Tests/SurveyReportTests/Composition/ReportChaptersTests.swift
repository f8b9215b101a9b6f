import SurveyModel
import Testing

@testable import SurveyReport

/// Chapters that say what follows from others.
@Suite struct ReportChaptersTests {
  private func blocks(
    _ sections: [ReportSection],
    _ study: SmallStudy = SmallStudy()
  ) throws -> [Report.Block] {
    try study.summary(.vietnamese, layout: ReportLayout(sections: sections)).report().blocks
  }

  private func tables(_ blocks: [Report.Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func `all that is kept back in the report is listed with its reason`() throws {
    let shown = try blocks([.rates, .indices, .withheld])
    let list = try #require(tables(shown).last)
    #expect(list.caption == "Số liệu không công bố")
    var hidden: [String] = []
    for table in tables(shown).dropLast() {
      for row in table.rows where row.cells.dropFirst().contains(.suppressed) {
        hidden.append("\(table.caption) – \(row.label)")
      }
    }
    #expect(hidden.count == 4)
    #expect(list.rows.map(\.label) == hidden)
    #expect(list.rows.allSatisfy { $0.cells[1] == .text("[c]") })
  }

  @Test func `without anything kept back there is no such chapter`() throws {
    #expect(try blocks([.withheld]).isEmpty)
    #expect(try blocks([.items, .withheld]) == blocks([.items]))
  }

  @Test func `what is undecided says how many more interviews would decide it`() throws {
    let table = try #require(tables(try blocks([.undecided])).first)
    #expect(
      table.rows.map(\.label) == ["Hiểu rõ cải cách – Chung", "Hiểu rõ cải cách – Đông Hà"]
    )
    #expect(table.rows[0].cells.last == .text("khoảng 3.470 phiếu"))
  }

  @Test func `groups that are kept back or all agree have no letters, others by their order`()
    throws
  {
    let table = try #require(tables(try blocks([.rates])).first)
    let letters = Dictionary(
      uniqueKeysWithValues: table.rows.filter { !$0.isHeading }.map { ($0.label, $0.cells.last) }
    )
    #expect(letters["An Nhỏ"] == .empty)
    #expect(letters["Yên Lạc"] == .empty)
    #expect(letters["Bình An"] == .empty)
    #expect(letters["Đông Hà"] == .text("a"))
    #expect(letters["Cát Hải"] == .text("b"))
  }

  @Test func `the note on letters stands once`() throws {
    let note = ReportWords.letters.text(in: .vietnamese)
    #expect(try blocks([.rates, .indices, .points]).count { $0 == .note(note) } == 1)
  }

  @Test func `a number that is carried from form to form has no mean`() throws {
    var study = SmallStudy()
    #expect(tables(try blocks([.numbers], study)).first?.rows.map(\.label) == ["Tuổi"])
    study.carriesAge = true
    #expect(try blocks([.numbers], study).isEmpty)
  }

  @Test func `several indicators of points stand under one heading`() throws {
    var study = SmallStudy()
    study.doublesPoints = true
    let shown = try blocks([.points], study)
    #expect(shown.count { $0 == .heading("Chấm điểm", level: 1) } == 1)
    #expect(tables(shown).count { $0.caption == "Điểm một cửa" } >= 2)
  }

  @Test func `counts in sentences have their thousands marked`() {
    #expect(ReportWords.answered(12_345).text(in: .vietnamese) == "Số người trả lời: 12.345")
    #expect(ReportWords.answered(12_345).text(in: .english) == "Answered: 12,345")
    #expect(ReportWords.commonUnits(1_200).text(in: .vietnamese).hasPrefix("1.200 đơn vị"))
    let ranks = ReportWords.ranks("a", among: 3_321, confidence: "95%")
    #expect(ranks.text(in: .english).contains("the 3,321 published groups"))
  }

  @Test func `all levels of a scale are drawn as the table has them`() throws {
    let shown = try blocks([.items])
    let charts = shown.compactMap { block -> LevelChart? in
      if case .chart(.levels(let chart)) = block { chart } else { nil }
    }
    let chart = try #require(charts.first)
    let table = try #require(tables(shown).first { $0.caption == chart.caption })
    for (row, line) in zip(chart.rows, table.rows) {
      #expect(line.cells[1...4].elementsEqual(row.shares.map { .share($0) }))
    }
    #expect(chart.levels.map(\.isPositive) == [false, false, true, true])
  }

  @Test func `units stand side by side as the chart of groups has them`() throws {
    let shown = try blocks([.targets])
    var bars: [BarChart.Bar] = []
    var maps: [TileMap] = []
    for case .chart(let chart) in shown {
      switch chart {
      case .bars(let chart): bars += chart.bars.filter { !$0.isTotal }
      case .tiles(let map): maps.append(map)
      default: break
      }
    }
    let tiles = try #require(maps.first).areas.flatMap(\.tiles)
    #expect(tiles.map(\.label) == bars.map(\.label))
    #expect(tiles.map(\.value) == bars.map(\.value))
    #expect(tiles.first { $0.label == "An Nhỏ" }?.symbol == .confidential)
  }

  @Test func `a target on an index is drawn with the figures of its table`() throws {
    var study = SmallStudy()
    study.aimedIndex = 80
    let shown = try blocks([.targets], study)
    let table = try #require(tables(shown).first { $0.caption == "Chỉ số hiểu biết" })
    var bars: BarChart?
    var map: TileMap?
    for case .chart(let chart) in shown where chart.caption == table.caption {
      switch chart {
      case .bars(let chart): bars = chart
      case .tiles(let tiles): map = tiles
      default: break
      }
    }
    let chart = try #require(bars)
    let tiles = try #require(map)
    #expect([chart.unit, tiles.unit] == [.index, .index])
    #expect([chart.target, tiles.target] == [0.8, 0.8])
    let rows = table.rows.filter { !$0.isHeading }
    #expect(chart.bars.map(\.label) == rows.map(\.label))
    let cellText = CellText(language: .vietnamese)
    let figures = ChartFigures(.index, .vietnamese)
    for (bar, row) in zip(chart.bars, rows) {
      #expect(figures.text(of: bar) == cellText.text(of: row.cells[1]))
      guard bar.value != nil else { continue }
      #expect(bar.interval.map { figures.text($0) } == cellText.text(of: row.cells[2]))
      #expect(bar.count.map { .count($0) } == row.cells[3])
    }
    #expect(chart.bars.count { $0.value != nil } >= 3)
    let hidden = chart.bars.first { $0.label == "An Nhỏ" }
    #expect(hidden?.symbol == .confidential && hidden?.interval == nil && hidden?.count == nil)
    let units = tiles.areas.flatMap(\.tiles)
    #expect(units.map(\.label) == chart.bars.dropFirst().map(\.label))
    #expect(units.map(\.value) == chart.bars.dropFirst().map(\.value))
    #expect(units.map(\.tone) == chart.bars.dropFirst().map(\.tone))
  }

  @Test func `levels that are kept back are not drawn`() throws {
    var study = SmallStudy()
    study.sizes = [3, 0, 0, 0, 0]
    for case .chart(.levels(let chart)) in try blocks([.items], study) {
      #expect(chart.rows.allSatisfy { $0.shares.isEmpty && $0.symbol == .confidential })
      #expect(chart.rows.allSatisfy { $0.count == nil })
    }
  }
}

/// Whom results speak of.
@Suite struct RespondentChoiceTests {
  private func report(_ people: SampleDeclaration.People?) throws -> Report {
    var study = SmallStudy()
    study.people = people
    return try study.summary(
      .vietnamese,
      layout: ReportLayout(sections: [.summary, .points, .method])
    ).report()
  }

  private func notes(_ report: Report) -> [String] {
    report.blocks.compactMap { if case .note(let text) = $0 { text } else { nil } }
  }

  @Test(arguments: [SampleDeclaration.People.counter, .volunteers])
  func `a sample of those who chose to answer is told on the first page`(
    people: SampleDeclaration.People
  ) throws {
    let report = try report(people)
    let text = try #require(notes(report).first { $0.contains("không gồm sai lệch") })
    #expect(report.blocks.contains(.paragraph(text)))
  }

  @Test func `others say it where the method is told, and nothing when it is not known`() throws {
    let drawn = try report(.households)
    #expect(!notes(drawn).contains { $0.contains("sai lệch") })
    #expect(
      drawn.blocks.contains { block in
        if case .paragraph(let text) = block { text.contains("từ các hộ gia đình") } else { false }
      }
    )
    #expect(!TextRenderer(width: 200).render(try report(nil)).contains("Người trả lời được chọn"))
  }

  @Test func `satisfaction that is too good is pointed out`() throws {
    var study = SmallStudy()
    study.approval = [10, 10, 10, 10, 10]
    study.measure = .satisfaction
    let layout = ReportLayout(sections: [.rates])
    let report = try study.summary(.vietnamese, layout: layout).report()
    #expect(notes(report).contains { $0.hasPrefix("Cần xem lại") })
    study.approval = [9, 9, 9, 9, 9]
    let usual = try study.summary(.vietnamese, layout: layout).report()
    #expect(!notes(usual).contains { $0.hasPrefix("Cần xem lại") })
  }
}
