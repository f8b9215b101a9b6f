@testable import SurveyModel
import Testing

/// Values that are set when another question is answered.
@Suite struct TriggerTests {
  private func session(
    _ questions: [Question],
    group: FormGroup? = nil
  ) throws -> InterviewSession {
    let section = Section(
      id: "s",
      title: Form.words("s"),
      group: group?.id,
      questions: questions
    )
    let form = Form.questionnaire(
      [section],
      groups: group.map { [$0] } ?? []
    )
    #expect(form.check().map(\.code) == [])
    return InterviewSession(plan: try InterviewPlan(form), moment: Form.moment)
  }

  private func triggered(
    _ id: String,
    _ kind: QuestionKind = .calculate,
    by trigger: String,
    _ rule: String?
  ) -> Question {
    Form.question(id, kind) {
      $0.trigger = trigger
      $0.calculation = rule.map { Form.rule($0) }
    }
  }

  @Test func `a value is set when its question is answered and stays when others change`() throws {
    var session = try session([
      Form.question("a"), Form.question("b"),
      triggered("tong", by: "${a}", "number(${a}) + coalesce(${b}, 0)"),
    ])
    #expect(session["tong"] == .missing(.notReached))
    let change = try session.answer("a", .integer(2))
    #expect(change.triggered == [2] && session["tong"] == .decimal(2))
    #expect(try session.answer("b", .integer(5)).triggered == [])
    #expect(session["tong"] == .decimal(2))
    session.jump(to: 0)
    // The same answer again triggers nothing, another one does.
    #expect(try session.answer("a", .integer(2)).triggered == [])
    session.jump(to: 0)
    try session.answer("a", .integer(3))
    #expect(session["tong"] == .decimal(8))
  }

  @Test func `what changes nothing triggers nothing`() throws {
    var session = try session([
      Form.question("a") { $0.defaultAnswer = .literal("4") },
      triggered("lan", by: "a", "coalesce(., 0) + 1"), Form.question("b"),
      triggered("so", by: "${b}", "1"),
    ])
    #expect(try session.answer("a", .integer(4)).triggered == [])
    #expect(try session.answer("b", .missing(.refused)).triggered == [])
    session.jump(to: 0)
    #expect(try session.answer("a", .missing(.noAnswer)).triggered == [1])
    #expect(session["lan"] == .decimal(1))
  }

  @Test func `a value counts its answers and sees the clock of each`() throws {
    var session = try session([
      Form.question("a"), triggered("lan", by: "a", "coalesce(., 0) + 1"),
      triggered("luc", by: "${a}", "now()"),
    ])
    let later = Timestamp(
      milliseconds: Form.moment.now.milliseconds + 60_000,
      offsetMinutes: Form.moment.now.offsetMinutes
    )
    for (answer, now) in [(1, Form.moment.now), (2, later)] {
      session.jump(to: 0)
      try session.answer(0, to: .integer(answer), at: now)
      #expect(session["lan"] == .decimal(Double(answer)))
      #expect(session["luc"] == .text(now.iso8601))
    }
  }

  @Test func `an asked question is filled and can be changed`() throws {
    var session = try session([
      Form.question("ho", .text), Form.question("xa", .selectOne(Form.yesNo)),
      triggered("ten", .text, by: "${ho}, ${xa}", "concat(${ho}, '-', ${xa})"),
      triggered("so", .integer, by: "${xa}", "'không'"), triggered("xoa", .text, by: "xa", nil),
    ])
    try session.answer("ho", .text("A"))
    try session.answer("xa", .choice("1"))
    #expect(session.current == "ten" && session.suggestion(at: 2) == .text("A-1"))
    try session.answer("ten", .text("khác"))
    #expect(session["ten"] == .text("khác"))
    // What is no answer to the question is nothing.
    #expect(session.current == "so" && session.suggestion(at: 3) == nil)
    try session.answer("so", .integer(4))
    try session.answer("xoa", .text("x"))
    #expect(session.step == .review)
    session.jump(to: 1)
    #expect(try session.answer("xa", .choice("2")).triggered == [2, 3, 4])
    #expect(session["ten"] == .text("A-2"))
    #expect(session.suggestion(at: 4) == nil)
  }

  @Test func `what is set triggers in turn, and circles end`() throws {
    var session = try session([
      Form.question("a"), triggered("b", .integer, by: "${a}", "number(${a}) * 2"),
      triggered("c", .integer, by: "${b}", "number(${b}) + 1"),
      triggered("d", .integer, by: "${c}, ${d}", "coalesce(${d}, 0) + ${c}"),
    ])
    #expect(try session.answer("a", .integer(3)).triggered == [1, 2, 3])
    #expect(session["c"] == .integer(7) && session["d"] == .integer(7))
  }

  @Test func `in a repeat the same turn is set, from outside all turns`() throws {
    let place = Place(file: "q.yaml", line: 1, column: 1)
    let group = FormGroup(id: "g", kind: .repeated(count: Form.rule("2")), location: place)
    var session = try session(
      [Form.question("a"), triggered("b", by: "${a}", "number(${a}) * 2 + position(..)")],
      group: group
    )
    try session.answer("a", .integer(1))
    #expect(session.turn == 1 && session["b"] == .text(#"["3"]"#))
    try session.answer("a", .integer(5))
    #expect(session["b"] == .text(#"["3","12"]"#))

    let form = Form.questionnaire(
      [
        Form.section("dau", [Form.question("x")]),
        Section(
          id: "s",
          title: Form.words("s"),
          group: "g",
          questions: [triggered("y", .text, by: "${x}", "concat(${x}, '.', position(..))")]
        ),
      ],
      groups: [group]
    )
    var outside = InterviewSession(plan: try InterviewPlan(form), moment: Form.moment)
    try outside.answer("x", .integer(7))
    #expect(outside["y"] == .text(#"["7.1","7.2"]"#))
  }

  @Test func `an import takes the value as it was set`() throws {
    let plan = try session([Form.question("a"), triggered("b", by: "${a}", "number(${a}) * 2")])
      .plan
    let form = plan.validate([.integer(3), .text("9")], moment: Form.moment)
    #expect(form.problems.isEmpty && form.answers[1] == .text("9"))
  }

  @Test func `a trigger that does not exist is found`() {
    let form = Form.questionnaire([
      Form.section("s", [Form.question("a"), triggered("b", by: "${aa}", "${a} + 1")])
    ])
    #expect(form.check().map(\.code) == ["unknown-trigger"])
  }
}
