import SurveyFormats
import SurveyModel
import SurveyStore

/// Decides about one row of a file after another, and keeps count.
struct ImportDesk {
  var summary = ImportSummary()
  var rejects: LazyRejects?
  /// Set where rows that their server does not count are left out.
  var statuses: StatusColumns?

  private let job: ImportJob
  private let continuation: Continuation?
  private let rootFile: String?
  private let rootID: String?
  /// The import that is continued, when it followed an older version of the form.
  private let olderRoot: ImportBatch?
  /// Keys that stand beside others which differ by zeros in front, since the first file was taken so.
  private let settledKey: KeptKey?
  /// By which version rows may come in that this one cannot take.
  private let newer: NewerVersion?
  /// Set when the same table was imported before.
  private var known: KnownFile?
  private var keys: RecordKeys?
  private let ledger: RowLedger?
  /// Set where the file lacks questions that the study may have answers to.
  private let partial: PartialFile?
  private let copies: CopyFinder?
  /// Lines that were sent back by an import of the file that was undone, and count mended.
  private let mendedBefore: Set<Int>
  /// Rows whose keys differ from those of interviews by zeros in front, and the first.
  private var alike: (rows: Int, first: (line: Int, key: String, stored: String))?
  private var dossiers: KnownDossiers

  /// Looks through the keys of the file, when it has any and `index` has not taken them all.
  init(
    _ job: ImportJob,
    _ table: InterviewTable,
    _ formats: ColumnFormats,
    _ continuation: Continuation?,
    _ root: BatchID?,
    _ index: KeyIndex?
  ) throws {
    self.job = job
    self.continuation = continuation
    dossiers = try KnownDossiers(job.dossiers, job.plan.questionnaire)
    let first = root.flatMap { job.ledger.batch($0) }
    rootFile = first?.fileName
    rootID = root?.hex
    olderRoot = first.flatMap { job.isOfOtherVersion($0) ? $0 : nil }
    newer = try job.newerVersion(than: table.map)
    mendedBefore = root == nil ? try job.linesMendedBefore(table.reading) : []
    let named = try job.keys(of: table, formats)
    let found =
      named == nil && continuation == nil
      ? nil : try job.matches(named, continuation, root, table.reading, formats, index)
    // A column that is called an id and holds none tells no rows apart.
    keys = named?.isDrawn == true && found?.count == 0 ? nil : named
    settledKey =
      first?.record.isTakenAgain == true
      ? KeptKey(table.map, columns: keys?.columns(in: table.map) ?? []) : nil
    let questionnaire = job.plan.questionnaire
    // A key that the study has never seen proves nothing: the rows may have come without it.
    copies =
      keys?.isNatural == true || continuation != nil || job.known?.reason == .rejectsWanted
      ? nil : try CopyFinder(job.study, questionnaire: questionnaire, wave: job.wave)
    partial = PartialFile(table.map, job.plan, job.moment)
    if let found, keys != nil || continuation != nil {
      ledger = RowLedger(
        found.matches,
        study: job.study,
        questionnaire: questionnaire,
        asked: partial?.asked
      )
    } else {
      ledger = nil
    }
    summary = ImportSummary(file: job.source.name, table: table, questionnaire: questionnaire)
    summary.policy = job.options.onChange
    summary.study = job.study.path
    summary.keyNames = keys?.names ?? []
    summary.keyIsSealed = keys?.isPersonal == true
    if keys == nil, found?.holdsShort == true { summary.shortKey = named?.names.first }
    summary.keyedRows = found?.count ?? 0
    if root == nil { summary.namesakeBefore = job.namesake(keys?.names) }
  }

  /// Remembers what came in with the same table before; `record` is how it is read now.
  mutating func recall(_ record: BatchRecord) throws {
    guard var known = job.known else { return }
    try known.compare(record, key: keys?.names, of: job.plan.questionnaire, in: job.study)
    self.known = known
    summary.note(known)
  }

  /// The columns whose cells make the key.
  var keyColumns: [Int] {
    keys.flatMap { keys in summary.reading.map { keys.columns(in: $0.map) } } ?? []
  }

  /// How the table was read, for the ledger.
  func record(of table: InterviewTable, _ formats: ColumnFormats) -> BatchRecord {
    let questions = job.plan.questionnaire.questions
    var map = table.reading.savedMap(
      of: job.plan.questionnaire,
      base: job.request.savedMap,
      key: job.options.key,
      formats: formats
    )
    map.status = summary.doubts.isEmpty ? nil : job.options.status
    return BatchRecord(
      reading: table.reading.manner(in: .english)
        + (job.options.again ? BatchRecord.takenAgain : "")
        + (table.reading.repairsMojibake ? BatchRecord.repaired : ""),
      mapping: map.text,
      policy: job.options.onChange.rawValue,
      columns: zip(table.map.header, table.map.meanings).map { header, meaning in
        switch meaning {
        case .question(let index):
          BatchRecord.Column(header: header, question: questions[index].id)
        case .option(let index, let choice):
          BatchRecord.Column(
            header: header,
            question: questions[index].id,
            code: questions[index].optionCode(at: choice)
          )
        case .meta, .bookkeeping, .ignored, .unknown: BatchRecord.Column(header: header)
        }
      }
    )
  }

