@testable import SurveyModel
import Testing

/// Interview and import interpret the same plan: the same answers have the same consequences.
@Suite struct OneRuleEngineTests {
  @Test(arguments: 0..<200)
  func `an interview ends as the import of its answers would`(seed: Int) throws {
    var form = RandomForm(seed: UInt64(seed), isCalm: false)
    let plan = try InterviewPlan(form.questionnaire)
    var session = InterviewSession(plan: plan, moment: Form.moment)
    for _ in 0..<60 {
      guard case .ask(let index) = session.step else {
        // Corrections from the review, so that branches die and come back.
        if let index = session.path.randomElement(using: &form.random) { session.jump(to: index) }
        continue
      }
      let answer = form.answer(to: plan.steps[index].question)
      let isConfirmed = Bool.random(using: &form.random)
      let before = session
      let verdict = verdict(on: answer, to: index, in: session)
      do throws(AnswerRejection) {
        try session.answer(index, to: answer, confirmed: isConfirmed)
        #expect(verdict == nil || verdict == "R03" && isConfirmed)
      } catch {
        #expect(error.code == verdict)
        #expect(session.form.effective == before.form.effective)
        #expect(session.step == before.step)
        #expect(!(isConfirmed && error.isSoft))
        if Int.random(in: 0..<3, using: &form.random) == 0 { session.back() }
        if case .ask(let stuck) = session.step, stuck == index {
          session.jump(to: session.path.randomElement(using: &form.random) ?? index)
        }
      }
      expectTheSame(session)
    }
  }

  @Test(arguments: 0..<100)
  func `an interview with repeats ends as the import of its answers would`(seed: Int) throws {
    var form = RandomForm(seed: UInt64(seed) + 3000, isCalm: false, hasRepeats: true)
    let plan = try InterviewPlan(form.questionnaire)
    var session = InterviewSession(plan: plan, moment: Form.moment)
    var turns = 0
    for _ in 0..<90 {
      guard case .ask(let index) = session.step else {
        if let index = session.path.randomElement(using: &form.random) { session.jump(to: index) }
        continue
      }
      turns = max(turns, session.turn)
      let answer = form.answer(to: plan.steps[index].question)
      let isConfirmed = Bool.random(using: &form.random)
      do throws(AnswerRejection) {
        try session.answer(index, to: answer, confirmed: isConfirmed)
      } catch {
        if Int.random(in: 0..<3, using: &form.random) == 0 { session.back() }
        if case .ask(let stuck) = session.step, stuck == index {
          session.jump(to: session.path.randomElement(using: &form.random) ?? index)
        }
      }
      expectTheSame(session)
    }
    // At most three, with four of the repeat inside each.
    #expect(turns < 12)
  }

  @Test(arguments: 0..<200)
  func `a restored interview has the problems of the imported row`(seed: Int) throws {
    var form = RandomForm(seed: UInt64(seed) + 1000, isCalm: false)
    let plan = try InterviewPlan(form.questionnaire)
    var answers: [Int: Answer] = [:]
    for (index, question) in form.questionnaire.questions.enumerated()
    where RandomForm.takesAnswers(question) {
      answers[index] = form.answer(to: question)
    }
    var session = InterviewSession(plan: plan, moment: Form.moment)
    session.restore(answers, acceptedWarnings: Set(answers.keys))
    expectTheSame(session)
  }

  @Test func `a row without problems can be given question by question`() throws {
    var replayed = 0
    for seed in 0..<200 {
      var form = RandomForm(seed: UInt64(seed) + 2000, isCalm: true)
      let plan = try InterviewPlan(form.questionnaire)
      guard let row = cleanRow(&form, plan) else { continue }
      let imported = plan.validate(row, moment: Form.moment)
      var session = InterviewSession(plan: plan, moment: Form.moment)
      while case .ask(let index) = session.step {
        let answer = row[index] ?? .missing(.notApplicable)
        try session.answer(index, to: answer, confirmed: imported.warnings.contains(index))
      }
      #expect(session.form.effective == imported.answers, "seed \(seed)")
      #expect(session.problems.isEmpty, "seed \(seed)")
      #expect(session.acceptedWarnings.sorted() == imported.warnings, "seed \(seed)")
      replayed += 1
    }
    #expect(replayed >= 150)
  }

