import GRDB
package import SurveyModel

/// Takes the rows of one import; they count only when ``complete(rejected:at:)`` has returned.
package final class BatchWriter {
  /// Rows for each transaction.
  private static let rowsPerCommit = 10_000

  struct PendingRow {
    let answers: [Answer]
    let warnings: [Int]
    let ordinal: Int64
    let source: RowSource
    /// The interview whose answers it replaces.
    var replaced: InterviewID?
  }

  /// The identity of the import.
  package let id: BatchID
  /// The rows that became interviews.
  package var count: Int { taken + (blocks?.count ?? 0) }
  /// The rows that replaced the answers of an interview.
  package private(set) var replacedCount = 0

  let study: StudyFile
  private let lock: StudyLock
  let questionnaire: Questionnaire
  let layout: StoredLayout
  let batch: Int64
  let wave: Int64
  let start: BatchStart
  private var pending: [PendingRow] = []
  private var replacing: [PendingRow] = []
  private var hasEnded = false
  private var blocks: BlockWriter?
  private var taken = 0

  init(
    study: StudyFile,
    lock: StudyLock,
    id: BatchID,
    questionnaire: Questionnaire,
    layout: StoredLayout,
    batch: Int64,
    wave: Int64,
    start: BatchStart
  ) {
    self.study = study
    self.lock = lock
    self.id = id
    self.questionnaire = questionnaire
    self.layout = layout
    self.batch = batch
    self.wave = wave
    self.start = start
  }

  /// Takes one row of the file: one answer for each question of the questionnaire.
  ///
  /// `warnings` are the questions whose soft warning fired, `ordinal` is the row's place in the
  /// file; `replacing` is the interview whose answers it replaces by a new revision.
  package func append(
    _ answers: [Answer],
    warnings: [Int] = [],
    ordinal: Int,
    source: RowSource = RowSource(),
    replacing interview: InterviewID? = nil
  ) throws(StudyError) {
    guard !hasEnded else { throw .batchEnded(id) }
    if let blocks, source.isEmpty, interview == nil {
      try blocks.append(answers, warnings: warnings, ordinal: ordinal)
      return
    }
    let row = PendingRow(
      answers: answers,
      warnings: warnings,
      ordinal: Int64(ordinal),
      source: source,
      replaced: interview
    )
    if interview == nil {
      pending.append(row)
      taken += 1
    } else {
      replacing.append(row)
      replacedCount += 1
    }
    if pending.count + replacing.count >= Self.rowsPerCommit { try flush() }
  }

  /// Makes all rows visible at once, and all that they replace invisible.
  ///
  /// `fileSHA256` is that of the imported file, in hexadecimal digits.
  package func complete(
    _ counts: BatchCounts,
    fileSHA256: String,
    at moment: Timestamp
  ) throws(StudyError) {
    guard !hasEnded else { throw .batchEnded(id) }
    try flush()
    try blocks?.finish()
    try study.write { database in
      try database.execute(
        sql: """
          UPDATE batch SET state = 'complete', rows_good = ?, rows_rejected = ?, rows_same = ?,
            rows_changed = ?, rows_replaced = ?, finished = ?, finished_offset = ?,
            file_sha256 = ?
          WHERE key = ? AND state = 'open'
          """,
        arguments: [
          count, counts.rejected, counts.same, counts.changed, replacedCount,
          moment.milliseconds, moment.offsetMinutes, fileSHA256, batch,
        ]
      )
      guard database.changesCount == 1 else { throw StudyError.unknownBatch(id) }
    }
    end()
  }

  /// Removes all rows; the study is as if the import had never begun.
  package func abandon() throws(StudyError) {
    guard !hasEnded else { return }
    defer { end() }
    blocks?.cancel()
    blocks = nil
    try study.removeBatch(batch)
  }

  /// A writer that takes most rows of this import as they come from blocks, many times as fast.
  ///
  /// There is none for a questionnaire with more columns than one table holds. Rows that were
  /// appended here stand before those of the block writer.
  package func blockWriter() throws(StudyError) -> BlockWriter? {
    guard !hasEnded else { throw .batchEnded(id) }
    try flush()
    if let blocks { return blocks }
    blocks = try BlockWriter(
      study: study,
      questionnaire: questionnaire,
      layout: layout,
      batch: batch,
      wave: wave
    )
    return blocks
  }

  private func end() {
    hasEnded = true
    pending = []
    replacing = []
    lock.release()
  }

  private func flush() throws(StudyError) {
    guard !(pending.isEmpty && replacing.isEmpty) else { return }
    try blocks?.pause()
    try study.write(durable: false) { database in
      let writer = try RowWriter(questionnaire, layout: layout, in: database)
      let sources = RowSourceWriter(questionnaire: layout.key, in: database)
      let first = try study.takeSequences(Int64(pending.count), in: database)
      try writer.begin(keys(of: InterviewID(station: study.station, sequence: first)))
      for (offset, row) in pending.enumerated() {
        try writer.insert(
          sequence: first + Int64(offset),
          ordinal: row.ordinal,
          answers: row.answers,
          warnings: row.warnings
        )
        try sources.insert(row.source)
      }
      try ImportRun(
        firstSequence: first,
        firstRow: database.lastInsertedRowID - Int64(pending.count) + 1,
        count: Int64(pending.count)
      ).insert(questionnaire: layout.key, batch: batch, station: study.station, in: database)
      for row in replacing { try replace(row, writer, sources, in: database) }
    }
    pending.removeAll(keepingCapacity: true)
    replacing.removeAll(keepingCapacity: true)
    try blocks?.resume()
  }

  /// What all rows of the import have in common.
  func keys(of interview: InterviewID) -> InterviewKeys {
    InterviewKeys(
      interview: interview,
      revision: 1,
      revisionStation: study.station,
      wave: wave,
      batch: batch,
      mode: Mode.importedFile.rawValue,
      language: questionnaire.defaultLanguage
    )
  }
}
