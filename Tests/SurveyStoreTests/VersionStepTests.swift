import GRDB
import SurveyModel
import SurveyStore
import Testing

/// Answers of several versions of a questionnaire in one study.
@Suite struct VersionStepTests {
  private let trial: SteppedStudy

  init() throws { trial = try SteppedStudy() }

  @Test func `codes and names of an older version are read as those of the newer one`() throws {
    #expect(try trial.adopt(step: trial.step()))
    try trial.study.save(
      Sample.interview([.choice("2"), .choices(["c"]), .integer(60), .text("s")]),
      of: SteppedStudy.second,
      wave: "2026",
      by: "a"
    )
    let data = try trial.study.dataset(of: SteppedStudy.second)
    #expect(try trial.codes(data, "muc") == ["2", "5", nil, nil, "1"])
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
    try trial.adopt(step: trial.step())
    let modes: [Mode] = [.terminal]
    #expect(
      try trial.study.lastSaved(of: SteppedStudy.second, modes: modes) == [
        .choice("1"), .choices(["x"]), .integer(50), .missing(.notCollected),
      ]
    )
    #expect(
      try trial.study.lastSaved(of: SteppedStudy.first, modes: modes) == [
        .choice("5"), .choices(["b"]), .integer(50), .missing(.doNotKnow),
      ]
    )
    let newer: [Answer] = [.choice("2"), .choices([]), .integer(60), .text("s")]
    try trial.study.save(Sample.interview(newer), of: SteppedStudy.second, wave: "2026", by: "a")
    #expect(try trial.study.lastSaved(of: SteppedStudy.second, modes: modes) == newer)
  }

  @Test func `what stays apart is never counted together`() throws {
    let apart = VersionStep(fates: ["muc": .apart(to: "muc", .optionRemoved)])
    try trial.adopt(step: trial.step(apart, map: nil))
    let data = try trial.study.dataset(of: SteppedStudy.second)
    #expect(try trial.codes(data, "muc") == [nil, nil, nil, nil])
    #expect(
      try #require(data.column("muc")).missing.map(\.reason).allSatisfy { $0 == .notCollected }
    )
    let shares = try trial.study.versionShares(of: SteppedStudy.second, wave: "2026")
    #expect(shares.map(\.interviews) == [4, 0])
    #expect(shares.first?.reading.apart == ["muc": .optionRemoved])
  }

  @Test func `one version can be read by itself`() throws {
    try trial.adopt(step: trial.step())
    #expect(try trial.study.dataset(of: SteppedStudy.second, onlyOwn: true).count == 0)
    let data = try trial.study.dataset(of: SteppedStudy.first, onlyOwn: true)
    #expect(try trial.codes(data, "muc") == ["1", "3", "4", "5"])
  }

  @Test func `rows stay as they were and so does their history`() throws {
    let before = try trial.folder.rows("SELECT * FROM data_hai_long_1 ORDER BY row")
    let id = try #require(try trial.study.interviewIDs(of: SteppedStudy.first).first)
    try trial.adopt(step: trial.step())
    #expect(try trial.folder.rows("SELECT * FROM data_hai_long_1 ORDER BY row") == before)
    let trace = try trial.study.trace(of: id)
    #expect(trace.states.last?.answers?["muc"] == .choice("1"))
    #expect(trace.states.last?.version == "1")
  }

  @Test func `the view for people speaks the newest version`() throws {
    try trial.adopt(step: trial.step())
    let rows = try trial.folder.rows(
      "SELECT muc, kenh__x, kenh__c, age, moi FROM hai_long_current ORDER BY sequence"
    )
    #expect(rows.map { $0["muc"] as Int? } == [5, nil, nil, 1])
    #expect(rows.map { $0["kenh__x"] as Int? } == [1, 0, 0, 1])
    #expect(rows.map { $0["age"] as Int? } == [20, 30, nil, 50])
    let labels = try trial.folder.rows("SELECT muc FROM hai_long_labels ORDER BY sequence")
    #expect(labels.first.map { $0["muc"] as String } == "mức 5")
  }

  @Test func `a type that changed is not shown as the other`() throws {
    let third = Sample.questionnaire(
      version: "2",
      [
        ("muc", .integer), ("kenh", .text), ("tuoi", .text), ("cu", .date),
      ]
    )
    try trial.adopt(third, step: trial.step(VersionStep(), map: nil))
    let rows = try trial.folder.rows("SELECT muc, kenh, tuoi, cu FROM hai_long_current")
    #expect(rows.count == 4)
    for row in rows {
      #expect(row["muc"] as Int? == nil)
      #expect(row["tuoi"] as String? == nil)
      #expect(row["cu"] as String? == nil)
    }
    let data = try trial.study.dataset(of: third)
    for column in data.columns {
      #expect(column.missing.map(\.reason).allSatisfy { $0 == .notCollected })
      #expect(column.missing.count == 4)
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
    try trial.adopt(
      middle,
      step: trial.step(VersionStep(fates: ["tuoi": .carried(to: "age", codes: [:])]), map: nil)
    )
    try trial.study.adopt(
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
    let data = try trial.study.dataset(of: last)
    #expect(try trial.codes(data, "muc") == ["1", "3", "4", "5"])
    guard case .number(let numbers) = try #require(data.column("nam")).values else {
      Issue.record("no numbers")
      return
    }
    #expect(numbers.filter { !$0.isNaN } == [20, 30, 50])
  }

  @Test func `records are known again by a key that was renamed`() throws {
    try trial.adopt(step: trial.step())
    let index = try KeyIndex(
      trial.study,
      questionnaire: "hai-long",
      version: "2",
      wave: "2026",
      identity: .questions(["age"])
    )
    try index.add("50", number: 1)
    let ledger = RowLedger(
      try index.matches(),
      study: trial.study,
      questionnaire: SteppedStudy.second
    )
    let same: [Answer] = [
      .choice("1"), .choices(["x"]), .integer(50), .missing(.noAnswer),
    ]
    #expect(try ledger.fate(number: 1, line: 2, answers: same) == .same)
  }

  @Test func `codes in a key are those that they are read as`() throws {
    try trial.adopt(step: trial.step())
    let index = try KeyIndex(
      trial.study,
      questionnaire: "hai-long",
      version: "2",
      wave: "2026",
      identity: .questions(["muc"])
    )
    // What was 5 is 1 now, and the interview that was 1 is another's.
    for (place, code) in ["1", "5", "2"].enumerated() { try index.add(code, number: place + 1) }
    let ledger = RowLedger(
      try index.matches(),
      study: trial.study,
      questionnaire: SteppedStudy.second
    )
    let last: [Answer] = [.choice("1"), .choices(["x"]), .integer(50), .missing(.noAnswer)]
    let first: [Answer] = [.choice("5"), .choices(["x"]), .integer(20), .missing(.noAnswer)]
    let other: [Answer] = [.choice("2"), .choices([]), .integer(9), .missing(.noAnswer)]
    #expect(try ledger.fate(number: 1, line: 2, answers: last) == .same)
    #expect(try ledger.fate(number: 2, line: 3, answers: first) == .same)
    #expect(try ledger.fate(number: 3, line: 4, answers: other) == .new)
    let named = try trial.study.interviews(named: "1", naturalKeys: ["hai-long": ["muc"]])
    #expect(named.map(\.sequence) == [4])
  }

  @Test func `answers are found by what they are read as`() throws {
    try trial.adopt(step: trial.step())
    let found = try trial.study.interviews(of: "hai-long", answering: "muc", with: "5", limit: 9)
    #expect(found.count == 1)
    #expect(found.ids.map(\.sequence) == [1])
    let older = try trial.study.interviews(
      of: "hai-long",
      version: "1",
      answering: "muc",
      with: "5",
      limit: 9
    )
    #expect(older.ids.map(\.sequence) == [4])
  }
}
