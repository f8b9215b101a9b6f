/// Makes forms that together choose every option, go every way and stand on every boundary.
///
/// First whole forms are filled in with answers that came up nowhere before; then each answer that
/// is left is looked for by itself; what no form takes becomes a row that an import sends back.
struct TestRowMaker {
  /// An answer of a question; of a multiple choice each option by itself.
  private struct Feature: Hashable {
    let question: Int
    /// `nil` when the question is skipped.
    let answer: Answer?
  }

  private let plan: InterviewPlan
  private let map: RuleMap
  private let moment: FormMoment
  private let budget: ExaminationBudget
  private let whole: SearchSpace
  private var covered: Set<Feature> = []
  private var made: TestRows
  private var keys: Set<[String]> = []
  private var number = 0

  /// The most rows that are made.
  static let limit = 5_000
  /// In so many accepted rows a refused answer is tried.
  private static let bases = 40
  /// So far a number or a day is moved to tell forms apart.
  private static let reach = 2_000
  /// So many of these are held against the rules.
  private static let tries = 50

  init(_ plan: InterviewPlan, moment: FormMoment, budget: ExaminationBudget) {
    self.plan = plan
    self.moment = moment
    self.budget = budget
    map = RuleMap(plan)
    whole = SearchSpace(
      plan,
      map,
      targets: [],
      answersTargets: true,
      judgesTargets: true,
      others: Set(plan.steps.indices)
    )
    made = TestRows(
      questions: plan.steps.indices.filter { [map] index in
        map.isAnswered[index] && plan.steps[index].question.shape != .nothing
      },
      isTooLong: whole.isTooLong
    )
  }

  /// Makes the rows.
  mutating func rows() -> TestRows {
    walk()
    let features = self.features
    for feature in features where !covered.contains(feature) && !isOver { seek(feature) }
    let refused = features.filter { !covered.contains($0) }
    for feature in refused where !isOver { refuse(feature) }
    for question in made.questions where !isOver { answerSkipped(question) }
    return made
  }

  private var isOver: Bool { made.rows.count >= Self.limit || budget.isOver() }

  /// Fills in whole forms as long as each brings something new.
  private mutating func walk() {
    while !isOver {
      guard let form = search(whole, PathSearch.Goal(ordered: order)) else { return }
      let fresh = features(of: form).subtracting(covered)
      if fresh.isEmpty { return }
      let questions = Set(fresh.map(\.question)).sorted()
      let known = covered.count
      guard add(form, .way(questions: questions)), covered.count > known else { return }
    }
  }

  /// Looks for an accepted form with this answer.
  private mutating func seek(_ feature: Feature) {
    let question = feature.question
    let space = SearchSpace(
      plan,
      map,
      targets: [question],
      answersTargets: true,
      judgesTargets: true,
      others: Set(plan.steps.indices)
    )
    guard let answer = feature.answer else {
      let goal = PathSearch.Goal(isPromising: { !$0.relevant[question] }, ordered: order)
      if let form = search(space, goal) { add(form, .skipped(question: question)) }
      return
    }
    var goal = PathSearch.Goal(isPromising: { $0.relevant[question] }, ordered: order)
    if case .selectMultiple = plan.steps[question].question.kind, case .choice(let code) = answer {
      goal.isPromising = { $0.relevant[question] && $0.effective[question].codes.contains(code) }
    } else {
      goal.fixed = [question: answer]
    }
    if let form = search(space, goal) { add(form, .answer(answer, question: question)) }
  }

  /// Puts an answer that no form takes into an accepted one.
  private mutating func refuse(_ feature: Feature) {
    guard var answer = feature.answer else { return }
    let question = feature.question
    if case .selectMultiple = plan.steps[question].question.kind, case .choice(let code) = answer {
      answer = .choices([code])
    }
    let accepted = made.rows.lazy.filter { $0.expectation == .accepted }.prefix(Self.bases)
    for base in accepted where form(base.answers).relevant[question] {
      var answers = base.answers
      answers[question] = answer
      // What the answer skips is taken back with it.
      let changed = form(answers)
      for other in made.questions where other != question && !changed.relevant[other] {
        answers[other] = .missing(.noAnswer)
      }
      guard let expectation = expectation(of: answers, at: question) else { continue }
      if append(answers, .outside(answer, question: question), expectation) { return }
    }
    made.unreached.append((question, answer))
  }

