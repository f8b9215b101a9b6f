import SurveyModel
import SurveyTerminal
import Testing

@Suite struct FormConductorTests {
  private func events(
    _ plan: InterviewPlan,
    _ bursts: [String],
    manner: KeyboardManner = .keys
  ) throws -> (events: [String], screen: String) {
    let console = ScriptedConsole(typing: bursts, manner: manner)
    let recorder = ScriptedRecorder(plan)
    try conduct(plan, on: console, into: recorder)
    return (recorder.events.filter { $0.contains(" = ") }, console.transcript)
  }

  @Test func `an Enter after a code that needed none does not skip the next question`() throws {
    let plan = try plan([("a", .selectOne(list(["1", "2"]))), ("b", .text)])
    let (events, screen) = try events(plan, ["1", "\r", "x\r"])
    #expect(events == ["a = 1", "b = x"])
    #expect(screen.contains("Chưa có câu trả lời"))
  }

  @Test func `codes typed ahead answer one question after the other`() throws {
    let levels = QuestionKind.selectOne(list(["1", "2", "3", "4", "5"]))
    let plan = try plan([("a", levels), ("b", levels), ("c", levels)])
    #expect(try events(plan, ["453"]).events == ["a = 4", "b = 5", "c = 3"])
  }

  @Test func `a code that begins another waits for Enter`() throws {
    let plan = try plan([("a", .selectOne(list(["1", "10", "-9"]))), ("b", .integer)])
    #expect(try events(plan, ["1", "\r", "5\r"]).events == ["a = 1", "b = 5"])
    #expect(try events(plan, ["10", "5\r"]).events == ["a = 10", "b = 5"])
    #expect(try events(plan, ["-9", "5\r"]).events == ["a = -9", "b = 5"])
  }

  @Test func `numbers may be negative while a lone minus goes back`() throws {
    let plan = try plan([("a", .integer), ("b", .decimal)])
    let (events, _) = try events(plan, ["-5\r", "-\r", "\r", "-2,5\r"])
    #expect(events == ["a = -5", "a = -5", "b = -2.5"])
  }

  @Test func `in text a command is only what stands alone`() throws {
    let plan = try plan([("a", .text), ("b", .text)])
    let (events, _) = try events(plan, ["-5 độ\r", "/12\r"])
    #expect(events == ["a = -5 độ", "b = /12"])
  }

  @Test func `several codes are toggled one by one or typed on a line`() throws {
    let plan = try plan([("a", .selectMultiple(list(["1", "2", "3", "30"]))), ("b", .integer)])
    #expect(try events(plan, ["1", "2", "1", "\r"]).events == ["a = 2"])
    #expect(try events(plan, ["1 3 2\r"]).events == ["a = 1 2 3"])
    #expect(try events(plan, ["3 30", "\r"]).events == ["a = 3 30"])
    let lines = KeyboardManner.lines(echo: true)
    #expect(try events(plan, ["1 30\n-\n2\n"], manner: lines).events == ["a = 1 30", "a = 2"])
  }

  @Test func `an exclusive option is refused together with others and nothing is lost`() throws {
    let plan = try samplePlan()
    let (events, screen) = try events(plan, ["1", "2\r", "30\r", "1", "7", "\r", "7", "\r"])
    #expect(screen.contains("“Không kênh nào” chỉ được chọn một mình"))
    #expect(events.last == "kenh = 1")
  }

  @Test func `a soft warning can be corrected instead of accepted`() throws {
    let plan = try samplePlan()
    let (corrected, screen) = try events(plan, ["1", "2\r", "105\r", "\r", "50\r"])
    #expect(corrected == ["phuong = 2", "tuoi = 50"])
    #expect(screen.contains("+ = chấp nhận, Enter = sửa"))
    let (other, _) = try events(plan, ["1", "2\r", "105\r", "55\r"])
    #expect(other.last == "tuoi = 55")
    let (accepted, _) = try events(plan, ["1", "2\r", "105\r", "+"])
    #expect(accepted.last == "tuoi = 105 !")
  }

  @Test func `a missing code answers with its reason`() throws {
    let plan = try samplePlan()
    let (events, _) = try events(plan, ["1", "2\r", "30\r", "8", "1", "9"])
    #expect(events.suffix(3) == ["kenh = (do-not-know)", "da_den = 1", "thai_do = (refused)"])
  }

  @Test func `a required question cannot be left blank`() throws {
    let plan = try samplePlan()
    let (events, screen) = try events(plan, ["1", ".", "2\r"])
    #expect(events == ["phuong = 2"])
    #expect(screen.contains("Câu này cần được trả lời."))
  }

