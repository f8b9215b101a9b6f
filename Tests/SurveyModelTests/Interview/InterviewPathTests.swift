import SurveyModel
import Testing

@Suite struct InterviewPathTests {
  /// Used or not, then how often and how many, or why not, then the name.
  private func branching() throws -> InterviewSession {
    try Form.session(
      Form.question("used", .selectOne(Form.yesNo)),
      Form.question("often") { $0.relevant = Form.rule("${used} = '1'") },
      Form.question("many") { $0.relevant = Form.rule("${often} > 5") },
      Form.question("why", .text) { $0.relevant = Form.rule("${used} = '2'") },
      Form.question("name", .text)
    )
  }

  @Test func `an interview begins at the first question and ends at the review`() throws {
    var session = try branching()
    #expect(session.step == .ask(0))
    try session.answer("used", .choice("2"))
    #expect(session.current == "why")
    try session.answer("why", .text("xa"))
    #expect(session.current == "name")
    try session.answer("name", .missing(.noAnswer))
    #expect(session.step == .review)
    #expect(session.problems.isEmpty)
  }

  @Test func `the path follows the answers`() throws {
    var session = try branching()
    #expect(session.pathNames == ["used", "name"])
    try session.answer("used", .choice("1"))
    #expect(session.pathNames == ["used", "often", "name"])
    try session.answer("often", .integer(9))
    #expect(session.pathNames == ["used", "often", "many", "name"])
  }

  @Test func `going back stays on the path and at the first question`() throws {
    var session = try branching()
    try session.answer("used", .choice("2"))
    try session.answer("why", .text("xa"))
    session.back()
    #expect(session.current == "why")
    session.back()
    #expect(session.current == "used")
    session.back()
    #expect(session.current == "used")
  }

  @Test func `going back from the review asks the last question`() throws {
    var session = try branching()
    for (id, answer) in [("used", Answer.choice("2")), ("why", .text("xa")), ("name", .text("A"))] {
      try session.answer(id, answer)
    }
    #expect(session.step == .review)
    session.back()
    #expect(session.current == "name")
    try session.answer("name", .text("B"))
    #expect(session.step == .review)
  }

  @Test func `an answer on a dead branch is set aside and comes back with it`() throws {
    var session = try branching()
    try session.answer("used", .choice("1"))
    try session.answer("often", .integer(9))
    try session.answer("many", .integer(3))
    let away = try session.answer("used", .choice("2"))
    #expect(away.setAside == [1, 2])
    #expect(away.restored.isEmpty)
    #expect(session["often"] == .missing(.notApplicable))
    #expect(session["many"] == .missing(.notApplicable))
    #expect(session.form.given[1] == .integer(9))
    let home = try session.answer("used", .choice("1"))
    #expect(home.restored == [1, 2])
    #expect(home.setAside.isEmpty)
    #expect(session["often"] == .integer(9))
    #expect(session["many"] == .integer(3))
    #expect(session.suggestion(at: 1) == .integer(9))
  }

  @Test func `an answer that changes nothing else changes no path`() throws {
    var session = try branching()
    let change = try session.answer("used", .choice("1"))
    #expect(change.isEmpty)
  }

  @Test func `a jump leads to any question of the path and to no other`() throws {
    var session = try branching()
    let found = [4, 1, -1, 5].map { session.jump(to: $0) }
    #expect(found == [true, false, false, false])
    #expect(session.current == "name")
  }

  @Test func `a correction from the review returns to the review`() throws {
    var session = try branching()
    try session.answer("used", .choice("2"))
    try session.answer("why", .text("xa"))
    try session.answer("name", .text("A"))
    session.jump(to: 3)
    try session.answer("why", .text("không cần"))
    #expect(session.step == .review)
  }

  @Test func `a second jump on the way still returns to the review`() throws {
    var session = try branching()
    try session.answer("used", .choice("2"))
    try session.answer("why", .text("xa"))
    try session.answer("name", .text("A"))
    session.jump(to: 4)
    session.jump(to: 0)
    try session.answer("used", .choice("2"))
    #expect(session.step == .review)
  }

  @Test func `a correction that opens a branch asks only what is new`() throws {
    var session = try branching()
    try session.answer("used", .choice("2"))
    try session.answer("why", .text("xa"))
    try session.answer("name", .text("A"))
    session.jump(to: 0)
    try session.answer("used", .choice("1"))
    #expect(session.current == "often")
    try session.answer("often", .integer(9))
    #expect(session.current == "many")
    try session.answer("many", .integer(1))
    #expect(session.step == .review)
  }

  @Test func `an answer to a question off the path is not taken`() throws {
    var session = try branching()
    let skipped = try session.answer("why", .text("xa"))
    let unknown = try session.answer(99, to: .integer(1))
    #expect(skipped.isEmpty && unknown.isEmpty)
    #expect(session.form.given.allSatisfy { $0 == nil })
  }

  @Test func `going back is keeping the earlier value`() throws {
    var session = try branching()
    let earlier = session
    try session.answer("used", .choice("1"))
    session = earlier
    #expect(session.step == .ask(0))
    #expect(session.form.given == earlier.form.given)
    #expect(session.pathNames == ["used", "name"])
  }

