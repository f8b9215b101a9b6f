import SurveyFormats
import SurveyModel
import SurveyStore

/// One pass over a table: cells to answers, answers through the rules, rows to the study or back.
struct ImportJob {
  private let source: SourceFile
  private let plan: InterviewPlan
  private let request: TableRequest
  private let values: ValueOptions
  private let moment: FormMoment
  private let language: InterfaceLanguage

  init(
    source: SourceFile,
    plan: InterviewPlan,
    request: TableRequest,
    values: ValueOptions,
    moment: FormMoment,
    language: InterfaceLanguage
  ) {
    self.source = source
    self.values = values
    self.moment = moment
    self.language = language
    self.plan = plan
    self.request = request
  }

  /// Reads every row; `keep` gets the good ones and `rejects` the others.
  func run(
    keep writer: BatchWriter?,
    rejects target: RejectsTarget?,
    progress: (Int) -> Void
  ) throws -> ImportSummary {
    var whole = try InterviewTable(source, questionnaire: plan.questionnaire, request: request)
    let formats = try whole.formats(for: plan, options: values, moment: moment)
    var table = try InterviewTable(source.source, reading: whole.reading)
    var rows = table.rows(for: plan, formats: formats, moment: moment)
    var rejects = LazyRejects(target: target, table: table, language: language)
    var summary = ImportSummary()
    summary.file = source.name
    summary.reading = table.reading
    summary.absentOptions = table.map.absentOptions(of: plan.questionnaire)
    summary.isDryRun = writer == nil
    while let row = try rows.next(&table) {
      summary.rows += 1
      if row.faults.isEmpty {
        try writer?.append(row.form.answers, warnings: row.form.warnings, ordinal: row.line)
        summary.accepted += 1
        if !row.form.warnings.isEmpty { summary.doubtful += 1 }
      } else {
        try rejects.add(row)
        summary.rejected += 1
        if summary.examples.count < 10 { summary.examples.append(row.description(in: language)) }
      }
      if summary.rows % 10_000 == 0 { progress(summary.rows) }
    }
    summary.rejectsPath = try rejects.finish()
    summary.blankLines = table.blankLineCount
    summary.footers = rows.footers
    summary.formatNotes = formats.notes
    summary.cellNotes = rows.tally.entries
    return summary
  }
}

/// Where rejected rows go: where the user said, else beside the file under a free name.
struct RejectsTarget {
  let path: String?
  let source: String
}

/// A rejects file that appears only when there is something to reject.
struct LazyRejects {
  private let target: RejectsTarget?
  private let table: InterviewTable
  private let language: InterfaceLanguage
  private var file: RejectsFile?
  private var path: String?

  init(target: RejectsTarget?, table: InterviewTable, language: InterfaceLanguage) {
    self.target = target
    self.table = table
    self.language = language
  }

  mutating func add(_ row: CheckedRow) throws {
    guard let target else { return }
    if file == nil {
      let place = target.path ?? RejectsFile.freePath(beside: target.source)
      file = try RejectsFile(path: place, table: table, language: language)
      path = place
    }
    try file?.add(row)
  }

  mutating func finish() throws -> String? {
    try file?.finish()
    return path
  }
}
