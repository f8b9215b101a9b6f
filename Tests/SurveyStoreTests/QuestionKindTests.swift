import GRDB
import SurveyModel
import SurveyStore
import Testing

/// Answers of every kind of question go into a study and come back.
@Suite struct QuestionKindTests {
  private static let kinds: [(String, QuestionKind)] = [
    ("gio", .time), ("luc", .dateTime), ("diem", .range(NumberRange(start: 0, end: 10, step: 2))),
    ("muc", .range(NumberRange(start: 0, end: 1, step: 0.25))),
    ("xep", .rank(Sample.list("l", ["1", "2"]))), ("ok", .acknowledge), ("ma", .barcode),
    ("an", .hidden), ("bd", .metadata(.start)), ("ngay", .metadata(.today)),
    ("anh", .carried("image")), ("vet", .metadata(.audit)),
  ]

  private static let answers: [Answer] = [
    .text("08:30"), .text("2026-11-21T08:30"), .integer(4), .decimal(0.25), .text("2 1"),
    .text("OK"), .text("0893"), .decimal(7), .text("2026-11-21T08:30:00.000+07:00"),
    CalendarDate(iso: "2026-11-21").map { .date($0) } ?? .missing(.noAnswer),
    .missing(.notApplicable), .missing(.notApplicable),
  ]

  @Test func `every kind comes back and has its column`() throws {
    let folder = try WorkFolder()
    let questionnaire = Sample.questionnaire(Self.kinds)
    let study = try folder.study(questionnaire)
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    try writer.append(Self.answers, ordinal: 1)
    let missing = questionnaire.questions.map { question -> Answer in
      .missing(question.kind.isStored ? .refused : .notApplicable)
    }
    try writer.append(missing, ordinal: 2)
    try writer.complete(rejected: 0, at: Sample.moment(60))
    let back = try study.interviewIDs(of: questionnaire).map {
      try study.interview($0, of: questionnaire).answers
    }
    #expect(back == [Self.answers, missing])
    let row = try #require(
      try folder.rows("SELECT * FROM hai_long_current ORDER BY sequence").first
    )
    #expect(row["gio"] as String? == "08:30" && row["diem"] as Int? == 4)
    #expect(row["ngay"] as String? == "2026-11-21")
    #expect(!row.columnNames.contains("anh"))
  }

  @Test func `the turns of a repeat are one text that SQLite takes apart`() throws {
    let folder = try WorkFolder()
    let place = SourceLocation(file: "q.yaml", line: 1, column: 1)
    let label = LocalizedText(["vi": "x"])
    let questionnaire = Questionnaire(
      id: "lap",
      version: "1",
      languages: ["vi"],
      title: label,
      sections: [
        Section(
          id: "s",
          title: label,
          group: "g",
          questions: [
            Question(id: "ten", kind: .text, label: label, location: place),
            Question(
              id: "chon",
              kind: .selectMultiple(Sample.list("l", ["1", "2"])),
              label: label,
              location: place
            ),
          ]
        )
      ],
      groups: [FormGroup(id: "g", kind: .repeated(count: nil), location: place)]
    )
    let study = try folder.study(questionnaire)
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    let answers: [Answer] = [.text(#"["Lá","Cây"]"#), .text(#"["1 2",{"missing":"refused"}]"#)]
    try writer.append(answers, ordinal: 1)
    try writer.complete(rejected: 0, at: Sample.moment(60))
    let id = try #require(try study.interviewIDs(of: questionnaire).first)
    #expect(try study.interview(id, of: questionnaire).answers == answers)
    let names = try folder.rows(
      "SELECT e.key + 1 AS turn, e.value AS ten FROM lap_current, json_each(lap_current.ten) AS e"
    )
    #expect(names.map { $0["ten"] as String? } == ["Lá", "Cây"])
    #expect(names.map { $0["turn"] as Int? } == [1, 2])
  }
}
