import SurveyModel
import SurveyTerminal
import Testing

/// A terminal that is given to respondents.
@Suite struct SelfResponseTests {
  let plan: InterviewPlan

  init() throws { plan = try samplePlan() }

  /// Ward 2 by staff, then Enter, consent, and a whole form: 45 years, no channel, not been there, the
  /// day as suggested, no remarks, handed in.
  private let form = ["\r", "1", "45\r", ".", "2", "\r", "\r", ".\r", "1"]

  private func run(
    _ inputs: [KeyboardInput],
    plan other: InterviewPlan? = nil
  ) throws -> (outcome: Outcome, recorder: ScriptedRecorder, screen: String) {
    let plan = other ?? plan
    let console = ScriptedConsole(inputs)
    let recorder = ScriptedRecorder(plan)
    let conductor = InterviewConductor(
      screen: console,
      keyboard: console,
      interface: .vietnamese,
      style: .plain,
      continueCommand: "thuocdo interview"
    )
    let outcome = try conductor.runSelfResponse(
      plan: plan,
      settings: SelfResponse(staffCode: "4711", idleMilliseconds: 90_000, canClear: false),
      recorder: recorder,
      clock: { testMoment }
    )
    return (outcome, recorder, console.transcript)
  }

  private func keys(_ texts: [String]) -> [KeyboardInput] {
    texts.map { .bytes(Array($0.utf8)) }
  }

  @Test func `forms follow each other until staff leaves`() throws {
    let (outcome, recorder, screen) = try run(
      keys(["2 "] + form + ["\r"] + form) + [.nothing] + keys(["4711\r"])
    )
    #expect(outcome.saved == 2)
    #expect(outcome.discarded == 0)
    #expect(recorder.interviews.map(\.mode) == [.kiosk, .kiosk])
    #expect(recorder.interviews.allSatisfy { $0.answers[0] == .choice("2") })
    #expect(screen.contains("Phiếu đã được gửi. Xin cảm ơn Ông/Bà!"))
    #expect(!screen.contains("làm tiếp"))
    // Nobody reads the code of staff over a shoulder.
    #expect(screen.contains("> ••••"))
    #expect(!screen.contains("4711"))
  }

  @Test func `the day of the interview is not asked`() throws {
    let place = SourceLocation(file: "test", line: 1, column: 1)
    var day = Question(
      id: "ngay",
      kind: .date,
      label: LocalizedText(["vi": "Ngày"]),
      location: place
    )
    day.role = .interviewDate
    day.required = .always
    let opinion = Question(
      id: "y_kien",
      kind: .text,
      label: LocalizedText(["vi": "Ý kiến"]),
      location: place
    )
    let questionnaire = Questionnaire(
      id: "ngan",
      version: "1",
      languages: ["vi"],
      title: LocalizedText(["vi": "Phiếu ngắn"]),
      sections: [Section(id: "a", title: LocalizedText([:]), questions: [day, opinion])]
    )
    let (outcome, recorder, screen) = try run(
      keys(["\r", "tốt\r", "1", "\r", "\u{3}", "4711\r"]),
      plan: InterviewPlan(questionnaire)
    )
    #expect(outcome.saved == 1)
    #expect(recorder.interviews.first?.answers == [.date(testMoment.localDate), .text("tốt")])
    #expect(!screen.contains("Ngày\n"))
  }

  @Test func `a form that nobody goes on with is thrown away`() throws {
    let (outcome, recorder, _) = try run(
      keys(["2 ", "\r", "1", "45\r"]) + [.nothing] + keys(form) + [.nothing] + keys(["4711\r"])
    )
    #expect(outcome.saved == 1)
    #expect(outcome.discarded == 1)
    #expect(recorder.events.contains("discarded"))
    #expect(!recorder.events.contains("set aside"))
  }

  @Test func `Ctrl-C asks for the code of staff and without it the question stays`() throws {
    let (outcome, recorder, screen) = try run(
      keys(["2 ", "\r", "1", "\u{3}", "12\r"] + form.dropFirst(2)) + [.nothing] + keys(["4711\r"])
    )
    #expect(outcome.saved == 1)
    #expect(screen.contains("Mã nhân viên: ••"))
    #expect(recorder.interviews.count == 1)
    let (left, other, _) = try run(keys(["2 ", "\r", "1", "45\r", "\u{3}", "4711\r"]))
    #expect(left.saved == 0)
    #expect(left.discarded == 1)
    #expect(other.events.last == "discarded")
  }

