import SurveyFormats
import SurveyModel

extension ImportSummary {
  /// How values were understood: columns first, then cells, the most frequent first.
  func valueLines(in language: InterfaceLanguage) -> [String] {
    var lines = shown(formatNotes.map { $0.text(in: language) }, of: 20, language)
    let cells = frequentCellNotes.map { $0.text(in: language) }
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
