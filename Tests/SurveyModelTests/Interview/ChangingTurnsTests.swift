@testable import SurveyModel
import Testing

/// Turns of repeats that come, go, are offered or stay blank while a form is filled in.
@Suite struct ChangingTurnsTests: NestedForms {
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
}
