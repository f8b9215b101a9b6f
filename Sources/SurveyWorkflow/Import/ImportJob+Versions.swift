import SurveyFormats
import SurveyModel
import SurveyStore
import Tabular

extension ImportJob {
  /// The import that a row of a rejects file continues; none where it says none.
  ///
  /// - Throws: ``ImportProblem`` where that import does not count, or is of another version of the
  ///   form, by which the row cannot be read.
  func root(of record: CSVRecord, _ continuation: Continuation) throws -> BatchID? {
    guard let text = continuation.batch(of: record) else { return nil }
    let root = try ledger.root(text)
    guard let first = ledger.batch(root), isOfOtherVersion(first) else { return root }
    try checkVersion(of: record, continuation, first)
    let questions = try study.columns(of: root).compactMap(\.question)
    let changed = try changes(of: questions, since: first.version, in: plan.questionnaire.version)
    guard changed?.isEmpty == true else { throw ledger.otherVersion(first) }
    return root
  }

  /// Whether an import followed another version of the form, whose codes may be others.
  func isOfOtherVersion(_ batch: ImportBatch) -> Bool {
    batch.version != plan.questionnaire.version
  }

  /// Refuses a row of the older version of `first` that was not sent back for a newer one.
  func checkVersion(
    of record: CSVRecord,
    _ continuation: Continuation,
    _ first: ImportBatch
  ) throws {
    guard continuation.has(code: LaterAnswers.code, record) else {
      throw ledger.otherVersion(first)
    }
  }

  /// The newest version of the form, where the file follows an older one.
  func newerVersion(than map: ColumnMap) throws -> NewerVersion? {
    let (form, id) = (plan.questionnaire, plan.questionnaire.id)
    guard options.onChange == .replace,
      let newest = try study.questionnaires().last(where: { $0.id == id })?.version,
      let changed = try changes(
        of: map.questions.sorted().map { form.questions[$0].id },
        since: form.version,
        in: newest
      )
    else { return nil }
    return NewerVersion(version: newest, changed: changed)
  }

  /// Why a row is sent back that continues an import of an older version: it still follows this one.
  var stillNewer: StillByNewerVersion {
    StillByNewerVersion(
      newer: NewerVersion(version: plan.questionnaire.version, changed: [])
    )
  }

  private func changes(
    of questions: [String],
    since version: String,
    in later: String
  ) throws -> [String]? {
    try study.questions(
      questions,
      of: plan.questionnaire.id,
      version: version,
      changedIn: later
    )
  }
}
