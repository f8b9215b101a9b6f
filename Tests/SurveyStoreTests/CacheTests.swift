import Foundation
import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct CacheTests {
  private let trial: CacheTrial
  private let questionnaire = Sample.questionnaire()

  init() throws {
    trial = try CacheTrial()
    let writer = try trial.study.beginBatch(Sample.batch(), of: questionnaire)
    for number in 1...40 { try writer.append(BatchTests.row(number), ordinal: number) }
    try writer.complete(at: Sample.moment(40))
  }

  private func expectSame(_ access: StudyAccess = .readOnly) throws {
    let reader = try trial.reader(access)
    try trial.expectSame(reader, questionnaire, waves: ["2026"])
    try reader.close()
  }

  private func read() throws {
    let reader = try trial.reader()
    _ = try reader.dataset(of: questionnaire)
    try reader.close()
  }

  @Test func `columns are kept by who only reads, and read again`() throws {
    #expect(try trial.kept().isEmpty)
    try read()
    #expect(try trial.kept() == [1])
    let pieces = try trial.folder.rows("SELECT key, digest FROM column_piece")
    try expectSame()
    try expectSame(.readWrite)
    #expect(try trial.folder.rows("SELECT key, digest FROM column_piece") == pieces)
  }

  @Test func `what is kept is what is read`() throws {
    try read()
    // Other answers under digests that fit: whoever reads these has not read the interviews.
    let reader = try trial.reader()
    let before = try reader.dataset(of: questionnaire)
    try trial.folder.execute("UPDATE wave SET label = 'khác'")
    let after = try reader.dataset(of: questionnaire)
    #expect(CacheTrial.text(before) == CacheTrial.text(after))
    let days = try #require(Period("2026")).days
    #expect(try reader.dataset(of: questionnaire, days: days).waves?.labels == ["khác"])
  }

  @Test func `few interviews are read without`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    try study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a")
    #expect(try study.dataset(of: questionnaire).count == 1)
    #expect(try folder.rows("SELECT 1 FROM sqlite_master WHERE name LIKE 'column_%'").isEmpty)
  }

  @Test(arguments: [
    "UPDATE column_piece SET data = zeroblob(length(data))",
    "UPDATE column_piece SET data = substr(data, 2) WHERE key = 7",
    "UPDATE column_piece SET data = CAST(data || x'00' AS BLOB) WHERE key = 7",
    "UPDATE column_piece SET data = x'' WHERE key = 9",
    "UPDATE column_piece SET count = 9223372036854775807 WHERE key % 3 = 0",
    "UPDATE column_piece SET count = -1 WHERE key = 1",
    "UPDATE column_piece SET form = 4 WHERE key = 5",
    "UPDATE column_piece SET stream = stream + 1 WHERE key > 4",
    "UPDATE column_piece SET digest = digest + 1 WHERE key = 11",
    "DELETE FROM column_piece WHERE key = 1",
    "DELETE FROM column_piece WHERE key = (SELECT max(key) FROM column_piece)",
    "DELETE FROM column_piece",
    """
    UPDATE column_piece SET data = (SELECT o.data FROM column_piece AS o
      WHERE o.form = column_piece.form AND o.count = column_piece.count
      ORDER BY o.key DESC LIMIT 1)
    """,
    "UPDATE column_cache SET state = 'x'",
    "UPDATE column_cache SET reading = ''",
    "UPDATE column_cache SET questionnaire = 7",
    "DROP TABLE column_piece",
    "DROP TABLE column_cache",
    "ALTER TABLE column_piece ADD COLUMN more INTEGER",
    "DROP TABLE column_cache; CREATE TABLE column_cache (a)",
  ])
  func `damage is noticed and mended`(sql: String) throws {
    try read()
    try trial.folder.execute(sql)
    try expectSame()
    #expect(try trial.kept() == [1])
    let pieces = try trial.folder.rows("SELECT key, digest FROM column_piece")
    try expectSame()
    #expect(try trial.folder.rows("SELECT key, digest FROM column_piece") == pieces)
  }

  @Test func `any byte of any piece counts`() throws {
    try read()
    let rows = try trial.folder.rows("SELECT key, length(data) AS length FROM column_piece")
    let digest = "SELECT digest FROM column_piece ORDER BY key"
    let whole = try trial.folder.rows(digest)
    for row in rows where (row["length"] as Int) > 0 {
      let key: Int64 = row["key"]
      let place = Int(key) * 7 % (row["length"] as Int)
      try trial.folder.execute(
        """
        UPDATE column_piece SET data = CAST(substr(data, 1, \(place))
          || CASE substr(data, \(place + 1), 1) WHEN x'01' THEN x'02' ELSE x'01' END
          || substr(data, \(place + 2)) AS BLOB) WHERE key = \(key)
        """
      )
      try read()
      #expect(try trial.folder.rows(digest) == whole)
    }
    try expectSame()
  }

  @Test func `what an interview was voided from lives on nowhere`() throws {
    let id = try trial.study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a")
    try read()
    #expect(try trial.pieces() > 0)
    try trial.study.void(id, by: "a", at: Sample.moment(50), why: "trùng")
    #expect(try trial.kept().isEmpty)
    try expectSame()
    let batch = try #require(try trial.study.batches().first?.id)
    #expect(try trial.pieces() > 0)
    try trial.study.undo(batch, by: "a", at: Sample.moment(51), why: "nhầm")
    #expect(try trial.kept().isEmpty)
    try expectSame()
  }

  @Test func `who only looks takes out what is of another state`() throws {
    try read()
    try trial.study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a")
    #expect(try trial.kept() == [1])
    let reader = try trial.reader()
    #expect(try reader.overview(of: questionnaire.id).interviews == 41)
    #expect(try trial.kept().isEmpty)
    #expect(try trial.pieces() == 0)
  }

  @Test func `who writes is not waited for, nor waits`() throws {
    let other = try DatabaseQueue(path: trial.folder.path())
    try other.writeWithoutTransaction { database in
      try database.beginTransaction(.immediate)
      try expectSame()
      try database.rollback()
    }
    #expect(try trial.kept().isEmpty)
    try expectSame()
    #expect(try trial.kept() == [1])
  }

  @Test func `interviews are saved while columns are written`() async throws {
    let saving = try trial.reader(.readWrite)
    let form = questionnaire
    async let saved = Task.detached {
      try (1...40).map { _ in
        try saving.save(Sample.interview(), of: form, wave: "2026", by: "a")
      }
    }.value
    for _ in 1...40 {
      let reader = try trial.reader()
      #expect(try reader.dataset(of: form).count >= 40)
      try reader.close()
    }
    #expect(try await Set(saved).count == 40)
    try saving.close()
    try expectSame()
    #expect(try trial.study.dataset(of: form).count == 80)
  }

  @Test func `the structure of the study stays the one that other programs know`() throws {
    let structure = """
      SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'column_%' ORDER BY name
      """
    let before = try trial.folder.rows(structure)
    let migrations = try trial.folder.rows("SELECT * FROM grdb_migrations")
    let version = try trial.folder.rows("PRAGMA user_version")
    try read()
    #expect(try trial.kept() == [1])
    #expect(try trial.folder.rows(structure) == before)
    #expect(try trial.folder.rows("SELECT * FROM grdb_migrations") == migrations)
    #expect(try trial.folder.rows("PRAGMA user_version") == version)
  }

  @Test func `while an import runs nothing is kept`() throws {
    let writer = try trial.study.beginBatch(Sample.batch(5), of: questionnaire)
    try writer.append(Sample.answers, ordinal: 1)
    _ = try writer.blockWriter()
    try expectSame()
    #expect(try trial.kept().isEmpty)
    try writer.complete(at: Sample.moment(41))
    try expectSame()
    #expect(try trial.kept() == [1])
  }

  @Test func `a full disk is no reason to fail`() throws {
    let pages = try #require(
      try trial.folder.rows("PRAGMA page_count").first?["page_count"] as Int?
    )
    let reader = try StudyFile.open(
      path: trial.folder.path(),
      access: .readOnly,
      options: StudyOptions(maximumPageCount: pages, rowsKept: 1)
    )
    try trial.expectSame(reader, questionnaire, waves: ["2026"])
    #expect(try trial.kept().isEmpty)
  }

  @Test func `long lists and many texts take wider pieces`() throws {
    let codes = (1...300).map { String($0) }
    let form = Sample.questionnaire([
      ("xa", .selectOne(Sample.list("xa", codes))), ("y_kien", .text), ("tinh", .calculate),
    ])
    let trial = try CacheTrial(form)
    let writer = try trial.study.beginBatch(Sample.batch(), of: form)
    for number in 0..<70_000 {
      try writer.append(
        [
          .choice(codes[number % 300]), .text("\(number % 66_000)"),
          number == 69_999 ? .text("hết") : .decimal(Double(number)),
        ],
        ordinal: number + 1
      )
    }
    try writer.complete(at: Sample.moment(40))
    for _ in 1...2 {
      let reader = try trial.reader()
      try trial.expectSame(reader, form, waves: ["2026"])
      try reader.close()
      #expect(try trial.kept() == [1])
    }
    let forms = try trial.folder.rows("SELECT DISTINCT form FROM column_piece ORDER BY form")
    #expect(forms.map { $0["form"] as Int } == [0, 1, 2, 4, 8])
  }

  /// When this changes, columns are written otherwise: raise `CacheKey.make`, or older ones are read.
  @Test func `the make of the cache is known`() throws {
    try read()
    let rows = try trial.folder.rows("SELECT form, count, data FROM column_piece ORDER BY key")
    var digest = FileDigest()
    for row in rows {
      digest.update("\(row["form"] as Int) \(row["count"] as Int) ".utf8)
      digest.update(row["data"] as Data)
    }
    let known = "31c00ef671f456481a3206c133660ef4d154a183dca712bfd547aa1f51b68d7a"
    #expect(digest.finalize() == known)
  }
}
