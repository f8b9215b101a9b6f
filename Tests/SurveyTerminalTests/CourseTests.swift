import SurveyModel
import SurveyTerminal
import Testing

/// Notes, languages and the course of an interview.
@Suite struct CourseTests {
  let plan: InterviewPlan

  init() throws { plan = try samplePlan() }

  private func conduct(
    _ keys: [String],
    manner: KeyboardManner = .keys
  ) throws -> (recorder: ScriptedRecorder, screen: String) {
    let console = ScriptedConsole(typing: keys, manner: manner)
    let recorder = ScriptedRecorder(plan)
    try SurveyTerminalTests.conduct(plan, on: console, into: recorder)
    return (recorder, console.transcript)
  }

  /// Consent, ward 2, 45 years, no channel, not been there, date as suggested, no remarks.
  private let form = ["1", "2 ", "45\r", ".", "2", "\r", "\r", ".\r", "\r"]

  @Test func `a note is kept with its question or with the form, and shown in the review`() throws {
    var keys = form
    keys.insert(contentsOf: ["*", "1", "ở nhờ\r", "*2phiếu ướt\r", "*\r", "*1\r"], at: 2)
    let (recorder, screen) = try conduct(keys + ["0"])
    #expect(recorder.events.contains("note on tuoi: ở nhờ"))
    #expect(recorder.events.contains("note on form: phiếu ướt"))
    #expect(recorder.events.count { $0.hasPrefix("note") } == 2)
    #expect(recorder.events.contains("tuoi = 45"))
    let review = screen.split(separator: "== Xem lại").last ?? ""
    #expect(review.contains("Ghi chú, Năm nay Ông/Bà bao"))
    #expect(review.contains(": ở nhờ"))
    #expect(review.contains("Ghi chú cả phiếu: phiếu ướt"))
    #expect(recorder.interviews.count == 1)
  }

  @Test func `the language is changed by two stars, also in lines`() throws {
    let (keys, _) = try conduct(["1", "2 ", "**", "\u{3}"])
    #expect(keys.language == "en")
    let (lines, _) = try conduct(["1\n", "2\n", "**\n"], manner: .lines(echo: true))
    #expect(lines.language == "en")
    let (asked, _) = try conduct(["1\n", "2\n", "*\n", "*\n"], manner: .lines(echo: true))
    #expect(asked.language == "en")
  }

  @Test func `leaving while a note is written sets the form aside`() throws {
    let (recorder, _) = try conduct(["1", "2 ", "*1", "\u{3}"])
    #expect(recorder.events.last == "set aside")
    #expect(!recorder.events.contains { $0.hasPrefix("note") })
  }

  private func words(_ event: AuditEvent) -> String {
    var text = event.kind.rawValue
    if let question = event.question { text += " \(plan.steps[question].question.id)" }
    if event.old != nil || event.new != nil {
      text += " \(event.old?.text ?? "-")>\(event.new?.text ?? "-")"
    }
    return text + (event.reason.map { " (\($0))" } ?? "")
  }

  @Test func `the course tells questions, refusals, changes and jumps`() throws {
    var keys = form
    keys.replaceSubrange(2...2, with: ["17\r", "\u{15}101\r", "+", "-", "\u{15}45\r"])
    let (recorder, _) = try conduct(Array(keys.dropLast()) + ["/1\r", "1 ", "\r", "\r", "0"])
    #expect(
      recorder.audit.map(words) == [
        "form start", "question phuong ->2", "constraint error tuoi (R02)",
        "question tuoi ->101 (warning accepted)", "question kenh", "question tuoi 101>45",
        "question kenh ->", "question da_den ->2", "question ngay ->2026-11-21",
        "question y_kien ->", "end screen", "question phuong 2>1", "end screen", "form save",
        "form finalize",
      ]
    )
    #expect(recorder.audit.filter { $0.kind == .question }.allSatisfy { $0.ended != nil })
  }

  @Test func `a form that is set aside and resumed says so`() throws {
    let (recorder, _) = try conduct(["1", "2 ", "\u{3}"])
    #expect(recorder.audit.map(\.kind).suffix(1) == [.formExit])
    let console = ScriptedConsole(typing: [])
    let next = ScriptedRecorder(plan)
    try SurveyTerminalTests.conduct(plan, on: console, into: next, resuming: recorder.unfinished)
    #expect(next.audit.map(\.kind) == [.formResume, .question, .formExit])
  }

  /// The clock moves by steps of its own; the wall clock stands still.
  @Test func `moments come from a clock that never jumps`() throws {
    let console = ScriptedConsole(typing: form + ["0"])
    let recorder = ScriptedRecorder(plan)
    var ticks: Int64 = 0
    let conductor = InterviewConductor(
      screen: console,
      keyboard: console,
      interface: .vietnamese,
      style: .plain,
      continueCommand: "",
      uptime: {
        ticks += 1000
        return ticks
      }
    )
    _ = try conductor.run(plan: plan, recorder: recorder, clock: { testMoment })
    var last = testMoment.milliseconds
    for event in recorder.audit {
      #expect(event.started > testMoment.milliseconds)
      #expect((event.ended ?? event.started) >= last)
      last = event.ended ?? event.started
    }
    #expect(recorder.counts.forms == 1)
    #expect(recorder.counts.fields == 6)
    #expect(recorder.counts.keystrokes == (form + ["0"]).joined().count - 1)
    #expect(recorder.counts.activeMilliseconds > 0)
  }
}
