import SurveyFormats
import SurveyModel
import SurveyStore

/// One pass over a table: cells to answers, answers through the rules, rows to the study or back.
struct ImportJob {
  /// Begins a batch when the table has been understood.
  typealias Begin = (BatchRecord, _ root: BatchID?) throws -> BatchWriter

  let source: SourceFile
  let plan: InterviewPlan
  let request: TableRequest
  let study: StudyFile
  let wave: String
  let ledger: ImportLedger
  let options: ImportOptions
  let moment: FormMoment
  let language: InterfaceLanguage
  let isStopped: () -> Bool

  /// Reads every row; what `begin` begins gets the good ones and `rejects` the others.
  func run(
    begin: Begin?,
    rejects target: RejectsTarget?,
    progress: (Int) -> Void
  ) throws -> ImportSummary {
    var whole = try InterviewTable(source, questionnaire: plan.questionnaire, request: request)
    let formats = try whole.formats(for: plan, options: options.values, moment: moment)
    var table = try InterviewTable(source.source, reading: whole.reading)
    var rows = table.rows(for: plan, formats: formats, moment: moment)
    let first = try rows.next(&table)
    let continuation = options.again ? nil : Continuation(header: table.map.header)
    let root = try first.flatMap { continuation?.batch(of: $0.record) }.map { try ledger.root($0) }
    var desk = try ImportDesk(self, table, formats, root == nil ? nil : continuation, root)
    let writer = try begin?(desk.record(of: table), root)
    desk.rejects = LazyRejects(
      target: target,
      table: table,
      batch: (root ?? writer?.id)?.hex ?? "",
      language: language
    )
    desk.summary.isDryRun = writer == nil
    var next = first
    while let row = next {
      try desk.take(row, writer)
      if desk.summary.rows % 256 == 0, isStopped() { throw ImportProblem.stopped }
      if desk.summary.rows % 10_000 == 0 { progress(desk.summary.rows) }
      next = try rows.next(&table)
    }
    if isStopped() { throw ImportProblem.stopped }
    desk.summary.blankLines = table.blankLineCount
    desk.summary.footers = rows.footers
    desk.summary.formatNotes = formats.notes
    desk.summary.cellNotes = rows.tally.entries
    return try desk.close(root)
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
  private let batch: String
  private let language: InterfaceLanguage
  private var file: RejectsFile?
  private var path: String?

  init(
    target: RejectsTarget?,
    table: InterviewTable,
    batch: String,
    language: InterfaceLanguage
  ) {
    self.target = target
    self.table = table
    self.batch = batch
    self.language = language
  }

  mutating func add(_ row: CheckedRow, origin: Int?) throws {
    guard let target else { return }
    if file == nil {
      let place = target.path ?? RejectsFile.freePath(beside: target.source)
      file = try RejectsFile(path: place, table: table, batch: batch, language: language)
      path = place
    }
    try file?.add(row, origin: origin)
  }

  mutating func finish() throws -> String? {
    try file?.finish()
    return path
  }
}
