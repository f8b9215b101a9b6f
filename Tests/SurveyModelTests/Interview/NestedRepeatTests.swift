@testable import SurveyModel
import Testing

/// Repeats inside repeats.
@Suite struct NestedRepeatTests {
  /// Households with their people, and the visits of each.
  private func questionnaire(
    homes: String? = "${n}",
    people: String? = "${so_nguoi}",
    inner: [Question] = [],
    outer: [Question] = []
  ) -> Questionnaire {
    func section(_ id: String, _ group: String, _ questions: [Question]) -> Section {
      Section(id: id, title: Form.words(id), group: group, questions: questions)
    }
    return Form.questionnaire(
      [
        Form.section("s1", [Form.question("n")]),
        section("s2", "ho", [Form.question("so_nguoi")]),
        section(
          "s3",
          "nguoi",
          [
            Form.question("ten", .text) { $0.required = .always },
            Form.question("tuoi") { $0.constraint = Form.rule(". < 120") },
          ] + inner
        ),
        section("s4", "ho", [Form.question("ghi_chu", .text)]),
        Form.section("s5", [Form.question("cuoi", .text)] + outer),
      ],
      groups: [Form.repeated("ho", nil, homes), Form.repeated("nguoi", "ho", people)]
    )
  }

  private func calculate(_ id: String, _ rule: String) -> Question {
    Form.question(id, .calculate) { $0.calculation = Form.rule(rule) }
  }

  private func session(_ form: Questionnaire) throws -> InterviewSession {
    #expect(form.check().map(\.code) == [])
    return InterviewSession(plan: try InterviewPlan(form), moment: Form.moment)
  }

