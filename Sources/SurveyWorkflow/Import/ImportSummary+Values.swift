import SurveyFormats
import SurveyModel

extension ImportSummary {
  /// How values were understood: columns first, then cells, the most frequent first.
  func valueLines(in language: InterfaceLanguage) -> [String] {
    var lines = shown(formatNotes.map { $0.text(in: language) }, of: 20, language)
    let cells = cellNotes.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map { $0.element.text(in: language) }
    lines += shown(cells, of: 12, language)
    return lines
  }

  private func shown(_ lines: [String], of limit: Int, _ language: InterfaceLanguage) -> [String] {
    guard lines.count > limit else { return lines }
    let rest = lines.count - limit
    return lines.prefix(limit) + [
      language.choose("… và \(rest) ghi chú nữa", "… and \(rest) more notes")
    ]
  }
}
