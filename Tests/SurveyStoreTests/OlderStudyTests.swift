import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

/// Studies of the first structure can be read as they are and are brought up to date by writing.
@Suite struct OlderStudyTests {
  let folder: WorkFolder
  let questionnaire = Questionnaire(
    id: "phieu-thu",
    version: "1",
    languages: ["vi", "en"],
    title: Sample.words("Phiếu thử"),
    sections: [
      Section(
        id: "phieu",
        title: Sample.words("Phiếu"),
        questions: [
          Sample.question("don_vi", .text), Sample.question("tuoi", .integer),
          Sample.question("muc", .selectOne(Sample.list("muc", ["1", "2"]))),
        ]
      )
    ]
  )

  init() throws {
    folder = try WorkFolder()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: folder.path(), configuration: configuration)
    try queue.write { try $0.execute(sql: FirstStructure.sql) }
    try queue.close()
  }

  private func structure() throws -> Int? {
    try folder.rows("PRAGMA user_version").first.map { $0[0] }
  }

  @Test func `an older study is read without being changed`() throws {
    let study = try StudyFile.open(path: folder.path(), access: .readOnly)
    #expect(try study.dataset(of: questionnaire).count == 3)
    #expect(try study.overview(of: "phieu-thu").interviews == 3)
    let batch = try #require(try study.batches().first)
    #expect(batch.fileName == "tot.csv")
    #expect(batch.goodRows == 4)
    #expect(batch.parent == nil)
    #expect(try study.columns(of: batch.id).isEmpty)
    let ids = try study.interviewIDs(of: questionnaire)
    #expect(ids.map(\.sequence) == [1, 3, 4])
    #expect(try study.history(of: ids[0]).map(\.kind) == [.original])
    let index = try KeyIndex(
      study,
      questionnaire: "phieu-thu",
      wave: "2026-q3",
      identity: .questions(["don_vi"])
    )
    try index.add("Xã C", number: 1)
    let ledger = RowLedger(try index.matches(), study: study, questionnaire: questionnaire)
    let answers: [Answer] = [.text("Xã C"), .integer(41), .choice("2")]
    #expect(try ledger.fate(number: 1, line: 2, answers: answers) == .same)
    try study.close()
    #expect(try structure() == 1)
  }

  @Test func `writing brings an older study up to date`() throws {
    let study = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(try structure() == 5)
    #expect(try study.dataset(of: questionnaire).count == 3)
    let id = try #require(try study.interviewIDs(of: questionnaire).last)
    let start = BatchStart(
      id: BatchID(2),
      fileName: "b.csv",
      wave: "2026-q3",
      started: Sample.moment(30),
      by: "a",
      toolVersion: "0.1"
    )
    let writer = try study.beginBatch(start, of: questionnaire)
    try writer.append(
      [.text("Xã D"), .integer(63), .choice("1")],
      ordinal: 2,
      replacing: id
    )
    let view = "SELECT tuoi FROM phieu_thu_current ORDER BY sequence"
    #expect(try folder.rows(view).map { $0["tuoi"] as Int } == [20, 41, 62])
    try writer.complete(at: Sample.moment(40))
    #expect(try folder.rows(view).map { $0["tuoi"] as Int } == [20, 41, 63])
    let labels = try folder.rows("SELECT muc FROM phieu_thu_labels ORDER BY sequence")
    #expect(labels.map { $0["muc"] as String } == ["Hài lòng", "Hài lòng", "Không hài lòng"])
    try study.undo(BatchID(2), by: "a", at: Sample.moment(50), why: "")
    #expect(try folder.rows(view).map { $0["tuoi"] as Int } == [20, 41, 62])
    let first = try #require(try study.batches().first)
    try study.undo(first.id, by: "a", at: Sample.moment(51), why: "")
    #expect(try study.dataset(of: questionnaire).count == 0)
  }
}
