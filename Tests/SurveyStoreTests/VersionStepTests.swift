import GRDB
import SurveyModel
import SurveyStore
import Testing

/// Answers of several versions of a questionnaire in one study.
@Suite struct VersionStepTests {
  let folder: WorkFolder
  let study: StudyFile

  static let first = Sample.questionnaire(
    version: "1",
    [
      ("muc", .selectOne(Sample.list("muc", ["1", "2", "3", "4", "5"]))),
      ("kenh", .selectMultiple(Sample.list("kenh", ["a", "b", "c"]))),
      ("tuoi", .integer),
      ("cu", .text),
    ]
  )
  static let second = Sample.questionnaire(
    version: "2",
    [
      ("muc", .selectOne(Sample.list("muc", ["1", "2", "4", "5"]))),
      ("kenh", .selectMultiple(Sample.list("kenh", ["x", "c"]))),
      ("age", .integer),
      ("moi", .text),
    ]
  )
  static let flip = VersionStep(fates: [
    "muc": .carried(
      to: "muc",
      codes: [
        "1": .code("5"), "2": .code("4"), "3": .notComparable, "4": .missing(.refused),
        "5": .code("1"),
      ]
    ),
    "kenh": .carried(to: "kenh", codes: ["a": .code("x"), "b": .code("x")]),
    "tuoi": .carried(to: "age", codes: [:]),
  ])

  init() throws {
    folder = try WorkFolder()
    study = try folder.study(Self.first)
    let rows: [[Answer]] = [
      [.choice("1"), .choices(["a", "b"]), .integer(20), .text("p")],
      [.choice("3"), .choices(["c"]), .integer(30), .text("q")],
      [.choice("4"), .choices([]), .missing(.refused), .text("r")],
      [.choice("5"), .choices(["b"]), .integer(50), .missing(.doNotKnow)],
    ]
    for row in rows {
      try study.save(Sample.interview(row), of: Self.first, wave: "2026", by: "a")
    }
  }

  private func step(_ step: VersionStep = Self.flip, map: String? = "bản đồ") -> AdoptedStep {
    AdoptedStep(
      step,
      from: "1",
      mapFileName: map.map { _ in "m.yaml" },
      mapText: map,
      by: "a",
      at: Sample.moment(30)
    )
  }

  @discardableResult
  private func adopt(
    _ questionnaire: Questionnaire = Self.second,
    step: AdoptedStep
  ) throws -> Bool {
    try study.adopt(questionnaire, fileName: "q2.yaml", text: "bản hai", step: step)
  }

  private func codes(_ data: Dataset, _ id: String) throws -> [String?] {
    let question = try #require(data.questionnaire.questions.first { $0.id == id })
    let list = question.kind.choiceList?.choices.map(\.code) ?? []
    guard case .choice(let positions) = try #require(data.column(id)).values else { return [] }
    return positions.map { $0 < 0 ? nil : list[Int($0)] }
  }