  @Test func `nothing leads back into the form before`() throws {
    let (outcome, _, screen) = try run(
      keys(["2 "] + form + ["\r", "\r", "1", "-", "-", "\u{3}", "4711\r"])
    )
    #expect(outcome.saved == 1)
    let second = screen.split(separator: "Xin cảm ơn").last ?? ""
    #expect(second.contains("bao nhiêu tuổi"))
    #expect(!second.contains("45"))
    #expect(!second.contains("Ông/Bà ở phường nào"))
  }

  @Test func `a declined consent ends on the start screen`() throws {
    let (outcome, recorder, _) = try run(keys(["2 ", "\r", "2"]) + [.nothing] + keys(["4711\r"]))
    #expect(outcome.saved == 0)
    #expect(outcome.discarded == 1)
    #expect(!recorder.events.contains { $0.hasPrefix("began") })
  }

  @Test func `a respondent changes the language by one key, and the next one begins anew`() throws {
    let (_, recorder, screen) = try run(
      keys(["2 ", "*", "\r", "1", "*", "\u{3}", "4711\r"])
    )
    #expect(screen.contains("Your answers stay confidential."))
    #expect(recorder.events.contains("language vi"))
  }

  @Test func `the end of input and a signal end it`() throws {
    #expect(try run(keys(["2 ", "\r", "1", "45\r"])).outcome.discarded == 1)
    #expect(try run(keys(["2 "]) + [.interrupted]).outcome.saved == 0)
    #expect(try run([]).outcome.saved == 0)
  }
}

/// Scanners type whole lines, faster than a hand.
@Suite struct ScannerTests {
  private func conduct(
    _ keys: [String],
    isScanner: Bool = true
  ) throws -> (recorder: ScriptedRecorder, console: ScriptedConsole) {
    let plan = try plan([("a", .selectOne(list(["1", "2"]))), ("b", .text)])
    let console = ScriptedConsole(typing: keys)
    console.isScanner = isScanner
    let recorder = ScriptedRecorder(plan)
    try SurveyTerminalTests.conduct(plan, on: console, into: recorder)
    return (recorder, console)
  }

  @Test func `a barcode answers no closed question`() throws {
    for keys in [["1234567890128\r"], "1234567890128\r".map { String($0) }] {
      let (recorder, console) = try conduct(keys)
      #expect(!recorder.events.contains { $0.hasPrefix("a =") })
      #expect(console.beeps == 1)
      #expect(console.transcript.contains("Máy quét đọc “1234567890128”"))
    }
  }

  @Test func `a barcode is the answer where text is asked for`() throws {
    let (recorder, console) = try conduct(["2", "8934563138164\r"], isScanner: false)
    #expect(recorder.events.contains("b = 8934563138164"))
    #expect(console.beeps == 0)
  }

  @Test func `a quick hand is no scanner`() throws {
    let (recorder, _) = try conduct(["2", "ab\r"])
    #expect(recorder.events.contains("a = 2"))
    #expect(recorder.events.contains("b = ab"))
  }
}

/// What stands above each section.
@Suite struct HeaderTests {
  @Test func `place, operator and what is missing stand above each section`() throws {
    let plan = try samplePlan()
    let keys = ["1", "2 ", "45\r", ".", "2", "\r", "\r", ".\r", "\r", "\r", "1", "\u{3}"]
    let console = ScriptedConsole(typing: keys)
    try conduct(
      plan,
      on: console,
      into: ScriptedRecorder(plan),
      count: FieldworkCount(stored: 36, goal: 150),
      operatorCode: "A1"
    )
    let lines = console.transcript.split(separator: "\n")
    let first = "Phường Hai | NV: A1 | phiếu 37/150 | còn 113"
    #expect(lines.filter { $0 == first }.count == 2)
    #expect(lines.contains("Phường Hai | NV: A1 | phiếu 38/150 | còn 112"))
  }

  @Test func `nothing stands where there is nothing to say`() throws {
    let plan = try plan([("a", .selectOne(list(["1", "2"])))])
    let console = ScriptedConsole(typing: ["1"])
    try conduct(plan, on: console, into: ScriptedRecorder(plan))
    #expect(!console.transcript.contains(" | "))
  }
}
