import Dispatch
import GRDB
import GRDBSQLite
package import SurveyModel
import Synchronization

/// Takes the rows of an import as records that are ready for the study.
///
/// Rows go into the pages of an image; a full image is copied into the study, in a transaction of
/// its own, while the next one is filled.
package final class BlockWriter {
  /// Images that are filled or wait for the study: more than are filled while the study waits for
  /// the disk, about 34 MB.
  private static let imageCount = 8
  /// Identities that are set aside at a time: taking some waits for the images before.
  private static let sequenceCount: Int64 = 2_000_000

  /// The rows that have been taken.
  package private(set) var count = 0

  private let study: StudyFile
  private let questionnaire: Questionnaire
  private let layout: StoredLayout
  private let wave: Int64
  private let batch: Int64
  private let loader: ImageLoader
  private let template: TableImage.Template
  private let records: RecordWriter
  private var image: TableImage?
  private var nextRow: Int64
  private var nextSequence: Int64 = 0
  private var lastSequence: Int64 = 0

  /// Begins, or gives nothing when the tables are of another make.
  init?(
    study: StudyFile,
    questionnaire: Questionnaire,
    layout: StoredLayout,
    batch: Int64,
    wave: Int64
  ) throws(StudyError) {
    guard layout.tables.count == 1, let table = layout.tables.first,
      DataTable.ownColumns == RecordWriter.ownColumns
    else { return nil }
    let (statements, row) = try study.read { database in
      (
        try String.fetchAll(
          database,
          sql: """
            SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index')
            AND sql IS NOT NULL ORDER BY type DESC, name
            """,
          arguments: [table]
        ),
        try Int64.fetchOne(database, sql: "SELECT max(row) FROM \(layout.mainTable)") ?? 0
      )
    }
    self.study = study
    self.questionnaire = questionnaire
    self.layout = layout
    self.wave = wave
    self.batch = batch
    nextRow = row + 1
    do {
      template = try TableImage.Template(table: table, statements: statements)
    } catch {
      throw StudyError(error, path: study.path, access: study.access)
    }
    loader = ImageLoader(study: study, layout: layout, batch: batch, capacity: Self.imageCount)
    records = RecordWriter(
      questionnaire,
      layout: layout,
      keys: RecordWriter.Keys(
        station: study.station,
        wave: wave,
        batch: batch,
        language: questionnaire.defaultLanguage
      )
    )
  }

  deinit { loader.wait() }

  /// Learns an answer that many rows may have, and gives the number under which it is known.
  package func learn(_ answer: Answer, question: Int) throws(StudyError) -> Int32 {
    try records.learn(answer, question: question)
  }

  /// Takes rows of `block`, all of whose answers are known.
  ///
  /// - Returns: How many were taken before one that is too long for a page; all, as a rule.
  package func append(
    rows: Range<Int>,
    of block: borrowing AnswerBlock
  ) throws(StudyError) -> Int {
    var row = rows.lowerBound
    while row < rows.upperBound {
      let written = records.write(
        rows: row..<rows.upperBound,
        of: block,
        into: try imageAtHand()
      )
      row += written.count
      count += written.count
      switch written.outcome {
      case .written: break
      case .full: try send()
      case .tooLong: return row - rows.lowerBound
      }
    }
    return rows.count
  }

  /// The digest of a row of the block that was taken last.
  package func digest(of row: Int) -> UInt64 { records.digests[row] }

  /// Takes one row of answers.
  package func append(
    _ answers: [Answer],
    warnings: [Int],
    ordinal: Int
  ) throws(StudyError) {
    while true {
      let image = try imageAtHand()
      let outcome = try records.write(
        answers,
        warnings: warnings,
        ordinal: Int64(ordinal),
        into: image
      )
      switch outcome {
      case .written:
        count += 1
        return
      case .full: try send()
      case .tooLong:
        try appendAlone(answers, warnings: warnings, ordinal: Int64(ordinal))
        count += 1
        return
      }
    }
  }

  /// Copies what is left into the study and gives back the identities that were not used.
  package func finish() throws(StudyError) {
    try pause()
    try giveBack()
  }

  private func giveBack() throws(StudyError) {
    guard nextSequence < lastSequence else { return }
    try study.write(durable: false) { database in
      try database.execute(
        sql: "UPDATE study SET next_sequence = ? WHERE next_sequence = ?",
        arguments: [nextSequence, lastSequence]
      )
    }
    lastSequence = nextSequence
  }

  /// Copies what is at hand into the study, so that others may add rows.
  func pause() throws(StudyError) {
    try send()
    loader.wait()
    if let failure = loader.failure { throw failure }
  }

  /// Goes on behind the rows that others added.
  func resume() throws(StudyError) {
    nextRow =
      try study.read { database in
        try Int64.fetchOne(database, sql: "SELECT max(row) FROM \(layout.mainTable)") ?? 0
      } + 1
  }

  /// Waits until nothing is written any more, and gives back the identities behind what was.
  package func cancel() {
    image = nil
    loader.wait()
    // The rows of an import that is given up are removed; a gap in the numbers does no harm.
    try? giveBack()
  }

  private func imageAtHand() throws(StudyError) -> TableImage {
    if let image { return image }
    if let failure = loader.failure { throw failure }
    // An image takes no more rows than fit with a record of the fewest bytes.
    let most = Int64(TableImage.leafCount * TableImage.pageSize / 48)
    if nextSequence + most > lastSequence { try takeSequences(most + Self.sequenceCount) }
    let next = loader.emptyImage() ?? TableImage(template)
    next.begin(row: nextRow, sequence: nextSequence)
    image = next
    return next
  }

  private func takeSequences(_ wanted: Int64) throws(StudyError) {
    let first = try study.write(durable: false) { database in
      // What was set aside is enlarged when nobody took a number meanwhile.
      try database.execute(
        sql: "UPDATE study SET next_sequence = ? WHERE next_sequence = ?",
        arguments: [nextSequence, lastSequence]
      )
      return try study.takeSequences(wanted, in: database)
    }
    nextSequence = first
    lastSequence = first + wanted
  }

  private func send() throws(StudyError) {
    guard let image else { return }
    // An empty image goes too: its first row and sequence may be taken before it is filled.
    self.image = nil
    guard image.count > 0 else { return }
    image.finish()
    nextRow += Int64(image.count)
    nextSequence += Int64(image.count)
    loader.load(image)
  }

  /// Writes a row that is too long for the pages of an image.
  private func appendAlone(
    _ answers: [Answer],
    warnings: [Int],
    ordinal: Int64
  ) throws(StudyError) {
    try pause()
    if nextSequence >= lastSequence { try takeSequences(Self.sequenceCount) }
    let sequence = nextSequence
    nextRow = try study.write(durable: false) { database in
      let writer = try RowWriter(questionnaire, layout: layout, in: database)
      try writer.insert(
        InterviewKeys(
          interview: InterviewID(station: study.station, sequence: sequence),
          revision: 1,
          revisionStation: study.station,
          wave: wave,
          batch: batch,
          ordinal: ordinal,
          mode: Mode.importedFile.rawValue,
          language: questionnaire.defaultLanguage
        ),
        answers: answers,
        warnings: warnings
      )
      let row = database.lastInsertedRowID
      try ImportRun(firstSequence: sequence, firstRow: row, count: 1)
        .insert(questionnaire: layout.key, batch: batch, station: study.station, in: database)
      return row + 1
    }
    nextSequence += 1
  }
}