  private func form(_ answers: [Answer?]) -> FormState {
    FormState(plan: plan, given: answers, moment: moment)
  }

  /// Answers a question in a form that skips it.
  private mutating func answerSkipped(_ question: Int) {
    guard plan.repeatOf[question] == nil else { return }
    let answered = made.rows.lazy.compactMap { $0.answers[question] }
      .first { $0.missingReason == nil }
    let base = made.rows.first { row in
      row.expectation == .accepted
        && !form(row.answers).relevant[question]
    }
    guard let answered, let base else { return }
    var answers = base.answers
    answers[question] = answered
    guard let expectation = expectation(of: answers, at: question) else { return }
    append(answers, .answerToSkipped(question: question), expectation)
  }

  /// What an import says when there is exactly one thing wrong, and that at `question`.
  private func expectation(of answers: [Answer?], at question: Int) -> TestRow.Expectation? {
    let problems = plan.validate(answers, moment: moment).problems
    // The importer takes no day that is still to come, where the form has nothing against it.
    if problems.isEmpty, isFuture(answers[question]) {
      return .refused(code: "V02", question: question)
    }
    guard problems.count == 1, let problem = problems.first, problem.question == question else {
      return nil
    }
    return .refused(code: problem.rejection.code, question: question)
  }

  private func isFuture(_ answer: Answer?) -> Bool {
    if case .date(let date)? = answer { date > moment.now.localDate } else { false }
  }

  @discardableResult
  private mutating func add(_ form: FormState, _ purpose: TestRow.Purpose) -> Bool {
    var answers: [Answer?] = Array(repeating: nil, count: plan.steps.count)
    for question in made.questions {
      answers[question] = form.given[question] ?? .missing(.noAnswer)
      if !form.relevant[question] { answers[question] = .missing(.noAnswer) }
    }
    guard !answers.contains(where: isFuture),
      plan.validate(answers, moment: moment).problems.isEmpty
    else { return false }
    guard append(answers, purpose, .accepted) else { return false }
    covered.formUnion(features(of: form))
    return true
  }

  /// Adds a row with a key of its own.
  @discardableResult
  private mutating func append(
    _ answers: [Answer?],
    _ purpose: TestRow.Purpose,
    _ expectation: TestRow.Expectation
  ) -> Bool {
    number += 1
    var answers = answers
    for question in distinct where answers[question]?.missingReason == nil {
      if case .refused(_, question) = expectation { continue }
      guard case .text = answers[question] else { continue }
      var marked = answers
      marked[question] = .text("\(BoundaryTexts.any) \(number)")
      if problems(of: marked) == problems(of: answers) { answers = marked }
    }
    if !key.isEmpty {
      guard let free = free(answers, expectation) else { return false }
      answers = free
      keys.insert(keyParts(answers))
    }
    made.rows.append(TestRow(answers: answers, purpose: purpose, expectation: expectation))
    return true
  }

  /// The row, or one with another answer to a question of its key where the key is taken.
  private func free(_ answers: [Answer?], _ expectation: TestRow.Expectation) -> [Answer?]? {
    var parts = keyParts(answers)
    if !keys.contains(parts) { return answers }
    let wanted = problems(of: answers)
    for (place, question) in key.enumerated() {
      if case .refused(_, question) = expectation { continue }
      let own = parts[place]
      var tries = 0
      for other in others(than: answers[question], at: question) where tries < Self.tries {
        parts[place] = other.text
        if keys.contains(parts) || isFuture(other) { continue }
        tries += 1
        var changed = answers
        changed[question] = other
        if problems(of: changed) == wanted { return changed }
      }
      parts[place] = own
    }
    return nil
  }

  private func problems(of answers: [Answer?]) -> [Int] {
    plan.validate(answers, moment: moment).problems.map(\.question)
  }

