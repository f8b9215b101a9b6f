package import SurveyModel

/// Puts the tables that stand beside a questionnaire into its text, so that a study that keeps the
/// text can be opened without the folder it came from.
package enum EmbeddedTables {
  /// The text with the tables at its end; unchanged when it needs none or has them already.
  package static func text(_ text: String, with tables: [LookupTable]) -> String {
    let hasFiles = text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("files:") }
    guard !tables.isEmpty, !hasFiles else { return text }
    let lines = YAMLQuestionnaireWriter.files(tables, YAMLScalarText(escapesAnchors: true))
    let end = text.last.map { $0.isNewline } ?? true
    return text + (end ? "" : "\n") + lines.map { $0 + "\n" }.joined()
  }
}
