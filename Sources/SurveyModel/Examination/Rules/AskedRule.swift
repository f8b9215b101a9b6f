extension FormExaminer {
  /// Whether somebody is asked the question.
  func canBeAsked(_ question: Int, _ budget: ExaminationBudget) -> ClaimVerdict {
    let space = space(of: question, answered: false, judged: false)
    let isShown = plan.steps[question].rules.isShown
    let goal = PathSearch.Goal(isPromising: { $0.relevant[question] })
    return search(space, goal, budget) { session in
      var session = session
      return isShown ? session.jump(to: question) : session.form.relevant[question]
    }.asClaim
  }
}
