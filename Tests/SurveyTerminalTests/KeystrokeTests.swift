import Foundation
import SurveyFormats
import SurveyModel
import SurveyTerminal
import Testing

/// How many keys the shipped forms take, beside prompts that are driven with arrow keys.
///
/// The second form of a sitting is counted, from consent to the key that asks for the next: what
/// persists is carried over. The middle option is chosen in closed questions, the first in those of
/// several options; texts that need not be answered are left blank.
@Suite struct KeystrokeTests {
  private struct Count {
    var questions = 0
    var ours = 0
    var codeAndEnter = 0
    var arrows = 0
  }

  private static let shipped = ["mot-cua", "sipas-2023", "nhan-thuc-nguoi-dan", "nhan-thuc-can-bo"]

  private func plan(_ id: String) throws -> InterviewPlan {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Questionnaires/\(id)/questionnaire.yaml")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try InterviewPlan(
      try #require(YAMLQuestionnaireReader().read(text, file: id).questionnaire)
    )
  }

  /// The keys that answer a form, and what other prompts would take for the same answers.
  private func keys(
    _ plan: InterviewPlan,
    carried: [Int: Answer]
  ) throws -> (keys: [String], count: Count, carried: [Int: Answer]) {
    var session = InterviewSession(
      plan: plan,
      carried: carried,
      moment: FormMoment(now: testMoment)
    )
    var keys: [String] = []
    var count = Count()
    while case .ask(let index) = session.step {
      let question = plan.steps[index].question
      if question.kind == .note {
        keys.append("\r")
        count.codeAndEnter += 1
        count.arrows += 1
        try session.answer(index, to: .missing(.notApplicable))
        continue
      }
      count.questions += 1
      let (typed, others, answer) = try reply(question, at: index, in: session)
      keys.append(typed)
      count.codeAndEnter += others.codeAndEnter
      count.arrows += others.arrows
      try session.answer(index, to: answer, confirmed: true)
    }
    var persistent: [Int: Answer] = [:]
    for (index, step) in plan.steps.enumerated() where step.question.persists {
      if let answer = session.form.given[index], answer.missingReason == nil {
        persistent[index] = answer
      }
    }
    return (keys, count, persistent)
  }

  private func reply(
    _ question: Question,
    at index: Int,
    in session: InterviewSession
  ) throws -> (typed: String, others: Count, answer: Answer) {
    var others = Count()
    func takes(_ answer: Answer) -> Bool {
      var trial = session
      return (try? trial.answer(index, to: answer)) != nil
    }
    if let kept = session.suggestion(at: index), takes(kept) {
      (others.codeAndEnter, others.arrows) = (1, 1)
      return ("\r", others, kept)
    }
    switch question.kind {
    case .selectOne(let list):
      let middle = list.choices.count / 2
      let order = list.choices.indices.sorted { abs($0 - middle) < abs($1 - middle) }
      let place = try #require(order.first { takes(.choice(list.choices[$0].code)) })
      let code = list.choices[place].code
      let all = list.choices.map(\.code) + question.missing.map(\.code)
      let isComplete = !all.contains { $0 != code && $0.hasPrefix(code) }
      others.codeAndEnter = code.count + 1
      others.arrows = place + 1
      return (isComplete ? code : code + "\r", others, .choice(code))
    case .selectMultiple(let list):
      let place = try #require(
        list.choices.indices.first { takes(.choices([list.choices[$0].code])) }
      )
      let code = list.choices[place].code
      let all = list.choices.map(\.code) + question.missing.map(\.code)
      let isComplete = !all.contains { $0 != code && $0.hasPrefix(code) }
      others.codeAndEnter = code.count + 1
      others.arrows = place + 2
      return (code + (isComplete ? "" : " ") + "\r", others, .choices([code]))
    default:
      if question.required != .always, !question.persists, takes(.missing(.noAnswer)) {
        (others.codeAndEnter, others.arrows) = (1, 1)
        return ("." + "\r", others, .missing(.noAnswer))
      }
      let texts = ["A", "30", "5", "2000", "100", "1/9/2026"]
      for text in texts {
        guard let answer = try? session.plan.steps[index].reader.read(text), takes(answer) else {
          continue
        }
        others.codeAndEnter = text.count + 1
        others.arrows = text.count + 1
        return (text + "\r", others, answer)
      }
      Issue.record("no answer for \(question.id)")
      return (".\r", others, .missing(.noAnswer))
    }
  }

  private func count(_ id: String) throws -> Count {
    let plan = try plan(id)
    let consent = plan.questionnaire.consent == nil ? [] : ["1"]
    let first = try keys(plan, carried: [:])
    let second = try keys(plan, carried: first.carried)
    func ending(_ keys: [String]) -> [String] {
      // A habitual Enter behind a code that needed none does not save.
      keys.last?.hasSuffix("\r") == true ? ["\r"] : ["+"]
    }
    let typed =
      consent + first.keys + ending(first.keys) + ["\r"] + consent + second.keys
      + ending(second.keys) + ["\r"]
    let console = ScriptedConsole(typing: typed)
    let recorder = ScriptedRecorder(plan)
    let outcome = try conduct(plan, on: console, into: recorder)
    #expect(outcome.saved == 2, "\(id)")
    let before = (consent + first.keys + ending(first.keys) + ["\r"]).joined().unicodeScalars.count
    var count = second.count
    // The last Enter asks for a third form, which the end of input then refuses.
    count.ours = typed.joined().unicodeScalars.count - before
    count.codeAndEnter += 2 * consent.count + 2
    count.arrows += consent.count + 2
    return count
  }

  @Test func `keys for each shipped form`() throws {
    var table = "form | questions | ours | code and Enter | arrow keys\n"
    for id in Self.shipped {
      let count = try count(id)
      #expect(count.ours < count.codeAndEnter)
      #expect(count.ours < count.arrows)
      table +=
        "\(id) | \(count.questions) | \(count.ours) | \(count.codeAndEnter) | \(count.arrows)\n"
    }
    try expectGolden("keystrokes.txt", table)
  }

  @Test func `a form of the counter takes twenty keys at most`() throws {
    #expect(try count("mot-cua").ours <= 20)
  }

  @Test func `all keys of a form of the counter are on the keypad`() throws {
    let plan = try plan("mot-cua")
    let first = try keys(plan, carried: [:])
    let second = try keys(plan, carried: first.carried)
    let keypad = Set("0123456789+-*/.\r")
    #expect(second.keys.joined().allSatisfy { keypad.contains($0) })
  }
}
