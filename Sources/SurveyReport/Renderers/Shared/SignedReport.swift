/// A report in the order of a signed document: the main part, the signature, the appendices.
struct SignedReport {
  /// The report; where it is signed, its main part ends with "./." (Decree 30/2020/NĐ-CP).
  let report: Report
  /// The blocks before the signature; all of them where there is no appendix.
  let main: Range<Int>

  /// The blocks behind the signature.
  var appendices: Range<Int> { main.upperBound..<report.blocks.count }

  init(_ report: Report) {
    let first = report.blocks.firstIndex { if case .appendix = $0 { true } else { false } }
    var blocks = Array(report.blocks[..<(first ?? report.blocks.endIndex)])
    if report.letterhead != nil {
      let last = blocks.popLast()
      blocks += last?.ended ?? [.paragraph(LetterheadWords.ending)]
    }
    main = 0..<blocks.count
    self.report = report.with(blocks + report.blocks[(first ?? report.blocks.endIndex)...])
  }
}

extension Report {
  fileprivate func with(_ blocks: [Block]) -> Report {
    var report = Report(
      language: language,
      title: title,
      subtitle: subtitle,
      letterhead: letterhead,
      blocks: blocks
    )
    report.manifest = manifest
    return report
  }
}

extension Report.Block {
  /// The last block of a signed document; what has no sentence is followed by the mark alone.
  fileprivate var ended: [Self] {
    switch self {
    case .paragraph(let text): [.paragraph(LetterheadWords.ended(text))]
    case .note(let text): [.note(LetterheadWords.ended(text))]
    case .verdict(let verdict): [.verdict(verdict.ended)]
    case .heading, .table, .chart, .appendix: [self, .paragraph(LetterheadWords.ending)]
    }
  }
}

extension Report.VerdictBlock {
  fileprivate var ended: Self {
    func ended(_ lines: [String], _ isLast: Bool) -> [String] {
      guard isLast, let last = lines.last else { return lines }
      return lines.dropLast() + [LetterheadWords.ended(last)]
    }
    return Self(
      word: word,
      tone: tone,
      sentence: reasons.isEmpty && details.isEmpty ? LetterheadWords.ended(sentence) : sentence,
      reasons: ended(reasons, details.isEmpty),
      details: ended(details, true),
      evidence: evidence,
      count: count
    )
  }
}
