extension FormExaminer {
  /// What is still to be seen of the options of a question.
  private final class Remainder {
    var codes: Set<String>
    init(_ codes: some Sequence<String>) { self.codes = Set(codes) }
  }

  /// Whether each option is offered to somebody.
  func optionsOffered(_ question: Int, _ budget: ExaminationBudget) -> ClaimVerdict {
    guard let list = plan.steps[question].question.kind.choiceList else { return .proven(nil) }
    let codes = list.choices.map(\.code)
    let space = space(of: question, answered: false, judged: false)
    let left = Remainder(codes)
    func offered(_ form: FormState) -> Set<String> {
      guard form.relevant[question] else { return [] }
      let places = form.offeredChoices(at: question, in: space.plan)
      return Set(places.map { codes[$0] })
    }
    let goal = PathSearch.Goal(
      isPromising: { !left.codes.isDisjoint(with: offered($0)) },
      isReached: { form in
        left.codes.subtract(offered(form))
        return left.codes.isEmpty
      }
    )
    return options(left, of: codes, search(space, goal, budget) { _ in true })
  }

  /// Whether each option is accepted from somebody, by itself or with others.
  func optionsAllowed(_ question: Int, _ budget: ExaminationBudget) -> ClaimVerdict {
    guard let list = plan.steps[question].question.kind.choiceList else { return .proven(nil) }
    let codes = list.choices.map(\.code)
    let space = space(of: question, answered: true, judged: true)
    let left = Remainder(codes)
    let goal = PathSearch.Goal(
      isPromising: { !left.codes.isDisjoint(with: $0.effective[question].codes) },
      isReached: { form in
        left.codes.subtract(form.effective[question].codes)
        return left.codes.isEmpty
      },
      target: question
    )
    return options(left, of: codes, search(space, goal, budget) { _ in true })
  }

  private func options(
    _ left: Remainder,
    of codes: [String],
    _ found: Existence
  ) -> ClaimVerdict {
    switch found {
    case .witness: .proven(nil)
    case .never: .refuted(nil, codes: codes.filter { left.codes.contains($0) })
    case .unknown(let doubt): .undecided(doubt)
    }
  }
}
