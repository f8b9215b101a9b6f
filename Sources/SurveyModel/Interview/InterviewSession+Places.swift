extension InterviewSession {
  /// A question in one turn of its repeat; outside repeats there is one turn.
  struct Place: Hashable {
    let question: Int
    /// The number of the turn among all turns of the repeat.
    let turn: Int
  }

  /// One more turn of a repeat that is not counted.
  struct Offer: Hashable {
    let repeated: Int
    /// The number of the turn around it.
    let outer: Int
  }

  /// The repeat of which one more turn is offered before anything else is asked.
  public var offered: Int? { offers.first?.repeated }

  /// In which turn of its repeat the present question stands, from 0, and before that in which of
  /// the repeats around, the outermost first; nothing outside repeats.
  public var turnPath: [Int] {
    guard case .ask(let index) = step else { return [] }
    return path(of: Place(question: index, turn: turn))
  }

  /// What counts in the form as it is seen from the present question: of repeats the answers in the
  /// turns in which it stands, else in the first.
  public var answersHere: [Answer] {
    if plan.repeats.isEmpty { return form.effective }
    return plan.steps.indices.map { form.effective($0, turn: turn(at: $0)) }
  }

  /// The places on the present path in the order in which they are asked: all questions of one turn
  /// before those of the next.
  func places() -> [Place] {
    guard !plan.repeats.isEmpty else { return path.map { Place(question: $0, turn: 0) } }
    return plan.steps.indices.flatMap { index in
      guard let repeated = plan.repeatOf[index] else {
        return isOnPath(index, 0) ? [Place(question: index, turn: 0)] : []
      }
      return places(beginningWith: index, of: plan.repeats[repeated].chain[0], in: 0)
    }
  }

  /// The places in one turn of a repeat, with those in all turns of what is repeated inside it.
  func places(in turn: Int, of repeated: Int) -> [Place] {
    let level = plan.repeats[repeated].chain.count
    return plan.repeats[repeated].questions.flatMap { question in
      guard let own = plan.repeatOf[question], own != repeated else {
        return isOnPath(question, turn) ? [Place(question: question, turn: turn)] : []
      }
      return places(beginningWith: question, of: plan.repeats[own].chain[level], in: turn)
    }
  }

  /// The places in all turns of a repeat in the turn `outer` around it, told at its first question.
  private func places(beginningWith question: Int, of repeated: Int, in outer: Int) -> [Place] {
    guard plan.repeats[repeated].questions.first == question else { return [] }
    return form.turns.turns(of: [repeated], within: outer..<outer + 1).flatMap {
      places(in: $0, of: repeated)
    }
  }

  /// What orders places: where a repeat begins and its turn, for each repeat around, and the question.
  func key(_ place: Place) -> [Int] {
    guard let repeated = plan.repeatOf[place.question] else { return [place.question] }
    return zip(plan.repeats[repeated].chain, path(of: place)).flatMap { repeated, turn in
      [begin(of: repeated), turn]
    } + [place.question]
  }

  /// Behind the last turn of a repeat that is offered once more.
  func key(_ offer: Offer) -> [Int] {
    let around = plan.repeats[offer.repeated].outer.map { outer in
      zip(plan.repeats[outer].chain, form.turns.path(of: offer.outer, in: outer)).flatMap {
        repeated,
        turn in
        [begin(of: repeated), turn]
      }
    }
    return (around ?? []) + [begin(of: offer.repeated), Int.max]
  }

  private func begin(of repeated: Int) -> Int { plan.repeats[repeated].questions.first ?? 0 }

  private func path(of place: Place) -> [Int] {
    plan.repeatOf[place.question].map { form.turns.path(of: place.turn, in: $0) } ?? []
  }

  func isOnPath(_ index: Int, _ turn: Int) -> Bool {
    plan.steps[index].rules.isShown && form.isRelevant(index, turn: turn)
  }

  /// The turn in which the question at `index` is meant: the first of those that are seen.
  func turn(at index: Int) -> Int { turns(at: index).first ?? 0 }

  /// The turns of the question at `index` that stand in the same turns of repeats as the present one.
  func turns(at index: Int) -> Range<Int> {
    guard plan.steps.indices.contains(index), let repeated = plan.repeatOf[index] else {
      return 0..<1
    }
    var place: RepeatPlace?
    if case .ask(let here) = step, let repeated = plan.repeatOf[here] {
      place = RepeatPlace(turn: turn, of: repeated)
    }
    return form.turns.seen(of: repeated, from: place, in: plan)
  }

  /// Whether the question waits for an answer: none was given, or it is no longer offered.
  func isOpen(_ place: Place) -> Bool {
    if plan.steps[place.question].rules.isPassed { return false }
    return form.given(place.question, turn: place.turn) == nil
      || form.isDropped(place.question, turn: place.turn)
  }

  /// The repeats that end with `place` and of which there may be one more turn, inner ones first.
  func offers(behind place: Place) -> [Offer] {
    guard let repeated = plan.repeatOf[place.question] else { return [] }
    let chain = plan.repeats[repeated].chain
    let numbers = form.turns.numbers(of: place.turn, in: chain)
    var offers: [Offer] = []
    for level in chain.indices.reversed() {
      let repeated = chain[level]
      let outer = level > 0 ? numbers[level - 1] : 0
      let all = form.turns.turns(of: [repeated], within: outer..<outer + 1)
      // Behind it there may be turns in which nothing is asked.
      let last = all.reversed().lazy.compactMap { places(in: $0, of: repeated).last }.first
      guard last == place else { break }
      if plan.repeats[repeated].isOpen, form.turnCount(of: repeated) < RepeatRules.limit {
        offers.append(Offer(repeated: repeated, outer: outer))
      }
    }
    return offers
  }
}

extension [Int] {
  /// Whether a place comes before another one, by what orders them.
  func isBefore(_ other: [Int]) -> Bool { lexicographicallyPrecedes(other) }
}
