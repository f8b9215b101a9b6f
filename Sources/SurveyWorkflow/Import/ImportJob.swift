import SurveyFormats
import SurveyModel
import SurveyStore
import Tabular

/// One pass over a table: cells to answers, answers through the rules, rows to the study or back.
struct ImportJob {
  /// Begins a batch when the table has been understood.
  typealias Begin = (BatchRecord, _ root: BatchID?) throws -> BatchWriter

  let source: SourceFile
  let examination: PendingExamination
  let plan: InterviewPlan
  var request: TableRequest
  let study: StudyFile
  let wave: String
  let ledger: ImportLedger
  var options: ImportOptions
  let moment: FormMoment
  let language: InterfaceLanguage
  /// Seals dossier numbers, where the questionnaire asks for them.
  let dossiers: DossierDesk?
  /// Seals keys that say who a person is.
  let keySeal: () throws -> DossierSeal
  /// The SHA-256 of the file, where earlier imports make it worth waiting for.
  var sha256: String?
  /// Set when the same table was imported before.
  var known: KnownFile?
  /// Days and decimals of a rejects file, where it has them.
  var keptCells: KeptCells?
  let isStopped: () -> Bool

  /// Reads every row; what `begin` begins gets the good ones and `rejects` the others.
  ///
  /// Rows that continue an import are read as that import read them.
  func run(
    begin: Begin?,
    rejects target: RejectsTarget?,
    progress: (Int) -> Void
  ) throws -> ImportSummary {
    let whole = try InterviewTable(source, questionnaire: plan.questionnaire, request: wanted)
    guard !options.again, let map = try continuedMap(whole) else {
      var job = self
      job.keptCells = try keptCells(of: whole)
      return try job.run(whole, begin: begin, rejects: target, progress: progress)
    }
    var job = self
    job.take(map)
    let again = try InterviewTable(
      source,
      questionnaire: plan.questionnaire,
      request: job.wanted
    )
    job.keptCells = try job.keptCells(of: again)
    return try job.run(again, begin: begin, rejects: target, progress: progress)
  }

  /// How the import was read that the rows of `table` continue.
  private func continuedMap(_ table: InterviewTable) throws -> SavedMap? {
    guard let continuation = Continuation(header: table.map.header) else { return nil }
    var table = try InterviewTable(source.source, reading: table.reading)
    var record = CSVRecord()
    while try table.read(into: &record) {
      guard let root = try self.root(of: record, continuation) else { continue }
      return ledger.batch(root)?.map(to: plan.questionnaire)
    }
    return nil
  }

  /// What was said about the table, with the columns of its key.
  private var wanted: TableRequest {
    var wanted = request
    wanted.key = options.key
    return wanted
  }

  /// Takes what an earlier import knew about columns and values; what was said now goes before.
  private mutating func take(_ map: SavedMap) {
    if request.savedMap == nil { request.savedMap = map }
    options.take(map)
  }

