import SurveyModel

/// Writes a report in GitHub Flavored Markdown; charts are tables.
package struct MarkdownRenderer: ReportRenderer, Sendable {
  /// Makes a renderer.
  package init() {}

  /// The whole output.
  package func render(_ report: Report) -> String {
    let head = report.letterhead.map { LetterheadLines(letterhead: $0, language: report.language) }
    var paragraphs = head.map(opening) ?? []
    paragraphs.append("# " + MarkdownText.inline(report.title))
    paragraphs.append(lines(report.subtitle))
    for (place, block) in report.blocks.enumerated() where !report.repeatsTable(at: place) {
      paragraphs += self.paragraphs(of: block, in: report.language)
    }
    if let head { paragraphs += closing(head) }
    // Two hyphens would end the comment.
    if let manifest = report.manifest {
      paragraphs.append(
        "<!-- " + manifest.line.split(separator: "--").joined(separator: "-%2D") + " -->"
      )
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func opening(_ head: LetterheadLines) -> [String] {
    let subject = head.subject.map { MarkdownText.strong($0) }
    return [lines(head.head)] + subject + [lines(head.letterhead.bases), "---"]
  }

  private func closing(_ head: LetterheadLines) -> [String] {
    let recipients = head.recipients.map { recipients in
      [MarkdownText.emphasised(recipients.title), list(recipients.names)]
    }
    return [
      "---", head.signature.map { MarkdownText.strong($0) }.joined(separator: "\\\n"),
    ] + (recipients ?? [])
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

  /// Lines that stay lines.
  private func lines(_ texts: [String]) -> String {
    texts.map { MarkdownText.block($0) }.filter { !$0.isEmpty }.joined(separator: "\\\n")
  }
}
