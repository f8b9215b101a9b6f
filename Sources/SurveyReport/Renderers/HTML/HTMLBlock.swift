import SurveyModel

/// What the page template reads for one block.
///
/// Every name that a section asks for is there, if only as `false`: Mustache would look for a
/// missing one further out.
struct HTMLBlock {
  /// The place of the block in the report, which makes ids unique.
  let number: Int
  let language: InterfaceLanguage
  let cellText: CellText
  /// What ties an appendix to a signed document.
  let reference: String?

  private static var nothing: [String: Any] {
    [
      "heading": false, "paragraph": false, "note": false, "verdict": false, "table": false,
      "chart": false, "appendix": false, "foot": false,
    ]
  }

  /// The foot of a signed document, which stands among the blocks.
  static func context(ofFoot head: HTMLLetterhead) -> [String: Any] {
    var context = nothing
    context["foot"] = head.foot
    return context
  }

  func context(of block: Report.Block) -> [String: Any] {
    var context = Self.nothing
    switch block {
    case .heading(let text, let level):
      context["heading"] = ["level": min(max(level, 1), 5) + 1, "text": text] as [String: Any]
    case .paragraph(let text):
      context["paragraph"] = ["text": text]
    case .note(let text):
      context["note"] = ["text": text]
    case .verdict(let verdict):
      context["verdict"] =
        [
          "class": verdict.tone.className, "sign": verdict.tone.sign, "word": verdict.word,
          "sentence": verdict.sentence,
          "list": verdict.reasons.isEmpty ? false : ["items": items(verdict.reasons)] as Any,
          "more": verdict.details.isEmpty
            ? false
            : [
              "title": RendererPhrase.details.text(in: language), "items": items(verdict.details),
            ] as [String: Any],
        ] as [String: Any]
    case .table(let table):
      context["table"] =
        HTMLTable(
          table: table,
          id: "table-\(number)",
          language: language,
          cellText: cellText
        ).context
    case .chart(let chart):
      context["chart"] = self.context(of: chart)
    case .appendix(let title):
      context["appendix"] =
        ["text": title, "reference": reference.map { ["text": $0] as Any } ?? false]
        as [String: Any]
    }
    return context
  }

  private func items(_ texts: [String]) -> [[String: String]] { texts.map { ["text": $0] } }

  private func context(of chart: Chart) -> [String: Any] {
    let legend = ChartLegend(chart: chart, language: language).text
    return [
      "caption": chart.caption,
      "wide": drawings(of: chart, .wide, id: "chart-\(number)-wide"),
      "narrow": drawings(of: chart, .narrow, id: "chart-\(number)-narrow"),
      "legend": legend.isEmpty ? false : ["text": legend],
    ]
  }

  private func drawings(of chart: Chart, _ layout: ChartLayout, id: String) -> [String] {
    ChartDrawing(language: language, layout: layout).drawings(of: chart).enumerated()
      .map { offset, drawing in SVGDrawing(drawing, id: "\(id)-\(offset + 1)").node.markup }
  }
}

extension Report.VerdictBlock.Tone {
  /// The class in the style sheet.
  var className: String {
    switch self {
    case .met: "met"
    case .notMet: "not-met"
    case .undecided: "undecided"
    case .suppressed: "suppressed"
    }
  }
}