  /// Takes a row into the study or sends it back.
  mutating func take(_ row: CheckedRow, _ writer: BatchWriter?) throws {
    summary.rows += 1
    let origin = continuation?.line(of: row.record)
    if let rootID, let other = continuation?.batch(of: row.record), other != rootID {
      throw ImportProblem.severalRoots(line: row.line)
    }
    if let olderRoot, let continuation {
      try job.checkVersion(of: row.record, continuation, olderRoot)
    }
    if statuses?.sign(of: row.record) != nil {
      summary.leftOut += 1
      if try ledger?.knows(row.number) == true { summary.leftInStudy += 1 }
      return
    }
    guard try row.faults.isEmpty || isUpdate(row) else { return try sendBack(row, origin) }
    if let damage = keys?.damage(in: row.record) {
      return try sendBack(row.rejected(because: damage.rejection, column: damage.column), origin)
    }
    let key = keys?.key(of: row.record)
    let fate =
      try ledger?.fate(
        number: row.number,
        line: row.line,
        answers: row.form.answers,
        merged: { [partial] in partial?.answers(row.given, over: $0) }
      ) ?? .new
    let source = RowSource(key: keys?.isNatural == true ? nil : key, origin: origin)
    switch fate {
    case .new, .alike:
      if try known?.has(line: row.line, origin: origin) == true {
        dossiers.remember(row)
        summary.same += 1
        return
      }
      if mendedBefore.contains(row.line) {
        summary.same += 1
        return
      }
      if case .alike(let key, let stored) = fate, settledKey?.stands(in: row.record) != true {
        alike = ((alike?.rows ?? 0) + 1, alike?.first ?? (row.line, key, stored))
      }
      if let repeated = dossiers.take(row) {
        return try sendBack(row.rejected(because: repeated, column: nil), origin)
      }
      if key == nil, keys?.isDrawn == true { summary.withoutKey += 1 }
      try accept(row, source, nil, writer)
    case .same: summary.same += 1
    case .repeated(let line):
      summary.same += 1
      summary.repeated += 1
      if summary.firstRepeated == nil {
        summary.firstRepeated = ImportSummary.Pair(line: row.line, other: line)
      }
    case .contradicted(let line, let inFirstFile):
      let rejection = RepeatedKey(
        key: key ?? origin.map { String($0) } ?? "",
        line: line,
        file: inFirstFile ? rootFile : nil
      )
      try sendBack(row.rejected(because: rejection, column: keys?.column), origin)
    case .sameOrigin(let line):
      let rejection = RepeatedOrigin(origin: origin ?? 0, line: line)
      try sendBack(row.rejected(because: rejection, column: nil), origin)
    case .changed(let record)
    where job.options.onChange == .replace && record.canBeReplaced && !record.later.isEmpty:
      let version = job.plan.questionnaire.version
      let rejection = LaterAnswers(questions: record.later, version: version, newer: newer)
      try sendBack(row.rejected(because: rejection, column: nil), origin)
    case .changed(let record):
      if job.options.onChange == .replace, record.canBeReplaced, let partial {
        let whole = partial.row(row, over: record.stored)
        guard whole.faults.isEmpty else { return try sendBack(whole, origin) }
        return try change(whole, record, key, source, writer)
      }
      try change(row, record, key, source, writer)
    }
  }

  /// Whether a row that answers in words only brings them for an interview of the study.
  private func isUpdate(_ row: CheckedRow) throws -> Bool {
    guard row.isUnanswered, continuation == nil, let map = summary.reading?.map else {
      return false
    }
    let key = Set(keyColumns.compactMap { map.meanings[$0].question })
    return try row.hasAnswer(besides: key) && ledger?.knows(row.number) == true
  }

  /// Sends a row back, unless it came in mended since the same table was imported.
  private mutating func sendBack(_ row: CheckedRow, _ origin: Int?) throws {
    if known?.wasMended(line: row.line, origin: origin) == true
      || mendedBefore.contains(row.line)
    {
      summary.same += 1
    } else {
      try reject(row, origin)
    }
  }

  /// Whether new rows may be taken many at a time: what has to be known of each can be told without
  /// its cells.
  var takesKnownRows: Bool {
    continuation == nil && job.known == nil && statuses == nil && mendedBefore.isEmpty
      && keys?.isNatural != false
      && (copies == nil || !summary.isDryRun)
  }

