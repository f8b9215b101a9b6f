import Foundation
import SurveyModel
import SurveyTerminal
import Testing

@Suite struct BlockEntryTests {
  private static let levels = QuestionKind.selectOne(list(["1", "2", "3", "4", "5"]))

  /// Seven items of one scale between two other questions.
  private func survey() throws -> InterviewPlan {
    let items = (1...7).map { ("m\($0)", Self.levels) }
    return try plan([("dau", .integer)] + items + [("cuoi", .text)])
  }

  private func enter(
    _ plan: InterviewPlan,
    _ bursts: [String],
    console manner: KeyboardManner = .keys,
    as entry: EntryManner = .entry,
    count: FieldworkCount? = nil
  ) throws -> (events: [String], screen: String, interviews: [Interview]) {
    let console = ScriptedConsole(typing: bursts, manner: manner)
    let recorder = ScriptedRecorder(plan)
    try conduct(plan, on: console, into: recorder, manner: entry, count: count)
    return (
      recorder.events.filter { $0.contains(" = ") }, console.transcript, recorder.interviews
    )
  }

  @Test func `a line answers the whole block and is echoed in fives`() throws {
    let (events, screen, interviews) = try enter(
      try survey(),
      ["7\r", "44545 3x\r", "hết\r", "\r", "0"]
    )
    #expect(
      events == [
        "dau = 7", "m1 = 4", "m2 = 4", "m3 = 5", "m4 = 4", "m5 = 5", "m6 = 3",
        "m7 = (no-answer)", "cuoi = hết",
      ]
    )
    #expect(screen.contains("Đã ghi 44545 3x"))
    #expect(screen.contains("Câu 2–8/9: 7 mục, nhập liền trên một dòng"))
    #expect(interviews.count == 1)
  }

  @Test(arguments: [
    ("4454", "Khối có 7 mục mà dòng mới có 4 mã"),
    ("44545345", "Khối có 7 mục mà dòng có 8 mã"),
    ("4474534", "Mục 3: không có mã “7”; dùng 1 2 3 4 5"),
    ("44.5", "Sau dấu chấm không được có mã nào"),
  ])
  func `a line that does not fit is refused whole and stays to be mended`(
    line: String,
    sentence: String
  ) throws {
    let erased = String(repeating: "\u{7F}", count: line.count)
    let (events, screen, _) = try enter(
      try survey(),
      ["7\r", "\(line)\r", "\(erased)4444444\r"]
    )
    #expect(screen.contains(sentence))
    #expect(events == ["dau = 7"] + (1...7).map { "m\($0) = 4" })
  }

  @Test func `a full stop ends the line and the next question is asked alone`() throws {
    let (events, screen, _) = try enter(try survey(), ["7\r", "445.\r", "2", "333\r"])
    #expect(
      events == [
        "dau = 7", "m1 = 4", "m2 = 4", "m3 = 5", "m4 = 2", "m5 = 3", "m6 = 3", "m7 = 3",
      ]
    )
    #expect(screen.contains("Đã ghi 445 (3/7)"))
  }

  @Test func `Enter asks one question by itself`() throws {
    let (events, _, _) = try enter(try survey(), ["7\r", "\r", "2", "444444\r"])
    #expect(events.prefix(3) == ["dau = 7", "m1 = 2", "m2 = 4"])
    #expect(events.count == 8)
  }

  @Test func `back from a block and into it again loses nothing`() throws {
    let (events, _, _) = try enter(try survey(), ["7\r", "-\r", "\r", "1234512\r"])
    #expect(events.first == "dau = 7")
    #expect(
      events.suffix(7) == [
        "m1 = 1", "m2 = 2", "m3 = 3", "m4 = 4", "m5 = 5", "m6 = 1", "m7 = 2",
      ]
    )
  }

  @Test func `a pipe may give a block on one line in an interview too`() throws {
    let lines = KeyboardManner.lines(echo: false)
    let survey = try survey()
    let (events, _, _) = try enter(
      survey,
      ["7\n4454534\nhết\n\n0\n"],
      console: lines,
      as: .interview
    )
    #expect(events.count == 9)
    #expect(events[1...3] == ["m1 = 4", "m2 = 4", "m3 = 5"])
    let (short, screen, _) = try enter(survey, ["7\n44\n"], console: lines, as: .interview)
    #expect(short == ["dau = 7"])
    #expect(screen.contains("Khối có 7 mục mà dòng mới có 2 mã"))
  }

  @Test func `an item that the answers before it rule out refuses the line`() throws {
    let place = SourceLocation(file: "test", line: 1, column: 1)
    var questions = (1...4).map { number in
      Question(
        id: "m\(number)",
        kind: Self.levels,
        label: LocalizedText(["vi": "Mục \(number)"]),
        location: place
      )
    }
    questions[1].required = .always
    questions[2].relevant = LocatedExpression(try Expression.parse("${m1} > 2"), at: place)
    let plan = try InterviewPlan(
      Questionnaire(
        id: "q",
        version: "1",
        languages: ["vi"],
        title: LocalizedText(["vi": "Phiếu"]),
        sections: [Section(id: "a", title: LocalizedText([:]), questions: questions)]
      )
    )
    // m3 is not asked before m1 is answered, so that the first line is for m1, m2, m4.
    let (events, screen, _) = try enter(
      plan,
      ["555\r", "\u{7F}\u{7F}\u{7F}1x5\r", "\u{7F}\u{7F}25\r"]
    )
    #expect(screen.contains("Mục 3, “Mục 4”, không hỏi theo các câu trả lời trước"))
    #expect(screen.contains("Mục 2, “Mục 2”:"))
    #expect(events == ["m1 = 1", "m2 = 2", "m4 = 5"])
  }

  @Test func `a block of twenty-two items costs twenty-two keys and Enter`() throws {
    let items = (1...22).map { ("m\($0)", Self.levels) }
    let codes = "4454554454455533544354"
    let (events, screen, _) = try enter(try plan(items), [codes + "\r"])
    #expect(events.count == 22)
    #expect(screen.contains("Đã ghi 44545 54454 45553 35443 54"))
    let (single, _, _) = try enter(try plan(items), [codes], as: .interview)
    #expect(single == events)
  }

  @Test func `few words are shown once the form is known`() throws {
    let plan = try plan([("a", .selectOne(list(["1", "2"]))), ("b", .integer)])
    let form = ["1", "5\r", "\r", "\r"]
    let (_, screen, interviews) = try enter(plan, form + form + form + form)
    #expect(interviews.count == 4)
    let forms = screen.components(separatedBy: "Phiếu ngắn\n")
    #expect(forms[3].contains("1  Mã 1"))
    #expect(!forms[4].contains("1  Mã 1"))
    #expect(forms[4].contains("1/2 Câu a"))
  }

  @Test func `what is still missing of the wave is said at each form`() throws {
    let plan = try plan([("a", .selectOne(list(["1", "2"])))])
    let form = ["1", "\r", "\r", "\r"]
    let (_, screen, _) = try enter(
      plan,
      form + form,
      count: FieldworkCount(stored: 36, goal: 37)
    )
    #expect(screen.contains("Của đợt: phiếu 37/37 · còn 0 phiếu sau phiếu này"))
    #expect(screen.contains("Của đợt: phiếu 38/37 · đã đủ"))
    let (_, other, _) = try enter(plan, form, count: FieldworkCount(stored: 4))
    #expect(other.contains("Của đợt: phiếu thứ 5"))
  }
}