  private func run(
    _ table: InterviewTable,
    begin: Begin?,
    rejects target: RejectsTarget?,
    progress: (Int) -> Void
  ) throws -> ImportSummary {
    let continuation = options.again ? nil : Continuation(header: table.map.header)
    if continuation == nil { try checkKey(of: table) }
    let (formats, index, doubts) = try survey(table, isContinued: continuation != nil)
    var table = try opened(table.reading, formats)
    let key = try keys(of: table, formats)?.columns(in: table.map) ?? []
    var rows = table.rows(for: plan, formats: formats, moment: moment, key: key)
    if options.status == .leave, !doubts.isEmpty { rows.leftOut = StatusColumns(table.map) }
    let first = try rows.next(&table)
    let root = try continuation.flatMap { mended in
      try first.flatMap { try self.root(of: $0.record, mended) }
    }
    var desk = try ImportDesk(self, table, formats, root == nil ? nil : continuation, root, index)
    desk.summary.doubts = doubts
    desk.statuses = rows.leftOut
    let record = desk.record(of: table, formats)
    try desk.recall(record)
    let writer = try begin?(record, root)
    desk.rejects = LazyRejects(
      target: target,
      table: table,
      batch: (root ?? writer?.id ?? known?.rejectsRoot)?.hex ?? RejectsFile.heldBack,
      keyColumns: desk.keyColumns,
      questionnaire: plan.questionnaire,
      language: language
    )
    desk.summary.isDryRun = writer == nil
    let blocks = desk.takesKnownRows ? try writer?.blockWriter() : nil
    let way = KnownRowsWay(
      writer: writer,
      blocks: blocks,
      // A form over several tables has no block writer, and goes row by row.
      takesNew: desk.takesKnownRows && (writer == nil || blocks != nil),
      digests: desk.passesKnownRows ? BlockDigests() : nil
    )
    // Without a study that knows the answers by numbers of its own, they are numbered here.
    var learned: Int32 = 0
    var fast = try FastRows(
      rows,
      plan: plan,
      map: table.map,
      formats: formats,
      moment: moment,
      isEnabled: way.takesNew || way.digests != nil,
      learn: { answer, question in
        var number = learned
        if let blocks {
          number = try blocks.learn(answer, question: question)
        } else {
          learned += 1
        }
        way.digests?.learn(answer, as: number)
        return number
      }
    )
    if let first { try desk.take(first, writer) }
    var told = 0
    while let step = try fast.next(&table) {
      switch step {
      case .row(let row): try desk.take(row, writer)
      case .known(let range): try desk.take(range, of: &fast, way)
      }
      if isStopped() { throw ImportProblem.stopped }
      if desk.summary.rows - told >= 10_000 {
        told = desk.summary.rows
        progress(told)
      }
    }
    if isStopped() { throw ImportProblem.stopped }
    if request.beginning != nil, try !examination.confirmsBeginning(isStopped: isStopped) {
      throw BeginningRefuted()
    }
    desk.summary.blankLines = table.blankLineCount
    desk.summary.restoredKeys = table.restoredKeys.count
    desk.summary.firstRestored = table.restoredKeys.firstLine
    desk.summary.restoredCells = table.restoredCells.count
    desk.summary.firstRestoredCell = table.restoredCells.firstLine
    desk.summary.footers = fast.footers
    desk.summary.doubts = doubts.without(fast.footers)
    desk.summary.answeredElsewhere = fast.answeredElsewhere
    desk.summary.formatNotes = formats.notes
    desk.summary.cellNotes = fast.tally.entries
    return try desk.close(root)
  }
}

extension ImportJob {
  /// Opens the table, in which nobody sees a dossier number.
  private func opened(_ reading: TableReading, _ formats: ColumnFormats) throws -> InterviewTable {
    var table = try InterviewTable(
      source.source,
      reading: reading,
      formats: formats,
      readsAhead: dossiers == nil && Cores.count > 1
    )
    let keys = try keys(of: table, nil)
    table.restoreKeys(by: KeptKey(table.map, columns: keys?.columns(in: table.map) ?? []))
    table.restoreCells(by: keptCells)
    if let dossiers {
      table.seal(question: dossiers.question) { [seal = dossiers.seal] in seal.seal($0) }
    }
    return table
  }

  /// Reads the whole table once, for how its columns are written, for rows that their server does not
  /// count and, where they can be told without the rest, for its keys.
  private func survey(
    _ table: InterviewTable,
    isContinued: Bool
  ) throws -> (ColumnFormats, KeyIndex?, [StatusScan.Count]) {
    var table = try InterviewTable(
      source.source,
      reading: table.reading,
      readsAhead: Cores.count > 1
    )
    table.restoreCells(by: keptCells)
    var scan: KeyScan?
    if !isContinued, options.key.isEmpty, !options.withoutKey, dossiers == nil,
      let keys = RecordKeys(questionsOf: plan, in: table, nil, moment)
    {
      scan = KeyScan(keys, map: table.map, plan: plan, options: options.values)
    }
    let statuses = StatusColumns(table.map).map { StatusScan($0) }
    var index: KeyIndex?
    var failure: (any Error)?
    let profiler = try table.profile(
      for: plan,
      options: options.values,
      moment: moment,
      keys: &scan,
      statuses: statuses,
      isStopped: isStopped
    ) { block in
      do {
        if index == nil { index = try keyIndex(identity: .questions(plan.questionnaire.key)) }
        try index?.add(block)
        if isStopped() { throw ImportProblem.stopped }
        return true
      } catch {
        failure = error
        return false
      }
    }
    guard let profiler else { throw failure ?? ImportProblem.stopped }
    let doubts = statuses?.counts ?? []
    if !doubts.isEmpty, options.status == nil { throw ImportProblem.doubtfulRows(doubts) }
    return (
      try profiler.formats(table.reading.form), scan?.isPlain == true ? index : nil, doubts
    )
  }

