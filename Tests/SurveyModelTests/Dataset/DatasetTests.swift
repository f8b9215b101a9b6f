import SurveyModel
import Testing

@Suite struct DatasetTests {
  private static let list = ChoiceList(
    id: "l",
    choices: ["01", "1", "x"].map { Choice(code: $0, label: Form.words($0)) }
  )

  private func data(_ kind: QuestionKind, _ answers: Answer...) -> Dataset {
    let form = Form.questionnaire([Form.section("s", [Form.question("q", kind)])])
    return Dataset(questionnaire: form, answers: answers.map { [$0] })
  }

  @Test func `a choice becomes its position, compared as text`() throws {
    let data = data(
      .selectOne(Self.list),
      .choice("1"),
      .choice("01"),
      .missing(.refused),
      .choice("9"),
      .integer(1)
    )
    let column = try #require(data.column("q"))
    guard case .choice(let positions) = column.values else {
      Issue.record("\(column.values)")
      return
    }
    #expect(positions == [1, 0, -1, -1, -1])
    #expect(column.missing == [2: .refused])
    #expect(data.count == 5)
  }

  @Test func `several choices become a column for each option`() throws {
    let column = try #require(
      data(
        .selectMultiple(Self.list),
        .choices(["x", "01"]),
        .missing(.notApplicable),
        .choices([])
      ).column("q")
    )
    guard case .choices(let options) = column.values else {
      Issue.record("\(column.values)")
      return
    }
    #expect(options == [[1, -1, 0], [0, -1, 0], [1, -1, 0]])
    #expect(column.missing == [1: .notApplicable])
  }

  @Test(arguments: [QuestionKind.integer, .decimal])
  func `numbers become numbers, nothing becomes NaN`(kind: QuestionKind) throws {
    let column = try #require(
      data(kind, .integer(3), .decimal(2.5), .missing(.doNotKnow), .text("4")).column("q")
    )
    guard case .number(let numbers) = column.values else {
      Issue.record("\(column.values)")
      return
    }
    #expect(numbers.prefix(2) == [3, 2.5])
    #expect(numbers.suffix(2).allSatisfy { $0.isNaN })
    #expect(column.missing == [2: .doNotKnow])
  }

  @Test(arguments: [QuestionKind.text, .date, .calculate])
  func `words, days and calculations become texts`(kind: QuestionKind) throws {
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 5))
    let column = try #require(
      data(kind, .text("xã"), .date(day), .decimal(4), .missing(.noAnswer)).column("q")
    )
    guard case .text(let texts) = column.values else {
      Issue.record("\(column.values)")
      return
    }
    #expect(texts == ["xã", "2026-03-05", "4", nil])
    #expect(column.missing == [3: .noAnswer])
  }

  @Test func `short rows are not collected and empty data have columns`() throws {
    let questions = [Form.question("a"), Form.question("b", .selectMultiple(Self.list))]
    let form = Form.questionnaire([Form.section("s", questions)])
    let short = Dataset(questionnaire: form, answers: [[.integer(1)], []])
    #expect(short.column("a")?.missing == [1: .notCollected])
    #expect(short.column("b")?.missing == [0: .notCollected, 1: .notCollected])
    let empty = Dataset(questionnaire: form, answers: [])
    #expect(empty.count == 0)
    #expect(empty.columns.count == 2)
    #expect(empty.column("c") == nil)
  }

  @Test func `a dataset is a table of texts`() {
    let questions = [
      Form.question("a", .selectOne(Self.list)), Form.question("b", .selectMultiple(Self.list)),
      Form.question("c", .decimal), Form.question("d", .text),
    ]
    let form = Form.questionnaire([Form.section("s", questions)])
    let none = Answer.missing(.noAnswer)
    let table = TextTable(
      Dataset(
        questionnaire: form,
        answers: [
          [.choice("01"), .choices(["x"]), .decimal(2), .text("Đà")], [none, none, none, none],
        ]
      )
    )
    #expect(table.names == ["a", "b__01", "b__1", "b__x", "c", "d"])
    #expect(table.columns.map { $0[0] } == ["01", "0", "0", "1", "2", "Đà"])
    #expect(table.columns.allSatisfy { $0[1].isEmpty })
    #expect(table.rowCount == 2)
    #expect(table["c"] == ["2", ""])
    #expect(table["z"] == nil)
  }

  @Test func `shorter columns of a table are filled`() {
    let table = TextTable(names: ["a", "b", "c"], columns: [["1"], ["1", "2"]])
    #expect(table.rowCount == 2)
    #expect(table["a"] == ["1", ""])
    #expect(table["c"] == nil)
  }
}
