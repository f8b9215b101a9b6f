@testable import SurveyModel
import Testing

/// Builders for the questionnaires of the interview tests.
enum Form {
  /// 2026-03-05, nine o'clock in Vietnam.
  static let moment = FormMoment(now: Timestamp(milliseconds: 1_772_676_000_000))

  static let yesNo = list("Có", "Không")

  static let consent = Questionnaire.Consent(version: "3", text: words("Đồng ý?"))

  static func words(_ vietnamese: String, _ english: String? = nil) -> LocalizedText {
    var translations = ["vi": vietnamese]
    translations["en"] = english
    return LocalizedText(translations)
  }

  /// An expression that is written at `line` and `column` of `q.yaml`.
  static func rule(_ text: String, line: Int = 1, column: Int = 1) -> LocatedExpression {
    do {
      let place = Place(file: "q.yaml", line: line, column: column)
      return LocatedExpression(try Expression.parse(text), at: place)
    } catch {
      preconditionFailure("\(text): \(error)")
    }
  }

  static func question(
    _ id: String,
    _ kind: QuestionKind = .integer,
    line: Int = 1,
    edit: (inout Question) -> Void = { _ in }
  ) -> Question {
    let place = Place(file: "q.yaml", line: line, column: 3)
    var question = Question(id: id, kind: kind, label: words(id), location: place)
    edit(&question)
    return question
  }

  /// Options with the codes 1, 2, 3 and so on.
  static func list(_ labels: String...) -> ChoiceList {
    let choices = labels.enumerated().map { Choice(code: "\($0 + 1)", label: words($1)) }
    return ChoiceList(id: "list", choices: choices)
  }

  static func section(
    _ id: String,
    relevant: String? = nil,
    _ questions: [Question]
  ) -> Section {
    Section(id: id, title: words(id), relevant: relevant.map { rule($0) }, questions: questions)
  }

  static func questionnaire(_ sections: [Section], groups: [FormGroup] = []) -> Questionnaire {
    Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi", "en"],
      title: words("Q"),
      consent: consent,
      sections: sections,
      groups: groups
    )
  }

  /// A group that is gone through as often as `count` says, or as there is one more.
  static func repeated(_ id: String, _ parent: String? = nil, _ count: String?) -> FormGroup {
    FormGroup(
      id: id,
      parent: parent,
      kind: .repeated(count: count.map { rule($0) }),
      location: Place(file: "q.yaml", line: 1, column: 1)
    )
  }

  static func plan(_ questions: Question...) throws -> InterviewPlan {
    try InterviewPlan(questionnaire([section("s", questions)]))
  }

  static func session(_ questions: Question...) throws -> InterviewSession {
    let plan = try InterviewPlan(questionnaire([section("s", questions)]))
    return InterviewSession(plan: plan, moment: moment)
  }
}

extension InterviewSession {
  /// Answers by the name of the question.
  @discardableResult
  mutating func answer(
    _ id: String,
    _ answer: Answer,
    confirmed: Bool = false
  ) throws -> PathChange {
    guard let index = plan.index(of: id) else { preconditionFailure("no question \(id)") }
    return try self.answer(index, to: answer, confirmed: confirmed)
  }

  /// The names of the questions on the present path.
  var pathNames: [String] { path.map { plan.steps[$0].question.id } }

  /// The question that is asked now, `nil` at the review.
  var current: String? {
    if case .ask(let index) = step { plan.steps[index].question.id } else { nil }
  }

  /// What counts for a question.
  subscript(id: String) -> Answer? { plan.index(of: id).map { form.effective[$0] } }

  /// `question rejection` for everything that keeps the form from being saved.
  var problemNames: [String] {
    problems.map { "\(plan.steps[$0.question].question.id) \($0.rejection.code)" }
  }
}

/// A respondent who types what a script says, and what the interview answers to it.
struct ScriptedRespondent {
  /// For each question what is typed, one text after the other; nothing more is Enter.
  var replies: [String: [String]]
  private(set) var transcript: [String] = []

  init(_ replies: [String: [String]]) { self.replies = replies }

  /// Answers until the review; a warning is confirmed with `!` behind the text.
  mutating func conduct(_ session: inout InterviewSession) {
    for _ in 0..<200 {
      guard case .ask(let index) = session.step else { return }
      let question = session.plan.steps[index].question
      var typed = ""
      if var waiting = replies[question.id], !waiting.isEmpty {
        typed = waiting.removeFirst()
        replies[question.id] = waiting
      }
      let isConfirmed = typed.hasSuffix("!")
      do throws(AnswerRejection) {
        let text = isConfirmed ? String(typed.dropLast()) : typed
        let answer = try session.plan.steps[index].reader.read(text)
        let change = try session.answer(index, to: answer, confirmed: isConfirmed)
        transcript.append("\(question.id): \(typed)" + note(change, session))
      } catch {
        transcript.append("\(question.id): \(typed) → \(error.code)")
      }
    }
    transcript.append("the script does not end")
  }

  private func note(_ change: InterviewSession.PathChange, _ session: InterviewSession) -> String {
    func names(_ indices: [Int]) -> String {
      indices.map { session.plan.steps[$0].question.id }.joined(separator: " ")
    }
    return (change.setAside.isEmpty ? "" : " -(\(names(change.setAside)))")
      + (change.restored.isEmpty ? "" : " +(\(names(change.restored)))")
  }
}

extension InterviewSession {
  /// Expects that the interview ends as the import of its answers would.
  func expectToEndAsImport(
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let now = Form.moment.now
    let interview = interview(mode: .terminal, language: "vi", started: now, finished: now)
    let row: [Answer?] = plan.steps.indices.map { index in
      let isAsked = plan.steps[index].question.kind.takesAnswers
      return form.given[index] ?? (isAsked ? .missing(.notReached) : nil)
    }
    let imported = plan.validate(row, moment: Form.moment)
    #expect(imported.answers == interview.answers, sourceLocation: sourceLocation)
  }
}
