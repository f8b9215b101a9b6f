@testable import SurveyModel
import Testing

/// The kinds of question beyond choices, numbers, words and days.
@Suite struct QuestionKindTests {
  private func read(_ text: String, _ kind: QuestionKind) -> String {
    do throws(AnswerRejection) {
      return try AnswerReader(Form.question("q", kind)).read(text).text
    } catch {
      return error.code
    }
  }

  @Test(arguments: [
    ("8:30", "08:30"), ("08:30:00.000+07:00", "08:30"), ("8h30", "08:30"), ("8 giờ 30", "08:30"),
    ("8h", "08:00"), ("8 giờ 30 phút", "08:30"), ("23:59:07", "23:59:07"), ("08:30Z", "08:30"),
    ("24:00", "V02"), ("8:60", "V02"), ("830", "V02"), ("-8:30", "V02"), ("8:30+99", "V02"),
    ("::", "V02"), ("8:30:5x", "V02"), ("", ""), ("8:30-10:00", "V02"), ("8h30-10h", "V02"),
    ("8:30+2", "V02"), ("08:30-10:00", "V02"), ("08:30:00+15:00", "V02"), ("08:30:00-10", "08:30"),
  ])
  func `times of day have one form`(typed: String, kept: String) {
    #expect(read(typed, .time) == kept)
  }

  @Test(arguments: [
    ("21/11/2026 8:30", "2026-11-21T08:30"), ("8h30 21/11/2026", "2026-11-21T08:30"),
    ("2026-11-21T08:30:00.000+07:00", "2026-11-21T08:30+07:00"),
    ("2026-11-21T08:30Z", "2026-11-21T08:30Z"),
    ("2026-11-21T08:30+05:45", "2026-11-21T08:30+05:45"),
    ("21/11/2026 8:30-10:00", "V02"), ("2026-11-21T08:30+07:20", "V02"), ("31/02/2026 8:30", "V02"),
    ("21/11/2026", "V02"), ("08:30", "V02"), ("T", "V02"),
  ])
  func `days with a time have one form`(typed: String, kept: String) {
    #expect(read(typed, .dateTime) == kept)
  }

  @Test(arguments: ["✓", "✔", "☑", "x", "OK", "có"])
  func `a tick acknowledges`(typed: String) {
    #expect(read(typed, .acknowledge) == read("ok", .acknowledge))
  }

  @Test(arguments: [
    ("3 1 2", "3 1 2"), ("312", "3 1 2"), ("3,1, 2", "3 1 2"), ("Ba; Một; Hai", "3 1 2"),
    ("1 1 2", "V04"), ("1 2 4", "V04"), ("2", "2"),
  ])
  func `an order is read by codes and labels`(typed: String, kept: String) {
    #expect(read(typed, .rank(Form.list("Một", "Hai", "Ba"))) == kept)
  }

