import SurveyAnalysis
import SurveyModel
import Testing

@testable import SurveyReport

/// What matters against how well it is done, in tables and in charts.
@Suite struct ImportanceChapterTests {
  private static let here = SourceLocation(file: "test", line: 1, column: 1)

  private static func text(_ words: String) -> LocalizedText {
    LocalizedText(["vi": words, "en": words])
  }

  /// Four elements of two questions each; every fifth person leaves the second of them blank.
  private static func report(_ language: InterfaceLanguage) throws -> Report {
    let scale = ChoiceList(
      id: "muc",
      choices: (1...5).map { Choice(code: "\($0)", label: text("M\($0)"), isPositive: $0 > 3) },
      scale: Scale(direction: .ascending, neutral: nil)
    )
    let ids = (1...8).map { "q\($0)" }
    let elements = (0..<4).map { place in
      Index.Element(
        id: "e\(place)",
        label: text("Yếu tố \(place)"),
        items: [ids[2 * place], ids[2 * place + 1]]
      )
    }
    let index = Index(
      itemFormula: .meanOverMaximum,
      combine: .elementsEqual,
      parts: [Index.Part(id: "p", label: text("P"), elements: elements)]
    )
    let questionnaire = Questionnaire(
      id: "nho",
      version: "1",
      languages: ["vi", "en"],
      title: text("Khảo sát"),
      sections: [
        Section(
          id: "a",
          title: text("A"),
          questions: ids.map {
            Question(id: $0, kind: .selectOne(scale), label: text($0), location: here)
          }
        )
      ],
      indicators: [
        Indicator(
          id: "chi_so",
          label: text("Chỉ số"),
          kind: .index(index),
          measure: .satisfaction,
          location: here
        )
      ]
    )
    let rows = (0..<200).map { person in
      ids.indices.map { item -> Answer in
        if person % 5 == item % 5, item % 2 == 1 { return .missing(.refused) }
        let mood = person * 7 % 11
        return .choice("\(1 + (mood * (item + 1) + person * person % 13 + item) / 3 % 5)")
      }
    }
    return SummaryReport(
      try StudyAnalysis(of: Dataset(questionnaire: questionnaire, answers: rows), plan: nil),
      header: ReportHeader(made: Timestamp(milliseconds: 0)),
      suppression: Plan.Suppression(),
      layout: ReportLayout(sections: [.indices, .importance]),
      language: language
    ).report()
  }

  private func map(_ report: Report) throws -> ImportanceMap {
    try #require(
      report.blocks.compactMap { block -> ImportanceMap? in
        if case .chart(.importance(let map)) = block { map } else { nil }
      }.first
    )
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `table and chart have the same words, figures and means`(
    language: InterfaceLanguage
  ) throws {
    let report = try Self.report(language)
    let map = try map(report)
    let table = try #require(
      report.blocks.compactMap { block -> Table? in
        if case .table(let table) = block, table.columns.count == 5 { table } else { nil }
      }.first
    )
    let drawn = ChartTable(language: language).table(of: map)
    let cellText = CellText(language: language)
    func shown(_ row: Table.Row, _ columns: [Int]) -> [String] {
      columns.map { cellText.text(of: row.cells[$0]) }
    }
    #expect(table.rows.count == 5)
    #expect(table.rows.count == drawn.rows.count)
    for (row, other) in zip(table.rows, drawn.rows) {
      #expect(shown(row, [2, 3, 4]) == shown(other, [2, 1, 3]))
    }
    #expect(table.rows.last?.isTotal == true)
    #expect(table.rows.last?.cells[2] == .number(map.meanPerformance, decimals: 2))
    let markdown = MarkdownRenderer().render(report)
    let mean = cellText.numbers.number(map.meanImportance, decimals: 2)
    #expect(markdown.contains("**\(mean)**"))
    let text = ChartDescription(language: language).text(of: map)
    for item in map.items { #expect(text.contains(item.quadrant.text(in: language))) }
  }

  @Test func `that an element may differ from its index is told`() throws {
    let report = try Self.report(.vietnamese)
    let elements = try map(report).items.map {
      DecimalText(language: .vietnamese).number($0.performance, decimals: 2)
    }
    let index = try #require(
      report.blocks.compactMap { block -> Table? in
        if case .table(let table) = block { table } else { nil }
      }.first
    )
    let figures = index.rows.filter { $0.label.hasPrefix("Yếu tố") }.map {
      CellText(language: .vietnamese).text(of: $0.cells[1])
    }
    // They do differ here, so a reader needs the sentence.
    #expect(figures.count == 4 && figures != elements)
    #expect(
      report.blocks.contains { block in
        if case .note(let text) = block {
          text.contains("trung bình của điểm trung bình từng người")
        } else {
          false
        }
      }
    )
  }

  @Test func `every quadrant has words and a title in both languages`() {
    for language in InterfaceLanguage.allCases {
      let words = ImportanceMap.Quadrant.allCases.map { $0.text(in: language) }
      #expect(Set(words).count == 4)
      for quadrant in ImportanceMap.Quadrant.allCases {
        #expect(quadrant.title(in: language).lowercased() == quadrant.text(in: language))
      }
    }
  }
}
