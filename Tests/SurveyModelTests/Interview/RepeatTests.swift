@testable import SurveyModel
import Testing

/// Groups that are gone through several times.
@Suite struct RepeatTests {
  private func questionnaire(count: String?, _ extra: [Question] = []) -> Questionnaire {
    let place = Place(file: "q.yaml", line: 1, column: 1)
    let group = FormGroup(
      id: "nguoi",
      label: Form.words("Người"),
      kind: .repeated(count: count.map { Form.rule($0) }),
      location: place
    )
    return Form.questionnaire(
      [
        Form.section("s1", [Form.question("n")]),
        Section(
          id: "s2",
          title: Form.words("s2"),
          group: "nguoi",
          questions: [
            Form.question("ten", .text) { $0.required = .always },
            Form.question("tuoi") { $0.constraint = Form.rule(". < 120") },
            Form.question("nghe", .selectOne(Form.yesNo)) {
              $0.relevant = Form.rule("${tuoi} >= 18")
            },
            Form.question("thu", .calculate) {
              $0.calculation = Form.rule("concat(position(..), '/', count(${nguoi}), ' ', ${ten})")
            },
          ]
        ),
        Form.section("s3", [Form.question("cuoi", .text)] + extra),
      ],
      groups: [group]
    )
  }

  private func calculate(_ id: String, _ rule: String) -> Question {
    Form.question(id, .calculate) { $0.calculation = Form.rule(rule) }
  }

  private var sums: [Question] {
    [
      calculate("tong", "sum(${tuoi})"), calculate("so", "count(${nguoi})"),
      calculate("lon", "max(${tuoi})"), calculate("ten_hai", "indexed-repeat(${ten}, ${nguoi}, 2)"),
      calculate("dau", "${ten}"), calculate("ghep", "join(', ', ${ten})"),
      calculate("theo_duong", "indexed-repeat(/data/nguoi/ten, /data/nguoi, 9)"),
    ]
  }

