/// What expressions may ask of a form.
struct FormContext: ExpressionContext {
  let plan: InterviewPlan
  let effective: [Answer]
  let current: Answer?
  let moment: FormMoment
  /// The question whose rule is evaluated.
  let question: Int
  private let turns: FormTurns?
  private let turnIndex: Int
  /// What a choice filter may read of the option that it looks at.
  private var columns: [ExpressionValue] = []
  private(set) var position = 1

  init(
    plan: InterviewPlan,
    effective: [Answer],
    current: Answer?,
    moment: FormMoment,
    question: Int,
    turns: FormTurns?,
    turnIndex: Int
  ) {
    self.turns = turns
    self.turnIndex = turnIndex
    self.plan = plan
    self.effective = effective
    self.current = current
    self.moment = moment
    self.question = question
  }

  /// The same for a choice filter that looks at the option at `index`.
  func judging(_ columns: [ExpressionValue], at index: Int) -> FormContext {
    var context = self
    context.columns = columns
    context.position = index + 1
    return context
  }

  var currentValue: ExpressionValue { current.map { value($0, of: question) } ?? .string("") }
  var today: CalendarDate { moment.now.localDate }
  var now: Timestamp { moment.now }

  /// Another seed for every interview and question; opened again, a form has the same.
  var randomSeed: UInt64 {
    UInt64(bitPattern: moment.now.milliseconds) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(question)
  }

  func value(of question: Int) -> ExpressionValue { value(answer(to: question), of: question) }

  /// The answer to a question: of the same repeat in the same turn, of another in the first.
  private func answer(to question: Int) -> Answer {
    guard turns != nil, let repeated = plan.repeatOf[question] else {
      return effective[question]
    }
    let isSame = repeated == plan.repeatOf[self.question]
    return answer(to: question, inTurn: isSame ? turnIndex : 0)
  }

  private func answer(to question: Int, inTurn place: Int) -> Answer {
    let all = turns?.series[question]?.effective ?? []
    return all.indices.contains(place) ? all[place] : .missing(.notReached)
  }

  func turnValues(of question: Int) -> [ExpressionValue]? {
    guard turns != nil, let repeated = plan.repeatOf[question],
      repeated != plan.repeatOf[self.question]
    else { return nil }
    return (turns?.series[question]?.effective ?? []).map { value($0, of: question) }
  }

  func value(of question: Int, turn: Int) -> ExpressionValue {
    guard plan.repeatOf[question] != nil else { return turn == 1 ? value(of: question) : .missing }
    return value(answer(to: question, inTurn: turn - 1), of: question)
  }

  func turnCount(of repeated: Int) -> Int {
    guard let counts = turns?.counts, counts.indices.contains(repeated) else { return 0 }
    if let known = counts[repeated] { return known }
    let number = plan.repeats[repeated].count?.evaluate(in: self).asNumber ?? 0
    return number > 0 ? Int(min(number, Double(RepeatRules.limit))) : 0
  }

  var turn: Int { turnIndex + 1 }

  private func value(_ answer: Answer, of question: Int) -> ExpressionValue {
    guard plan.steps[question].rules.isDateTime, case .text(let text) = answer,
      let instant = Timestamp(iso: text, offsetMinutes: moment.now.offsetMinutes)
    else { return answer.expressionValue }
    return .dateTime(instant)
  }

  func lastSavedValue(of question: Int) -> ExpressionValue {
    guard moment.lastSaved.indices.contains(question) else { return .missing }
    return value(moment.lastSaved[question], of: question)
  }

  func missingReason(of question: Int) -> String? { answer(to: question).missingReason?.rawValue }

  func choiceLabel(of question: Int, code: String) -> String? {
    plan.steps[question].question.kind.choiceList?.choices.first { $0.code == code }?
      .label.text(plan.questionnaire.defaultLanguage)
  }

  func choiceColumn(_ column: Int) -> ExpressionValue {
    columns.indices.contains(column) ? columns[column] : .missing
  }
}
