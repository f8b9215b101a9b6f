/// Values that are set when another question is answered (the column `trigger`).
extension FormState {
  /// Sets what an answer to the question at `index` triggers, and what that triggers in turn.
  ///
  /// Each value is set once. In repeats it is that of the same turns, and of all inside them.
  ///
  /// - Parameters:
  ///   - index: The question that was answered.
  ///   - turn: The turn of its repeat in which it was.
  ///   - now: What the clock says as the answer is given.
  ///   - plan: The compiled questionnaire.
  /// - Returns: the questions whose values changed.
  mutating func trigger(_ index: Int, turn: Int, at now: Timestamp, _ plan: InterviewPlan) -> [Int]
  {
    if plan.triggered.isEmpty { return [] }
    struct Place: Hashable {
      let index: Int
      let turn: Int
    }
    var open = [Place(index: index, turn: turn)]
    var seen = Set(open)
    var changed: [Int] = []
    while !open.isEmpty {
      let place = open.removeFirst()
      let around = plan.repeatOf[place.index].map { RepeatPlace(turn: place.turn, of: $0) }
      for target in plan.triggered[place.index] ?? [] {
        let all = plan.repeatOf[target].map { turns.seen(of: $0, from: around, in: plan) } ?? 0..<1
        let fresh = all.filter { seen.insert(Place(index: target, turn: $0)).inserted }
        let values = fresh.map { ($0, triggeredAnswer(target, turn: $0, at: now, plan)) }
          .filter { !Self.same($1, given(target, turn: $0)) }
        if values.isEmpty { continue }
        for (turn, value) in values { give(value, to: target, turn: turn, in: plan) }
        resolve(plan)
        changed.append(target)
        open += values.map { Place(index: target, turn: $0.0) }
      }
    }
    return changed
  }

  /// Whether the same is written, or nothing, whatever the reason.
  static func same(_ one: Answer?, _ other: Answer?) -> Bool {
    (one?.text ?? "") == (other?.text ?? "")
  }

  /// What the rule of a triggered question comes to, as its answer.
  private func triggeredAnswer(
    _ index: Int,
    turn: Int,
    at now: Timestamp,
    _ plan: InterviewPlan
  ) -> Answer? {
    let step = plan.steps[index]
    guard let rule = step.rules.triggered else { return nil }
    let place = plan.repeatOf[index].map { RepeatPlace(turn: turn, of: $0) }
    let own = given(index, turn: turn)
    let context = context(plan, current: own, at: index, place: place, now: now)
    let value = rule.evaluate(in: context)
    if step.question.kind == .calculate { return Answer(calculated: value) }
    let answer = try? step.reader.read(value.asString)
    return answer?.missingReason == nil ? answer : nil
  }
}
