/// What expressions may ask of a form.
struct FormContext: ExpressionContext {
  let plan: InterviewPlan
  let effective: [Answer]
  let current: Answer?
  let moment: FormMoment
  /// The question whose rule is evaluated.
  let question: Int
  private let turns: FormTurns?
  /// The turn in which the rule stands.
  private let place: RepeatPlace?
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
    place: RepeatPlace?
  ) {
    self.turns = turns
    self.place = place
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

  /// The answer to a question: of the repeats in which the rule stands that in the same turn, of
  /// others that in the first one there.
  private func answer(to question: Int) -> Answer {
    guard let turns, let repeated = plan.repeatOf[question] else { return effective[question] }
    return answer(to: question, in: turns.seen(of: repeated, from: place, in: plan).first)
  }

  private func answer(to question: Int, in turn: Int?) -> Answer {
    guard let turn, let all = turns?.series[question]?.effective, all.indices.contains(turn) else {
      return .missing(.notReached)
    }
    return all[turn]
  }

  func turnValues(of question: Int, outside: Int?) -> [ExpressionValue]? {
    guard let turns, let repeated = plan.repeatOf[question] else { return nil }
    let place = outside.map(placeOutside) ?? place
    if outside == nil, isInside(repeated) { return nil }
    return turns.seen(of: repeated, from: place, in: plan).map {
      value(answer(to: question, in: $0), of: question)
    }
  }

  /// Whether the rule stands in a turn of the repeat.
  private func isInside(_ repeated: Int) -> Bool {
    place.map { plan.repeats[$0.repeated].chain.contains(repeated) } ?? false
  }

  /// The turn around a repeat in which the rule stands.
  private func placeOutside(_ repeated: Int) -> RepeatPlace? {
    guard let turns, let place, isInside(repeated) else { return place }
    guard let outer = plan.repeats[repeated].outer else { return nil }
    return turns.seen(of: outer, from: place, in: plan).first.map {
      RepeatPlace(turn: $0, of: outer)
    }
  }

  func value(of question: Int, turns wanted: [Int: Int]) -> ExpressionValue {
    guard let turns, let repeated = plan.repeatOf[question] else { return value(of: question) }
    var number = 0
    for repeated in plan.repeats[repeated].chain {
      let inside = turns.turns(of: [repeated], within: number..<number + 1)
      let own = wanted[repeated] == nil ? turns.seen(of: repeated, from: place, in: plan) : 0..<0
      if let first = own.first, inside.contains(first) {
        number = first
      } else {
        let turn = inside.lowerBound + (wanted[repeated] ?? 1) - 1
        guard inside.contains(turn) else { return .missing }
        number = turn
      }
    }
    return value(answer(to: question, in: number), of: question)
  }

  func turnCount(of repeated: Int) -> Int {
    turns?.seen(of: repeated, from: placeOutside(repeated), in: plan).count ?? 0
  }

  func turn(of repeated: Int) -> Int {
    guard let turns, let number = turns.seen(of: repeated, from: place, in: plan).first else {
      return 1
    }
    return (turns.path(of: number, in: repeated).last ?? 0) + 1
  }

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
