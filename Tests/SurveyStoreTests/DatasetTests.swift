import SurveyModel
import SurveyStore
import Testing

@Suite struct DatasetTests {
  let folder: WorkFolder
  let study: StudyFile

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  private func add(_ questionnaire: Questionnaire) throws {
    try study.addQuestionnaire(
      questionnaire,
      fileName: "q",
      text: questionnaire.version,
      at: Sample.moment(2)
    )
  }

  @Test func `an empty questionnaire gives empty columns`() throws {
    let dataset = try study.dataset(of: Sample.questionnaire())
    #expect(dataset.count == 0)
    #expect(dataset.columns.count == 9)
  }

  @Test func `only the wave that is asked for is read`() throws {
    try study.addWave(Wave(id: "b", label: "b"))
    for wave in ["2026", "b", "b"] {
      try study.save(Sample.interview(), of: Sample.questionnaire(), wave: wave, by: "a")
    }
    #expect(try study.dataset(of: Sample.questionnaire(), wave: "b").count == 2)
    #expect(try study.dataset(of: Sample.questionnaire(), wave: "2026").count == 1)
    #expect(try study.dataset(of: Sample.questionnaire()).count == 3)
    #expect(
      try study.interviewIDs(of: Sample.questionnaire(), wave: "b").map(\.sequence) == [2, 3]
    )
  }

  @Test func `computed texts make the column a column of texts`() throws {
    var answers = Sample.answers
    try study.save(Sample.interview(answers), of: Sample.questionnaire(), wave: "2026", by: "a")
    answers[8] = .text("quý 4")
    try study.save(Sample.interview(answers), of: Sample.questionnaire(), wave: "2026", by: "a")
    answers[8] = .missing(.noAnswer)
    try study.save(Sample.interview(answers), of: Sample.questionnaire(), wave: "2026", by: "a")
    let column = try #require(try study.dataset(of: Sample.questionnaire()).column("tinh"))
    guard case .text(let texts) = column.values else {
      Issue.record("not a column of texts")
      return
    }
    #expect(texts == ["7", "quý 4", nil])
    #expect(column.missing == [2: .noAnswer])
  }

  @Test func `a note has neither answers nor reasons`() throws {
    try study.save(Sample.interview(), of: Sample.questionnaire(), wave: "2026", by: "a")
    let column = try #require(try study.dataset(of: Sample.questionnaire()).column("loi_chao"))
    guard case .text(let texts) = column.values else {
      Issue.record("not a column of texts")
      return
    }
    #expect(texts == [nil])
    #expect(column.missing.isEmpty)
  }

  @Test func `other versions follow with what they did not ask as not collected`() throws {
    let new = Sample.questionnaire(
      version: "2027.1",
      [
        ("muc", .selectOne(Sample.list("muc", ["3", "2", "cao"]))),
        ("kenh", .selectMultiple(Sample.list("kenh", ["khac", "moi", "1"]))),
        ("tuoi", .decimal),
        ("y_kien", .integer),
        ("them", .text),
        ("ngay", .date),
      ]
    )
    try add(new)
    try study.save(Sample.interview(), of: Sample.questionnaire(), wave: "2026", by: "a")
    var answers = Sample.answers
    answers[1] = .choice("9")
    answers[3] = .missing(.refused)
    answers[4] = .missing(.doNotKnow)
    try study.save(Sample.interview(answers), of: Sample.questionnaire(), wave: "2026", by: "a")
    try study.save(
      Sample.interview([
        .choice("cao"), .choices(["moi"]), .decimal(1.5), .integer(3), .text("mới"),
        .missing(.notReached),
      ]),
      of: new,
      wave: "2026",
      by: "a"
    )
    let dataset = try study.dataset(of: new)
    #expect(dataset.count == 3)
    let columns = dataset.columns
    guard case .choice(let level) = columns[0].values,
      case .choices(let channel) = columns[1].values,
      case .number(let age) = columns[2].values, case .number(let opinion) = columns[3].values,
      case .text(let more) = columns[4].values, case .text(let day) = columns[5].values
    else {
      Issue.record("columns of the wrong kind")
      return
    }
    #expect(level == [2, 1, -1])
    #expect(columns[0].missing == [2: .notCollected])
    #expect(channel == [[0, 1, -1], [1, -1, -1], [0, 1, -1]])
    #expect(columns[1].missing == [2: .refused])
    #expect(age[0] == 1.5)
    #expect(age[1] == -41)
    #expect(age[2].isNaN)
    #expect(columns[2].missing == [2: .doNotKnow])
    #expect(opinion[0] == 3)
    #expect(columns[3].missing == [1: .notCollected, 2: .notCollected])
    #expect(more == ["mới", nil, nil])
    #expect(columns[4].missing == [1: .notCollected, 2: .notCollected])
    #expect(day == [nil, "2026-11-20", "2026-11-20"])
    #expect(columns[5].missing == [0: .notReached])
    #expect(try study.interviewIDs(of: new).map(\.sequence) == [3, 1, 2])
    #expect(try study.dataset(of: Sample.questionnaire()).count == 3)
  }

  @Test(arguments: [
    #"{"muc":"refused","tuoi":"do-not-know"}"#,
    #"{ "muc" : "refused", "tuoi":"do-not-know" }"#,
    #"{"m\u0075c":"refused","tuoi":"do-not-know"}"#,
    #"{"muc":"refused","la":"refused","tuoi":"do-not-know","xa":"la"}"#,
    #"{"muc":"refused","tuoi":"do-not-know","#,
  ])
  func `reasons are read however they are written`(json: String) throws {
    let questionnaire = Sample.questionnaire()
    try study.save(
      Sample.interview(Sample.missing(.noAnswer)),
      of: questionnaire,
      wave: "2026",
      by: "a"
    )
    try folder.execute(
      """
      DROP TRIGGER data_hai_long_2026_1_is_final;
      UPDATE data_hai_long_2026_1 SET missing = '\(json)'
      """
    )
    let data = try study.dataset(of: questionnaire)
    #expect(data.column("muc")?.missing == [0: .refused])
    #expect(data.column("tuoi")?.missing == [0: .doNotKnow])
    for other in ["xa", "kenh", "thu_nhap", "y_kien", "ngay", "tinh"] {
      #expect(data.column(other)?.missing == [0: .noAnswer])
    }
  }

  @Test func `codes are any whole numbers`() throws {
    let codes = ["-1", "0", "255", "256", "70000", "9223372036854775807"]
    let form = Sample.questionnaire(id: "so", [("muc", .selectOne(Sample.list("muc", codes)))])
    try add(form)
    for code in codes {
      try study.save(Sample.interview([.choice(code)]), of: form, wave: "2026", by: "a")
    }
    try study.save(Sample.interview([.missing(.refused)]), of: form, wave: "2026", by: "a")
    let column = try #require(try study.dataset(of: form).column("muc"))
    guard case .choice(let positions) = column.values else {
      Issue.record("not a column of choices")
      return
    }
    #expect(positions == [0, 1, 2, 3, 4, 5, -1])
    #expect(column.missing == [6: .refused])
  }
}
