/// The answers of one form with what follows from them: relevance and calculations.
///
/// `given` is what was typed or imported and is never thrown away; `effective` is what counts:
/// an answer on a branch that is no longer asked is not applicable until the branch comes back.
public struct FormState: Sendable {
  /// What was typed or imported, `nil` where nothing was.
  public internal(set) var given: [Answer?]
  /// What counts.
  public internal(set) var effective: [Answer]
  /// Whether each question belongs to the path.
  public internal(set) var relevant: [Bool]

  private let moment: FormMoment
  /// What is known of the turns of repeats.
  var turns: FormTurns

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
    turns = FormTurns(plan: plan)
    resolve(plan)
  }

  /// Stores an answer that counts as it is and from which nothing else follows.
  mutating func note(_ answer: Answer?, to index: Int, in plan: InterviewPlan) {
    given[index] = answer
    effective[index] = answer ?? plan.unanswered[index]
  }

  /// Computes relevance and calculations anew from `given`.
  mutating func resolve(_ plan: InterviewPlan) {
    effective = zip(given, plan.unanswered).map { $0 ?? $1 }
    for index in plan.notes { effective[index] = .missing(.notApplicable) }
    turns.begin(given, in: plan)
    for index in plan.governed {
      for repeated in plan.steps[index].rules.countedRepeats { findTurns(of: repeated, plan) }
      if let repeated = plan.repeatOf[index] {
        resolve(index, in: repeated, plan)
        continue
      }
      // What is computed once stays as it was.
      let isOnce = plan.steps[index].rules.calculation?.usesCurrentValue ?? false
      let (isRelevant, value) = outcome(at: index, given[index], effective[index], in: plan)
      relevant[index] = isRelevant
      guard let value else { continue }
      effective[index] = value
      if isOnce, isRelevant { given[index] = value.missingReason == nil ? value : given[index] }
    }
    for repeated in plan.repeats.indices { findTurns(of: repeated, plan) }
  }

  /// Whether the given answer is one that a choice filter no longer offers.
  func isDropped(_ index: Int, turn: Int = 0) -> Bool {
    guard let given = given(index, turn: turn), given.missingReason == nil else { return false }
    return isRelevant(index, turn: turn) && effective(index, turn: turn) == .missing(.notReached)
  }

  /// The answer that rules judge: what counts, or what was given where a filter may have dropped it.
  func judged(_ index: Int, turn: Int = 0, in plan: InterviewPlan) -> Answer {
    guard plan.steps[index].rules.choiceFilter != nil, let given = given(index, turn: turn) else {
      return effective(index, turn: turn)
    }
    return given
  }

  /// Whether the given answer counts.
  func counts(_ index: Int) -> Bool { relevant[index] && !isDropped(index) }

  /// What the rules of the question at `index` may ask, in one turn of its repeat.
  private func context(
    _ plan: InterviewPlan,
    current: Answer?,
    at index: Int,
    turn: Int = 0
  ) -> FormContext {
    let place = plan.repeatOf[index].map { RepeatPlace(turn: turn, of: $0) }
    return context(plan, current: current, at: index, place: place)
  }

  /// What the rules of the question at `index` may ask.
  func context(
    _ plan: InterviewPlan,
    current: Answer?,
    at index: Int,
    place: RepeatPlace?,
    now: Timestamp? = nil
  ) -> FormContext {
    FormContext(
      plan: plan,
      effective: effective,
      current: current,
      moment: now.map(moment.at) ?? moment,
      question: index,
      turns: plan.repeats.isEmpty ? nil : turns,
      place: place
    )
  }

  /// Whether a question is relevant, and what it counts as when that is not what was given.
  func outcome(
    at index: Int,
    _ given: Answer?,
    _ base: Answer,
    turn: Int = 0,
    in plan: InterviewPlan
  ) -> (isRelevant: Bool, value: Answer?) {
    let rules = plan.steps[index].rules
    let context = context(plan, current: given, at: index, turn: turn)
    let isRelevant =
      rules.pathRelevant.allSatisfy { $0.evaluate(in: context).asBoolean }
      && (rules.relevant.map { $0.evaluate(in: context).asBoolean } ?? true)
    guard isRelevant else { return (false, .missing(.notApplicable)) }
    if rules.isNote { return (true, nil) }
    if let calculation = rules.calculation {
      let value = calculation.evaluate(in: context)
      return (true, plan.steps[index].answer(computed: value) ?? .missing(.noAnswer))
    }
    if rules.hasFixedDefault, given == nil || given == .missing(.notCollected) {
      return (true, defaultAnswer(at: index, turn: turn, in: plan))
    }
    guard let filter = rules.choiceFilter else { return (true, nil) }
    return (true, remainder(of: base, filter, context))
  }

  /// What a filter leaves of an answer, when it is not the answer itself.
  private func remainder(
    of answer: Answer,
    _ filter: ChoiceFilter,
    _ context: FormContext
  ) -> Answer? {
    switch answer {
    case .choice(let code): return offers(code, filter, context) ? nil : .missing(.notReached)
    case .choices(let codes):
      let left = codes.filter { offers($0, filter, context) }
      if left.count == codes.count { return nil }
      return left.isEmpty ? .missing(.notReached) : .choices(left)
    case .text(let text):
      let codes = text.split(separator: " ")
      return codes.allSatisfy { offers(String($0), filter, context) } ? nil : .missing(.notReached)
    default: return nil
    }
  }

  private func offers(_ code: String, _ filter: ChoiceFilter, _ context: FormContext) -> Bool {
    guard let places = filter.places[code] else { return true }
    return places.contains { offers($0, filter, context) }
  }

  private func offers(_ place: Int, _ filter: ChoiceFilter, _ context: FormContext) -> Bool {
    filter.rule.evaluate(in: context.judging(filter.cells[place], at: place)).asBoolean
  }

  /// The options of the question at `index` that its filter offers now, in the order of the list.
  func offeredChoices(at index: Int, turn: Int = 0, in plan: InterviewPlan) -> [Int] {
    let step = plan.steps[index]
    let all = step.question.kind.choiceList?.choices.indices
    guard let all else { return [] }
    guard let filter = step.rules.choiceFilter else { return Array(all) }
    let context = context(plan, current: nil, at: index, turn: turn)
    return all.filter { offers($0, filter, context) }
  }

  /// The options that are offered in the order in which they are shown.
  func shownChoices(at index: Int, turn: Int = 0, in plan: InterviewPlan) -> [Int] {
    let offered = offeredChoices(at: index, turn: turn, in: plan)
    let seed: Double
    switch plan.steps[index].question.randomize {
    case nil: return offered
    case .seed(let number): seed = number
    case .seedOf(let id):
      let context = context(plan, current: nil, at: index, turn: turn)
      seed = plan.index(of: id).map { ChoiceOrder.seed(of: context.value(of: $0)) } ?? 0
    case .unseeded:
      seed = Double(moment.now.milliseconds % 2_147_483_647) + Double(index)
    }
    return ChoiceOrder.positions(offered.count, seed: seed).map { offered[$0] }
  }

  /// What the hard and soft rules say about `answer` to the question at `index`.
  ///
  /// A soft warning that was confirmed (`acceptsDoubt`) is no rejection.
  func rejection(
    of answer: Answer,
    at index: Int,
    turn: Int = 0,
    in plan: InterviewPlan,
    acceptsDoubt: Bool
  ) -> AnswerRejection? {
    let rules = plan.steps[index].rules
    guard rules.judgesAnswers else { return nil }
    let context = context(plan, current: answer, at: index, turn: turn)
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
    if let rejection = listRejection(of: answer, at: index, turn, in: plan) { return rejection }
    if let constraint = rules.constraint, !constraint.evaluate(in: context).asBoolean {
      let question = plan.steps[index].question
      return .constraint(question.constraintMessage ?? question.constraintInWords(against: answer))
    }
    if !acceptsDoubt, let warning = rules.warning, warning.evaluate(in: context).asBoolean {
      return .doubtful(plan.steps[index].question.warningMessage)
    }
    return nil
  }

  /// What a part of a rule of the question at `index` comes to.
  func value(of node: CompiledNode, at index: Int, in plan: InterviewPlan) -> ExpressionValue {
    let context = context(plan, current: given(index, turn: 0), at: index)
    return ExpressionEvaluator(context: context).value(node)
  }

  /// What ranges, orders and filters say about an answer.
  private func listRejection(
    of answer: Answer,
    at index: Int,
    _ turn: Int,
    in plan: InterviewPlan
  ) -> AnswerRejection? {
    let rules = plan.steps[index].rules
    if let range = rules.range, let number = answer.number, !range.contains(number) {
      return .outOfRange(text: answer.text, range)
    }
    guard rules.choiceFilter != nil || rules.ranks != nil,
      let list = plan.steps[index].question.kind.choiceList
    else { return nil }
    let codes = answer.codes
    // Long lists are looked at whole only where all of them has to be told or ranked.
    func offered() -> [String] {
      offeredChoices(at: index, turn: turn, in: plan).map { list.choices[$0].code }
    }
    if let filter = rules.choiceFilter {
      let context = context(plan, current: nil, at: index, turn: turn)
      let stray = codes.first { filter.places[$0] == nil || !offers($0, filter, context) }
      if let stray { return .notOffered(text: stray, offered: offered()) }
    }
    guard rules.ranks != nil else { return nil }
    let left = offered().filter { !codes.contains($0) }
    return left.isEmpty ? nil : .unranked(codes: left)
  }

  /// What the question at `index` starts with.
  func defaultAnswer(at index: Int, turn: Int = 0, in plan: InterviewPlan) -> Answer? {
    let step = plan.steps[index]
    let text: String
    switch step.question.defaultAnswer {
    case nil: return nil
    case .literal(let literal): text = literal
    case .expression:
      let context = context(plan, current: nil, at: index, turn: turn)
      text = step.rules.defaultExpression?.evaluate(in: context).asString ?? ""
    }
    guard let answer = try? step.reader.read(text), answer.missingReason == nil else { return nil }
    return answer
  }
}

extension Answer {
  /// The number that it is.
  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .text, .date, .choice, .choices, .missing: nil
    }
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
