/// The examination of a form before fieldwork: what no respondent could ever do with it.
///
/// The finite space of representative answers is searched with the rules of the interview itself
/// (decision 0029). "Proven" and "refuted" hold for every form that could be filled in; what
/// cannot be decided is said to be undecided.
package struct FormExamination: Sendable {
  /// What was examined.
  package let plan: InterviewPlan
  /// The claims in the order of the form.
  package let claims: [ExaminedClaim]
  /// What rules of each question read.
  let map: RuleMap

  /// Examines a form.
  package init(_ plan: InterviewPlan, moment: FormMoment, budget: ExaminationBudget) {
    self.plan = plan
    let examiner = FormExaminer(plan, moment: moment)
    map = examiner.map
    let claims = examiner.claims
    var verdicts: [ClaimVerdict] = claims.map { _ in .undecided(.budget) }
    var steps = min(256, budget.steps)
    // Every claim gets a little before one gets much.
    while true {
      for index in claims.indices where verdicts[index] == .undecided(.budget) {
        if budget.isOver() { break }
        let share = ExaminationBudget(steps: steps, isOver: budget.isOver)
        verdicts[index] = examiner.verdict(on: claims[index], budget: share)
      }
      if steps >= budget.steps || budget.isOver() || !verdicts.contains(.undecided(.budget)) {
        break
      }
      steps = min(budget.steps, steps * 16)
    }
    self.claims = zip(claims, verdicts).map { ExaminedClaim(claim: $0, verdict: $1) }
  }

  /// How many claims were proven, refuted, and neither; whom an indicator leaves out is no matter of
  /// right or wrong and not counted.
  package var counts: (proven: Int, refuted: Int, undecided: Int) {
    let judged = claims.filter { !$0.claim.isRemark }
    return (
      judged.count { $0.verdict.isProven }, judged.count { $0.verdict.isRefuted },
      judged.count { !$0.verdict.isDecided }
    )
  }

  /// What was found about a claim.
  package func verdict(on claim: FormClaim) -> ClaimVerdict? {
    claims.first { $0.claim == claim }?.verdict
  }
}