  @Test func `a skipped section skips its questions`() throws {
    let plan = try InterviewPlan(
      Form.questionnaire([
        Form.section("a", [Form.question("used", .selectOne(Form.yesNo))]),
        Form.section(
          "b",
          relevant: "${used} = '1'",
          [
            Form.question("x"),
            Form.question("y") { $0.relevant = Form.rule("${x} = 1") },
          ]
        ),
        Form.section("c", [Form.question("z")]),
      ])
    )
    var session = InterviewSession(plan: plan, moment: Form.moment)
    #expect(session.pathNames == ["used", "z"])
    try session.answer("used", .choice("1"))
    try session.answer("x", .integer(1))
    #expect(session.pathNames == ["used", "x", "y", "z"])
    try session.answer("y", .integer(5))
    let change = try session.answer("used", .choice("2"))
    #expect(change.setAside == [1, 2])
    #expect(session["y"] == .missing(.notApplicable))
  }

  @Test func `a note is shown, passed and never answered`() throws {
    var session = try Form.session(
      Form.question("hello", .note),
      Form.question("a"),
      Form.question("bye", .note) {
        $0.relevant = Form.rule("${a} = 1")
        $0.required = .always
      }
    )
    #expect(session.current == "hello")
    try session.answer("hello", .missing(.notApplicable))
    #expect(session.current == "a")
    #expect(session.form.given[0] == nil)
    try session.answer("a", .integer(1))
    #expect(session.current == "bye")
    var other = session
    try session.answer("bye", .text("typed over a note"))
    try other.answer("bye", .missing(.noAnswer))
    #expect(other.step == .review)
    #expect(session.step == .review)
    #expect(session["bye"] == .missing(.notApplicable))
    #expect(session.problems.isEmpty)
  }

  @Test func `questions that are not asked are passed over and not collected`() throws {
    var session = try Form.session(
      Form.question("weight", .decimal) {
        $0.isAsked = false
        $0.required = .always
      },
      Form.question("a")
    )
    #expect(session.pathNames == ["a"])
    let jumped = session.jump(to: 0)
    #expect(!jumped)
    try session.answer("a", .integer(1))
    #expect(session["weight"] == .missing(.notCollected))
    #expect(session.problems.isEmpty)
  }

  @Test func `a carried answer counts and is not asked, but can be corrected`() throws {
    let plan = try Form.plan(
      Form.question("commune", .text) {
        $0.persists = true
        $0.required = .always
      },
      Form.question("age"),
      Form.question("why", .text) { $0.relevant = Form.rule("${commune} = 'Vĩnh Châu'") }
    )
    var session = InterviewSession(
      plan: plan,
      carried: [0: .text("Vĩnh Châu"), 77: .text("no such question")],
      moment: Form.moment
    )
    #expect(session.current == "age")
    #expect(session.pathNames == ["commune", "age", "why"])
    session.back()
    #expect(session.current == "age")
    try session.answer("age", .integer(30))
    #expect(session.current == "why")
    try session.answer("why", .missing(.noAnswer))
    #expect(session.step == .review)
    let jumped = session.jump(to: 0)
    #expect(jumped)
    try session.answer("commune", .text("Khánh Hòa"))
    #expect(session.step == .review)
    #expect(session.pathNames == ["commune", "age"])
  }

  @Test func `a restored draft goes on at the first open question`() throws {
    var session = try branching()
    session.restore([0: .choice("1"), 1: .integer(2), 44: .integer(0)], acceptedWarnings: [1])
    #expect(session.current == "name")
    #expect(session["often"] == .integer(2))
    #expect(session.acceptedWarnings == [1])
    session.restore([0: .choice("1"), 1: .integer(8)], acceptedWarnings: [])
    #expect(session.current == "many")
    session.restore([2: .missing(.noAnswer), 4: .text("A")], acceptedWarnings: [])
    #expect(session.step == .review)
  }

  @Test func `a draft that breaks a rule is restored and shown as a problem`() throws {
    var session = try Form.session(
      Form.question("age") { $0.constraint = Form.rule(". >= 18") },
      Form.question("b")
    )
    session.restore([0: .integer(3)], acceptedWarnings: [])
    #expect(session.current == "b")
    #expect(session.problemNames == ["age R02"])
  }

  @Test func `the finished interview holds one answer for each question`() throws {
    var session = try branching()
    try session.answer("used", .choice("2"))
    let finished = Timestamp(milliseconds: 1_772_676_060_000)
    let interview = session.interview(
      mode: .terminal,
      language: "vi",
      started: Form.moment.now,
      finished: finished
    )
    #expect(
      interview.answers == [
        .choice("2"), .missing(.notApplicable), .missing(.notApplicable), .missing(.notReached),
        .missing(.notReached),
      ]
    )
    #expect(interview.consentVersion == "3")
    #expect(interview.mode == .terminal)
    #expect(interview.finished == finished)
  }
}
