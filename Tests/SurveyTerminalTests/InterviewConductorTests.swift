import SurveyModel
import SurveyTerminal
import Testing

@Suite struct InterviewConductorTests {
  /// By code, with a hard and a soft rule, back, an edit that closes a branch, another language.
  static let wholeInterview = [
    "1", "2\r", "17\r", "105\r", "+", "1", "3", "\r", "1", "2",
    "Ch", "ờ", " laa\u{7F}\u{7F}âu", "\r", "\r", "\r", "-\r", "+\r", "/\r", "den\r", "2",
    "*", "*", "\r", "\r", ".\r", "2\r", "34\r", "\r", "0",
  ]

  @Test func `a whole interview by code is recorded answer by answer and saved`() throws {
    let plan = try samplePlan()
    let console = ScriptedConsole(typing: Self.wholeInterview)
    let recorder = ScriptedRecorder(plan, shownOn: console)
    let outcome = try conduct(plan, on: console, into: recorder)
    try expectGolden("whole-interview.txt", console.transcript)
    #expect(outcome.ending == .saved)
    #expect(outcome.saved == 1)
    #expect(outcome.carried == [0: .choice("2")])
    let interview = try #require(recorder.interviews.first)
    #expect(interview.answers[0] == .choice("2"))
    #expect(interview.answers[1] == .integer(34))
    #expect(interview.answers[2] == .choices(["1", "3"]))
    #expect(interview.answers[3] == .choice("2"))
    #expect(interview.answers[4] == .missing(.notApplicable))
    #expect(interview.answers[5] == .missing(.notApplicable))
    #expect(interview.answers[7] == .date(testMoment.localDate))
    #expect(interview.answers[8] == .missing(.noAnswer))
    #expect(interview.acceptedWarnings.isEmpty)
    #expect(interview.language == "en")
    #expect(interview.consentVersion == "1")
  }

  @Test func `the same interview in English on forty columns stays inside them`() throws {
    let plan = try samplePlan()
    let console = ScriptedConsole(typing: Self.wholeInterview, columns: 40)
    let recorder = ScriptedRecorder(plan)
    try conduct(plan, on: console, into: recorder, interface: .english, language: "en")
    try expectGolden("narrow-english.txt", console.transcript)
    for line in console.transcript.split(separator: "\n") {
      #expect(ColumnWidth.of(line) <= 40, "\(line)")
    }
  }

  @Test func `Ctrl-C sets the form aside, and it goes on where it stopped`() throws {
    let plan = try samplePlan()
    let first = ScriptedConsole(typing: ["1", "12", "101\r", "+", "1 2\r", "\u{3}"])
    let recorder = ScriptedRecorder(plan, shownOn: first)
    #expect(try conduct(plan, on: first, into: recorder).ending == .setAside)
    #expect(recorder.events.last == "set aside")
    #expect(recorder.interviews.isEmpty)

    let second = ScriptedConsole(typing: ["2", "\r", "\r", "\r", "."])
    let again = ScriptedRecorder(plan, shownOn: second)
    let outcome = try conduct(plan, on: second, into: again, resuming: recorder.unfinished)
    try expectGolden("set-aside-and-resumed.txt", first.transcript + second.transcript)
    #expect(outcome.ending == .setAside)
    #expect(again.events.first == "da_den = 2")
  }

  @Test func `a resumed form is saved with what was answered before`() throws {
    let plan = try samplePlan()
    let unfinished = UnfinishedForm(
      answers: [0: .choice("1"), 1: .integer(101), 2: .missing(.doNotKnow), 3: .choice("2")],
      acceptedWarnings: [1],
      language: "en",
      started: testMoment
    )
    let console = ScriptedConsole(typing: ["\r", "ok\r", "\r", "0"])
    let recorder = ScriptedRecorder(plan)
    let outcome = try conduct(plan, on: console, into: recorder, resuming: unfinished)
    #expect(outcome.ending == .saved)
    let interview = try #require(recorder.interviews.first)
    #expect(interview.answers[1] == .integer(101))
    #expect(interview.answers[2] == .missing(.doNotKnow))
    #expect(interview.answers[8] == .text("ok"))
    #expect(interview.acceptedWarnings == [1])
    #expect(interview.language == "en")
    #expect(!recorder.events.contains { $0.hasPrefix("began") })
  }

