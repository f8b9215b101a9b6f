/// The answers of one form with what follows from them: relevance and calculations.
///
/// `given` is what was typed or imported and is never thrown away; `effective` is what counts:
/// an answer on a branch that is no longer asked is not applicable until the branch comes back.
public struct FormState: Sendable {
  /// What was typed or imported, `nil` where nothing was.
  public internal(set) var given: [Answer?]
  /// What counts.
  public private(set) var effective: [Answer]
  /// Whether each question belongs to the path.
  public private(set) var relevant: [Bool]

  private let moment: FormMoment

  /// An empty form.
  init(plan: InterviewPlan, moment: FormMoment) {
    self.init(plan: plan, given: Array(repeating: nil, count: plan.steps.count), moment: moment)
  }

  /// A form with one given answer, or none, for each question.
  init(plan: InterviewPlan, given: [Answer?], moment: FormMoment) {
    self.given = given
    effective = plan.unanswered
    relevant = Array(repeating: true, count: plan.steps.count)
    self.moment = moment
    resolve(plan)
  }

  /// Computes relevance and calculations anew from `given`.
  mutating func resolve(_ plan: InterviewPlan) {
    effective = zip(given, plan.unanswered).map { $0 ?? $1 }
    for index in plan.notes { effective[index] = .missing(.notApplicable) }
    for index in plan.governed {
      let (isRelevant, value) = outcome(of: plan.steps[index].rules, in: plan)
      relevant[index] = isRelevant
      if let value { effective[index] = value }
    }
  }

  /// Whether a question is relevant, and what it counts as when that is not what was given.
  private func outcome(
    of rules: StepRules,
    in plan: InterviewPlan
  ) -> (isRelevant: Bool, value: Answer?) {
    let context = FormContext(plan: plan, effective: effective, current: nil, moment: moment)
    let isRelevant =
      (rules.sectionRelevant.map { $0.evaluate(in: context).asBoolean } ?? true)
      && (rules.relevant.map { $0.evaluate(in: context).asBoolean } ?? true)
    guard isRelevant else { return (false, .missing(.notApplicable)) }
    return (true, rules.calculation.map { Answer(calculated: $0.evaluate(in: context)) })
  }

  /// What the hard and soft rules say about `answer` to the question at `index`.
  ///
  /// A soft warning that was confirmed (`acceptsDoubt`) is no rejection.
  func rejection(
    of answer: Answer,
    at index: Int,
    in plan: InterviewPlan,
    acceptsDoubt: Bool
  ) -> AnswerRejection? {
    let rules = plan.steps[index].rules
    guard rules.judgesAnswers else { return nil }
    let context = FormContext(plan: plan, effective: effective, current: answer, moment: moment)
    if let reason = answer.missingReason {
      guard reason == .noAnswer || reason == .notReached else { return nil }
      let isRequired =
        switch rules.required {
        case .never: false
        case .always: true
        case .when(let rule): rule.evaluate(in: context).asBoolean
        }
      return isRequired ? .required(plan.steps[index].question.requiredMessage) : nil
    }
    if let constraint = rules.constraint, !constraint.evaluate(in: context).asBoolean {
      let question = plan.steps[index].question
      return .constraint(question.constraintMessage ?? question.constraintInWords(against: answer))
    }
    if !acceptsDoubt, let warning = rules.warning, warning.evaluate(in: context).asBoolean {
      return .doubtful(plan.steps[index].question.warningMessage)
    }
    return nil
  }

  /// What the question at `index` starts with.
  func defaultAnswer(at index: Int, in plan: InterviewPlan) -> Answer? {
    let step = plan.steps[index]
    let text: String
    switch step.question.defaultAnswer {
    case nil: return nil
    case .literal(let literal): text = literal
    case .expression:
      let context = FormContext(plan: plan, effective: effective, current: nil, moment: moment)
      text = step.rules.defaultExpression?.evaluate(in: context).asString ?? ""
    }
    guard let answer = try? step.reader.read(text), answer.missingReason == nil else { return nil }
    return answer
  }
}

/// What the clock said when the form was opened.
public struct FormMoment: Hashable, Sendable {
  /// The instant.
  public let now: Timestamp

  /// Makes a moment.
  public init(now: Timestamp) { self.now = now }
}

extension Answer {
  /// The result of a calculation as an answer.
  init(calculated value: ExpressionValue) {
    switch value {
    case .number(let number):
      self = number.isNaN ? .missing(.noAnswer) : .decimal(number)
    case .date(let date): self = .date(date)
    default:
      let text = value.asString
      self = text.isEmpty ? .missing(.noAnswer) : .text(text)
    }
  }
}

/// What expressions may ask of a form.
struct FormContext: ExpressionContext {
  let plan: InterviewPlan
  let effective: [Answer]
  let current: Answer?
  let moment: FormMoment

  var currentValue: ExpressionValue { current?.expressionValue ?? .string("") }
  var today: CalendarDate { moment.now.localDate }
  var now: Timestamp { moment.now }

  func value(of question: Int) -> ExpressionValue { effective[question].expressionValue }

  func missingReason(of question: Int) -> String? { effective[question].missingReason?.rawValue }

  func choiceLabel(of question: Int, code: String) -> String? {
    plan.steps[question].question.kind.choiceList?.choices.first { $0.code == code }?
      .label.text(plan.questionnaire.defaultLanguage)
  }
}

extension Question {
  /// The rule itself with the answer that breaks it, where the form says nothing about it.
  fileprivate func constraintInWords(against answer: Answer) -> LocalizedText? {
    guard let rule = constraint?.expression.text else { return nil }
    return LocalizedText([
      "vi": "“\(answer.text)” không hợp với quy định của phiếu: \(rule) (“.” là câu trả lời).",
      "en": "“\(answer.text)” does not satisfy the form's rule: \(rule) (“.” is the answer).",
    ])
  }
}
