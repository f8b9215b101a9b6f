import SurveyModel
import Testing

@Suite struct InterviewRulesTests {
  @Test func `a hard rejection leaves the session as it was`() throws {
    var session = try Form.session(
      Form.question("age") {
        $0.constraint = Form.rule(". >= 18 and . <= 120")
        $0.constraintMessage = Form.words("Tuổi từ 18 đến 120.")
        $0.warning = Form.rule(". > 95")
      },
      Form.question("b") { $0.relevant = Form.rule("${age} > 60") }
    )
    try session.answer("age", .integer(99), confirmed: true)
    session.jump(to: 0)
    let before = session
    #expect(throws: AnswerRejection.constraint(Form.words("Tuổi từ 18 đến 120."))) {
      try session.answer("age", .integer(17), confirmed: true)
    }
    #expect(session.form.given == before.form.given)
    #expect(session.form.effective == before.form.effective)
    #expect(session.form.relevant == before.form.relevant)
    #expect(session.step == before.step)
    #expect(session.acceptedWarnings == before.acceptedWarnings)
  }

  @Test func `a soft warning wants to be confirmed and is recorded`() throws {
    var session = try Form.session(
      Form.question("age") {
        $0.warning = Form.rule(". > 95")
        $0.warningMessage = Form.words("Có đúng không?")
      }
    )
    #expect(throws: AnswerRejection.doubtful(Form.words("Có đúng không?"))) {
      try session.answer("age", .integer(99))
    }
    #expect(session.form.given[0] == nil)
    try session.answer("age", .integer(99), confirmed: true)
    #expect(session.acceptedWarnings == [0])
    #expect(session.problems.isEmpty)
    try session.answer("age", .integer(40), confirmed: true)
    #expect(session.acceptedWarnings.isEmpty)
  }

  @Test func `an accepted warning on a dead branch is not part of the interview`() throws {
    var session = try Form.session(
      Form.question("used", .selectOne(Form.yesNo)),
      Form.question("often") {
        $0.relevant = Form.rule("${used} = '1'")
        $0.warning = Form.rule(". > 10")
      }
    )
    func accepted() -> [Int] {
      let now = Form.moment.now
      return session.interview(mode: .kiosk, language: "vi", started: now, finished: now)
        .acceptedWarnings
    }
    try session.answer("used", .choice("1"))
    try session.answer("often", .integer(20), confirmed: true)
    #expect(accepted() == [1])
    try session.answer("used", .choice("2"))
    #expect(accepted() == [])
    try session.answer("used", .choice("1"))
    #expect(accepted() == [1])
    #expect(session.problems.isEmpty)
  }

  @Test func `a blank answer satisfies no requirement, a refusal does`() throws {
    var session = try Form.session(
      Form.question("a") {
        $0.required = .always
        $0.requiredMessage = Form.words("Xin trả lời.")
      }
    )
    #expect(session.problemNames == ["a R01"])
    #expect(throws: AnswerRejection.required(Form.words("Xin trả lời."))) {
      try session.answer("a", .missing(.noAnswer))
    }
    for reason in [MissingReason.refused, .doNotKnow] {
      var copy = session
      try copy.answer("a", .missing(reason))
      #expect(copy.problems.isEmpty)
      #expect(copy["a"] == .missing(reason))
    }
  }

  @Test func `a requirement can depend on another answer`() throws {
    var session = try Form.session(
      Form.question("a", .selectOne(Form.yesNo)),
      Form.question("b") { $0.required = .when(Form.rule("${a} = '1'")) }
    )
    try session.answer("a", .choice("2"))
    try session.answer("b", .missing(.noAnswer))
    #expect(session.problems.isEmpty)
    try session.answer("a", .choice("1"))
    #expect(session.problemNames == ["b R01"])
    #expect(throws: AnswerRejection.required(nil)) {
      try session.answer("b", .missing(.noAnswer))
    }
  }

  @Test func `a missing answer is not held against the constraint`() throws {
    var session = try Form.session(
      Form.question("a") { $0.constraint = Form.rule(". > 5") }
    )
    try session.answer("a", .missing(.noAnswer))
    #expect(session.problems.isEmpty)
  }

  @Test func `calculations follow every answer and are never asked`() throws {
    var session = try Form.session(
      Form.question("a"),
      Form.question("double", .calculate) { $0.calculation = Form.rule("${a} * 2") },
      Form.question("more", .calculate) { $0.calculation = Form.rule("${double} + 1") },
      Form.question("word", .calculate) { $0.calculation = Form.rule("if(${a} > 2, 'cao', '')") },
      Form.question("day", .calculate) { $0.calculation = Form.rule("today()") },
      Form.question("b") { $0.relevant = Form.rule("${more} > 6") }
    )
    #expect(session.pathNames == ["a"])
    #expect(session["double"] == .missing(.noAnswer))
    try session.answer("a", .integer(3))
    #expect(session["double"] == .decimal(6))
    #expect(session["more"] == .decimal(7))
    #expect(session["word"] == .text("cao"))
    #expect(session["day"] == .date(try #require(CalendarDate(year: 2026, month: 3, day: 5))))
    #expect(session.pathNames == ["a", "b"])
    let jumped = session.jump(to: 1)
    #expect(!jumped)
    try session.answer("a", .integer(1))
    #expect(session["word"] == .missing(.noAnswer))
    #expect(session.pathNames == ["a"])
  }

  @Test func `a calculation may stand before what it reads`() throws {
    var session = try Form.session(
      Form.question("sum", .calculate) { $0.calculation = Form.rule("${a} + ${b}") },
      Form.question("a"),
      Form.question("b")
    )
    try session.answer("a", .integer(2))
    try session.answer("b", .integer(3))
    #expect(session["sum"] == .decimal(5))
  }

  @Test func `a skipped calculation is not applicable`() throws {
    var session = try Form.session(
      Form.question("a"),
      Form.question("c", .calculate) {
        $0.calculation = Form.rule("1")
        $0.relevant = Form.rule("${a} = 1")
      }
    )
    #expect(session["c"] == .missing(.notApplicable))
    try session.answer("a", .integer(1))
    #expect(session["c"] == .decimal(1))
  }

  @Test func `a default is suggested and not stored`() throws {
    let choice = Form.question("a", .selectOne(Form.yesNo)) { $0.defaultAnswer = .literal("2") }
    let label = Form.question("b", .selectOne(Form.yesNo)) { $0.defaultAnswer = .literal("CÓ") }
    let bad = Form.question("c") { $0.defaultAnswer = .literal("mười") }
    let day = Form.question("d", .date) { $0.defaultAnswer = .expression(Form.rule("today()")) }
    let sum = Form.question("e") { $0.defaultAnswer = .expression(Form.rule("${c} + 1")) }
    var session = try Form.session(choice, label, bad, day, sum)
    #expect(session.suggestion(at: 0) == .choice("2"))
    #expect(session.suggestion(at: 1) == .choice("1"))
    #expect(session.suggestion(at: 2) == nil)
    #expect(session.suggestion(at: 3) == .date(try #require(CalendarDate(iso: "2026-03-05"))))
    #expect(session.suggestion(at: 4) == nil)
    #expect(session.form.given == [nil, nil, nil, nil, nil])
    #expect(session["a"] == .missing(.notReached))
    try session.answer("c", .integer(4))
    #expect(session.suggestion(at: 4) == .integer(5))
    try session.answer("a", .choice("1"))
    #expect(session.suggestion(at: 0) == .choice("1"))
  }

  @Test func `an answer can become wrong when an earlier one changes`() throws {
    var session = try Form.session(
      Form.question("people"),
      Form.question("children") { $0.constraint = Form.rule(". <= ${people}") }
    )
    try session.answer("people", .integer(5))
    try session.answer("children", .integer(4))
    #expect(session.problems.isEmpty)
    try session.answer("people", .integer(2))
    #expect(session.problemNames == ["children R02"])
    try session.answer("children", .integer(2))
    #expect(session.problems.isEmpty)
  }

  @Test func `an answer can become doubtful when an earlier one changes`() throws {
    var session = try Form.session(
      Form.question("a"),
      Form.question("b") { $0.warning = Form.rule(". > ${a}") }
    )
    try session.answer("a", .integer(9))
    try session.answer("b", .integer(5))
    try session.answer("a", .integer(1))
    #expect(session.problemNames == ["b R03"])
    try session.answer("b", .integer(5), confirmed: true)
    #expect(session.problems.isEmpty)
  }

  /// What is said of an answer where the form has no words for its rule.
  private func broken(_ answer: String, _ rule: String) -> AnswerRejection {
    .constraint(
      Form.words(
        "“\(answer)” không hợp với quy định của phiếu: \(rule) (“.” là câu trả lời).",
        "“\(answer)” does not satisfy the form's rule: \(rule) (“.” is the answer)."
      )
    )
  }

  @Test func `a rule that reads a total judges it with the new answer`() throws {
    var session = try Form.session(
      Form.question("a"),
      Form.question("b") { $0.constraint = Form.rule("${total} <= 10") },
      Form.question("total", .calculate) { $0.calculation = Form.rule("${a} + ${b}") },
      Form.question("c") { $0.constraint = Form.rule("${c} < 5") }
    )
    try session.answer("a", .integer(4))
    #expect(throws: broken("20", "${total} <= 10")) { try session.answer("b", .integer(20)) }
    try session.answer("b", .integer(6))
    try session.answer("a", .integer(9))
    #expect(session.problemNames == ["b R02"])
    try session.answer("b", .integer(1))
    #expect(session.problems.isEmpty)
    #expect(throws: broken("7", "${c} < 5")) { try session.answer("c", .integer(7)) }
    try session.answer("c", .integer(4))
  }

  @Test func `rules can ask why an answer is missing`() throws {
    var session = try Form.session(
      Form.question("a"),
      Form.question("why", .text) { $0.relevant = Form.rule("missing-reason(${a}) = 'refused'") }
    )
    #expect(session.pathNames == ["a"])
    try session.answer("a", .missing(.refused))
    #expect(session.pathNames == ["a", "why"])
    try session.answer("a", .missing(.doNotKnow))
    #expect(session.pathNames == ["a"])
  }

  @Test func `a single answer can be tried against its own rules`() throws {
    let plan = try Form.plan(
      Form.question("age") {
        $0.constraint = Form.rule(". >= 18")
        $0.warning = Form.rule(". > 95")
      }
    )
    #expect(plan.accepts(.integer(18), at: 0, moment: Form.moment))
    #expect(!plan.accepts(.integer(17), at: 0, moment: Form.moment))
    #expect(!plan.accepts(.integer(96), at: 0, moment: Form.moment))
    #expect(!plan.accepts(.integer(20), at: 1, moment: Form.moment))
  }
}