  @Test func `lines from a pipe make the same interview, and their end sets it aside`() throws {
    let plan = try samplePlan()
    let lines = "1\n2\n34\n1 3\n1\n9\n\n22/11/2026\nGạo ST25\n\n\n1\n40"
    let console = ScriptedConsole(typing: [lines], manner: .lines(echo: true))
    let recorder = ScriptedRecorder(plan, shownOn: console)
    let outcome = try conduct(plan, on: console, into: recorder)
    try expectGolden("lines.txt", console.transcript)
    #expect(outcome.ending == .setAside)
    #expect(outcome.saved == 1)
    let interview = try #require(recorder.interviews.first)
    #expect(interview.answers[4] == .missing(.refused))
    #expect(interview.answers[8] == .text("Gạo ST25"))
    #expect(recorder.events.suffix(3) == ["phuong = 2", "tuoi = 40", "set aside"])
  }

  @Test func `persistent answers are shown on the next form and not asked`() throws {
    let plan = try samplePlan()
    let form = ["40\r", "7", "\r", "2", "\r", "\r", ".\r", "\r"]
    let console = ScriptedConsole(typing: ["1", "12"] + form + ["\r", "1"] + form + ["0"])
    let recorder = ScriptedRecorder(plan)
    let outcome = try conduct(plan, on: console, into: recorder)
    #expect(outcome.saved == 2)
    #expect(recorder.interviews.map { $0.answers[0] } == [.choice("12"), .choice("12")])
    #expect(
      console.transcript.contains("Giữ từ phiếu trước: Ông/Bà ở phường nào: 12 Phường Mười Hai")
    )
    #expect(recorder.events.filter { $0 == "phuong = 12" }.count == 2)
  }

  @Test func `without consent nothing is recorded`() throws {
    let plan = try samplePlan()
    let console = ScriptedConsole(typing: ["5\r", "*", "2", "0"])
    let recorder = ScriptedRecorder(plan)
    let outcome = try conduct(plan, on: console, into: recorder)
    #expect(recorder.events == ["discarded"])
    #expect(outcome.ending == .quit)
    #expect(outcome.saved == 0)
    #expect(outcome.discarded == 1)
    #expect(console.transcript.contains("Your answers stay confidential."))
  }

  @Test func `leaving before consent leaves nothing behind`() throws {
    let plan = try samplePlan()
    let recorder = ScriptedRecorder(plan)
    let console = ScriptedConsole([.interrupted])
    #expect(try conduct(plan, on: console, into: recorder).ending == .quit)
    #expect(recorder.events.isEmpty)
  }

  @Test func `what the recorder throws reaches the caller before anything more is asked`() throws {
    let plan = try samplePlan()
    let console = ScriptedConsole(typing: ["1", "2\r", "34\r", "1\r"])
    let recorder = ScriptedRecorder(plan)
    recorder.failsAfter = 1
    #expect(throws: ScriptedRecorder.Failure()) {
      try conduct(plan, on: console, into: recorder)
    }
    #expect(!console.transcript.contains("những kênh nào"))
  }

  @Test func `emphasis is the only escape sequence`() throws {
    let plan = try plan([("a", .integer)])
    let console = ScriptedConsole(typing: ["3\r", "\u{3}"])
    try conduct(plan, on: console, into: ScriptedRecorder(plan), style: .emphasised)
    #expect(console.transcript.contains("\u{1B}[1mCâu a\u{1B}[0m"))
    let plain = ScriptedConsole(typing: ["3\r", "\u{3}"])
    try conduct(plan, on: plain, into: ScriptedRecorder(plan))
    #expect(!plain.transcript.contains("\u{1B}"))
  }
}