  /// Answers that tell a form with this one from others, the nearest first.
  private func others(than answer: Answer?, at question: Int) -> [Answer] {
    switch answer {
    case .integer(let number):
      guard number.magnitude < 1 << 50 else { return [] }
      return (1...Self.reach).flatMap { [.integer(number + $0), .integer(number - $0)] }
    case .date(let day):
      return (1...Self.reach).compactMap {
        CalendarDate(daysSince1970: day.daysSince1970 - $0).map { .date($0) }
      }
    case .choice:
      return (plan.steps[question].question.kind.choiceList?.choices ?? []).map { .choice($0.code) }
    case .choices, .decimal, .text, .missing, nil: return []
    }
  }

  private func keyParts(_ answers: [Answer?]) -> [String] {
    key.map { answers[$0].map(\.text) ?? "" }
  }

  private var key: [Int] { plan.questionnaire.key.compactMap { plan.index(of: $0) } }

  /// The questions that tell one form from another.
  private var distinct: [Int] {
    plan.steps.indices.filter { index in
      let question = plan.steps[index].question
      return question.role == .dossier || plan.questionnaire.key.contains(question.id)
    }
  }

  private func search(_ space: SearchSpace, _ goal: PathSearch.Goal) -> FormState? {
    var search = PathSearch(space, map, moment: moment, goal: goal, budget: budget)
    guard search.run() == .found else { return nil }
    return FormState(plan: plan, given: search.given, moment: moment)
  }

  /// Answers that came up nowhere before come first, then answers, then nothing.
  private func order(_ question: Int, _ answers: [Answer?]) -> [Answer?] {
    func rank(_ answer: Answer?) -> Int {
      guard let answer else { return 3 }
      let fresh = features(of: answer, question).filter { !covered.contains($0) }.count
      // Not all of a form is left blank at once.
      let isTurn = (question + number) % 2 == 0
      if answer.missingReason != nil { return fresh > 0 && isTurn ? 0 : 2 }
      return fresh > 0 ? -fresh : 1
    }
    // The importer takes no day that is still to come.
    let possible = answers.filter { !isFuture($0) }
    return possible.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  private func features(of answer: Answer, _ question: Int) -> [Feature] {
    if case .choices(let codes) = answer {
      return codes.map { Feature(question: question, answer: .choice($0)) }
    }
    return [Feature(question: question, answer: answer)]
  }

  private func features(of form: FormState) -> Set<Feature> {
    var found: Set<Feature> = []
    for question in made.questions {
      guard form.relevant[question] else {
        found.insert(Feature(question: question, answer: nil))
        continue
      }
      guard let answer = form.given[question] else { continue }
      if plan.repeatOf[question] != nil {
        for turn in plan.turns(of: answer, to: question) {
          found.formUnion(features(of: turn.answer, question))
        }
      }
      found.formUnion(features(of: answer, question))
    }
    return found
  }

  /// Everything that should come up once.
  private var features: [Feature] {
    let maker = AnswerCandidateMaker(plan: plan, moment: moment)
    let empty = FormState(plan: plan, moment: moment)
    var seen: Set<Feature> = []
    return made.questions.flatMap { question -> [Feature] in
      let candidates = maker.candidates(
        for: question,
        use: whole.uses[question] ?? AnswerUse(),
        form: empty,
        wantsAll: true
      )
      let answers = candidates.answers.compactMap { $0 }.flatMap { features(of: $0, question) }
      let rules = plan.steps[question].rules
      let isGoverned = !rules.pathRelevant.isEmpty || rules.relevant != nil
      let skipped = isGoverned ? [Feature(question: question, answer: nil)] : []
      return (answers + skipped).filter { seen.insert($0).inserted }
    }
  }
}

extension InterviewPlan {
  /// Made-up forms that walk every way and every boundary, as they are on the day of `moment`.
  package func testRows(moment: FormMoment, budget: ExaminationBudget) -> TestRows {
    var maker = TestRowMaker(self, moment: moment, budget: budget)
    return maker.rows()
  }
}