  @Test func `every turn of the outer repeat has its own turns`() throws {
    var session = try session(questionnaire())
    try session.answer("n", .integer(2))
    #expect(session.current == "so_nguoi" && session.turnPath == [0])
    try session.answer("so_nguoi", .integer(2))
    #expect(session.current == "ten" && session.turnPath == [0, 0])
    try session.answer("ten", .text("A"))
    try session.answer("tuoi", .integer(40))
    #expect(session.current == "ten" && session.turnPath == [0, 1])
    try session.answer("ten", .text("B"))
    try session.answer("tuoi", .integer(9))
    #expect(session.current == "ghi_chu" && session.turnPath == [0])
    try session.answer("ghi_chu", .text("x"))
    #expect(session.current == "so_nguoi" && session.turnPath == [1])
    #expect(session.suggestion(at: 1) == nil)
    try session.answer("so_nguoi", .integer(1))
    #expect(session.current == "ten" && session.turnPath == [1, 0] && session.turn == 2)
    try session.answer("ten", .text("C"))
    #expect(throws: AnswerRejection.self) { try session.answer("tuoi", .integer(130)) }
    try session.answer("tuoi", .integer(70))
    try session.answer("ghi_chu", .missing(.noAnswer))
    #expect(session.current == "cuoi" && session.turnPath == [])
    #expect(session["so_nguoi"] == .text(#"["2","1"]"#))
    #expect(session["ten"] == .text(#"[["A","B"],["C"]]"#))
    #expect(session["tuoi"] == .text(#"[["40","9"],["70"]]"#))
    #expect(session["ghi_chu"] == .text(#"["x"]"#))
    var visited: [[Int]] = []
    for _ in 0..<10 {
      session.back()
      visited.append(session.turnPath)
    }
    #expect(
      visited == [
        [1], [1, 0], [1, 0], [1], [0], [0, 1], [0, 1], [0, 0], [0, 0], [0],
      ]
    )
    try session.expectToEndAsImport()
  }

  @Test func `more people in the first home leave those of the second alone`() throws {
    var session = try session(questionnaire())
    session.restore(
      [
        0: .integer(2), 1: .text("[1,1]"), 2: .text(#"[["A"],["C"]]"#), 3: .text("[[40],[70]]"),
        4: .text(#"["",""]"#), 5: .text("x"),
      ],
      acceptedWarnings: []
    )
    #expect(session.step == .review)
    session.jump(to: 1)
    try session.answer("so_nguoi", .integer(2))
    #expect(session.current == "ten" && session.turnPath == [0, 1])
    #expect(session.form.effective(2, turn: 2) == .text("C"))
    try session.answer("ten", .text("B"))
    try session.answer("tuoi", .integer(9))
    #expect(session.step == .review)
    #expect(session["ten"] == .text(#"[["A","B"],["C"]]"#))
    // Fewer again: what was said is set aside and comes back.
    session.jump(to: 1)
    try session.answer("so_nguoi", .integer(0))
    #expect(session["ten"] == .text(#"[[],["C"]]"#))
    #expect(session.form.given[2] == .text(#"[["A","B"],["C"]]"#))
    try session.expectToEndAsImport()
  }

  @Test func `expressions read the turns around them`() throws {
    let inner = [
      calculate("thu", "concat(position(../..), '.', position(..), '/', count(${nguoi}))"),
      calculate("nha", "concat(${so_nguoi}, ' ', sum(${tuoi}))"),
      calculate("truoc", "indexed-repeat(${ten}, ${nguoi}, position(..) - 1)"),
      calculate("ca_ho", "concat(sum(../../nguoi/tuoi), ' ', sum(../../../ho/so_nguoi))"),
      calculate("ghep_ho", "join('', current()/../../nguoi/ten)"),
      calculate("dem_ho", "count(../../nguoi/ten)"), calculate("cung", "sum(/data/nguoi/tuoi)"),
      calculate("nha_mot", "indexed-repeat(${ten}, ${ho}, 1, ${nguoi}, 1)"),
    ]
    let outer = [
      calculate("tong", "sum(${tuoi})"), calculate("so", "count(${nguoi})"),
      calculate("so_ho", "count(${ho})"), calculate("dau", "${ten}"),
      calculate("ghep", "join(',', ${ten})"),
      calculate("hai_mot", "indexed-repeat(${ten}, ${ho}, 2, ${nguoi}, 1)"),
      calculate("mot_hai", "indexed-repeat(${ten}, ${nguoi}, 2)"),
      calculate("le", "indexed-repeat(${ten}, ${ho}, 2.9, ${nguoi}, -1)"),
      calculate("khong", "indexed-repeat(${ten}, ${ho}, 2, ${nguoi}, 2)"),
    ]
    var session = try session(questionnaire(inner: inner, outer: outer))
    session.restore(
      [
        0: .integer(2), 1: .text("[2,1]"), 2: .text(#"[["A","B"],["C"]]"#),
        3: .text("[[40,9],[70]]"),
      ],
      acceptedWarnings: []
    )
    #expect(session["thu"] == .text(#"[["1.1/2","1.2/2"],["2.1/1"]]"#))
    #expect(session["nha"] == .text(#"[["2 40","2 9"],["1 70"]]"#))
    // As in JavaRosa, what is no number of a turn is the first.
    #expect(session["truoc"] == .text(#"[["A","A"],["C"]]"#))
    // A path that leads out and in again means all turns there.
    #expect(session["ca_ho"] == .text(#"[["49 3","49 3"],["70 3"]]"#))
    #expect(session["dem_ho"] == .text(#"[["2","2"],["1"]]"#))
    #expect(session["ghep_ho"] == .text(#"[["AB","AB"],["C"]]"#))
    #expect(session["cung"] == .text(#"[["40","9"],["70"]]"#))
    #expect(session["nha_mot"] == .text(#"[["A","A"],["A"]]"#))
    #expect(session["tong"] == .decimal(119) && session["so"] == .decimal(3))
    #expect(session["so_ho"] == .decimal(2) && session["dau"] == .text("A"))
    #expect(session["ghep"] == .text("A,B,C") && session["hai_mot"] == .text("C"))
    #expect(session["le"] == .text("C"))
    #expect(session["mot_hai"] == .text("B") && session["khong"] == .missing(.noAnswer))
    try session.expectToEndAsImport()
  }

  @Test func `sums over the inner repeat belong to each outer turn`() throws {
    var form = questionnaire()
    let groups = form.groups
    let sections = form.sections.map { section in
      guard section.id == "s4" else { return section }
      let sum = calculate("tong_ho", "sum(${tuoi}) + 100 * count(${nguoi})")
      return Section(id: "s4", title: section.title, group: "ho", questions: [sum])
    }
    form = Form.questionnaire(
      sections,
      groups: groups
    )
    var session = try session(form)
    session.restore(
      [0: .integer(2), 1: .text("[2,1]"), 3: .text("[[40,9],[70]]")],
      acceptedWarnings: []
    )
    #expect(session["tong_ho"] == .text(#"["249","170"]"#))
  }

  @Test func `open repeats offer the inner turn first and then the outer one`() throws {
    var session = try session(openForm())
    try session.answer("ten", .text("A"))
    try session.answer("tuoi", .integer(1))
    #expect(session.offered == 1)
    session.takeTurn(true)
    #expect(session.current == "ten" && session.turnPath == [0, 1])
    try session.answer("ten", .text("B"))
    try session.answer("tuoi", .integer(2))
    #expect(session.offered == 1)
    session.takeTurn(false)
    #expect(session.offered == 0)
    session.back()
    #expect(session.current == "tuoi" && session.turnPath == [0, 1] && session.offered == nil)
    try session.answer("tuoi", .integer(3))
    session.takeTurn(false)
    session.takeTurn(true)
    #expect(session.current == "ten" && session.turnPath == [1, 0])
    try session.answer("ten", .text("C"))
    try session.answer("tuoi", .integer(4))
    session.takeTurn(false)
    session.takeTurn(false)
    #expect(session.offered == nil && session.current == "cuoi")
    try session.answer("cuoi", .text("x"))
    #expect(session["ten"] == .text(#"[["A","B"],["C"]]"#))
    #expect(session.step == .review && session.problems.isEmpty)
    // A further person in the first home.
    session.back()
    session.back()
    while session.turnPath != [0, 1] || session.current != "tuoi" { session.back() }
    try session.answer("tuoi", .integer(5))
    #expect(session.offered == 1)
    session.takeTurn(true)
    #expect(session.current == "ten" && session.turnPath == [0, 2])
    try session.answer("ten", .text("D"))
    #expect(session["ten"] == .text(#"[["A","B","D"],["C"]]"#))
    try session.answer("tuoi", .integer(6))
    try session.expectToEndAsImport()
  }

  /// Both repeats are not counted, and the inner one ends the outer.
  private func openForm(outer: [Question] = []) -> Questionnaire {
    let form = questionnaire(homes: nil, people: nil, outer: outer)
    let sections = form.sections.filter { !["s1", "s2", "s4"].contains($0.id) }
    return Form.questionnaire(
      sections,
      groups: form.groups
    )
  }

  @Test func `a household more is offered behind turns in which nothing is asked`() throws {
    let form = questionnaire(homes: nil, inner: [])
    let sections = form.sections.filter { ["s2", "s3", "s5"].contains($0.id) }.map { section in
      guard section.id == "s3" else { return section }
      let only = Form.question("lop") { $0.relevant = Form.rule("position(..) = 1") }
      return Section(id: "s3", title: section.title, group: "nguoi", questions: [only])
    }
    var session = try session(
      Form.questionnaire(
        sections,
        groups: form.groups
      )
    )
    try session.answer("so_nguoi", .integer(3))
    try session.answer("lop", .integer(1))
    #expect(session.offered == 0)
    session.takeTurn(true)
    #expect(session.current == "so_nguoi" && session.turnPath == [1])
  }

  @Test func `the condition of a group stands where the group does`() throws {
    let place = Place(file: "q.yaml", line: 1, column: 1)
    var first = FormGroup(id: "dau", parent: "ho", location: place)
    // The group stands in the household, also for the people inside it.
    first.relevant = Form.rule("position(..) = 2")
    let form = Form.questionnaire(
      [
        Section(
          id: "s",
          title: Form.words("s"),
          group: "nguoi",
          questions: [
            Form.question("x", .text), calculate("cho", "concat(position(..), position(../..))"),
          ]
        )
      ],
      groups: [
        Form.repeated("ho", nil, "2"), first, Form.repeated("nguoi", "dau", "position(../..) + 1"),
      ]
    )
    var session = try session(form)
    #expect(session.turnPath == [1, 0])
    for name in ["a", "b", "c"] { try session.answer("x", .text(name)) }
    #expect(session.step == .review)
    #expect(session["x"] == .text(#"[[],["a","b","c"]]"#))
    #expect(session["cho"] == .text(#"[[],["12","22","32"]]"#))
    try session.expectToEndAsImport()
  }

  @Test func `a trigger that counts a repeat does not lead astray`() throws {
    func set(_ id: String, _ rule: String) -> Question {
      Form.question(id, .calculate) {
        $0.trigger = "${a}"
        $0.calculation = Form.rule(rule)
      }
    }
    let form = Form.questionnaire(
      [
        Form.section("s1", [set("dem", "2")]),
        Section(
          id: "s2",
          title: Form.words("s"),
          group: "nguoi",
          questions: [
            Form.question("a", .text), set("luc", "${a}"), Form.question("b", .text),
          ]
        ),
      ],
      groups: [
        Form.repeated("ho", nil, "2"),
        Form.repeated("nguoi", "ho", "if(position(..) = 1, coalesce(${dem}, 1), 1)"),
      ]
    )
    var session = try session(form)
    session.restore([1: .text(#"[["x"],[]]"#), 3: .text(#"[["y"],[]]"#)], acceptedWarnings: [])
    #expect(session.current == "a" && session.turnPath == [1, 0] && session.turn == 1)
    try session.answer("a", .text("z"))
    // The first household has two people now; the answer is still that of the second.
    #expect(session.current == "b" && session.turnPath == [1, 0] && session.turn == 2)
    #expect(session["a"] == .text(#"[["x"],["z"]]"#))
    #expect(session["luc"] == .text(#"[[],["z"]]"#))
  }

  @Test func `what was left blank in the last turn is answered, and empty turns are none`() throws {
    let count = calculate("dem", "count(${nguoi})")
    let form = openForm(outer: [count])
    let sections = form.sections.map { section in
      guard section.id == "s3" else { return section }
      let ask = Form.question("ten", .text)
      return Section(id: "s3", title: section.title, group: "nguoi", questions: [ask])
    }
    var session = try session(
      Form.questionnaire(
        sections,
        groups: form.groups
      )
    )
    try session.answer("ten", .missing(.noAnswer))
    session.takeTurn(false)
    session.takeTurn(false)
    try session.answer("cuoi", .text("x"))
    #expect(session.step == .review)
    session.jump(to: 1)
    try session.answer("cuoi", .text("y"))
    #expect(session.step == .review)
    let now = Form.moment.now
    let saved = session.interview(mode: .terminal, language: "vi", started: now, finished: now)
    #expect(saved.answers[2] == .decimal(0))
    try session.expectToEndAsImport()
  }

  @Test func `a turn that is left blank does not vanish under the interview`() throws {
    let form = openForm()
    let sections = form.sections.map { section in
      guard section.id == "s3" else { return section }
      let ask = Form.question("ten", .text)
      return Section(id: "s3", title: section.title, group: "nguoi", questions: [ask])
    }
    var session = try session(Form.questionnaire(sections, groups: form.groups))
    session.restore([0: .text(#"[["A","B"],["C"]]"#)], acceptedWarnings: [])
    #expect(session.current == "cuoi")
    session.back()
    session.back()
    #expect(session.turnPath == [0, 1])
    try session.answer("ten", .missing(.noAnswer))
    session.takeTurn(false)
    #expect(session.current == "ten" && session.turnPath == [1, 0])
    #expect(session.suggestion(at: 0) == .text("C"))
    #expect(session["ten"] == .text(#"[["A"],["C"]]"#))
    try session.expectToEndAsImport()
  }

  @Test func `what was computed once stays when its turn goes and comes back`() throws {
    let once = calculate("ma", "once(${so_nguoi})")
    var session = try session(questionnaire(inner: [once]))
    session.restore([0: .integer(1), 1: .text("[2]")], acceptedWarnings: [])
    #expect(session["ma"] == .text(#"[["2","2"]]"#))
    session.jump(to: 1)
    try session.answer("so_nguoi", .integer(1))
    #expect(session["ma"] == .text(#"[["2"]]"#))
    session.jump(to: 1)
    try session.answer("so_nguoi", .integer(3))
    #expect(session["ma"] == .text(#"[["2","2","3"]]"#))
  }

  @Test func `problems are told in the turn in which they are`() throws {
    var session = try session(questionnaire())
    session.restore(
      [
        0: .integer(2), 1: .text("[1,2]"), 2: .text(#"[["A"],["B",""]]"#),
        3: .text("[[1],[2,3]]"), 4: .text(#"["",""]"#), 5: .text("x"),
      ],
      acceptedWarnings: []
    )
    #expect(session.problems.map(\.question) == [2])
    session.jump(to: 2)
    #expect(session.turnPath == [1, 1])
    // From inside the second home, its own first person is meant.
    session.jump(to: 3)
    #expect(session.turnPath == [1, 1])
    session.jump(to: 1)
    #expect(session.turnPath == [1])
    session.jump(to: 3)
    #expect(session.turnPath == [1, 0])
  }

  @Test(arguments: [
    ("[1]", #"[["A"]]"#, ""), ("[1]", #"[["A","B"]]"#, "V08"), ("[1]", #"[["A"],["B"]]"#, "V08"),
    ("[2]", #"[["A",""]]"#, "R01"), ("[2]", #"[["A",{"missing":"refused"}]]"#, ""),
  ])
  func `imports judge every turn`(counts: String, names: String, code: String) throws {
    let plan = try InterviewPlan(questionnaire())
    let row: [Answer?] = [.integer(1), .text(counts), .text(names), nil, nil, .text("x")]
    let form = plan.validate(row, moment: Form.moment)
    #expect(Set(form.problems.map(\.rejection.code)) == (code.isEmpty ? [] : [code]))
  }

  @Test(arguments: [
    ("[]", ""), ("[[]]", ""), ("[[1,2],[3]]", #"[["1","2"],["3"]]"#),
    ("[null,[3]]", #"[[],["3"]]"#), (#"[[null,""],[null,"4"],[]]"#, #"[[],[null,"4"]]"#),
  ])
  func `series are read and written`(text: String, again: String) throws {
    let reader = try InterviewPlan(questionnaire()).steps[3].reader
    #expect(try reader.readSeries(text).text == again)
  }

  @Test(arguments: ["[1]", "[[1],2]", "[[[1]]]", "[[1]", #"[{"missing":"refused"}]"#])
  func `what is not as deep as the repeats is refused`(text: String) throws {
    let reader = try InterviewPlan(questionnaire()).steps[3].reader
    #expect(throws: AnswerRejection.notASeries(text: text, depth: 2)) {
      try reader.readSeries(text)
    }
  }

  @Test func `what was stored when inner repeats had one turn is still read`() throws {
    let plan = try InterviewPlan(questionnaire())
    let turns = plan.turns(of: .text(#"["1",null,"3"]"#), to: 3)
    #expect(turns.map(\.path) == [[0, 0], [2, 0]])
    #expect(turns.map(\.answer) == [.integer(1), .integer(3)])
  }

  @Test func `hostile counts do not go on for ever`() throws {
    let plan = try InterviewPlan(questionnaire(homes: "1000000", people: "1000000"))
    let session = InterviewSession(plan: plan, moment: Form.moment)
    #expect(session.form.turnCount(of: 0) == RepeatRules.limit)
    #expect(session.form.turnCount(of: 1) == RepeatRules.limit)
    let deep = String(repeating: "[", count: 100_000)
    #expect(plan.turns(of: .text(deep), to: 3).isEmpty)
  }

  @Test func `three repeats in each other work alike`() throws {
    let form = Form.questionnaire(
      [
        Section(
          id: "s",
          title: Form.words("s"),
          group: "c",
          questions: [
            Form.question("x", .text),
            calculate("cho", "concat(position(../../..), position(../..), position(..))"),
          ]
        )
      ],
      groups: [
        Form.repeated("a", nil, "2"), Form.repeated("b", "a", "2"), Form.repeated("c", "b", "2"),
      ]
    )
    var session = try session(form)
    for number in 1...8 { try session.answer("x", .text("\(number)")) }
    #expect(session.step == .review)
    #expect(session["x"] == .text(#"[[["1","2"],["3","4"]],[["5","6"],["7","8"]]]"#))
    #expect(
      session["cho"]
        == .text(#"[[["111","112"],["121","122"]],[["211","212"],["221","222"]]]"#)
    )
    try session.expectToEndAsImport()
  }
}
