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
  ///   - isWanted: Which questions may be set.
  /// - Returns: the questions whose values changed.
  mutating func trigger(
    _ index: Int,
    turn: Int,
    at now: Timestamp,
    _ plan: InterviewPlan,
    where isWanted: (Int) -> Bool = { _ in true }
  ) -> [Int] {
    if plan.triggered.isEmpty { return [] }
    // Told by the way to the turn: its number changes when a repeat gets another count.
    struct Place: Hashable {
      let index: Int
      let path: [Int]
    }
    func path(_ turn: Int, _ index: Int) -> [Int] {
      plan.repeatOf[index].map { turns.path(of: turn, in: $0) } ?? []
    }
    var open = [Place(index: index, path: path(turn, index))]
    var seen = Set(open)
    var changed: [Int] = []
    while !open.isEmpty {
      let place = open.removeFirst()
      for target in plan.triggered[place.index] ?? [] where isWanted(target) {
        let around = plan.repeatOf[place.index].flatMap { repeated in
          turns.number(of: place.path, in: repeated).map { RepeatPlace(turn: $0, of: repeated) }
        }
        if around == nil, plan.repeatOf[place.index] != nil { break }
        let all = plan.repeatOf[target].map { turns.seen(of: $0, from: around, in: plan) } ?? 0..<1
        let values =
          all.map { ($0, Place(index: target, path: path($0, target))) }
          .filter { seen.insert($1).inserted }
          .map { ($0, $1, triggeredAnswer(target, turn: $0, at: now, plan)) }
          .filter { !Self.same($2, given(target, turn: $0)) }
        if values.isEmpty { continue }
        for (turn, _, value) in values { give(value, to: target, turn: turn, in: plan) }
        resolve(plan)
        changed.append(target)
        open += values.map(\.1)
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
    return step.answer(computed: rule.evaluate(in: context))
  }
}
