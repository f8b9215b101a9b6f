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
  /// What is known of the turns of repeats.
  private var turns: FormTurns

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
    turns = FormTurns(opened: Array(repeating: 0, count: plan.repeats.count))
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
    turns.begin()
    for (repeated, rules) in plan.repeats.enumerated() where rules.isOpen {
      let longest = rules.questions.map { plan.steps[$0].reader.series(given[$0]).count }.max() ?? 0
      turns.counts[repeated] = min(max(turns.opened[repeated], longest), RepeatRules.limit)
    }
    for index in plan.governed {
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
  }

  /// Computes all turns of one question of a repeat.
  private mutating func resolve(_ index: Int, in repeated: Int, _ plan: InterviewPlan) {
    let count = countTurns(of: repeated, plan)
    let step = plan.steps[index]
    let typed = step.reader.series(given[index])
    let blank = given[index].flatMap { $0.missingReason == nil ? nil : $0 }
    let isOnce = step.rules.calculation?.usesCurrentValue ?? false
    turns.series[index] = FormTurns.Series()
    for turn in 0..<count {
      var own = typed.indices.contains(turn) ? typed[turn] : blank
      if own == .missing(.notReached) { own = nil }
      let base = own ?? plan.unanswered[index]
      let found = outcome(at: index, own, base, turn: turn, in: plan)
      turns.append(
        to: index,
        given: isOnce && found.isRelevant ? found.value ?? own : own,
        effective: found.value ?? (step.rules.isNote ? .missing(.notApplicable) : base),
        isRelevant: found.isRelevant
      )
    }
    let series = turns.series[index] ?? FormTurns.Series()
    relevant[index] = series.relevant.contains(true)
    let text = SeriesText.text(series.effective)
    if !relevant[index] || step.rules.isNote {
      effective[index] = .missing(.notApplicable)
    } else {
      let nothing =
        step.rules.calculation == nil ? blank ?? plan.unanswered[index] : .missing(.noAnswer)
      effective[index] = text.isEmpty ? nothing : .text(text)
    }
    if isOnce, !text.isEmpty, blank == nil { given[index] = .text(text) }
  }

  /// How many turns a repeat has, computed once for the present answers.
  private mutating func countTurns(of repeated: Int, _ plan: InterviewPlan) -> Int {
    if let known = turns.counts[repeated] { return known }
    let first = plan.repeats[repeated].questions.first ?? 0
    let count = context(plan, current: nil, at: first).turnCount(of: repeated)
    turns.counts[repeated] = count
    return count
  }

  /// How many turns the repeat with this number has.
  func turnCount(of repeated: Int) -> Int { turns.counts[repeated] ?? 0 }

  /// What was given for a question in one turn; outside repeats there is one.
  func given(_ index: Int, turn: Int) -> Answer? {
    guard let series = turns.series[index] else { return given[index] }
    return series.given.indices.contains(turn) ? series.given[turn] : nil
  }

  /// What counts for a question in one turn.
  func effective(_ index: Int, turn: Int) -> Answer {
    guard let series = turns.series[index] else { return effective[index] }
    return series.effective.indices.contains(turn)
      ? series.effective[turn] : .missing(.notReached)
  }

  /// Whether a question is relevant in one turn.
  func isRelevant(_ index: Int, turn: Int) -> Bool {
    guard let series = turns.series[index] else { return relevant[index] }
    return series.relevant.indices.contains(turn) && series.relevant[turn]
  }

  /// Stores an answer in one turn.
  mutating func give(_ answer: Answer?, to index: Int, turn: Int, in plan: InterviewPlan) {
    guard plan.repeatOf[index] != nil else {
      given[index] = answer
      return
    }
    guard turn < RepeatRules.limit else { return }
    var all = plan.steps[index].reader.series(given[index])
    while all.count <= turn { all.append(.missing(.notReached)) }
    all[turn] = answer ?? .missing(.notReached)
    let text = SeriesText.text(all)
    given[index] = text.isEmpty ? nil : .text(text)
  }

  /// Sees to it that a repeat has so many turns at least; only one that is not counted can have more.
  mutating func open(_ count: Int, turnsOf repeated: Int) {
    guard turns.opened.indices.contains(repeated) else { return }
    turns.opened[repeated] = min(count, RepeatRules.limit)
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

  private func context(
    _ plan: InterviewPlan,
    current: Answer?,
    at index: Int,
    turn: Int = 0
  ) -> FormContext {
    FormContext(
      plan: plan,
      effective: effective,
      current: current,
      moment: moment,
      question: index,
      turns: plan.repeats.isEmpty ? nil : turns,
      turnIndex: turn
    )
  }

  /// Whether a question is relevant, and what it counts as when that is not what was given.
  private func outcome(
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
      return (true, Answer(calculated: calculation.evaluate(in: context)))
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
      seed = plan.index(of: id).map { context.value(of: $0).asNumber } ?? 0
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

/// What the clock said when the form was opened, who opened it where, and what was saved before it.
public struct FormMoment: Hashable, Sendable {
  /// The instant.
  public let now: Timestamp
  /// The answers of the form saved before, one for each question; none when there is no such form.
  public var lastSaved: [Answer] = []
  /// The code of whoever conducts the interview, never a name; empty where nobody said.
  public var operatorCode = ""
  /// The code of the copy of the study in which it is kept; empty where there is none.
  public var deviceCode = ""

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

extension Answer {
  /// The codes that it holds, in their order.
  var codes: [String] {
    switch self {
    case .choice(let code): [code]
    case .choices(let codes): codes
    case .text(let text): text.split(separator: " ").map(String.init)
    case .integer, .decimal, .date, .missing: []
    }
  }

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
