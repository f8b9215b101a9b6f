import GRDB
import SurveyModel
import SurveyStore
import Testing

/// How a newer version comes into a study, and how it can be withdrawn.
@Suite struct VersionAdoptionTests {
  private let trial: SteppedStudy

  init() throws { trial = try SteppedStudy() }

  @Test func `the same step again changes nothing and another one goes before it`() throws {
    #expect(try trial.adopt(step: trial.step()))
    #expect(try !trial.adopt(step: trial.step()))
    #expect(try trial.folder.rows("SELECT * FROM version_step").count == 1)
    let other = VersionStep(fates: ["muc": .carried(to: "muc", codes: ["1": .code("4")])])
    #expect(try trial.adopt(step: trial.step(other, map: "bản đồ khác")))
    #expect(try trial.codes(try trial.study.dataset(of: SteppedStudy.second), "muc").first == "4")
    #expect(try trial.folder.rows("SELECT * FROM version_step").count == 2)
    #expect(try trial.study.questionnaires().count == 2)
    // What a later program would make of the same map is no new step.
    #expect(try !trial.adopt(step: trial.step(map: "bản đồ khác")))
    #expect(try trial.codes(try trial.study.dataset(of: SteppedStudy.second), "muc").first == "4")
  }

  @Test func `a plan comes with a version and a known one changes nothing`() throws {
    func take(_ map: String, plan: String) throws -> Bool {
      try trial.study.adopt(
        SteppedStudy.second,
        fileName: "q2.yaml",
        text: "bản hai",
        step: trial.step(map: map),
        plan: (id: "k", fileName: "k.yaml", text: plan)
      )
    }
    #expect(try take("bản đồ", plan: "một"))
    #expect(try !take("bản đồ", plan: "một"))
    #expect(try take("bản đồ", plan: "hai"))
    #expect(try trial.study.plan()?.text == "hai")
    #expect(try trial.folder.rows("SELECT * FROM version_step").count == 1)
    try trial.study.withdrawVersion(
      SteppedStudy.second,
      plan: (id: "k", fileName: "k.yaml", text: "một"),
      by: "a",
      at: Sample.moment(40)
    )
    #expect(try trial.study.plan()?.text == "một")
  }

  @Test func `version and step come together or not at all`() throws {
    let wrong = AdoptedStep(SteppedStudy.flip, from: "0", by: "a", at: Sample.moment(30))
    #expect(throws: StudyError.self) {
      try trial.study.adopt(SteppedStudy.second, fileName: "q", text: "t", step: wrong)
    }
    #expect(try trial.study.questionnaires().count == 1)
    // A full disk, or a power cut, in the middle of it.
    try trial.study.close()
    try trial.folder.execute(
      """
      CREATE TRIGGER broken BEFORE INSERT ON version_fate BEGIN SELECT RAISE(ABORT, 'x'); END
      """
    )
    let again = try StudyFile.open(path: trial.folder.path(), access: .readWrite)
    #expect(throws: StudyError.self) {
      try again.adopt(SteppedStudy.second, fileName: "q", text: "t", step: trial.step())
    }
    #expect(try again.questionnaires().count == 1)
    #expect(try again.dataset(of: SteppedStudy.first).count == 4)
    #expect(
      try trial.folder.rows("SELECT name FROM sqlite_master WHERE name = 'data_hai_long_2'") == []
    )
  }

  @Test func `steps are never changed or deleted`() throws {
    try trial.adopt(step: trial.step())
    try trial.study.close()
    for sql in [
      "DELETE FROM version_step", "DELETE FROM version_fate", "UPDATE version_step SET by = 'x'",
      "UPDATE version_fate SET code = '1'",
    ] {
      #expect(throws: DatabaseError.self) { try trial.folder.execute(sql) }
    }
  }

  @Test func `a version of which nothing was collected can be withdrawn`() throws {
    try trial.adopt(step: trial.step())
    try trial.study.withdrawVersion(SteppedStudy.second, by: "a", at: Sample.moment(40))
    #expect(try trial.study.questionnaires().map(\.version) == ["1"])
    #expect(
      try trial.codes(try trial.study.dataset(of: SteppedStudy.first), "muc") == [
        "1", "3", "4", "5",
      ]
    )
    #expect(try trial.folder.rows("SELECT tuoi FROM hai_long_current").count == 4)
    #expect(throws: StudyError.self) {
      try trial.study.save(Sample.interview([]), of: SteppedStudy.second, wave: "2026", by: "a")
    }
    // Its label is free for a corrected form.
    try trial.adopt(step: trial.step())
    #expect(try trial.study.questionnaires().map(\.version) == ["1", "2"])
    #expect(try trial.codes(try trial.study.dataset(of: SteppedStudy.second), "muc").first == "5")
  }

  @Test func `a version in use is not withdrawn`() throws {
    try trial.adopt(step: trial.step())
    try trial.study.save(
      Sample.interview([.choice("2"), .choices(["c"]), .integer(60), .text("s")]),
      of: SteppedStudy.second,
      wave: "2026",
      by: "a"
    )
    #expect(throws: StudyError.versionInUse(id: "hai-long", version: "2")) {
      try trial.study.withdrawVersion(SteppedStudy.second, by: "a", at: Sample.moment(40))
    }
    #expect(throws: StudyError.versionInUse(id: "hai-long", version: "2")) {
      try trial.study.checkWithdrawal(of: SteppedStudy.second)
    }
  }

  @Test func `a study of the third structure is read as it is and brought up to date`() throws {
    try trial.study.close()
    try trial.folder.execute(
      """
      DROP TABLE version_fate; DROP TABLE version_step; DROP TABLE administrative_count;
      ALTER TABLE questionnaire DROP COLUMN withdrawn;
      ALTER TABLE questionnaire DROP COLUMN withdrawn_by;
      PRAGMA user_version = 3; DELETE FROM grdb_migrations WHERE identifier >= '4';
      """
    )
    let older = try StudyFile.open(path: trial.folder.path(), access: .readOnly)
    #expect(try older.dataset(of: SteppedStudy.first).count == 4)
    #expect(try older.questionnaires().count == 1)
    #expect(try older.versionShares(of: SteppedStudy.first).map(\.interviews) == [4])
    try older.close()
    let renewed = try StudyFile.open(path: trial.folder.path(), access: .readWrite)
    #expect(
      try renewed.adopt(SteppedStudy.second, fileName: "q2", text: "bản hai", step: trial.step())
    )
    #expect(try renewed.dataset(of: SteppedStudy.second).count == 4)
    try renewed.close()
  }
}
