import SurveyModel
package import SurveyReport

/// An answer about imports: tables for people, JSON for programs.
package struct LedgerAnswer: Sendable {
  /// The formats.
  package enum Format: String, CaseIterable, Sendable {
    case text
    case json
  }

  /// What people read.
  package let report: Report
  /// What programs read.
  package let json: JSONValue

  init(
    _ language: InterfaceLanguage,
    title: String,
    subtitle: [String] = [],
    _ blocks: [Report.Block],
    json: [(String, JSONValue)]
  ) {
    report = Report(language: language, title: title, subtitle: subtitle, blocks: blocks)
    self.json = .object(json)
  }

  /// The answer in `format`.
  package func write(_ format: Format, width: Int) -> String {
    switch format {
    case .text: TextRenderer(width: width).render(report)
    case .json: JSONText.write(json) + "\n"
    }
  }
}

extension Timestamp {
  /// Day and minute on the local clock, as people read them.
  func shown(in language: InterfaceLanguage) -> String {
    let minutes = millisecondOfDay / 60_000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let day = language == .vietnamese ? localDate.dayMonthYear : localDate.description
    return "\(day) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}
