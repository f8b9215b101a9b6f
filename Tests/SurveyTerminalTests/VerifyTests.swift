import SurveyModel
import SurveyTerminal
import Testing

/// Forms that are keyed a second time.
@Suite struct VerifyTests {
  /// Hands out one form again and again.
  final class Desk: VerificationDesk {
    private var forms: [KeyedForm]
    private(set) var results: [KeyedAgain] = []
    private(set) var counts = TypingCounts()

    init(_ forms: [KeyedForm]) { self.forms = forms.reversed() }

    func next() throws -> KeyedForm? { forms.popLast() }
    func verified(_ result: KeyedAgain) throws { results.append(result) }
    func counted(_ counts: TypingCounts) throws { self.counts = counts }
  }

  let plan: InterviewPlan

  init() throws { plan = try samplePlan() }

  /// The sample form: ward 2, 45 years, channels 1 and 3, been there, satisfied, no remarks.
  private func form(_ change: [String: Answer] = [:]) -> KeyedForm {
    let stored: [String: Answer] = [
      "phuong": .choice("2"), "tuoi": .integer(45), "kenh": .choices(["1", "3"]),
      "da_den": .choice("1"), "thai_do": .choice("4"), "ngay": .date(day), "y_kien": .text("tốt"),
      "kho_khan": .missing(.notApplicable), "cam_on": .missing(.notApplicable),
    ].merging(change) { $1 }
    return KeyedForm(
      number: "17",
      keyer: "A1",
      started: testMoment,
      language: "vi",
      answers: plan.steps.map { stored[$0.question.id] ?? .missing(.noAnswer) },
      acceptedWarnings: []
    )
  }

  private let day = testMoment.localDate

  /// What is keyed where all is right.
  private let right = ["2", "45\r", "1", "3", "\r", "1", "4", "21/11/2026\r", "tốt\r"]

  private func verify(
    _ forms: [KeyedForm],
    typing keys: [String],
    interface: InterfaceLanguage = .vietnamese,
    manner: KeyboardManner = .keys
  ) throws -> (outcome: VerificationOutcome, desk: Desk, screen: String) {
    let (outcome, desk, console) = try verifyOn(forms, keys, interface, manner)
    return (outcome, desk, console.transcript)
  }

  private func verifyOn(
    _ forms: [KeyedForm],
    _ keys: [String],
    _ interface: InterfaceLanguage = .vietnamese,
    _ manner: KeyboardManner = .keys
  ) throws -> (outcome: VerificationOutcome, desk: Desk, console: ScriptedConsole) {
    let console = ScriptedConsole(typing: keys, manner: manner)
    let desk = Desk(forms)
    let conductor = InterviewConductor(
      screen: console,
      keyboard: console,
      interface: interface,
      style: .plain,
      continueCommand: ""
    )
    let outcome = try conductor.verify(plan: plan, total: forms.count, desk: desk)
    return (outcome, desk, console)
  }

  @Test func `equal answers go on`() throws {
    let (outcome, desk, screen) = try verify([form()], typing: right)
    #expect(outcome.forms == 1)
    #expect(outcome.fields == 7)
    #expect(outcome.keyerErrors == 0)
    #expect(outcome.verifierErrors == 0)
    let result = try #require(desk.results.first)
    #expect(result.answers == form().answers)
    #expect(desk.counts.forms == 1)
    #expect(desk.counts.fields == 7)
    #expect(desk.counts.keystrokes == right.joined().count)
    #expect(!screen.contains("PHÙ HỢP"))
  }

  @Test func `nothing that is stored is shown`() throws {
    let (_, _, screen) = try verify([form()], typing: [])
    #expect(screen.contains("phiếu số 17"))
    #expect(screen.contains("người nhập A1"))
    #expect(!screen.contains("Đang có"))
    #expect(!screen.contains("Gợi ý"))
  }

  @Test func `twice the same replaces the value and counts against the keyer`() throws {
    var keys = right
    keys.replaceSubrange(1...1, with: ["54\r", "54\r"])
    let (outcome, desk, screen) = try verify([form()], typing: keys)
    #expect(outcome.keyerErrors == 1)
    #expect(outcome.verifierErrors == 0)
    #expect(outcome.fields == 7)
    let result = try #require(desk.results.first)
    #expect(result.keyerErrors == [1])
    #expect(result.answers[1] == .integer(54))
    #expect(try verifyOn([form()], keys).console.beeps == 1)
    #expect(screen.contains("GIÁ TRỊ KHÔNG PHÙ HỢP"))
    #expect(screen.contains("lỗi người nhập"))
  }