  /// By what the records of a table are told apart: what was said, else the form's own key, else that
  /// of a collecting program.
  func keys(of table: InterviewTable, _ formats: ColumnFormats?) throws -> RecordKeys? {
    if options.withoutKey { return nil }
    if !options.key.isEmpty {
      let chosen = try RecordKeys(
        chosen: options.key,
        questionsOf: plan,
        in: table,
        formats,
        moment
      )
      if let chosen { return chosen }
      let names = ledger.order(ofKey: options.key, plan.questionnaire)
      var keys = try RecordKeys(columns: names, of: table)
      if keys.isPersonal {
        let seal = try keySeal()
        keys.seal = { seal.seal(key: $0) }
      }
      return keys
    }
    return RecordKeys(questionsOf: plan, in: table, formats, moment) ?? RecordKeys(knownOf: table)
  }

  /// The lines of the table that came in mended and count, although the import that had sent them
  /// back was undone.
  func linesMendedBefore(_ reading: TableReading) throws -> Set<Int> {
    guard !options.again, let sha256 else { return [] }
    var sheet: String?
    if case .sheet(let name, _) = reading.form { sheet = name }
    var lines: Set<Int> = []
    for batch in ledger.undoneBatches(ofFile: sha256) where batch.parent == nil {
      let map = batch.map(to: plan.questionnaire)
      guard map == nil || map?.sheetRead == sheet else { continue }
      lines.formUnion(try study.mendedLines(of: batch.id))
    }
    return lines
  }

  /// Refuses a table without the form's own key: its rows could not be told from earlier ones.
  private func checkKey(of table: InterviewTable) throws {
    guard options.key.isEmpty, !options.withoutKey else { return }
    let absent = RecordKeys.absentQuestions(of: plan.questionnaire, in: table)
    if !absent.isEmpty { throw TableFault.missingKey(absent) }
  }

  private func keyIndex(identity: RecordIdentity, root: BatchID? = nil) throws -> KeyIndex {
    try KeyIndex(
      study,
      questionnaire: plan.questionnaire.id,
      version: plan.questionnaire.version,
      wave: wave,
      identity: identity,
      root: root
    )
  }

  /// Goes through the table once for its keys, unless `index` has them.
  func matches(
    _ keys: RecordKeys?,
    _ continuation: Continuation?,
    _ root: BatchID?,
    _ reading: TableReading,
    _ formats: ColumnFormats,
    _ taken: KeyIndex?
  ) throws -> FoundKeys {
    if let taken { return FoundKeys(matches: try taken.matches(), count: taken.count) }
    let identity: RecordIdentity =
      switch keys?.isNatural {
      case true?: .questions(plan.questionnaire.key)
      case false?: keys?.chosenQuestions.map { .chosenQuestions($0) } ?? .cells
      case nil: .none
      }
    let index = try keyIndex(identity: identity, root: root)
    var table = try opened(reading, formats)
    var keys = keys
    var (count, holdsShort) = (0, false)
    try table.forEachRecord { record, number, _ in
      if let key = keys?.key(of: record) {
        count += 1
        try index.add(key, number: number)
        for other in keys?.otherKeys(of: record, than: key, isWhole: index.hasStored) ?? [] {
          try index.add(other, number: number)
        }
      } else if !holdsShort, keys?.isShort(in: record) == true {
        holdsShort = true
      }
      if let origin = continuation?.line(of: record) {
        try index.add(origin: origin, number: number)
      }
      if number % 256 == 0, isStopped() { throw ImportProblem.stopped }
    }
    return FoundKeys(matches: try index.matches(), count: count, holdsShort: holdsShort)
  }
}

/// The end of a file says that it is to be read otherwise than its beginning said.
struct BeginningRefuted: Error {}

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
  private let keyColumns: [Int]
  private let questionnaire: Questionnaire
  private let language: InterfaceLanguage
  private var file: RejectsFile?
  private var path: String?

  init(
    target: RejectsTarget?,
    table: InterviewTable,
    batch: String,
    keyColumns: [Int],
    questionnaire: Questionnaire,
    language: InterfaceLanguage
  ) {
    self.target = target
    self.table = table
    self.batch = batch
    self.keyColumns = keyColumns
    self.questionnaire = questionnaire
    self.language = language
  }

  mutating func add(_ row: CheckedRow, origin: Int?) throws {
    guard let target else { return }
    if file == nil {
      let place = target.path ?? RejectsFile.freePath(beside: target.source)
      file = try RejectsFile(
        path: place,
        table: table,
        batch: batch,
        keyColumns: keyColumns,
        questionnaire: questionnaire,
        language: language
      )
      path = place
    }
    try file?.add(row, origin: origin)
  }

  mutating func finish() throws -> String? {
    try file?.finish()
    return path
  }
}
