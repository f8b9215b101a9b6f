import SurveyModel

/// Writes a report in GitHub Flavored Markdown; charts are tables.
package struct MarkdownRenderer: ReportRenderer, Sendable {
  /// Makes a renderer.
  package init() {}

  /// The whole output.
  package func render(_ report: Report) -> String {
    let signed = SignedReport(report)
    let report = signed.report
    let head = report.letterhead.map { LetterheadWords($0, report.language) }
    var paragraphs = head.map(opening) ?? ["# " + MarkdownText.inline(report.title)]
    paragraphs.append(lines(report.subtitle))
    for place in signed.main where !report.repeatsTable(at: place) {
      paragraphs += self.paragraphs(of: report.blocks[place], in: report.language)
    }
    if let head { paragraphs += closing(head) }
    for place in signed.appendices where !report.repeatsTable(at: place) {
      paragraphs += self.paragraphs(of: report.blocks[place], in: report.language)
      if case .appendix = report.blocks[place], let head {
        paragraphs.append(MarkdownText.emphasised(head.reference))
      }
    }
    // Two hyphens would end the comment.
    if let manifest = report.manifest {
      paragraphs.append(
        "<!-- " + manifest.line.split(separator: "--").joined(separator: "-%2D") + " -->"
      )
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func opening(_ words: LetterheadWords) -> [String] {
    let letterhead = words.letterhead
    let head =
      words.offices + [
        words.number, LetterheadWords.country, LetterheadWords.motto, words.date,
      ]
    return [
      lines(head), MarkdownText.strong(letterhead.kind.uppercased()),
      "# " + MarkdownText.inline(letterhead.subject), emphasisedLines(letterhead.bases),
    ]
  }

  private func closing(_ words: LetterheadWords) -> [String] {
    let receivers = words.receivers.map { String($0.dropFirst(2)) }
    return [
      "---", words.signature.map { MarkdownText.strong($0) }.joined(separator: "\\\n"),
      receivers.isEmpty ? "" : MarkdownText.emphasised(LetterheadWords.receivers), list(receivers),
    ]
  }

  private func paragraphs(
    of block: Report.Block,
    in language: InterfaceLanguage
  ) -> [String] {
    switch block {
    case .heading(let text, let level):
      [String(repeating: "#", count: min(max(level, 1), 5) + 1) + " " + MarkdownText.inline(text)]
    case .paragraph(let text): [MarkdownText.block(text)]
    case .note(let text): [MarkdownText.emphasised(text)]
    case .verdict(let verdict): [quoted(self.paragraphs(of: verdict, in: language))]
    case .table(let table): MarkdownTable(table: table, language: language).paragraphs()
    case .chart(let chart):
      MarkdownTable(table: ChartTable(language: language).table(of: chart), language: language)
        .paragraphs()
    case .appendix(let title): ["---", "## " + MarkdownText.inline(title)]
    }
  }

  private func paragraphs(
    of verdict: Report.VerdictBlock,
    in language: InterfaceLanguage
  ) -> [String] {
    let word = MarkdownText.strong("\(verdict.tone.sign) \(verdict.word)")
    var result = [word + " " + MarkdownText.inline(verdict.sentence), list(verdict.reasons)]
    if !verdict.details.isEmpty {
      result.append(RendererPhrase.details.text(in: language) + ":")
      result.append(list(verdict.details))
    }
    return result.filter { !$0.isEmpty }
  }

  private func quoted(_ paragraphs: [String]) -> String {
    paragraphs.joined(separator: "\n\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> " + $0 }
      .joined(separator: "\n")
  }

  private func list(_ texts: [String]) -> String {
    texts.map { "- " + MarkdownText.block($0) }.joined(separator: "\n")
  }

  private func emphasisedLines(_ texts: [String]) -> String {
    texts.map { MarkdownText.emphasised($0) }.filter { !$0.isEmpty }.joined(separator: "\\\n")
  }

  /// Lines that stay lines.
  private func lines(_ texts: [String]) -> String {
    texts.map { MarkdownText.block($0) }.filter { !$0.isEmpty }.joined(separator: "\\\n")
  }
}
