import SurveyModel

/// Writes a report for a terminal or a plain text file.
package struct TextRenderer: ReportRenderer, Sendable {
  /// The width that suits most terminals and a printed page.
  package static let defaultWidth = 100

  /// The most columns a line takes.
  package let width: Int
  /// Whether ANSI sequences are used.
  package let isColoured: Bool

  /// Makes a renderer; a width below 40 columns is raised to that.
  package init(width: Int = TextRenderer.defaultWidth, coloured: Bool = false) {
    self.width = max(width, 40)
    isColoured = coloured
  }

  /// The whole output.
  package func render(_ report: Report) -> String {
    let signed = SignedReport(report)
    let report = signed.report
    let head = report.letterhead.map {
      TextLetterhead($0, report.language, width: width, style: style)
    }
    var sections = head.map { $0.head + [report.subtitle.flatMap(wrapped)] } ?? [title(of: report)]
    sections += report.blocks[signed.main].map { lines(of: $0, in: report.language) }
    if let head { sections.append(head.foot) }
    for block in report.blocks[signed.appendices] {
      var lines = lines(of: block, in: report.language)
      if case .appendix = block, let head { lines += head.reference }
      sections.append(lines)
    }
    sections.removeAll(where: \.isEmpty)
    // One line, however long: it is for the program.
    if let manifest = report.manifest { sections.append([manifest.line]) }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var style: TerminalStyle { TerminalStyle(isColoured: isColoured) }

  private func title(of report: Report) -> [String] {
    underlined(report.title, with: "═") + report.subtitle.flatMap { wrapped($0) }
  }

  private func lines(of block: Report.Block, in language: InterfaceLanguage) -> [String] {
    switch block {
    case .heading(let text, let level): underlined(text, with: level <= 1 ? "─" : "╌")
    case .paragraph(let text): wrapped(text)
    case .note(let text): note(text)
    case .verdict(let verdict): lines(of: verdict)
    case .table(let table):
      TextTable(table, language: language, width: width, style: style).lines()
        + (table.legend(in: language).map(note) ?? [])
    case .chart(let chart):
      wrapped(chart.caption).map { style.apply(.strong, to: $0) }
        + TextChart(language: language, width: width, style: style).lines(of: chart)
    case .appendix(let title): underlined(title, with: "═")
    }
  }

  private func lines(of verdict: Report.VerdictBlock) -> [String] {
    let word = VisibleText.clean(verdict.word).uppercased()
    let mark = "\(verdict.tone.sign) [\(word)]"
    let body = ColumnWidth.lines(of: VisibleText.clean(verdict.sentence), width: width - 2)
    let lead = ColumnWidth.of(mark) + 1
    let rest = items(verdict.reasons, bullet: "  - ") + items(verdict.details, bullet: "    · ")
    guard let first = body.first, body.count == 1, lead + ColumnWidth.of(first) <= width else {
      return [style.apply(.tone(verdict.tone), to: mark)] + body.map { "  " + $0 } + rest
    }
    return [style.apply(.tone(verdict.tone), to: mark) + " " + first] + rest
  }

  /// Sentences with a bullet, their further lines below the first.
  private func items(_ texts: [String], bullet: String) -> [String] {
    let indent = ColumnWidth.of(bullet)
    let blank = String(repeating: " ", count: indent)
    return texts.flatMap { text in
      ColumnWidth.lines(of: VisibleText.clean(text), width: width - indent).enumerated()
        .map { ($0 == 0 ? bullet : blank) + $1 }
    }
  }

  private func underlined(_ text: String, with rule: Character) -> [String] {
    let lines = wrapped(text)
    let length = lines.map { ColumnWidth.of($0) }.max() ?? 0
    return lines.map { style.apply(.strong, to: $0) } + [String(repeating: rule, count: length)]
  }

  private func note(_ text: String) -> [String] {
    ColumnWidth.lines(of: VisibleText.clean(text), width: width - 2).map { line in
      style.apply(.faint, to: "  " + line)
    }
  }

  private func wrapped(_ text: String) -> [String] {
    ColumnWidth.lines(of: VisibleText.clean(text), width: width)
  }
}
