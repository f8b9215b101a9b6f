import SurveyModel
package import SurveyReport

/// An answer of `count`: a sentence or tables for people, JSON for programs.
package struct CountAnswer: Sendable {
  private let sentence: String?
  private let report: Report?
  /// What programs read.
  package let json: JSONValue
  /// What should be seen besides, for standard error.
  package let findings: [String]
  /// Whether lines of a file were refused.
  package let hasErrors: Bool

  init(
    _ sentence: String,
    _ language: InterfaceLanguage,
    findings: [String] = [],
    hasErrors: Bool = false,
    json: [(String, JSONValue)]
  ) {
    self.sentence = sentence
    self.report = nil
    self.findings = findings
    self.hasErrors = hasErrors
    self.json = .object(json)
  }

  init(_ report: Report, json: [(String, JSONValue)]) {
    self.sentence = nil
    self.report = report
    findings = []
    hasErrors = false
    self.json = .object(json)
  }

  /// The answer in `format`.
  package func write(_ format: LedgerAnswer.Format, width: Int) -> String {
    switch format {
    case .text: sentence ?? report.map { TextRenderer(width: width).render($0) } ?? ""
    case .json: JSONText.write(json) + "\n"
    }
  }
}
