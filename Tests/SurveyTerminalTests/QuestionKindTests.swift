import SurveyModel
import SurveyTerminal
import Testing

/// Times, ranges, orders, confirmations, filtered options and repeats at the keyboard and in lines.
@Suite struct QuestionKindTests {
  private static let place = SourceLocation(file: "test", line: 1, column: 1)

  private func conducted(
    _ plan: InterviewPlan,
    _ bursts: [String],
    manner: KeyboardManner = .keys
  ) throws -> (events: [String], screen: String) {
    let console = ScriptedConsole(typing: bursts, manner: manner)
    let recorder = ScriptedRecorder(plan)
    try conduct(plan, on: console, into: recorder)
    return (recorder.events.filter { $0.contains(" = ") }, console.transcript)
  }

  private static let lines = KeyboardManner.lines(echo: true)

  @Test func `each kind says what it takes and keeps one form`() throws {
    let plan = try plan([
      ("gio", .time), ("luc", .dateTime), ("diem", .range(NumberRange(start: 0, end: 10, step: 2))),
      ("xep", .rank(list(["1", "2", "3"]))), ("ok", .acknowledge), ("ma", .barcode),
    ])
    let typed = [
      "25h\n8h30\n21/11/2026 9:15\n3\n4\n12\n3 1 2\n1\n-8934\n",
      "8:30\n2026-11-21 9:15\n4\n312\nok\n-8934\n",
    ]
    for text in typed {
      let (events, screen) = try conducted(plan, [text], manner: Self.lines)
      #expect(
        events.suffix(6) == [
          "gio = 08:30", "luc = 2026-11-21T09:15", "diem = 4", "xep = 3 1 2", "ok = OK",
          "ma = -8934",
        ]
      )
      #expect(screen.contains("từ 0 đến 10, bước 2"))
      #expect(screen.contains("như 3 2 1"))
    }
    let (events, _) = try conducted(plan, ["8h30\r", "21/11/2026 9:15\r", "4\r", "312\r", "1\r"])
    #expect(events.last == "ok = OK")
  }

  @Test func `only what is offered is shown and answers by itself`() throws {
    var xa = Question(
      id: "xa",
      kind: .selectOne(list(["1", "10", "2"])),
      label: LocalizedText(["vi": "Xã của ${huyen}"]),
      location: Self.place
    )
    let rule = try Expression.parse("name != '10' or ${huyen} = 'b'")
    xa.choiceFilter = LocatedExpression(rule, at: Self.place)
    let huyen = Question(
      id: "huyen",
      kind: .selectOne(list(["a", "b"])),
      label: LocalizedText(["vi": "Huyện"]),
      location: Self.place
    )
    let plan = try InterviewPlan(
      form([Section(id: "s", title: words("S"), questions: [huyen, xa])])
    )
    // Without 10, the code 1 is complete at once.
    let (events, screen) = try conducted(plan, ["a", "1"])
    #expect(events == ["huyen = a", "xa = 1"])
    #expect(screen.contains("Xã của Mã a"))
    #expect(!screen.contains("Mã 10"))
    let (more, _) = try conducted(plan, ["b", "1", "\r"])
    #expect(more == ["huyen = b", "xa = 1"])
  }

  @Test func `a repeat is asked as long as there is one more`() throws {
    let plan = try repeatPlan()
    let (events, screen) = try conducted(
      plan,
      ["Lá\n5\n1\nCây\n7\n3\n-\n8\n2\n\nxong\n"],
      manner: Self.lines
    )
    #expect(
      events == [
        #"ten = ["Lá"]"#, #"so = ["5"]"#, #"ten = ["Lá","Cây"]"#, #"so = ["5","7"]"#,
        #"so = ["5","8"]"#, "cuoi = xong",
      ]
    )
    #expect(screen.contains("== Vật (1)") && screen.contains("== Vật (2)"))
    #expect(screen.contains("Còn nữa không: Đồ vật?"))
    #expect(screen.contains("1: Lá; 2: Cây"))
    #expect(screen.contains("Tổng là 13."))
    // Back in the second turn, what was said there is shown.
    #expect(screen.contains("Đang có [7]"))
    let (_, again) = try conducted(
      plan,
      ["Lá\n5\n-\n-\n\n\n1\nCây\n-\n\n7\n2\n\nxong\n"],
      manner: Self.lines
    )
    #expect(again.contains("Đang có [Lá]") && !again.contains("[]"))
    let (keys, _) = try conducted(plan, ["a\r", "1\r", "1", "b\r", "2\r", "\r", "\r", "x\r"])
    #expect(keys.last == "cuoi = x")
  }

  @Test func `leaving at the offer sets the form aside`() throws {
    let console = ScriptedConsole(typing: ["a\n1\n"], manner: Self.lines)
    let plan = try repeatPlan()
    let recorder = ScriptedRecorder(plan)
    try conduct(plan, on: console, into: recorder)
    #expect(recorder.events.last == "set aside")
  }

  private func words(_ text: String) -> LocalizedText { LocalizedText(["vi": text]) }

  private func form(_ sections: [Section], _ groups: [FormGroup] = []) -> Questionnaire {
    Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: words("Q"),
      sections: sections,
      groups: groups
    )
  }

  private func repeatPlan() throws -> InterviewPlan {
    func question(_ id: String, _ kind: QuestionKind, _ label: String) -> Question {
      Question(id: id, kind: kind, label: words(label), location: Self.place)
    }
    var total = question("tong", .calculate, "Tổng")
    let sum = try Expression.parse("sum(${so})")
    total.calculation = LocatedExpression(sum, at: Self.place)
    return try InterviewPlan(
      form(
        [
          Section(
            id: "vat",
            title: words("Vật"),
            group: "do",
            questions: [question("ten", .text, "Tên"), question("so", .integer, "Số")]
          ),
          Section(
            id: "het",
            title: words("Hết"),
            questions: [
              total, question("ghi", .note, "Tổng là ${tong}."), question("cuoi", .text, "Cuối"),
            ]
          ),
        ],
        [
          FormGroup(
            id: "do",
            label: words("Đồ vật"),
            kind: .repeated(count: nil),
            location: Self.place
          )
        ]
      )
    )
  }
}
