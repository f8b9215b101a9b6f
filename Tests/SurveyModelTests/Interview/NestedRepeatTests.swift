@testable import SurveyModel
import Testing

/// Repeats inside repeats: what is asked, what rules read of them, and how answers are written.
@Suite struct NestedRepeatTests: NestedForms {
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
