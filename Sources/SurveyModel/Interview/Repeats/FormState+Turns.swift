/// The questions of repeats, turn by turn.
extension FormState {
  /// Computes all turns of one question of a repeat.
  mutating func resolve(_ index: Int, in repeated: Int, _ plan: InterviewPlan) {
    findTurns(of: repeated, plan)
    let step = plan.steps[index]
    let written = turns.written[index] ?? .nothing
    let blank = given[index].flatMap { $0.missingReason == nil ? nil : $0 }
    let isOnce = step.rules.calculation?.usesCurrentValue ?? false
    turns.series[index] = FormTurns.Series()
    var once = written
    for (number, turn) in turns.turns(of: repeated).enumerated() {
      var own = written.answer(at: turn.path) ?? blank
      if own == .missing(.notReached) { own = nil }
      let base = own ?? plan.unanswered[index]
      let found = outcome(at: index, own, base, turn: number, in: plan)
      if isOnce, found.isRelevant, let value = found.value { once.set(value, at: turn.path[...]) }
      turns.append(
        to: index,
        given: isOnce && found.isRelevant ? found.value ?? own : own,
        effective: found.value ?? (step.rules.isNote ? .missing(.notApplicable) : base),
        isRelevant: found.isRelevant
      )
    }
    let series = turns.series[index] ?? FormTurns.Series()
    relevant[index] = series.relevant.contains(true)
    let text = turns.tree(of: series.effective, in: repeated, plan).text
    if !relevant[index] || step.rules.isNote {
      effective[index] = .missing(.notApplicable)
    } else {
      let nothing =
        step.rules.calculation == nil ? blank ?? plan.unanswered[index] : .missing(.noAnswer)
      effective[index] = text.isEmpty ? nothing : .text(text)
    }
    if isOnce, !once.text.isEmpty, blank == nil { given[index] = .text(once.text) }
  }

  /// Finds the turns of a repeat and of those around it, once for the present answers.
  ///
  /// What the counts read is computed before: ``StepRules/dependencies`` see to it.
  mutating func findTurns(of repeated: Int, _ plan: InterviewPlan) {
    if turns.knows(repeated) { return }
    let rules = plan.repeats[repeated]
    for other in rules.count?.repeats ?? [] where other != repeated { findTurns(of: other, plan) }
    var around: [(place: RepeatPlace?, path: [Int])] = [(nil, [])]
    if let outer = rules.outer {
      findTurns(of: outer, plan)
      around = turns.turns(of: outer).enumerated().map { number, turn in
        (RepeatPlace(turn: number, of: outer), turn.path)
      }
    }
    let counts = around.map { place, path in
      let count =
        rules.count.map { self.count($0, of: rules, in: place, plan) }
        ?? turns.openCount(of: repeated, at: path, in: plan)
      return (path: path, count: count)
    }
    turns.note(counts, of: repeated)
  }

  /// What the count of a repeat comes to in one turn of what is around it.
  private func count(
    _ rule: CompiledExpression,
    of repeated: RepeatRules,
    in place: RepeatPlace?,
    _ plan: InterviewPlan
  ) -> Int {
    let first = repeated.questions.first ?? 0
    let context = context(plan, current: nil, at: first, place: place)
    let number = rule.evaluate(in: context).asNumber
    return number > 0 ? Int(min(number, Double(RepeatRules.limit))) : 0
  }

  /// How many turns a repeat has in the form.
  func turnCount(of repeated: Int) -> Int { turns.turns(of: repeated).count }

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

  /// The number that a turn of the repeat of the question at `index` has here, by the one that it had
  /// in another state of the form.
  func number(of turn: Int, at index: Int, in other: FormState, _ plan: InterviewPlan) -> Int {
    guard let repeated = plan.repeatOf[index] else { return turn }
    return turns.number(of: other.turns.path(of: turn, in: repeated), in: repeated) ?? turn
  }

  /// Stores an answer in one turn.
  mutating func give(_ answer: Answer?, to index: Int, turn: Int, in plan: InterviewPlan) {
    guard let repeated = plan.repeatOf[index] else {
      given[index] = answer
      return
    }
    let path = turns.path(of: turn, in: repeated)
    if path.isEmpty { return }
    var tree = plan.steps[index].reader.tree(given[index])
    tree.set(answer ?? .missing(.notReached), at: path[...])
    given[index] = tree.textWithBlanks.isEmpty ? nil : .text(tree.textWithBlanks)
    // A turn in which something is answered, be it by a blank, stays until the form is closed.
    for (level, inner) in plan.repeats[repeated].chain.enumerated() {
      let around = Array(path.prefix(level))
      let count = turns.openCount(of: inner, at: around, in: plan)
      turns.open(max(count, path[level] + 1), of: inner, at: around)
    }
  }

  /// Sees to it that every repeat that is not counted has a turn, as in an interview.
  mutating func openTurns() { turns.least = 1 }

  /// Sees to it that a repeat that is not counted has one turn more, in the turn `outer` around it.
  mutating func openTurn(of repeated: Int, in outer: Int, _ plan: InterviewPlan) {
    let path = plan.repeats[repeated].outer.map { turns.path(of: outer, in: $0) } ?? []
    let count = turns.openCount(of: repeated, at: path, in: plan)
    turns.open(min(count + 1, RepeatRules.limit), of: repeated, at: path)
  }

  /// Drops turns that were begun and hold nothing.
  mutating func closeTurns() { turns.close() }

  /// One answer in all turns of its repeat, in `limit` of each; where there is none it is in one.
  func inEveryTurn(_ answer: Answer, to index: Int, limit: Int, _ plan: InterviewPlan) -> Answer {
    guard answer.missingReason == nil, let repeated = plan.repeatOf[index] else { return answer }
    func tree(_ chain: ArraySlice<Int>, in outer: Range<Int>) -> TurnTree {
      guard !chain.isEmpty else { return .answer(answer) }
      let inner = turns.turns(of: chain.prefix(1), within: outer).prefix(limit)
      let rest = chain.dropFirst()
      if inner.isEmpty { return .turns([tree(rest, in: 0..<0)]) }
      return .turns(inner.map { tree(rest, in: $0..<$0 + 1) })
    }
    return .text(tree(plan.repeats[repeated].chain[...], in: 0..<1).text)
  }
}
