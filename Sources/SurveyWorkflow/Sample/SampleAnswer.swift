import SurveyModel
package import SurveyReport

/// An answer of `sample`: sentences and tables for people, JSON for programs.
package struct SampleAnswer: Sendable {
  /// The formats of `sample`.
  package enum Format: String, CaseIterable, Sendable {
    case text
    case json
  }

  /// What people read.
  package let report: Report
  /// What programs read.
  package let json: JSONValue
  /// A file that belongs to the answer, empty when there is none.
  package let csv: [UInt8]
  /// What should be seen besides, for standard error.
  package let findings: [String]

  init(
    _ language: InterfaceLanguage,
    title: String,
    _ blocks: [Report.Block],
    json: [(String, JSONValue)],
    csv: [[String]] = [],
    findings: [String] = []
  ) {
    report = Report(language: language, title: title, subtitle: [], blocks: blocks)
    self.json = .object(json)
    self.csv = csv.isEmpty ? [] : SampleAnswer.bytes(csv)
    self.findings = findings
  }

  /// The answer in `format`.
  package func write(_ format: Format, width: Int) -> String {
    switch format {
    case .text: TextRenderer(width: width).render(report)
    case .json: JSONText.write(json)
    }
  }
}