  @Test func `a counted repeat asks turn by turn`() throws {
    let form = questionnaire(count: "${n}", sums)
    #expect(form.check().map(\.code) == [])
    #expect(form.questions.map(\.isRepeated).prefix(6) == [false, true, true, true, true, false])
    var session = InterviewSession(plan: try InterviewPlan(form), moment: Form.moment)
    #expect(session.pathNames == ["n", "cuoi"])
    try session.answer("n", .integer(2))
    #expect(session.current == "ten" && session.turn == 0)
    try session.answer("ten", .text("A"))
    try session.answer("tuoi", .integer(40))
    #expect(session.current == "nghe")
    try session.answer("nghe", .choice("1"))
    #expect(session.current == "ten" && session.turn == 1)
    #expect(session.suggestion(at: 1) == nil)
    #expect(throws: AnswerRejection.required(nil)) {
      try session.answer("ten", .missing(.noAnswer))
    }
    try session.answer("ten", .text("B \"b\""))
    #expect(throws: AnswerRejection.self) { try session.answer("tuoi", .integer(130)) }
    try session.answer("tuoi", .integer(7))
    // Who is younger is not asked; the way goes on behind the repeat.
    #expect(session.current == "cuoi" && session.offered == nil)
    #expect(session["ten"] == .text(#"["A","B \"b\""]"#))
    #expect(session["nghe"] == .text(#"["1"]"#))
    #expect(session["thu"] == .text(#"["1/2 A","2/2 B \"b\""]"#))
    #expect(session["tong"] == .decimal(47) && session["so"] == .decimal(2))
    #expect(session["lon"] == .decimal(40) && session["ten_hai"] == .text("B \"b\""))
    #expect(session["dau"] == .text("A") && session["ghep"] == .text("A, B \"b\""))
    #expect(session["theo_duong"] == .missing(.noAnswer))
    session.back()
    #expect(session.current == "tuoi" && session.turn == 1)
    #expect(session.suggestion(at: 2) == .integer(7))
    session.back()
    session.back()
    #expect(session.current == "nghe" && session.turn == 0)
    try session.expectToEndAsImport()
  }

  @Test func `an open repeat offers one more turn`() throws {
    var session = InterviewSession(
      plan: try InterviewPlan(questionnaire(count: nil, sums)),
      moment: Form.moment
    )
    try session.answer("n", .integer(0))
    try session.answer("ten", .text("A"))
    try session.answer("tuoi", .integer(3))
    #expect(session.offered == 0)
    session.takeTurn(true)
    #expect(session.current == "ten" && session.turn == 1 && session.offered == nil)
    try session.answer("ten", .text("B"))
    try session.answer("tuoi", .integer(4))
    #expect(session.offered == 0)
    session.back()
    #expect(session.current == "tuoi" && session.turn == 1 && session.offered == nil)
    try session.answer("tuoi", .integer(5))
    session.takeTurn(false)
    #expect(session.current == "cuoi" && session.offered == nil)
    try session.answer("cuoi", .text("x"))
    #expect(session.step == .review && session.problems.isEmpty)
    #expect(session["tong"] == .decimal(8))
    // A further turn from the review, and one that is begun in vain.
    session.jump(to: 2)
    #expect(session.turn == 0)
    try session.answer("tuoi", .integer(6))
    #expect(session.step == .review && session.offered == nil)
    try session.expectToEndAsImport()
    session.takeTurn(true)
    #expect(session.step == .review)
  }

  @Test func `a turn that was begun and holds nothing is not kept`() throws {
    var session = InterviewSession(
      plan: try InterviewPlan(questionnaire(count: nil, sums)),
      moment: Form.moment
    )
    try session.answer("n", .integer(0))
    try session.answer("ten", .text("A"))
    try session.answer("tuoi", .integer(3))
    session.takeTurn(true)
    #expect(session["so"] == .decimal(2))
    #expect(session.problems.map(\.question) == [1])
    try session.expectToEndAsImport()
  }

  @Test func `a restored form goes on in the turn that is open`() throws {
    let plan = try InterviewPlan(questionnaire(count: "${n}"))
    var session = InterviewSession(plan: plan, moment: Form.moment)
    session.restore(
      [0: .integer(3), 1: .text(#"["A","B"]"#), 2: .text("[3,4]")],
      acceptedWarnings: []
    )
    #expect(session.current == "ten" && session.turn == 2)
    #expect(session.form.effective(2, turn: 1) == .integer(4))
    session.jump(to: 0)
    let change = try session.answer("n", .integer(0))
    #expect(change.setAside == [1, 2])
    #expect(session["ten"] == .missing(.notApplicable))
  }

  @Test(arguments: [
    (#"["A"]"#, "[5]", ""), (#"["A","B"]"#, "[5,6]", "V08"), (#"["A"]"#, "[200]", "R02"),
    (#"[""]"#, "[5]", "R01"), (#"[{"missing":"refused"}]"#, "[5]", ""),
  ])
  func `imports judge every turn`(names: String, ages: String, code: String) throws {
    let plan = try InterviewPlan(questionnaire(count: "${n}"))
    let row: [Answer?] = [.integer(1), .text(names), .text(ages), nil, nil, .text("x")]
    let form = plan.validate(row, moment: Form.moment)
    #expect(Set(form.problems.map(\.rejection.code)) == (code.isEmpty ? [] : [code]))
  }

  @Test(arguments: [
    ("[]", ""), ("[1, 2.5]", #"["1","2.5"]"#), (#" [ "3" , null , "" ] "#, #"["3"]"#),
    (#"[null,"4"]"#, #"[null,"4"]"#),
    (#"[{"missing":"refused"},1]"#, #"[{"missing":"refused"},"1"]"#),
  ])
  func `series are read and written`(text: String, again: String) throws {
    let reader = AnswerReader(Form.question("q", .decimal))
    #expect(try reader.readSeries(text).text == again)
  }

  @Test(arguments: [
    (#"["\ud83c\udf3e \u00e1"]"#, "🌾 á"), (#"["\/\"\\"]"#, #"/"\"#),
  ])
  func `escapes of other programs are read`(text: String, meant: String) throws {
    let reader = AnswerReader(Form.question("q", .text))
    #expect(reader.tree(.text(text)) == .turns([.answer(.text(meant))]))
  }

  @Test(arguments: [
    "5", "[", "[1", "[1,]", "[1]x", #"["a]"#, #"["\u12"]"#, #"["\x"]"#, #"[{"missing":"x"}]"#,
    #"[{"a":"refused"}]"#, "[a]", "[[1]]", #"["\ud800"]"#, #"["\ud800\u0041"]"#,
    #"["\udc00\ud800"]"#, #"["\u+041"]"#, "[1 2]", "{}",
  ])
  func `what is no series is refused`(text: String) {
    let reader = AnswerReader(Form.question("q", .text))
    #expect(throws: AnswerRejection.notASeries(text: text, depth: 1)) {
      try reader.readSeries(text)
    }
    #expect(reader.tree(.text(text)) == .nothing)
  }

  @Test func `hostile counts do not go on for ever`() throws {
    for count in ["1 div 0", "-5", "1000000000000", "'x'", "number('')"] {
      let plan = try InterviewPlan(questionnaire(count: count))
      let session = InterviewSession(plan: plan, moment: Form.moment)
      #expect([0, RepeatRules.limit].contains(session.form.turnCount(of: 0)))
    }
  }

  @Test func `repeats in circles are found`() throws {
    #expect(questionnaire(count: "${tuoi}").check().map(\.code).contains("cycle"))
    // A repeat that counts itself would never end.
    let endless = questionnaire(count: "count(${nguoi})")
    #expect(endless.check().map(\.code).contains("cycle"))
    #expect(throws: ExpressionFault.self) { try InterviewPlan(endless) }
    #expect(throws: ExpressionFault.self) { try InterviewPlan(questionnaire(count: "${tuoi}")) }
  }
}