  @Test func `codes and names of an older version are read as those of the newer one`() throws {
    #expect(try adopt(step: step()))
    try study.save(
      Sample.interview([.choice("2"), .choices(["c"]), .integer(60), .text("s")]),
      of: Self.second,
      wave: "2026",
      by: "a"
    )
    let data = try study.dataset(of: Self.second)
    #expect(try codes(data, "muc") == ["2", "5", nil, nil, "1"])
    let level = try #require(data.column("muc"))
    #expect(level.missing == [2: .notCollected, 3: .refused])
    let channels = try #require(data.column("kenh"))
    guard case .choices(let options) = channels.values else {
      Issue.record("no options")
      return
    }
    #expect(options == [[0, 1, 0, 0, 1], [1, 0, 1, 0, 0]])
    let age = try #require(data.column("age"))
    guard case .number(let ages) = age.values else {
      Issue.record("no numbers")
      return
    }
    #expect(ages.filter { !$0.isNaN } == [60, 20, 30, 50])
    #expect(age.missing == [3: .refused])
    #expect(try #require(data.column("moi")).missing.count == 4)
    #expect(
      try #require(data.column("moi")).missing.map(\.reason).allSatisfy { $0 == .notCollected }
    )
  }

  @Test func `the interview saved last is read as the newer version reads it`() throws {
    try adopt(step: step())
    let modes: [Mode] = [.terminal]
    #expect(
      try study.lastSaved(of: Self.second, modes: modes) == [
        .choice("1"), .choices(["x"]), .integer(50), .missing(.notCollected),
      ]
    )
    #expect(
      try study.lastSaved(of: Self.first, modes: modes) == [
        .choice("5"), .choices(["b"]), .integer(50), .missing(.doNotKnow),
      ]
    )
    let newer: [Answer] = [.choice("2"), .choices([]), .integer(60), .text("s")]
    try study.save(Sample.interview(newer), of: Self.second, wave: "2026", by: "a")
    #expect(try study.lastSaved(of: Self.second, modes: modes) == newer)
  }

  @Test func `what stays apart is never counted together`() throws {
    let apart = VersionStep(fates: ["muc": .apart(to: "muc", .optionRemoved)])
    try adopt(step: step(apart, map: nil))
    let data = try study.dataset(of: Self.second)
    #expect(try codes(data, "muc") == [nil, nil, nil, nil])
    #expect(
      try #require(data.column("muc")).missing.map(\.reason).allSatisfy { $0 == .notCollected }
    )
    let shares = try study.versionShares(of: Self.second, wave: "2026")
    #expect(shares.map(\.interviews) == [4, 0])
    #expect(shares.first?.reading.apart == ["muc": .optionRemoved])
  }

  @Test func `one version can be read by itself`() throws {
    try adopt(step: step())
    #expect(try study.dataset(of: Self.second, onlyOwn: true).count == 0)
    let data = try study.dataset(of: Self.first, onlyOwn: true)
    #expect(try codes(data, "muc") == ["1", "3", "4", "5"])
  }

  @Test func `rows stay as they were and so does their history`() throws {
    let before = try folder.rows("SELECT * FROM data_hai_long_1 ORDER BY row")
    let id = try #require(try study.interviewIDs(of: Self.first).first)
    try adopt(step: step())
    #expect(try folder.rows("SELECT * FROM data_hai_long_1 ORDER BY row") == before)
    let trace = try study.trace(of: id)
    #expect(trace.states.last?.answers?["muc"] == .choice("1"))
    #expect(trace.states.last?.version == "1")
  }

  @Test func `the view for people speaks the newest version`() throws {
    try adopt(step: step())
    let rows = try folder.rows(
      "SELECT muc, kenh__x, kenh__c, age, moi FROM hai_long_current ORDER BY sequence"
    )
    #expect(rows.map { $0["muc"] as Int? } == [5, nil, nil, 1])
    #expect(rows.map { $0["kenh__x"] as Int? } == [1, 0, 0, 1])
    #expect(rows.map { $0["age"] as Int? } == [20, 30, nil, 50])
    let labels = try folder.rows("SELECT muc FROM hai_long_labels ORDER BY sequence")
    #expect(labels.first.map { $0["muc"] as String } == "mức 5")
  }

  @Test func `a type that changed is not shown as the other`() throws {
    let third = Sample.questionnaire(
      version: "2",
      [
        ("muc", .integer), ("kenh", .text), ("tuoi", .text), ("cu", .date),
      ]
    )
    try adopt(third, step: step(VersionStep(), map: nil))
    let rows = try folder.rows("SELECT muc, kenh, tuoi, cu FROM hai_long_current")
    #expect(rows.count == 4)
    for row in rows {
      #expect(row["muc"] as Int? == nil)
      #expect(row["tuoi"] as String? == nil)
      #expect(row["cu"] as String? == nil)
    }
    let data = try study.dataset(of: third)
    for column in data.columns {
      #expect(column.missing.map(\.reason).allSatisfy { $0 == .notCollected })
      #expect(column.missing.count == 4)
    }
  }

  @Test func `the same step again changes nothing and another one goes before it`() throws {
    #expect(try adopt(step: step()))
    #expect(try !adopt(step: step()))
    #expect(try folder.rows("SELECT * FROM version_step").count == 1)
    let other = VersionStep(fates: ["muc": .carried(to: "muc", codes: ["1": .code("4")])])
    #expect(try adopt(step: step(other, map: "bản đồ khác")))
    #expect(try codes(try study.dataset(of: Self.second), "muc").first == "4")
    #expect(try folder.rows("SELECT * FROM version_step").count == 2)
    #expect(try study.questionnaires().count == 2)
    // What a later program would make of the same map is no new step.
    #expect(try !adopt(step: step(map: "bản đồ khác")))
    #expect(try codes(try study.dataset(of: Self.second), "muc").first == "4")
  }

  @Test func `a plan comes with a version and a known one changes nothing`() throws {
    func take(_ map: String, plan: String) throws -> Bool {
      try study.adopt(
        Self.second,
        fileName: "q2.yaml",
        text: "bản hai",
        step: step(map: map),
        plan: (id: "k", fileName: "k.yaml", text: plan)
      )
    }
    #expect(try take("bản đồ", plan: "một"))
    #expect(try !take("bản đồ", plan: "một"))
    #expect(try take("bản đồ", plan: "hai"))
    #expect(try study.plan()?.text == "hai")
    #expect(try folder.rows("SELECT * FROM version_step").count == 1)
    try study.withdrawVersion(
      Self.second,
      plan: (id: "k", fileName: "k.yaml", text: "một"),
      by: "a",
      at: Sample.moment(40)
    )
    #expect(try study.plan()?.text == "một")
  }

  @Test func `version and step come together or not at all`() throws {
    let wrong = AdoptedStep(Self.flip, from: "0", by: "a", at: Sample.moment(30))
    #expect(throws: StudyError.self) {
      try study.adopt(Self.second, fileName: "q", text: "t", step: wrong)
    }
    #expect(try study.questionnaires().count == 1)
    // A full disk, or a power cut, in the middle of it.
    try study.close()
    try folder.execute(
      """
      CREATE TRIGGER broken BEFORE INSERT ON version_fate BEGIN SELECT RAISE(ABORT, 'x'); END
      """
    )
    let again = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(throws: StudyError.self) {
      try again.adopt(Self.second, fileName: "q", text: "t", step: step())
    }
    #expect(try again.questionnaires().count == 1)
    #expect(try again.dataset(of: Self.first).count == 4)
    #expect(try folder.rows("SELECT name FROM sqlite_master WHERE name = 'data_hai_long_2'") == [])
  }

  @Test func `steps are never changed or deleted`() throws {
    try adopt(step: step())
    try study.close()
    for sql in [
      "DELETE FROM version_step", "DELETE FROM version_fate", "UPDATE version_step SET by = 'x'",
      "UPDATE version_fate SET code = '1'",
    ] {
      #expect(throws: DatabaseError.self) { try folder.execute(sql) }
    }
  }

  @Test func `a version of which nothing was collected can be withdrawn`() throws {
    try adopt(step: step())
    try study.withdrawVersion(Self.second, by: "a", at: Sample.moment(40))
    #expect(try study.questionnaires().map(\.version) == ["1"])
    #expect(try codes(try study.dataset(of: Self.first), "muc") == ["1", "3", "4", "5"])
    #expect(try folder.rows("SELECT tuoi FROM hai_long_current").count == 4)
    #expect(throws: StudyError.self) {
      try study.save(Sample.interview([]), of: Self.second, wave: "2026", by: "a")
    }
    // Its label is free for a corrected form.
    try adopt(step: step())
    #expect(try study.questionnaires().map(\.version) == ["1", "2"])
    #expect(try codes(try study.dataset(of: Self.second), "muc").first == "5")
  }

  @Test func `a version in use is not withdrawn`() throws {
    try adopt(step: step())
    try study.save(
      Sample.interview([.choice("2"), .choices(["c"]), .integer(60), .text("s")]),
      of: Self.second,
      wave: "2026",
      by: "a"
    )
    #expect(throws: StudyError.versionInUse(id: "hai-long", version: "2")) {
      try study.withdrawVersion(Self.second, by: "a", at: Sample.moment(40))
    }
    #expect(throws: StudyError.versionInUse(id: "hai-long", version: "2")) {
      try study.checkWithdrawal(of: Self.second)
    }
  }

  @Test func `answers pass through two steps, also where a question was away`() throws {
    let middle = Sample.questionnaire(version: "2", [("age", .integer)])
    let last = Sample.questionnaire(
      version: "3",
      [
        ("muc", .selectOne(Sample.list("muc", ["1", "2", "3", "4", "5"]))), ("nam", .integer),
      ]
    )
    try adopt(
      middle,
      step: step(VersionStep(fates: ["tuoi": .carried(to: "age", codes: [:])]), map: nil)
    )
    try study.adopt(
      last,
      fileName: "q3",
      text: "bản ba",
      step: AdoptedStep(
        VersionStep(fates: ["age": .carried(to: "nam", codes: [:])]),
        from: "2",
        by: "a",
        at: Sample.moment(50)
      )
    )
    let data = try study.dataset(of: last)
    #expect(try codes(data, "muc") == ["1", "3", "4", "5"])
    guard case .number(let numbers) = try #require(data.column("nam")).values else {
      Issue.record("no numbers")
      return
    }
    #expect(numbers.filter { !$0.isNaN } == [20, 30, 50])
  }

  @Test func `records are known again by a key that was renamed`() throws {
    try adopt(step: step())
    let index = try KeyIndex(
      study,
      questionnaire: "hai-long",
      version: "2",
      wave: "2026",
      identity: .questions(["age"])
    )
    try index.add("50", number: 1)
    let ledger = RowLedger(try index.matches(), study: study, questionnaire: Self.second)
    let same: [Answer] = [
      .choice("1"), .choices(["x"]), .integer(50), .missing(.noAnswer),
    ]
    #expect(try ledger.fate(number: 1, line: 2, answers: same) == .same)
  }

  @Test func `codes in a key are those that they are read as`() throws {
    try adopt(step: step())
    let index = try KeyIndex(
      study,
      questionnaire: "hai-long",
      version: "2",
      wave: "2026",
      identity: .questions(["muc"])
    )
    // What was 5 is 1 now, and the interview that was 1 is another's.
    for (place, code) in ["1", "5", "2"].enumerated() { try index.add(code, number: place + 1) }
    let ledger = RowLedger(try index.matches(), study: study, questionnaire: Self.second)
    let last: [Answer] = [.choice("1"), .choices(["x"]), .integer(50), .missing(.noAnswer)]
    let first: [Answer] = [.choice("5"), .choices(["x"]), .integer(20), .missing(.noAnswer)]
    let other: [Answer] = [.choice("2"), .choices([]), .integer(9), .missing(.noAnswer)]
    #expect(try ledger.fate(number: 1, line: 2, answers: last) == .same)
    #expect(try ledger.fate(number: 2, line: 3, answers: first) == .same)
    #expect(try ledger.fate(number: 3, line: 4, answers: other) == .new)
    let named = try study.interviews(named: "1", naturalKeys: ["hai-long": ["muc"]])
    #expect(named.map(\.sequence) == [4])
  }

  @Test func `answers are found by what they are read as`() throws {
    try adopt(step: step())
    let found = try study.interviews(of: "hai-long", answering: "muc", with: "5", limit: 9)
    #expect(found.count == 1)
    #expect(found.ids.map(\.sequence) == [1])
    let older = try study.interviews(
      of: "hai-long",
      version: "1",
      answering: "muc",
      with: "5",
      limit: 9
    )
    #expect(older.ids.map(\.sequence) == [4])
  }

  @Test func `a study of the third structure is read as it is and brought up to date`() throws {
    try study.close()
    try folder.execute(
      """
      DROP TABLE version_fate; DROP TABLE version_step; DROP TABLE administrative_count;
      ALTER TABLE questionnaire DROP COLUMN withdrawn;
      ALTER TABLE questionnaire DROP COLUMN withdrawn_by;
      PRAGMA user_version = 3; DELETE FROM grdb_migrations WHERE identifier >= '4';
      """
    )
    let older = try StudyFile.open(path: folder.path(), access: .readOnly)
    #expect(try older.dataset(of: Self.first).count == 4)
    #expect(try older.questionnaires().count == 1)
    #expect(try older.versionShares(of: Self.first).map(\.interviews) == [4])
    try older.close()
    let renewed = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(try renewed.adopt(Self.second, fileName: "q2", text: "bản hai", step: step()))
    #expect(try renewed.dataset(of: Self.second).count == 4)
    try renewed.close()
  }
}