  @Test func `what a form noted about itself stays when an answer is corrected`() throws {
    let noted: [FormMetadata] = [.start, .end, .today, .username, .deviceid]
    let kinds: [(String, QuestionKind)] =
      [("tuoi", .integer)] + noted.map { ($0.rawValue, .metadata($0)) } + [("luc", .calculate)]
    let now = try Expression.parse("if(${tuoi} > 50, 'a', 'b')")
    let plan = try SurveyTerminalTests.plan(kinds) { question in
      guard question.id == "luc" else { return }
      question.trigger = "${tuoi}"
      question.calculation = LocatedExpression(now, at: question.location)
    }
    let answers: [Answer] = [
      .integer(45), .text("2026-11-20T08:00:00.000+07:00"), .text("2026-11-20T08:09:00.000+07:00"),
      .date(day), .text("A1"), .text("máy 3"), .text("2026-11-20T08:01:00.000+07:00"),
    ]
    let form = KeyedForm(
      number: "17",
      keyer: "A1",
      started: testMoment,
      language: "vi",
      answers: answers,
      acceptedWarnings: []
    )
    let desk = Desk([form])
    let console = ScriptedConsole(typing: ["54\r", "54\r"], manner: .keys)
    let conductor = InterviewConductor(
      screen: console,
      keyboard: console,
      interface: .vietnamese,
      style: .plain,
      continueCommand: ""
    )
    let outcome = try conductor.verify(plan: plan, total: 1, desk: desk)
    #expect(outcome.keyerErrors == 1)
    // What the corrected answer sets is set anew, and nothing else.
    let corrected = [.integer(54)] + answers.dropFirst().dropLast() + [.text("a")]
    #expect(desk.results.first?.answers == corrected)
    let same = Desk([form])
    let keys = ScriptedConsole(typing: ["45\r"], manner: .keys)
    let again = InterviewConductor(
      screen: keys,
      keyboard: keys,
      interface: .vietnamese,
      style: .plain,
      continueCommand: ""
    )
    _ = try again.verify(plan: plan, total: 1, desk: same)
    #expect(same.results.first?.answers == answers)
  }

  @Test func `what a corrected answer sets decides about the way on`() throws {
    let rule = try Expression.parse("if(${tuoi} > 50, 'a', 'b')")
    let relevant = try Expression.parse("${luc} = 'a'")
    let kinds: [(String, QuestionKind)] = [
      ("tuoi", .integer), ("luc", .text), ("nua", .integer),
    ]
    let plan = try SurveyTerminalTests.plan(kinds) { question in
      if question.id == "luc" {
        question.trigger = "${tuoi}"
        question.readOnly = true
        question.calculation = LocatedExpression(rule, at: question.location)
      }
      if question.id == "nua" {
        question.relevant = LocatedExpression(relevant, at: question.location)
      }
    }
    func results(_ typing: [String]) throws -> [Answer]? {
      let form = KeyedForm(
        number: "17",
        keyer: "A1",
        started: testMoment,
        language: "vi",
        answers: [.integer(45), .text("b"), .missing(.notApplicable)],
        acceptedWarnings: []
      )
      let desk = Desk([form])
      let console = ScriptedConsole(typing: typing, manner: .keys)
      let conductor = InterviewConductor(
        screen: console,
        keyboard: console,
        interface: .vietnamese,
        style: .plain,
        continueCommand: ""
      )
      _ = try conductor.verify(plan: plan, total: 1, desk: desk)
      return desk.results.first?.answers
    }
    #expect(try results(["45\r"]) == [.integer(45), .text("b"), .missing(.notApplicable)])
    #expect(try results(["54\r", "54\r", "7\r"]) == [.integer(54), .text("a"), .integer(7)])
  }

  @Test func `the stored value at the second attempt counts against the verifier`() throws {
    var keys = right
    keys.replaceSubrange(1...1, with: ["54\r", "45\r"])
    let (outcome, desk, _) = try verify([form()], typing: keys)
    #expect(outcome.keyerErrors == 0)
    #expect(outcome.verifierErrors == 1)
    #expect(desk.results.first?.answers == form().answers)
    #expect(desk.results.first?.verifierErrors == [1])
  }

