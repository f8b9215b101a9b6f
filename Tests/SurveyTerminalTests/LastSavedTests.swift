import SurveyModel
import SurveyTerminal
import Testing

/// What a form is told of the one before.
@Suite struct LastSavedTests {
  private let plan: InterviewPlan

  /// A place that is suggested as it was before, and words with it.
  init() throws {
    let location = SourceLocation(file: "q.yaml", line: 1, column: 1)
    func question(_ id: String, _ label: String) -> Question {
      Question(id: id, kind: .text, label: LocalizedText(["vi": label]), location: location)
    }
    var place = question("noi", "Ở đâu?")
    place.defaultAnswer = .expression(
      LocatedExpression(try Expression.parse("${last-saved#noi}"), at: location)
    )
    let words = question("loi", "Khác [${last-saved#noi}] thế nào?")
    plan = try InterviewPlan(
      Questionnaire(
        id: "q",
        version: "1",
        languages: ["vi"],
        title: LocalizedText(["vi": "Phiếu"]),
        sections: [Section(id: "s", title: LocalizedText(["vi": "S"]), questions: [place, words])]
      )
    )
  }

  private func run(
    _ typed: [String],
    savedBefore: [Answer]?,
    resuming unfinished: UnfinishedForm? = nil
  ) throws -> (recorder: ScriptedRecorder, screen: String) {
    let console = ScriptedConsole(typing: typed)
    let recorder = ScriptedRecorder(plan)
    recorder.savedBefore = savedBefore
    try conduct(plan, on: console, into: recorder, resuming: unfinished)
    return (recorder, console.transcript)
  }

  @Test func `a session begins with what an earlier one saved`() throws {
    let (recorder, screen) = try run(
      ["\r", "a\r", "\r", "0"],
      savedBefore: [.text("Xã A"), .missing(.noAnswer)]
    )
    #expect(recorder.interviews.map { $0.answers[0] } == [.text("Xã A")])
    #expect(screen.contains("Khác [Xã A] thế nào?"))
  }

  @Test func `within a session it is what was saved last, there or elsewhere`() throws {
    let typed = ["Xã B\r", "a\r", "\r", "\r", "\r", "b\r", "\r", "0"]
    let alone = try run(typed, savedBefore: nil)
    #expect(alone.recorder.interviews.map { $0.answers[0] } == [.text("Xã B"), .text("Xã B")])
    #expect(alone.screen.contains("Khác [] thế nào?"))
    // Another terminal saved one in the meantime.
    let together = try run(typed, savedBefore: [.text("Xã C"), .text("c")])
    #expect(together.recorder.interviews.map { $0.answers[0] } == [.text("Xã B"), .text("Xã C")])
    #expect(together.recorder.lookedBack == 2)
  }

  @Test func `a resumed form sees it as well`() throws {
    let unfinished = UnfinishedForm(
      answers: [0: .text("Xã D")],
      acceptedWarnings: [],
      language: "vi",
      started: testMoment
    )
    let (recorder, screen) = try run(
      ["a\r", "\r", "0"],
      savedBefore: [.text("Xã A"), .text("a")],
      resuming: unfinished
    )
    #expect(recorder.interviews.map { $0.answers[0] } == [.text("Xã D")])
    #expect(screen.contains("Khác [Xã A] thế nào?"))
  }

  @Test func `respondents see nothing of it, and it is not looked up`() throws {
    let console = ScriptedConsole(
      ["\r", "Xã E\r", ".\r", "1", "\r", "\r", ".\r", ".\r", "1"].map { .bytes(Array($0.utf8)) }
        + [.nothing, .bytes(Array("4711\r".utf8))]
    )
    let recorder = ScriptedRecorder(plan)
    recorder.savedBefore = [.text("Xã A"), .text("a")]
    let conductor = InterviewConductor(
      screen: console,
      keyboard: console,
      interface: .vietnamese,
      style: .plain,
      continueCommand: ""
    )
    let outcome = try conductor.runSelfResponse(
      plan: plan,
      settings: SelfResponse(staffCode: "4711", idleMilliseconds: 90_000, canClear: false),
      recorder: recorder,
      clock: { testMoment }
    )
    #expect(outcome.saved == 2)
    #expect(recorder.interviews.map { $0.answers[0] } == [.text("Xã E"), .missing(.noAnswer)])
    #expect(recorder.lookedBack == 0)
    #expect(!console.transcript.contains("Xã A"))
    #expect(console.transcript.contains("Khác [] thế nào?"))
    #expect(!console.transcript.contains("Khác [X"))
  }
}
