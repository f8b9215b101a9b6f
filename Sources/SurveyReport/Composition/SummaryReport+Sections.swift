import SurveyAnalysis
import SurveyModel

extension SummaryReport {
  /// The title: the plan's, else that of the questionnaire.
  var title: String {
    layout.title?.text(in: language) ?? analysis.questionnaire.title.text(in: language)
  }

  /// The blocks of a chapter, in the words of the plan where it has some; empty when there is
  /// nothing to say.
  func chapter(_ section: ReportSection) -> [Report.Block] {
    inOwnWords(section, content(of: section))
  }

  /// Chapters in their order; the one on what is kept back speaks of all that is in `report`.
  func chapters(
    _ sections: [ReportSection],
    report: [ReportSection: [Report.Block]]
  ) -> [[Report.Block]] {
    sections.map { section in
      guard section == .withheld else { return report[section] ?? [] }
      let order = layout.sections + layout.appendix
      return inOwnWords(section, withheld(in: order.flatMap { report[$0] ?? [] }))
    }
  }

  private func inOwnWords(
    _ section: ReportSection,
    _ content: [Report.Block]
  ) -> [Report.Block] {
    var blocks = content
    let text = layout.texts[section].map { paragraphs($0.text(in: language)) } ?? []
    if blocks.isEmpty {
      guard !text.isEmpty else { return [] }
      let own = layout.headings[section]?.text(in: language)
      return [.heading(own ?? heading(section), level: 1)] + text
    }
    guard case .heading(let usual, let level) = blocks[0] else { return blocks }
    let own = layout.headings[section]?.text(in: language)
    blocks[0] = .heading(own ?? usual, level: level)
    blocks.insert(contentsOf: text, at: 1)
    return blocks
  }

  /// A paragraph for each line that holds something: YAML folds the lines of a paragraph by itself.
  private func paragraphs(_ text: String) -> [Report.Block] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let start = line.drop(while: \.isWhitespace)
      guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
      return .paragraph(String(start[...end]))
    }
  }

  /// What the figures have to say in a chapter, with its usual heading.
  private func content(of section: ReportSection) -> [Report.Block] {
    switch section {
    case .summary: summary
    case .respondents: respondents
    case .targets: targets
    case .changes: changes
    case .rates: rates
    case .indices: indices
    case .points: points
    case .choices: choices
    case .items: itemTables
    case .numbers: numbers
    case .quality: quality
    case .method: method
    case .importance: importanceMaps
    case .expectations: expectations
    case .undecided: undecided
    // What is kept back is known when all other chapters are written.
    case .withheld: []
    case .fieldwork: fieldwork
    case .units: unitChapter
    case .assessment, .proposals: []
    }
  }

  /// The usual heading of a chapter.
  func heading(_ section: ReportSection) -> String { SectionWords(section).text(in: language) }

  /// The chapters that stand behind the signature, each in an appendix of its own.
  func appendices(_ report: [ReportSection: [Report.Block]]) -> [Report.Block] {
    let chapters = chapters(layout.appendix, report: report).filter { !$0.isEmpty }
    return chapters.enumerated().flatMap { place, blocks -> [Report.Block] in
      guard case .heading(let title, _) = blocks[0] else { return blocks }
      let name = language.choose("Phụ lục", "Appendix")
      let number = chapters.count > 1 ? " \(HeadingNumbers.roman(place + 1))" : ""
      return [.appendix("\(name)\(number). \(title)")] + blocks.dropFirst()
    }
  }

  /// The head and the foot of the document, where the plan has one.
  var letterhead: Letterhead? {
    guard let head = layout.letterhead else { return nil }
    func text(_ text: LocalizedText) -> String { text.text(in: language) }
    return Letterhead(
      parent: head.parent.map(text),
      issuer: (head.issuer ?? header.office).map(text) ?? "",
      symbol: head.symbol,
      place: text(head.place),
      kind: head.kind.map(text) ?? language.choose("Báo cáo", "Report"),
      subject: title,
      bases: head.bases.map(text),
      authority: head.authority.map(text),
      position: head.position.map(text),
      recipients: head.recipients.map(text)
    )
  }
}