  /// What the import says about one more answer: the code of a problem or of a warning.
  private func verdict(on answer: Answer, to index: Int, in session: InterviewSession) -> String? {
    guard !session.plan.steps[index].rules.isNote else { return nil }
    var row = row(of: session)
    row[index] = answer
    let imported = session.plan.validate(row, moment: Form.moment)
    let problem = imported.problems.first { $0.question == index }
    return problem?.rejection.code ?? (imported.warnings.contains(index) ? "R03" : nil)
  }

  /// The answers of a session as an import would read them.
  private func row(of session: InterviewSession) -> [Answer?] {
    session.plan.steps.indices.map { index in
      let isAsked = RandomForm.takesAnswers(session.plan.steps[index].question)
      return session.form.given[index] ?? (isAsked ? .missing(.notReached) : nil)
    }
  }

  /// A row that the import takes, by drawing wrong cells anew.
  private func cleanRow(_ form: inout RandomForm, _ plan: InterviewPlan) -> [Answer?]? {
    let questions = form.questionnaire.questions
    var row: [Answer?] = []
    for question in questions {
      row.append(RandomForm.takesAnswers(question) ? form.answer(to: question) : nil)
    }
    for _ in 0..<200 {
      let problems = plan.validate(row, moment: Form.moment).problems
      if problems.isEmpty { return row }
      for problem in problems {
        let isSkipped = problem.rejection == .answerToSkipped
        row[problem.question] =
          isSkipped ? .missing(.noAnswer) : form.answer(to: questions[problem.question])
      }
    }
    return nil
  }

  /// Relevance, answers and findings of a session are those of its answers as a row.
  private func expectTheSame(
    _ session: InterviewSession,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let plan = session.plan
    let row = row(of: session)
    let imported = plan.validate(row, moment: Form.moment)
    #expect(session.form.effective == imported.answers, sourceLocation: sourceLocation)

    var skipped: [Int] = []
    var refused: [String] = []
    for problem in imported.problems {
      switch problem.rejection {
      case .answerToSkipped: skipped.append(problem.question)
      case .answer(let rejection): refused.append("\(problem.question) \(rejection.code)")
      case .calculationDiffers: Issue.record("no calculation was given")
      }
    }
    let setAside = plan.steps.indices.filter { index in
      guard let given = session.form.given[index], given.missingReason == nil else { return false }
      guard let repeated = plan.repeatOf[index] else { return !session.form.relevant[index] }
      let turns = session.form.turns.turns(of: repeated)
      return plan.turns(of: given, to: index).contains { path, answer in
        let turn = turns.firstIndex { $0.path == path }
        return answer.missingReason == nil
          && (turn.map { !session.form.isRelevant(index, turn: $0) } ?? true)
      }
    }
    #expect(setAside == skipped, sourceLocation: sourceLocation)

    let problems = session.problems
    let hard = problems.filter { !$0.rejection.isSoft }
      .map { "\($0.question) \($0.rejection.code)" }
    #expect(hard == refused, sourceLocation: sourceLocation)

    let now = Form.moment.now
    let interview = session.interview(mode: .terminal, language: "vi", started: now, finished: now)
    let open = problems.filter(\.rejection.isSoft).map(\.question)
    let doubtful = Set(interview.acceptedWarnings).union(open).sorted()
    #expect(doubtful == imported.warnings, sourceLocation: sourceLocation)
    #expect(Set(interview.acceptedWarnings).isDisjoint(with: open), sourceLocation: sourceLocation)
  }
}