  @Test func `an order has every option that is offered`() throws {
    var session = try Form.session(
      Form.question("a", .selectOne(Form.yesNo)),
      Form.question("r", .rank(Form.list("Một", "Hai", "Ba"))) {
        $0.choiceFilter = Form.rule("name != '3' or ${a} = '1'")
      }
    )
    try session.answer("a", .choice("1"))
    #expect(throws: AnswerRejection.unranked(codes: ["3"])) {
      try session.answer("r", .text("2 1"))
    }
    try session.answer("r", .text("3 1 2"))
    // Without the third option the order says something that nobody can say any more.
    let change = try session.answer("a", .choice("2"))
    #expect(change.setAside == [1])
    #expect(session["r"] == .missing(.notReached))
    #expect(throws: AnswerRejection.notOffered(text: "3", offered: ["1", "2"])) {
      try session.answer("r", .text("3 1 2"))
    }
    try session.answer("r", .text("2 1"))
    #expect(session.problems.isEmpty)
  }

  @Test func `a range takes its numbers only`() throws {
    let range = NumberRange(start: 0, end: 1, step: 0.1)
    #expect(!range.isInteger && range.isSound)
    #expect(QuestionKind.range(range).shape == .decimal)
    var session = try Form.session(Form.question("q", .range(range)))
    #expect(throws: AnswerRejection.outOfRange(text: "0.25", range)) {
      try session.answer("q", .decimal(0.25))
    }
    #expect(throws: AnswerRejection.self) { try session.answer("q", .decimal(1.1)) }
    try session.answer("q", .decimal(0.3))
    let down = NumberRange(start: 10, end: 0, step: -2)
    #expect(down.contains(4) && !down.contains(5) && down.isSound && down.isInteger)
    #expect(!NumberRange(start: 0, end: 1, step: 0).isSound)
    #expect(!NumberRange(start: 0, end: 1, step: 2).isSound)
    #expect(!NumberRange(start: .nan, end: 1, step: 1).contains(1))
  }

  @Test(arguments: [("1", "OK"), ("ok", "OK"), ("Có", "OK"), ("0", "V04"), ("không", "V04")])
  func `an acknowledgement is one code`(typed: String, kept: String) {
    #expect(read(typed, .acknowledge) == kept)
  }

  @Test func `forms fill in what they record about themselves`() throws {
    let session = try Form.session(
      Form.question("bd", .metadata(.start)),
      Form.question("ngay", .metadata(.today)),
      Form.question("kt", .metadata(.end)),
      Form.question("an", .hidden) {
        $0.defaultAnswer = .literal("mau-2")
      },
      Form.question("anh", .carried("image")),
      Form.question("q", .integer)
    )
    #expect(session.pathNames == ["q"])
    let later = Timestamp(milliseconds: Form.moment.now.milliseconds + 60_000)
    let interview = session.interview(
      mode: .terminal,
      language: "vi",
      started: Form.moment.now,
      finished: later
    )
    #expect(
      interview.answers == [
        .text(Form.moment.now.iso8601), .date(Form.moment.now.localDate), .text(later.iso8601),
        .text("mau-2"), .missing(.notApplicable), .missing(.notReached),
      ]
    )
  }

  @Test func `who conducts an interview is recorded by codes, where anybody said`() throws {
    let plan = try InterviewPlan(
      Form.questionnaire([
        Form.section(
          "s",
          [
            Form.question("ai", .metadata(.username)), Form.question("may", .metadata(.deviceid)),
            Form.question("thu", .metadata(.email)), Form.question("q"),
          ]
        )
      ])
    )
    var moment = Form.moment
    #expect(
      InterviewSession(plan: plan, moment: moment).form.effective.prefix(3)
        == [.missing(.notCollected), .missing(.notCollected), .missing(.notCollected)]
    )
    moment.operatorCode = "nv-03"
    moment.deviceCode = "00000000000000ff"
    #expect(
      InterviewSession(plan: plan, moment: moment).form.effective.prefix(3)
        == [.text("nv-03"), .text("00000000000000ff"), .missing(.notCollected)]
    )
  }

  @Test func `an option that stands in a list twice is offered by either of its rows`() throws {
    let list = ChoiceList(
      id: "l",
      choices: [
        Choice(code: "cho", label: Form.words("Chợ"), attributes: ["xa": "A"]),
        Choice(code: "ben", label: Form.words("Bến"), attributes: ["xa": "A"]),
        Choice(code: "cho", label: Form.words("Chợ"), attributes: ["xa": "B"]),
      ]
    )
    var session = try Form.session(
      Form.question("xa", .text),
      Form.question("noi", .selectOne(list)) { $0.choiceFilter = Form.rule("xa = ${xa}") }
    )
    try session.answer(0, to: .text("B"))
    #expect(session.choices(at: 1).map(\.code) == ["cho"])
    #expect(throws: AnswerRejection.self) { try session.answer(1, to: .choice("ben")) }
    try session.answer(1, to: .choice("cho"))
    #expect(session.form.effective[1] == .choice("cho"))
    try session.answer(0, to: .text("C"))
    #expect(session.form.effective[1] == .missing(.notReached))
  }

  @Test func `a filter reads labels in the first language of the form`() throws {
    let list = ChoiceList(
      id: "l",
      choices: [
        Choice(code: "1", label: LocalizedText(["en": "Near", "vi": "Gần"])),
        Choice(code: "2", label: LocalizedText(["en": "Far", "vi": "Xa"])),
      ]
    )
    let question = Form.question("noi", .selectOne(list)) {
      $0.choiceFilter = Form.rule("label = 'Near'")
    }
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["en", "vi"],
      title: Form.words("Q"),
      sections: [Form.section("s", [question])]
    )
    let session = InterviewSession(plan: try InterviewPlan(questionnaire), moment: Form.moment)
    #expect(session.choices(at: 0).map(\.code) == ["1"])
  }

  @Test func `questions that somebody answers are numbered through`() throws {
    let plan = try Form.plan(
      Form.question("a"),
      Form.question("b", .note),
      Form.question("c", .hidden),
      Form.question("d") { $0.relevant = Form.rule("${a} = 1") },
      Form.question("e") { $0.readOnly = true },
      Form.question("f") { $0.isAsked = false },
      Form.question("g", .text)
    )
    #expect(plan.numbers == [1, nil, nil, 2, nil, nil, 3])
  }

  @Test func `a fixed value is shown and passed`() throws {
    var session = try Form.session(
      Form.question("a", .integer),
      Form.question("b", .integer) {
        $0.readOnly = true
        $0.calculation = Form.rule("${a} * 2")
        $0.constraint = Form.rule(". < 1")
      },
      Form.question("c", .integer)
    )
    try session.answer("a", .integer(4))
    #expect(session.current == "b" && session.isPassed(1))
    try session.answer("b", .integer(77))
    #expect(session.current == "c")
    #expect(session["b"] == .integer(8))
    #expect(session.problems.isEmpty)
  }

  @Test func `days with a time are compared as such`() throws {
    var session = try Form.session(
      Form.question("t", .dateTime),
      Form.question("q", .integer) { $0.relevant = Form.rule("${t} > date('2026-03-04')") }
    )
    try session.answer("t", .text("2026-03-03T23:30"))
    #expect(session.pathNames == ["t"])
    session.jump(to: 0)
    try session.answer("t", .text("2026-03-05T00:30"))
    #expect(session.pathNames == ["t", "q"])
  }

  @Test func `groups are relevant with all groups around them`() throws {
    var outer = FormGroup(id: "g", location: Place(file: "q.yaml", line: 1, column: 1))
    outer.relevant = Form.rule("${a} = 1")
    var inner = FormGroup(id: "h", parent: "g", location: outer.location)
    inner.relevant = Form.rule("${b} = 1")
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Form.words("Q"),
      consent: Form.consent,
      sections: [
        Form.section("s1", [Form.question("a"), Form.question("b")]),
        Section(id: "s2", title: Form.words("s2"), group: "h", questions: [Form.question("c")]),
      ],
      groups: [outer, inner]
    )
    #expect(questionnaire.check().isEmpty)
    let plan = try InterviewPlan(questionnaire)
    func path(_ a: Int, _ b: Int) -> [Bool] {
      let form = FormState(plan: plan, given: [.integer(a), .integer(b), nil], moment: Form.moment)
      return form.relevant
    }
    #expect(path(1, 1) == [true, true, true])
    #expect(path(1, 0) == [true, true, false])
    #expect(path(0, 1) == [true, true, false])
  }

  @Test func `groups and kinds are checked`() throws {
    let place = Place(file: "q.yaml", line: 1, column: 1)
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Form.words("Q"),
      consent: Form.consent,
      sections: [
        Section(
          id: "s",
          title: Form.words("s"),
          group: "x",
          questions: [
            Form.question("a", .range(NumberRange(start: 1, end: 3, step: 0))),
            Form.question("b", .integer) {
              $0.choiceFilter = Form.rule("name = 1")
              $0.randomize = .seedOf(question: "zz")
            },
            Form.question("c", .carried("image")),
            Form.question("d", .selectOne(Form.yesNo)) { $0.choiceFilter = Form.rule("huyen = 1") },
          ]
        )
      ],
      groups: [
        FormGroup(id: "g", parent: "h", location: place),
        FormGroup(id: "h", parent: "g", location: place), FormGroup(id: "A", location: place),
        FormGroup(id: "i", parent: "k", location: place),
      ]
    )
    let codes = Set(questionnaire.check().map(\.code))
    #expect(
      codes == [
        "unknown-group", "group-in-itself", "duplicate-group", "unknown-parent", "bad-range",
        "filter-without-options", "unknown-seed", "carried-type", "expression-bare-name",
      ]
    )
    #expect(questionnaire.path(ofSection: 0).isEmpty)
  }
}
