extension InterviewSession {
  /// A question in one turn of its repeat; outside repeats there is one turn.
  struct Place: Hashable {
    let question: Int
    let turn: Int
  }

  /// The places on the present path in the order in which they are asked: all questions of one turn
  /// before those of the next.
  func places() -> [Place] {
    guard !plan.repeats.isEmpty else { return path.map { Place(question: $0, turn: 0) } }
    var places: [Place] = []
    for index in plan.steps.indices {
      guard let repeated = plan.repeatOf[index] else {
        if isOnPath(index, 0) { places.append(Place(question: index, turn: 0)) }
        continue
      }
      let questions = plan.repeats[repeated].questions
      guard questions.first == index else { continue }
      for turn in 0..<form.turnCount(of: repeated) {
        for question in questions where isOnPath(question, turn) {
          places.append(Place(question: question, turn: turn))
        }
      }
    }
    return places
  }

  /// What orders places: where the repeat begins, the turn, the question.
  func key(_ place: Place) -> (Int, Int, Int) {
    let begin = plan.repeatOf[place.question].flatMap { plan.repeats[$0].questions.first }
    return (begin ?? place.question, place.turn, place.question)
  }

  /// Behind the last turn of the repeat that is offered once more.
  var offerPlace: Place {
    let questions = offered.map { plan.repeats[$0].questions } ?? []
    return Place(question: questions.first ?? 0, turn: Int.max)
  }

  func isOnPath(_ index: Int, _ turn: Int) -> Bool {
    plan.steps[index].rules.isShown && form.isRelevant(index, turn: turn)
  }

  /// The turn in which the question at `index` is meant: the present one in the present repeat.
  func turn(at index: Int) -> Int {
    guard plan.steps.indices.contains(index), let repeated = plan.repeatOf[index],
      case .ask(let here) = step, plan.repeatOf[here] == repeated
    else { return 0 }
    return turn
  }

  /// Whether the question waits for an answer: none was given, or it is no longer offered.
  func isOpen(_ place: Place) -> Bool {
    if plan.steps[place.question].rules.isPassed { return false }
    return form.given(place.question, turn: place.turn) == nil
      || form.isDropped(place.question, turn: place.turn)
  }

  /// The repeat that ends with `place` and of which there may be one more turn.
  func offer(behind place: Place) -> Int? {
    guard let repeated = plan.repeatOf[place.question], plan.repeats[repeated].isOpen,
      form.turnCount(of: repeated) < RepeatRules.limit,
      place.turn == form.turnCount(of: repeated) - 1
    else { return nil }
    let last = plan.repeats[repeated].questions.last { isOnPath($0, place.turn) }
    return last == place.question ? repeated : nil
  }
}
