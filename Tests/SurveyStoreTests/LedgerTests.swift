import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

@Suite struct LedgerTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Sample.questionnaire()

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  private func start(
    _ number: UInt128,
    parent: BatchID? = nil,
    record: BatchRecord = BatchRecord()
  ) -> BatchStart {
    BatchStart(
      id: BatchID(number),
      fileName: "tệp \(number).csv",
      wave: "2026",
      started: Sample.moment(30),
      by: "người nhập",
      toolVersion: "0.1",
      parent: parent,
      record: record
    )
  }

  /// Imports rows; those with an interview replace it.
  private func importRows(
    _ rows: [(number: Int, replaced: InterviewID?)],
    as number: UInt128,
    parent: BatchID? = nil
  ) throws {
    let writer = try study.beginBatch(start(number, parent: parent), of: questionnaire)
    for (place, row) in rows.enumerated() {
      try writer.append(
        BatchTests.row(row.number),
        ordinal: place + 2,
        source: RowSource(key: "k\(place)"),
        replacing: row.replaced
      )
    }
    try writer.complete(
      BatchCounts(rejected: 1, same: 2, changed: 3),
      fileSHA256: "ab",
      at: Sample.moment(60)
    )
  }

  private func ages() throws -> [Double] {
    guard case .number(let numbers) = try study.dataset(of: questionnaire).columns[4].values else {
      return []
    }
    return numbers
  }

  private func viewedAges() throws -> [Int] {
    try folder.rows("SELECT tuoi FROM hai_long_current WHERE tuoi IS NOT NULL ORDER BY sequence")
      .map { $0["tuoi"] }
  }

  @Test func `the ledger keeps how a file was read and what was counted`() throws {
    let record = BatchRecord(
      rulesSHA256: "ab",
      reading: "UTF-8, “;”",
      mapping: "map",
      policy: "skip",
      columns: [
        BatchRecord.Column(header: "Tuổi", question: "tuoi"),
        BatchRecord.Column(header: "Kênh/1", question: "kenh", code: "1"),
        BatchRecord.Column(header: "Ghi chú"),
      ]
    )
    let writer = try study.beginBatch(start(1, record: record), of: questionnaire)
    try writer.append(BatchTests.row(1), ordinal: 2)
    try writer.complete(
      BatchCounts(rejected: 4, same: 5, changed: 6),
      fileSHA256: "ab",
      at: Sample.moment(60)
    )
    try importRows([(2, nil)], as: 2, parent: BatchID(1))
    let batches = try study.batches()
    #expect(batches.map(\.parent) == [nil, BatchID(1)])
    let first = try #require(batches.first)
    #expect(first.goodRows == 1)
    #expect(first.rejectedRows == 4)
    #expect(first.sameRows == 5)
    #expect(first.changedRows == 6)
    #expect(first.replacedRows == 0)
    #expect(first.record.rulesSHA256 == "ab")
    #expect(first.record.reading == "UTF-8, “;”")
    #expect(first.record.mapping == "map")
    #expect(first.record.policy == "skip")
    #expect(try study.columns(of: BatchID(1)) == record.columns)
    #expect(try study.overview(of: "hai-long").batches == 1)
  }

  @Test func `a replacing row counts when its import is complete and no longer when it is undone`()
    throws
  {
    try importRows([(1, nil), (2, nil)], as: 1)
    let ids = try study.interviewIDs(of: questionnaire)
    let writer = try study.beginBatch(start(2), of: questionnaire)
    try writer.append(BatchTests.row(11), ordinal: 7, replacing: ids[0])
    for number in 20..<10_030 { try writer.append(BatchTests.row(number), ordinal: number) }
    #expect(try ages() == [1, 2])
    #expect(try viewedAges() == [1, 2])
    try writer.complete(BatchCounts(changed: 1), fileSHA256: "ab", at: Sample.moment(61))
    #expect(try ages().contains(11))
    #expect(try !ages().contains(1))
    #expect(try viewedAges().prefix(2) == [11, 2])
    #expect(try ages().count == 10_012)
    #expect(try study.batches().last?.replacedRows == 1)
    let history = try study.history(of: ids[0])
    #expect(history.map(\.kind) == [.original, .replace])
    #expect(history.last?.batch == BatchID(2))
    #expect(history.last?.by == "người nhập")
    try study.undo(BatchID(2), by: "a", at: Sample.moment(70), why: "nhầm")
    #expect(try ages() == [1, 2])
    #expect(try viewedAges() == [1, 2])
    #expect(try study.history(of: ids[0]).map(\.kind) == [.original])
    #expect(try study.batches().last?.undone?.why == "nhầm")
    // The number of the revision that no longer counts is not given again.
    try importRows([(31, ids[0])], as: 3)
    #expect(try ages().sorted() == [2, 31])
    #expect(try study.history(of: ids[0]).map(\.number) == [1, 3])
  }

  @Test func `an abandoned import leaves what it would have replaced`() throws {
    try importRows([(1, nil), (2, nil)], as: 1)
    let ids = try study.interviewIDs(of: questionnaire)
    let writer = try study.beginBatch(start(2), of: questionnaire)
    try writer.append(
      BatchTests.row(11),
      ordinal: 7,
      source: RowSource(key: "x"),
      replacing: ids[0]
    )
    for number in 20..<10_030 { try writer.append(BatchTests.row(number), ordinal: number) }
    #expect(try folder.rows("SELECT 1 FROM revision").count == 1)
    try writer.abandon()
    #expect(try ages() == [1, 2])
    #expect(try folder.rows("SELECT 1 FROM revision").isEmpty)
    #expect(try folder.rows("SELECT 1 FROM row_source").count == 2)
    #expect(try folder.rows("SELECT 1 FROM batch_column").isEmpty)
  }

  @Test func `an import that was built upon is undone after what builds on it`() throws {
    try importRows([(1, nil)], as: 1)
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try importRows([(2, id)], as: 2)
    try importRows([(3, id)], as: 3)
    let refused = fault { () throws(StudyError) in
      try study.undo(BatchID(2), by: "a", at: Sample.moment(70), why: "")
    }
    #expect(refused == .batchBuiltUpon(BatchID(2), by: BatchID(3), interview: id))
    #expect(try ages() == [3])
    try study.undo(BatchID(3), by: "a", at: Sample.moment(71), why: "")
    #expect(try ages() == [2])
    try study.undo(BatchID(2), by: "a", at: Sample.moment(72), why: "")
    #expect(try ages() == [1])
    let again = fault { () throws(StudyError) in
      try study.undo(BatchID(2), by: "a", at: Sample.moment(73), why: "")
    }
    #expect(again == .batchUndone(BatchID(2), at: Sample.moment(72)))
    #expect(
      fault { () throws(StudyError) in
        try study.undo(BatchID(99), by: "a", at: Sample.moment(73), why: "")
      } == .unknownBatch(BatchID(99))
    )
  }

  @Test func `imports are undone together or not at all`() throws {
    try importRows([(1, nil)], as: 1)
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try importRows([(2, id)], as: 2)
    try importRows([(3, id)], as: 3)
    try importRows([(9, nil)], as: 4)
    let refused = fault { () throws(StudyError) in
      try study.undo([BatchID(4), BatchID(2)], by: "a", at: Sample.moment(70), why: "")
    }
    #expect(refused == .batchBuiltUpon(BatchID(2), by: BatchID(3), interview: id))
    #expect(try ages().sorted() == [3, 9])
    #expect(try study.batches().allSatisfy { $0.state == .complete })
    let outcomes = try study.undo(
      [BatchID(4), BatchID(3)],
      by: "a",
      at: Sample.moment(71),
      why: ""
    )
    #expect(outcomes == [UndoOutcome(gone: 1), UndoOutcome(restored: 1)])
    #expect(try ages() == [2])
  }

  @Test func `a voided interview stays void when the import that replaced it is undone`() throws {
    try importRows([(1, nil), (5, nil)], as: 1)
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try importRows([(2, id)], as: 2)
    try study.void(id, by: "b", at: Sample.moment(65), why: "trùng")
    try study.undo(BatchID(2), by: "a", at: Sample.moment(70), why: "")
    #expect(try ages() == [5])
    #expect(try study.history(of: id).map(\.kind) == [.original, .void])
  }

  private func revise(_ id: InterviewID, _ number: Int, _ minute: Int64) throws(StudyError) {
    try study.revise(
      id,
      of: questionnaire,
      answers: BatchTests.row(number),
      by: "b",
      at: Sample.moment(minute),
      why: "sửa tay"
    )
  }

  @Test func `what people changed in between does not hide that an import was built upon`() throws {
    try importRows([(1, nil)], as: 1)
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try importRows([(2, id)], as: 2)
    try revise(id, 4, 65)
    try importRows([(3, id)], as: 3)
    let refused = fault { () throws(StudyError) in
      try study.undo(BatchID(2), by: "a", at: Sample.moment(70), why: "")
    }
    #expect(refused == .batchBuiltUpon(BatchID(2), by: BatchID(3), interview: id))
    #expect(try ages() == [3])
    #expect(try viewedAges() == [3])
    try study.undo(BatchID(3), by: "a", at: Sample.moment(71), why: "")
    #expect(try ages() == [4])
    try study.undo(BatchID(2), by: "a", at: Sample.moment(72), why: "")
    #expect(try ages() == [1])
    #expect(try viewedAges() == [1])
    #expect(try study.history(of: id).map(\.kind) == [.original])
  }

  @Test func `an interview that was edited and then voided stays void`() throws {
    try importRows([(1, nil), (5, nil)], as: 1)
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try importRows([(2, id)], as: 2)
    try revise(id, 4, 64)
    try study.void(id, by: "b", at: Sample.moment(65), why: "trùng")
    try study.undo(BatchID(2), by: "a", at: Sample.moment(70), why: "")
    #expect(try ages() == [5])
    #expect(try viewedAges() == [5])
    #expect(try study.history(of: id).map(\.kind) == [.original, .void])
    #expect(try study.history(of: id).last?.why == "trùng")
    #expect(
      fault { () throws(StudyError) in
        try study.void(id, by: "b", at: Sample.moment(75), why: "")
      } == .interviewVoided(id)
    )
  }

  @Test func `undoing an import says what later imports keep of it`() throws {
    try importRows([(1, nil), (2, nil), (3, nil), (4, nil)], as: 1)
    let ids = try study.interviewIDs(of: questionnaire)
    try importRows([(11, ids[0]), (12, ids[1]), (13, ids[2]), (20, nil)], as: 2)
    try importRows([(16, ids[1])], as: 3)
    try study.void(ids[2], by: "b", at: Sample.moment(65), why: "")
    try revise(ids[0], 30, 66)
    let outcome = try study.undo(BatchID(1), by: "a", at: Sample.moment(70), why: "")
    #expect(outcome == UndoOutcome(gone: 1, kept: 2, keepers: [BatchID(2), BatchID(3)]))
    #expect(try ages().sorted() == [16, 20, 30])
    let last = try study.undo(BatchID(3), by: "a", at: Sample.moment(71), why: "")
    #expect(last == UndoOutcome(restored: 1))
    #expect(try ages().sorted() == [12, 20, 30])
  }

  @Test func `undoing an import keeps a later replacement of its rows`() throws {
    try importRows([(1, nil)], as: 1)
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    try importRows([(2, id)], as: 2)
    try study.undo(BatchID(1), by: "a", at: Sample.moment(70), why: "")
    #expect(try ages() == [2])
    let rest = try study.undo(BatchID(2), by: "a", at: Sample.moment(71), why: "")
    #expect(rest == UndoOutcome(gone: 1))
    #expect(try ages() == [])
  }

  @Test func `equal rows are counted and a second copy of a file is noticed`() throws {
    try importRows([(1, nil), (2, nil), (3, nil)], as: 1)
    func report(_ numbers: [Int]) throws -> CopyReport {
      let finder = try CopyFinder(study, questionnaire: questionnaire, wave: "2026", limit: 3)
      for (place, number) in numbers.enumerated() {
        try finder.add(BatchTests.row(number), line: place + 2)
      }
      return try finder.report()
    }
    let fresh = try report([11, 12, 13])
    #expect(fresh == CopyReport())
    let mixed = try report([11, 2, 12, 11, 11, 2])
    #expect(mixed.stored == 2)
    #expect(mixed.firstStored == CopyReport.Pair(line: 3, other: nil))
    #expect(mixed.repeated == 3)
    #expect(mixed.firstRepeated == CopyReport.Pair(line: 5, other: 2))
    #expect(mixed.twin == nil)
    #expect(try report([3, 2, 1]).twin == CopyReport.Twin(batch: BatchID(1), rows: 3))
    // One row agrees often with another by chance, in a short form.
    #expect(try report(Array(repeating: 1, count: 30)).twin == nil)
  }

  @Test func `the rows of an earlier import among others are noticed, and chance is not`() throws {
    try importRows((1...10).map { ($0, nil) }, as: 1)
    func report(_ numbers: [Int]) throws -> CopyReport {
      let finder = try CopyFinder(study, questionnaire: questionnaire, wave: "2026")
      for (place, number) in numbers.enumerated() {
        try finder.add(BatchTests.row(number), line: place + 2)
      }
      return try finder.report()
    }
    // A file that grows, of which one earlier row was mended.
    let grown = try report([1, 2, 3, 4, 5, 6, 108, 8, 9, 10] + Array(20..<48))
    #expect(grown.twin == CopyReport.Twin(batch: BatchID(1), rows: 9))
    #expect(grown.isLikely)
    let half = try report([1, 2, 3, 4, 5] + Array(20..<48))
    #expect(half.twin == nil)
    #expect(half.isLikely)
    #expect(try !report(Array(20..<48)).isLikely)
    // A short form, where most rows agree with others of the file as well.
    let short = try report((0..<400).map { 1 + $0 % 40 })
    #expect(short.stored == 100)
    #expect(short.twin == nil)
    #expect(!short.isLikely)
  }
}
