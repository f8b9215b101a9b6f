import SurveyModel

/// Writes a report as JSON: every cell with its type and its raw value.
///
/// The shape is versioned by `"format"`; shares and the ends of intervals are 0...1. What is estimated
/// stands once more under `"estimates"`, with its standard error.
package struct JSONRenderer: ReportRenderer, Sendable {
  /// The name of the shape.
  package static let format = "thuocdo-report-1"

  /// Whether the text is indented.
  package let isPretty: Bool

  /// Makes a renderer.
  package init(pretty: Bool = true) {
    isPretty = pretty
  }

  /// The whole output.
  package func render(_ report: Report) -> String {
    JSONText.write(value(of: report), pretty: isPretty) + "\n"
  }

  /// The report as a JSON value.
  package func value(of report: Report) -> JSONValue {
    let manifest: [(String, JSONValue)] =
      report.manifest.map { [("manifest", .string($0.line))] } ?? []
    let head: [(String, JSONValue)] = [
      ("format", .string(Self.format)),
      ("language", .string(report.language.rawValue)),
      ("title", .string(report.title)),
      ("subtitle", .array(report.subtitle.map(JSONValue.string))),
      ("symbols", JSONVerdict.symbols(report.language)),
    ]
    let tail: [(String, JSONValue)] = [
      ("blocks", .array(report.blocks.map(block))),
      ("estimates", .array(report.estimates.map(JSONEstimate.value))),
    ]
    let value = JSONValue.object(head + manifest + tail)
    return report.hasShownDigits ? value.withShownDigits : value
  }

  private func block(_ block: Report.Block) -> JSONValue {
    switch block {
    case .heading(let text, let level):
      .object([
        ("type", .string("heading")), ("level", .integer(level)), ("text", .string(text)),
      ])
    case .paragraph(let text):
      .object([("type", .string("paragraph")), ("text", .string(text))])
    case .note(let text):
      .object([("type", .string("note")), ("text", .string(text))])
    case .verdict(let verdict):
      .object([
        ("type", .string("verdict")), ("verdict", .string(verdict.tone.rawValue)),
        ("word", .string(verdict.word)), ("text", .string(verdict.sentence)),
        ("reasons", .array(verdict.reasons.map(JSONValue.string))),
        ("details", .array(verdict.details.map(JSONValue.string))),
        (
          "evidence",
          verdict.evidence.map(JSONVerdict.value) ?? verdict.count.map(JSONCount.value) ?? .null
        ),
      ])
    case .table(let table): JSONTable.value(of: table)
    case .chart(let chart): JSONChart.value(of: chart)
    case .appendix(let title):
      .object([("type", .string("appendix")), ("text", .string(title))])
    }
  }
}
