extension FormExamination {
  /// What the author should look at, in the order of the file.
  ///
  /// What follows from another finding is not said once more.
  package var findings: [Diagnostic] {
    let refuted = claims.filter(\.verdict.isRefuted)
    let neverAsked = Set(
      refuted.compactMap { claim in
        if case .canBeAsked(let question) = claim.claim { question } else { nil }
      }
    )
    let blocking = Set(
      refuted.compactMap { claim in
        if case .canBePassed(let question) = claim.claim { question } else { nil }
      }
    )
    // Nobody gets behind what blocks everybody, and nobody is asked what only others lead to.
    let causes = blocking.filter { !rests($0, on: blocking) }
    let unasked = neverAsked.filter { !rests($0, on: blocking.union(neverAsked)) }
    // Where several block each other, they are named together.
    let together = refuted.reduce(into: Set<Int>()) { found, examined in
      guard case .canBeCompleted(let questions) = examined.claim else { return }
      let members = causes.intersection(questions)
      if members.count > 1 { found.formUnion(members) }
    }
    let found = refuted.compactMap { examined in
      finding(examined, neverAsked, blocking, causes, together)
    }
    return (pathFindings(unasked, among: neverAsked) + found).sortedByPlace
  }

  /// Whether rules about `question` rest on one of `others`, of which none rests on it in turn.
  private func rests(_ question: Int, on others: Set<Int>) -> Bool {
    map.closure(of: [question]).intersection(others)
      .contains { $0 != question && !map.closure(of: [$0]).contains(question) }
  }

  private func finding(
    _ examined: ExaminedClaim,
    _ neverAsked: Set<Int>,
    _ blocking: Set<Int>,
    _ causes: Set<Int>,
    _ together: Set<Int>
  ) -> Diagnostic? {
    guard case .refuted(let path, let codes) = examined.verdict else { return nil }
    if let question = examined.claim.question {
      if rests(question, on: causes) { return nil }
      // Only of what is asked for certain can be said what happens then.
      if neverAsked.contains(question) { return nil }
      if verdict(on: .canBeAsked(question: question))?.isDecided == false { return nil }
    }
    switch examined.claim {
    case .canBeAsked: return nil
    case .optionsOffered(let index):
      let question = plan.steps[index].question
      if blocking.contains(index) { return nil }
      return Diagnostic(
        ExaminationFinding.optionNeverOffered(codes: codes, question: question.id),
        at: question.choiceFilter?.location ?? question.location
      )
    case .optionsAllowed(let index):
      let question = plan.steps[index].question
      if blocking.contains(index) || isRefuted(.canBeAnswered(question: index)) { return nil }
      // What is not offered is no matter of the constraint.
      var unoffered: [String] = []
      if case .refuted(_, let codes)? = verdict(on: .optionsOffered(question: index)) {
        unoffered = codes
      }
      let own = codes.filter { !unoffered.contains($0) }
      if own.isEmpty { return nil }
      return Diagnostic(
        ExaminationFinding.optionNeverAllowed(codes: own, question: question.id),
        at: question.constraint?.location ?? question.location
      )
    case .canBeAnswered(let index):
      if blocking.contains(index) { return nil }
      let question = plan.steps[index].question
      return Diagnostic(
        ExaminationFinding.constraintContradiction(question: question.id),
        at: ruleLocation(index)
      )
    case .canBePassed(let index):
      if together.contains(index) { return nil }
      let question = plan.steps[index].question
      return Diagnostic(
        ExaminationFinding.blocksEverybody(questions: [question.id]),
        at: ruleLocation(index)
      )
    case .nobodyStuck(let index):
      guard !blocking.contains(index), let path else { return nil }
      let words = ExaminationFinding.Path(
        vietnamese: path.text(of: plan, in: .vietnamese),
        english: path.text(of: plan, in: .english)
      )
      return Diagnostic(
        ExaminationFinding.deadEnd(question: plan.steps[index].question.id, path: words),
        at: ruleLocation(index)
      )
    case .canBeCompleted(let questions):
      let blocked = causes.intersection(questions)
      if blocked.count == 1 { return nil }
      let judged = questions.filter { plan.steps[$0].rules.judgesAnswers }
      let members = blocked.isEmpty ? judged : blocked.sorted()
      let ids = members.map { plan.steps[$0].question.id }
      guard let first = members.first else { return nil }
      return Diagnostic(
        ExaminationFinding.blocksEverybody(questions: ids),
        at: plan.steps[first].question.location
      )
    case .isCounted(let number, let item):
      let indicator = plan.questionnaire.indicators[number]
      let name = item.map { plan.steps[$0].question.id }
      return Diagnostic(
        ExaminationFinding.indicatorNeverCounted(indicator.id, item: name),
        at: indicator.location
      )
    // Whom an indicator leaves out is mostly meant so.
    case .everybodyCounted: return nil
    }
  }

  private func isRefuted(_ claim: FormClaim) -> Bool { verdict(on: claim)?.isRefuted ?? false }

  private func ruleLocation(_ index: Int) -> SourceLocation {
    let question = plan.steps[index].question
    return question.constraint?.location ?? question.choiceFilter?.location ?? question.location
  }

  /// One finding for the widest part of which nothing is ever asked.
  ///
  /// `unasked` are those of `neverAsked` that do not follow from others.
  private func pathFindings(_ unasked: Set<Int>, among neverAsked: Set<Int>) -> [Diagnostic] {
    let form = plan.questionnaire
    var told: Set<Int> = []
    var findings: [Diagnostic] = []
    for index in unasked.sorted() where !told.contains(index) {
      let section = plan.steps[index].section
      let groups = form.path(ofSection: section).filter { $0.relevant != nil }
      let widest = groups.first { group in questions(of: group).isSubset(of: neverAsked) }
      if let widest {
        let questions = questions(of: widest)
        told.formUnion(questions)
        let finding = ExaminationFinding.partNeverAsked(widest.id, questions: questions.count)
        findings.append(Diagnostic(finding, at: widest.relevant?.location ?? widest.location))
        continue
      }
      let own = askable.filter { plan.steps[$0].section == section }
      if let rule = form.sections[section].relevant, own.isSubset(of: neverAsked) {
        told.formUnion(own)
        let name = form.sections[section].id
        let finding = ExaminationFinding.partNeverAsked(name, questions: own.count)
        findings.append(Diagnostic(finding, at: rule.location))
        continue
      }
      let question = plan.steps[index].question
      let finding = ExaminationFinding.neverAsked(
        question: question.id,
        isComputed: !question.kind.isShown
      )
      findings.append(Diagnostic(finding, at: question.relevant?.location ?? question.location))
    }
    return findings
  }

  /// The questions of which it is asked whether they are ever asked.
  private var askable: Set<Int> {
    Set(
      claims.compactMap { claim in
        if case .canBeAsked(let question) = claim.claim { question } else { nil }
      }
    )
  }

  private func questions(of group: FormGroup) -> Set<Int> {
    let form = plan.questionnaire
    return askable.filter { index in
      form.path(ofSection: plan.steps[index].section).contains { $0.id == group.id }
    }
  }
}
