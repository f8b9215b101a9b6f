import GRDB
package import SurveyModel

/// Takes the rows of one import; they count only when ``complete(rejected:at:)`` has returned.
package final class BatchWriter {
  /// Rows for each transaction.
  private static let rowsPerCommit = 10_000

  private struct PendingRow {
    let answers: [Answer]
    let warnings: [Int]
    let ordinal: Int64
  }

  /// The identity of the import.
  package let id: BatchID
  /// The rows that have been taken.
  package private(set) var count = 0

  private let study: StudyFile
  private let lock: StudyLock
  private let questionnaire: Questionnaire
  private let layout: StoredLayout
  private let batch: Int64
  private let wave: Int64
  private var pending: [PendingRow] = []
  private var hasEnded = false

  init(
    study: StudyFile,
    lock: StudyLock,
    id: BatchID,
    questionnaire: Questionnaire,
    layout: StoredLayout,
    batch: Int64,
    wave: Int64
  ) {
    self.study = study
    self.lock = lock
    self.id = id
    self.questionnaire = questionnaire
    self.layout = layout
    self.batch = batch
    self.wave = wave
  }

  /// Takes one row of the file: one answer for each question of the questionnaire.
  ///
  /// `warnings` are the questions whose soft warning fired, `ordinal` is the row's place in the
  /// file.
  package func append(
    _ answers: [Answer],
    warnings: [Int] = [],
    ordinal: Int
  ) throws(StudyError) {
    guard !hasEnded else { throw .batchEnded(id) }
    pending.append(PendingRow(answers: answers, warnings: warnings, ordinal: Int64(ordinal)))
    count += 1
    if pending.count >= Self.rowsPerCommit { try flush() }
  }

  /// Makes all rows visible at once.
  ///
  /// `rejected` is how many rows of the file were refused.
  package func complete(rejected: Int, at moment: Timestamp) throws(StudyError) {
    guard !hasEnded else { throw .batchEnded(id) }
    try flush()
    try study.write { database in
      try database.execute(
        sql: """
          UPDATE batch SET state = 'complete', rows_good = ?, rows_rejected = ?, finished = ?,
            finished_offset = ? WHERE key = ? AND state = 'open'
          """,
        arguments: [count, rejected, moment.milliseconds, moment.offsetMinutes, batch]
      )
      guard database.changesCount == 1 else { throw StudyError.unknownBatch(id) }
    }
    end()
  }

  /// Removes all rows; the study is as if the import had never begun.
  package func abandon() throws(StudyError) {
    guard !hasEnded else { return }
    defer { end() }
    try study.removeBatch(batch)
  }

  private func end() {
    hasEnded = true
    pending = []
    lock.release()
  }

  private func flush() throws(StudyError) {
    guard !pending.isEmpty else { return }
    try study.write(durable: false) { database in
      let writer = try RowWriter(questionnaire, layout: layout, in: database)
      let first = try study.takeSequences(Int64(pending.count), in: database)
      try writer.begin(
        InterviewKeys(
          interview: InterviewID(station: study.station, sequence: first),
          revision: 1,
          revisionStation: study.station,
          wave: wave,
          batch: batch,
          mode: Mode.importedFile.rawValue,
          language: questionnaire.defaultLanguage
        )
      )
      for (offset, row) in pending.enumerated() {
        try writer.insert(
          sequence: first + Int64(offset),
          ordinal: row.ordinal,
          answers: row.answers,
          warnings: row.warnings
        )
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