  @Test func `a jump finds numbers, names and words without marks`() throws {
    let plan = try samplePlan()
    let start = ["1", "2\r", "30\r", "1", "\r", "1", "4"]
    for target in ["/2\r", "/tuoi\r", "/bao nhieu\r"] {
      let typed = start + ["\r", target, "31\r"]
      #expect(try events(plan, typed).events.last == "tuoi = 31", "\(target)")
    }
    let (_, screen) = try events(plan, start + ["\r", "/ong/ba\r", "\r", "/xyz\r", "/kho khan\r"])
    #expect(screen.contains("Nhiều câu khớp, xin nhập số câu: 1 Ông/Bà ở phường nào; 2"))
    #expect(screen.contains("Không có câu nào khớp với “xyz”."))
    #expect(screen.contains("Câu “Ông/Bà gặp khó khăn gì” không hỏi trong phiếu này."))
  }

  @Test func `a skipped question keeps its number, as on paper`() throws {
    let plan = try samplePlan()
    let start = ["1", "2\r", "30\r", "1", "\r", "1", "4"]
    let (kept, screen) = try events(plan, start + ["/6\r", "/8\r", "tốt\r"])
    #expect(screen.contains("Câu “Ông/Bà gặp khó khăn gì” không hỏi trong phiếu này."))
    #expect(screen.contains("Câu 8/8"))
    #expect(kept.last == "y_kien = tốt")
  }

  @Test func `a question without a number is found by no jump`() throws {
    let first = QuestionKind.selectOne(list(["1", "2"]))
    let kinds: [(String, QuestionKind)] = [("dau", first), ("co_dinh", .text), ("cuoi", .text)]
    let plan = try plan(kinds) { $0.readOnly = $0.id == "co_dinh" }
    for target in ["/co_dinh\r", "/dinh\r"] {
      let (_, screen) = try events(plan, [target])
      #expect(screen.contains("Không có câu nào khớp"), "\(target)")
      #expect(!screen.contains("không hỏi trong phiếu này"))
    }
  }

  @Test func `the number asked for after a jump to several is no answer`() throws {
    let plan = try samplePlan()
    let start = ["1", "2\r", "30\r", "1", "\r", "1", "4"]
    let (events, _) = try events(plan, start + ["\r", "/ong/ba\r", "2\r", "31\r"])
    #expect(events.last == "tuoi = 31")
  }

  @Test func `an Enter after a last code that needed none does not save the form`() throws {
    let plan = try plan([("a", .selectOne(list(["1", "2"])))])
    let console = ScriptedConsole(typing: ["1", "\r", "1\r", "2", "\r", "\r", "0"])
    let recorder = ScriptedRecorder(plan)
    let outcome = try conduct(plan, on: console, into: recorder)
    #expect(outcome.saved == 1)
    #expect(recorder.events.contains("a = 2"))
  }

  @Test func `a form with a problem is not saved`() throws {
    let plan = try samplePlan()
    let jumpOver = ["1", "2\r", "/y_kien\r", "x\r"]
    let console = ScriptedConsole(
      typing: jumpOver + ["\r", "30\r", "1", "\r", "2", "\r", "\r", "0"]
    )
    let recorder = ScriptedRecorder(plan)
    let outcome = try conduct(plan, on: console, into: recorder)
    #expect(console.transcript.contains("2 câu cần xem lại:"))
    #expect(console.transcript.contains("Chưa lưu được; xin sửa câu này trước."))
    #expect(console.transcript.contains("Chưa hỏi: câu 2, 3, 4, 7."))
    #expect(outcome.saved == 1)
  }

  @Test func `a form can be discarded from the review after asking once more`() throws {
    let plan = try plan([("a", .integer)])
    let console = ScriptedConsole(typing: ["1\r", ".", "\r", ".", "1", "0"])
    let recorder = ScriptedRecorder(plan)
    let outcome = try conduct(plan, on: console, into: recorder)
    #expect(outcome.ending == .quit)
    #expect(outcome.saved == 0)
    #expect(outcome.discarded == 1)
    #expect(recorder.events == ["began vi", "a = 1", "discarded"])
  }

  @Test func `a text that is too long is asked again with what was taken`() throws {
    let plan = try plan([("a", .text)])
    let long = String(repeating: "ă", count: LineEditor.limit + 5)
    let (events, screen) = try events(plan, [long + "\r", "\u{7F}\u{7F}!\r"])
    #expect(screen.contains("dài quá 4000 ký tự"))
    #expect(events == ["a = " + String(repeating: "ă", count: LineEditor.limit - 2) + "!"])
  }
}
