import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

@Suite struct ColumnTests {
  private func columns(_ kinds: [(String, QuestionKind)]) -> [DataColumn] {
    ColumnPlanner.columns(of: Sample.questionnaire(kinds))
  }

  @Test func `codes are numbers only when each is written like one`() {
    let kinds: [([String], ColumnKind)] = [
      (["1", "2", "99"], .choiceNumber), (["-1", "0"], .choiceNumber), (["01", "2"], .choiceText),
      (["+1"], .choiceText), (["1.0"], .choiceText), (["a"], .choiceText), ([], .choiceText),
      (["9223372036854775808"], .choiceText), (["-0"], .choiceText),
    ]
    for (codes, kind) in kinds {
      #expect(
        columns([("q", .selectOne(Sample.list("l", codes)))]).map(\.kind) == [kind],
        "\(codes)"
      )
    }
  }

  @Test func `a multiple choice has a column for each option`() {
    let list = Sample.list("l", ["1", "khac", "x-y"])
    #expect(columns([("q", .selectMultiple(list))]).map(\.name) == ["q__1", "q__khac", "q__x_y"])
  }

  @Test func `names that collide get suffixes`() {
    let names = columns([
      ("wave", .text), ("Wave", .text), ("a-b", .text), ("a.b", .text), ("a_b", .text),
      ("q__1", .text), ("q", .selectMultiple(Sample.list("l", ["1", "+1"]))), ("tuổi", .integer),
      ("missing", .text),
    ]).map(\.name)
    #expect(
      names == [
        "wave_2", "Wave_3", "a_b", "a_b_2", "a_b_3", "q__1", "q__1_2", "q___1", "tuổi", "missing_2",
      ]
    )
  }

  @Test func `colliding names keep their answers apart and are recorded`() throws {
    let folder = try WorkFolder()
    let questionnaire = Sample.questionnaire([
      ("wave", .text), ("Wave", .text), ("a-b", .integer), ("a\"b'", .integer), ("order", .text),
    ])
    let study = try folder.study(questionnaire)
    let answers: [Answer] = [
      .text("một"), .text("hai"), .integer(3), .missing(.refused), .text("x"),
    ]
    let id = try study.save(Sample.interview(answers), of: questionnaire, wave: "2026", by: "a")
    #expect(try study.interview(id, of: questionnaire).answers == answers)
    let recorded = try folder.rows("SELECT question, column_name FROM question_column ORDER BY key")
    #expect(recorded.map { $0["question"] as String } == ["wave", "Wave", "a-b", "a\"b'", "order"])
    #expect(
      recorded.map { $0["column_name"] as String } == ["wave_2", "Wave_3", "a_b", "a_b_", "order"]
    )
    let row = try #require(try folder.rows("SELECT * FROM hai_long_current").first)
    #expect(row["wave"] == "2026")
    #expect(row["wave_2"] == "một")
    #expect(row["missing"] == #"{"a\"b'":"refused"}"#)
  }

  @Test func `ranges cover consecutive codes`() {
    #expect(DataTable.ranges(of: [3, 1, 2, 99]) == [1...3, 99...99])
    #expect(DataTable.ranges(of: []) == [])
    #expect(DataTable.ranges(of: (0..<20).map { $0 * 2 }) == [0...38])
    #expect(DataTable.ranges(of: [.max, .min, .max]) == [Int64.min...Int64.min, .max ... .max])
  }

  @Test func `a very long questionnaire is spread over several tables`() throws {
    let folder = try WorkFolder()
    let questionnaire = Questionnaire(
      id: "dai",
      version: "1",
      languages: ["vi"],
      title: Sample.words("dài"),
      sections: (0..<30).map { section in
        Section(
          id: "s\(section)",
          title: Sample.words("s"),
          questions: (0..<70).map { Sample.question("q\(section)_\($0)", .integer) }
            + [Sample.question("m\(section)", .selectMultiple(Sample.list("m", ["1", "2"])))]
        )
      }
    )
    let columns = ColumnPlanner.columns(of: questionnaire)
    #expect(Set(columns.map(\.table)) == [0, 1, 2])
    let study = try folder.study(questionnaire)
    let answers = (0..<2130).map { index -> Answer in
      if index % 71 == 70 { return .choices(["2"]) }
      return index.isMultiple(of: 3) ? .missing(.notApplicable) : .integer(index)
    }
    let id = try study.save(Sample.interview(answers), of: questionnaire, wave: "2026", by: "a")
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    for row in 0..<20 { try writer.append(answers, ordinal: row) }
    try writer.complete(rejected: 0, at: Sample.moment(1))
    #expect(try study.interview(id, of: questionnaire).answers == answers)
    let dataset = try study.dataset(of: questionnaire)
    #expect(dataset.count == 21)
    guard case .number(let numbers) = dataset.columns[2128].values,
      case .choices(let options) = dataset.columns[2129].values
    else {
      Issue.record("columns of the wrong kind")
      return
    }
    #expect(numbers == Array(repeating: 2128, count: 21))
    #expect(dataset.columns[2127].missing.count == 21)
    #expect(options == [Array(repeating: 0, count: 21), Array(repeating: 1, count: 21)])
    #expect(try folder.rows("SELECT * FROM dai_current").count == 21)
    #expect(try folder.rows("SELECT q29_69 FROM dai_current_2").count == 21)
    let next = try study.beginBatch(Sample.batch(2), of: questionnaire)
    for row in 0..<20 { try next.append(answers, ordinal: row) }
    try next.abandon()
    #expect(try folder.rows("SELECT 1 FROM data_dai_1_part_3").count == 21)
  }

  @Test func `a questionnaire of notes alone can be kept`() throws {
    let folder = try WorkFolder()
    let questionnaire = Sample.questionnaire([("n", .note)])
    let study = try folder.study(questionnaire)
    try study.save(Sample.interview([Sample.note]), of: questionnaire, wave: "2026", by: "a")
    #expect(try study.dataset(of: questionnaire).count == 1)
  }
}