  /// Whether rows that the study has already may be passed over many at a time.
  var passesKnownRows: Bool {
    continuation == nil && statuses == nil && ledger?.knowsAny == true
  }

  /// Takes rows that are known to be good.
  mutating func take(_ range: Range<Int>, of rows: inout FastRows, _ way: KnownRowsWay) throws {
    var row = range.lowerBound
    while row < range.upperBound {
      let end = way.takesNew ? try end(of: row..<range.upperBound, rows) : row
      let taken = try way.blocks?.append(rows: row..<end, of: rows.block) ?? (end - row)
      if taken > 0, summary.firstTaken == nil { summary.firstTaken = rows.line(of: row) }
      summary.rows += taken
      summary.accepted += taken
      if let copies, let blocks = way.blocks {
        for row in row..<(row + taken) {
          try copies.add(digest: blocks.digest(of: row), line: rows.line(of: row))
        }
      }
      row += taken
      guard row < range.upperBound else { return }
      // Something may be known of this row, or it does not go with the others.
      if let digest = way.digests?.digest(row: row, of: rows.block),
        try ledger?.passes(rows.number(of: row), digest: digest) == true
      {
        summary.rows += 1
        summary.same += 1
      } else if let checked = try rows.checked(row) {
        try take(checked, way.writer)
      }
      row += 1
    }
  }

  /// The end of the rows of which the ledger knows nothing.
  private func end(of range: Range<Int>, _ rows: FastRows) throws -> Int {
    guard let ledger else { return range.upperBound }
    let known = try ledger.firstKnown(rows.number(of: range.lowerBound))
    guard let known else { return range.upperBound }
    return min(
      range.upperBound,
      range.lowerBound + max(0, known - rows.number(of: range.lowerBound))
    )
  }

  /// Puts the rejects file in its place and says what was counted.
  mutating func close(_ root: BatchID?) throws -> ImportSummary {
    if let alike, !job.options.again {
      throw ImportProblem.alikeKeys(
        rows: alike.rows,
        line: alike.first.line,
        key: RecordKeys.shown(alike.first.key),
        stored: RecordKeys.shown(alike.first.stored)
      )
    }
    if let copies, keys == nil || summary.same + summary.changed == 0 {
      let report = try copies.report()
      if let twin = report.twin, !job.options.again {
        throw ImportProblem.likelyCopy(
          rows: twin.rows,
          of: summary.accepted,
          file: job.ledger.batch(twin.batch)?.fileName ?? "",
          batch: twin.batch.hex
        )
      }
      if keys == nil {
        summary.note(report)
        // Who asks for copies knows of them.
        if job.options.again { summary.copiesAreLikely = false }
      }
    }
    if let root, let rootFile {
      let total = job.ledger.total(of: root)
      summary.continued = ImportSummary.Continued(
        file: rootFile,
        batch: root.hex,
        accepted: total.accepted + summary.accepted,
        rejected: max(0, total.rejected - summary.accepted - summary.replaced)
      )
    }
    summary.rejectsPath = try rejects?.finish()
    return summary
  }

  private mutating func accept(
    _ row: CheckedRow,
    _ source: RowSource,
    _ replaced: InterviewID?,
    _ writer: BatchWriter?
  ) throws {
    try writer?.append(
      row.form.answers,
      warnings: row.form.warnings,
      ordinal: row.line,
      source: source,
      replacing: replaced
    )
    try copies?.add(row.form.answers, line: row.line)
    if replaced == nil { summary.accepted += 1 } else { summary.replaced += 1 }
    if summary.firstTaken == nil || summary.doubtful == 0 && !row.form.warnings.isEmpty {
      summary.firstTaken = row.line
    }
    if !row.form.warnings.isEmpty { summary.doubtful += 1 }
  }

  private mutating func reject(_ row: CheckedRow, _ origin: Int?) throws {
    var row = row
    if olderRoot != nil { row = row.rejected(because: job.stillNewer, column: nil) }
    try rejects?.add(row, origin: origin)
    summary.rejected += 1
    if summary.examples.count < 10 {
      summary.examples.append(row.description(in: job.language))
    }
  }

  private mutating func change(
    _ row: CheckedRow,
    _ record: ChangedRecord,
    _ key: String?,
    _ source: RowSource,
    _ writer: BatchWriter?
  ) throws {
    summary.changed += 1
    if summary.changes.count < ImportSummary.changesKept {
      summary.changes.append(
        ChangeText(
          line: row.line,
          name: key.map { RecordKeys.shown($0) } ?? record.interview.description,
          record: record,
          questionnaire: job.plan.questionnaire
        ).text(in: job.language)
      )
    }
    switch job.options.onChange {
    case .skip: break
    case .replace:
      if record.canBeReplaced { try accept(row, source, record.interview, writer) }
    case .add:
      summary.added += 1
      try accept(row, source, nil, writer)
    }
  }
}
