import SurveyModel

/// What the readers of all parts of one file share.
final class ReadingContext {
  let log: FindingLog
  /// The languages of the file; the first is required in every text.
  var languages: [String]
  /// Whether texts may be in further languages, as in plans, which declare none.
  let allowsOtherLanguages: Bool
  /// The tables that come with the file.
  let tables: TableShelf

  init(
    log: FindingLog,
    languages: [String],
    allowsOtherLanguages: Bool,
    tables: TableShelf = TableShelf { _ in nil }
  ) {
    self.tables = tables
    self.log = log
    self.languages = languages
    self.allowsOtherLanguages = allowsOtherLanguages
  }

  /// Adds a finding.
  func report(_ message: some DiagnosticMessage, at location: SourceLocation) {
    log.report(message, at: location)
  }
}
