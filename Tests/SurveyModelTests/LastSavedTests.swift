import Testing

@testable import SurveyModel

@Suite struct LastSavedTests {
  private func reads(_ edit: (inout Question) -> Void) -> Bool {
    let question = Form.question("a", .text, edit: edit)
    return Form.questionnaire([Form.section("s", [question])]).readsLastSaved
  }

  @Test func `a questionnaire that asks for nothing of before is known`() {
    #expect(!reads { _ in })
    #expect(!reads { $0.relevant = Form.rule("'${last-saved#a}' = ${a}") })
    #expect(!reads { $0.guidance = Form.words("last-saved#a") })
    #expect(!reads { $0.defaultAnswer = .literal("${last-saved#a}") })
  }

  @Test func `rules, defaults and words that ask for the form before are found`() {
    let rule = Form.rule("concat('x', ${last-saved#a}) = 'xy'")
    #expect(reads { $0.relevant = rule })
    #expect(reads { $0.constraint = rule })
    #expect(reads { $0.warning = rule })
    #expect(reads { $0.calculation = rule })
    #expect(reads { $0.choiceFilter = rule })
    #expect(reads { $0.required = .when(rule) })
    #expect(reads { $0.defaultAnswer = .expression(rule) })
    #expect(reads { $0.constraintMessage = Form.words("Như ${last-saved#a}") })
    let piped = Choice(code: "1", label: Form.words("Như ${last-saved#a}"))
    let list = ChoiceList(id: "l", choices: [piped])
    let asked = Form.question("b", .selectOne(list))
    #expect(Form.questionnaire([Form.section("s", [asked])]).readsLastSaved)
    let titled = Section(id: "s", title: Form.words("${last-saved#a}"), questions: [asked])
    #expect(Form.questionnaire([titled]).readsLastSaved)
    #expect(
      Form.questionnaire([Form.section("s", relevant: "${last-saved#b} = 1", [])]).readsLastSaved
    )
  }

  @Test func `answers come back from columns as they went in`() {
    let list = Form.list("Một", "Hai")
    let questions = [
      Form.question("chon", .selectOne(list)), Form.question("nhieu", .selectMultiple(list)),
      Form.question("so", .integer), Form.question("le", .decimal), Form.question("loi", .text),
      Form.question("ngay", .date), Form.question("gio", .time), Form.question("tinh", .calculate),
    ]
    let rows: [[Answer]] = [
      [
        .choice("2"), .choices(["1"]), .integer(-3), .decimal(2.5), .text("a\nb"),
        .date(Form.moment.now.localDate), .text("08:30"), .text("x"),
      ],
      [
        .choice("1"), .choices([]), .integer(0), .decimal(4), .text("c"),
        .date(Form.moment.now.localDate), .text("09:30"), .text("1"),
      ],
      Array(repeating: .missing(.refused), count: 8),
    ]
    let data = Dataset(
      questionnaire: Form.questionnaire([Form.section("s", questions)]),
      answers: rows
    )
    #expect(rows.indices.map { data.answers(at: $0) } == rows)
    #expect(data.answers(at: 3).allSatisfy { $0 == .missing(.noAnswer) })
  }
}
