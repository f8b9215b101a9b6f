import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

@Suite struct CountTests {
  let folder: WorkFolder
  let study: StudyFile

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  private func subject(
    _ name: String,
    _ span: String,
    place: String? = nil
  ) throws -> AdministrativeCount.Subject {
    AdministrativeCount.Subject(name: name, span: try #require(CountSpan(span)), place: place)
  }

  private func new(
    _ name: String,
    _ span: String,
    _ value: Int?,
    place: String? = nil,
    source: CountEntry.Source? = nil,
    supersedes: CountEntry.ID? = nil
  ) throws -> NewCount {
    NewCount(
      subject: try subject(name, span, place: place),
      value: value,
      evidence: "Báo cáo 12/BC-UBND",
      source: source,
      supersedes: supersedes
    )
  }

  @Test func `counts are kept with all that belongs to them`() throws {
    let spans = ["2024-06-30", "2024-03", "2024-Q1", "2024-H2", "2024"]
    for (minute, span) in spans.enumerated() {
      try study.addCounts(
        [
          try new(
            "tin_bai",
            span,
            minute,
            place: minute == 1 ? "Phường 1" : nil,
            source: minute == 2 ? CountEntry.Source(file: "số liệu.csv", line: 7) : nil
          )
        ],
        by: "A1",
        at: Sample.moment(Int64(minute))
      )
    }
    try study.close()
    let again = try StudyFile.open(path: folder.path(), access: .readOnly)
    let book = try again.counts()
    #expect(book.entries.map(\.subject.span.id) == spans)
    #expect(book.entries.map(\.value) == [0, 1, 2, 3, 4])
    #expect(book.entries.map(\.id.number) == [1, 2, 3, 4, 5])
    #expect(book.entries.allSatisfy { $0.id.station == Sample.station && $0.by == "A1" })
    #expect(book.entries.allSatisfy { $0.evidence == "Báo cáo 12/BC-UBND" })
    #expect(book.entries[1].subject.place == "Phường 1")
    #expect(book.entries[2].source == CountEntry.Source(file: "số liệu.csv", line: 7))
    #expect(book.entries[3].at == Sample.moment(3))
    #expect(book.counts.count == 5)
  }

  @Test func `a correction and a withdrawal are lines of their own`() throws {
    let first = try study.addCounts(
      [try new("tin_bai", "2024-03", 1)],
      by: "A1",
      at: Sample.moment(1)
    )
    let second = try study.addCounts(
      [try new("tin_bai", "2024-03", 2, supersedes: first[0].id)],
      by: "B2",
      at: Sample.moment(2)
    )
    #expect(try study.counts().counts.map(\.value) == [2])
    try study.addCounts(
      [try new("tin_bai", "2024-03", nil, supersedes: second[0].id)],
      by: "B2",
      at: Sample.moment(3)
    )
    let book = try study.counts()
    #expect(book.counts.isEmpty)
    #expect(book.entries.map(\.value) == [1, 2, nil])
    #expect(book.entries.map(\.supersedes) == [nil, first[0].id, second[0].id])
  }

  @Test func `what somebody else wrote meanwhile is not overwritten, and nothing is half taken`()
    throws
  {
    try study.addCounts([try new("a", "2024", 1)], by: "A1", at: Sample.moment(1))
    let late = [try new("b", "2024", 5), try new("a", "2024", 2)]
    #expect(throws: StudyError.countChanged("a")) {
      try study.addCounts(late, by: "B2", at: Sample.moment(2))
    }
    #expect(try study.counts().entries.map(\.subject.name) == ["a"])
  }

  @Test func `lines can be neither changed nor removed, by no program`() throws {
    try study.addCounts([try new("a", "2024", 1)], by: "A1", at: Sample.moment(1))
    try study.close()
    for sql in [
      "UPDATE administrative_count SET value = 2", "DELETE FROM administrative_count",
      "INSERT INTO administrative_count VALUES (1,9,'a','2024',NULL,-1,'','',0,0,NULL,NULL,NULL,NULL)",
      "INSERT INTO administrative_count VALUES (1,9,'a','2024',NULL,1.5,'','',0,0,NULL,NULL,NULL,NULL)",
    ] {
      #expect(throws: DatabaseError.self) { try folder.execute(sql) }
    }
    #expect(try folder.rows("SELECT value FROM administrative_count").map { $0[0] as Int } == [1])
  }

  @Test func `a line whose day means nothing is passed over`() throws {
    try study.close()
    try folder.execute(
      "INSERT INTO administrative_count VALUES (1,9,'a','soon',NULL,1,'','',0,0,NULL,NULL,NULL,NULL)"
    )
    let again = try StudyFile.open(path: folder.path(), access: .readOnly)
    #expect(try again.counts().entries.isEmpty)
  }

  @Test func `a study of the fourth structure is read as it is and brought up to date`() throws {
    try study.close()
    try folder.execute(
      """
      DROP TABLE administrative_count;
      PRAGMA user_version = 4; DELETE FROM grdb_migrations WHERE identifier = '5';
      """
    )
    let older = try StudyFile.open(path: folder.path(), access: .readOnly)
    #expect(try older.counts().entries.isEmpty)
    #expect(throws: StudyError.openedForReading(path: folder.path())) {
      try older.addCounts([try new("a", "2024", 1)], by: "", at: Sample.moment(1))
    }
    try older.close()
    #expect(try folder.rows("PRAGMA user_version").map { $0[0] as Int } == [4])
    let renewed = try StudyFile.open(path: folder.path(), access: .readWrite)
    try renewed.addCounts([try new("a", "2024", 1)], by: "", at: Sample.moment(1))
    #expect(try renewed.counts().counts.map(\.value) == [1])
    try renewed.close()
    #expect(try folder.rows("PRAGMA user_version").map { $0[0] as Int } == [5])
  }
}