  @Test func `a third value is keyed again`() throws {
    var keys = right
    keys.replaceSubrange(1...1, with: ["54\r", "55\r", "55\r"])
    let (outcome, desk, _) = try verify([form()], typing: keys)
    #expect(outcome.keyerErrors == 1)
    #expect(desk.results.first?.answers[1] == .integer(55))
  }

  @Test func `what the rules refuse is no attempt`() throws {
    var keys = right
    keys.replaceSubrange(1...1, with: ["17\r", "17\r", "x\r", "45\r"])
    let (outcome, desk, screen) = try verify([form()], typing: keys)
    #expect(outcome.keyerErrors == 0)
    #expect(outcome.verifierErrors == 0)
    #expect(desk.counts.refused == 3)
    #expect(screen.contains("từ 18 đến 120"))
  }

  @Test func `a doubtful value that is keyed twice stands accepted`() throws {
    var keys = right
    keys.replaceSubrange(1...1, with: ["101\r", "101\r"])
    let (_, desk, _) = try verify([form()], typing: keys)
    #expect(desk.results.first?.answers[1] == .integer(101))
    #expect(desk.results.first?.acceptedWarnings == [1])
  }

  @Test func `a corrected filter asks what was never keyed and drops what was`() throws {
    var keys = right
    // Not been there: the attitude is not asked any more.
    keys.replaceSubrange(5...6, with: ["2", "2"])
    let (dropped, desk, _) = try verify([form()], typing: keys)
    #expect(dropped.keyerErrors == 1)
    #expect(dropped.fields == 6)
    #expect(desk.results.first?.answers[4] == .missing(.notApplicable))
    // Dissatisfied: the trouble is asked, once, and compared with nothing.
    keys = right
    keys.replaceSubrange(6...6, with: ["1", "1", "lâu\r"])
    let (asked, other, _) = try verify([form()], typing: keys)
    #expect(asked.keyerErrors == 1)
    #expect(asked.fields == 7)
    #expect(other.results.first?.answers[5] == .text("lâu"))
  }

  @Test func `blank answers and missing codes are compared too`() throws {
    let stored = form(["thai_do": .missing(.doNotKnow), "y_kien": .missing(.noAnswer)])
    var keys = right
    keys.replaceSubrange(6...8, with: ["8", "21/11/2026\r", ".\r"])
    let (outcome, _, _) = try verify([stored], typing: keys)
    #expect(outcome.keyerErrors == 0)
    keys.replaceSubrange(6...6, with: ["9", "9"])
    let (other, desk, _) = try verify([stored], typing: keys)
    #expect(other.keyerErrors == 1)
    #expect(desk.results.first?.answers[4] == .missing(.refused))
  }

  @Test func `Enter alone and moves answer nothing`() throws {
    var keys = right
    keys.insert(contentsOf: ["\r", "+", "-"], at: 0)
    let (outcome, _, screen) = try verify([form()], typing: keys, interface: .english)
    #expect(outcome.keyerErrors == 0)
    #expect(outcome.fields == 7)
    #expect(screen.contains("Please key what stands on the form"))
    #expect(screen.contains("no going back"))
  }

  @Test func `a form that is left is not kept`() throws {
    let (outcome, desk, screen) = try verify(
      [form(), form()],
      typing: right + ["\r", "2", "\u{3}"]
    )
    #expect(outcome.forms == 1)
    #expect(desk.results.count == 1)
    #expect(screen.contains("chưa xong"))
  }

  @Test func `the next form waits for a key and the last one does not`() throws {
    let (outcome, _, screen) = try verify([form(), form()], typing: right + ["\r"] + right)
    #expect(outcome.forms == 2)
    #expect(screen.contains("Kiểm nhập 2/2"))
    #expect(screen.contains("Không còn phiếu nào"))
    let (stopped, _, _) = try verify([form(), form()], typing: right + ["0"])
    #expect(stopped.forms == 1)
  }

  @Test func `lines from a pipe verify as well`() throws {
    let lines = ["2", "45", "3 1", "1", "4", "21/11/2026", "tốt"].map { $0 + "\n" }
    let (outcome, _, _) = try verify([form()], typing: lines, manner: .lines(echo: true))
    #expect(outcome.forms == 1)
    #expect(outcome.keyerErrors == 0)
    let wrong = try verifyOn([form()], ["1\n", "1\n"], .vietnamese, .lines(echo: true))
    #expect(wrong.console.beeps == 0)
  }
}
