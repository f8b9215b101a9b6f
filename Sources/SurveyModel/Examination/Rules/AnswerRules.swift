extension FormExaminer {
  /// Whether somebody who is asked gives an answer that is accepted, or at least gets past.
  func canBeAnswered(
    _ question: Int,
    _ budget: ExaminationBudget,
    withAnswer: Bool
  ) -> ClaimVerdict {
    let space = space(of: question, answered: true, judged: true)
    func isGood(_ form: FormState) -> Bool {
      form.relevant[question] && (form.isAnswered(question) || !withAnswer)
        && !form.isRefused(question, in: space.plan)
    }
    let goal = PathSearch.Goal(isPromising: isGood, target: question)
    return search(space, goal, budget) { session in
      session.form.relevant[question] && (session.form.isAnswered(question) || !withAnswer)
        && !session.form.isRefused(question, in: plan)
    }.asClaim
  }

  /// Whether everybody who has to answer finds an answer that is accepted.
  func nobodyStuck(_ question: Int, _ budget: ExaminationBudget) -> ClaimVerdict {
    let space = space(of: question, answered: true, judged: true)
    // Behind the question nothing is looked for.
    let goal = PathSearch.Goal(
      isPromising: { _ in false },
      isReached: { _ in false },
      target: question,
      wantsStuck: true
    )
    return search(space, goal, budget) { session in
      session.form.relevant[question] && session.form.isRefused(question, in: plan)
    }.asCounterexample
  }

  /// Claims about questions that depend on each other and of which some have to be answered.
  var completionClaims: [FormClaim] {
    var component = Array(plan.steps.indices)
    func root(_ question: Int) -> Int {
      var question = question
      while component[question] != question { question = component[question] }
      return question
    }
    for question in plan.steps.indices {
      for other in map.decisionReads[question].union(map.judgementReads[question]) {
        let (one, two) = (root(question), root(other))
        if one != two { component[max(one, two)] = min(one, two) }
      }
    }
    let groups = Dictionary(grouping: plan.steps.indices, by: root)
    return groups.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }.compactMap { questions in
      let answered = questions.filter { map.isAnswered[$0] }
      guard answered.count > 1, answered.contains(where: mayBlock) else { return nil }
      return .canBeCompleted(questions: questions)
    }
  }

  /// Whether the question has to be answered and does not take every answer.
  private func mayBlock(_ question: Int) -> Bool {
    let rules = plan.steps[question].rules
    if case .never = rules.required { return false }
    return rules.mayRefuseAnswers
  }

  /// Whether somebody can answer all these questions so that nothing is refused.
  func canBeCompleted(_ questions: [Int], _ budget: ExaminationBudget) -> ClaimVerdict {
    let space = SearchSpace(
      plan,
      map,
      targets: Set(questions),
      answersTargets: true,
      judgesTargets: true
    )
    return search(space, PathSearch.Goal(), budget) { session in
      !session.problems.contains { questions.contains($0.question) && !$0.rejection.isSoft }
    }.asClaim
  }
}

extension StepRules {
  /// Whether an answer can be refused, or an option not be offered, because of other answers.
  var mayRefuseAnswers: Bool { constraint != nil || choiceFilter != nil }
}
