/// Answers that lead to what a claim is about, in the order of the form.
package struct WitnessPath: Hashable, Sendable {
  /// One question with its answer.
  package struct Step: Hashable, Sendable {
    /// The question.
    package let question: Int
    /// The answer, or why none is given.
    package let answer: Answer
  }

  /// The questions that matter with their answers; what they do not name may be anything.
  package let steps: [Step]

  init(_ given: [Answer?], of questions: [Int]) {
    steps = questions.sorted().compactMap { question in
      given[question].map { Step(question: question, answer: $0) }
    }
  }

  /// The session of a surveyor who is given these answers.
  ///
  /// They are given one after the other; where a rule looks ahead and refuses one too early, they
  /// are put in as a form that was set aside.
  package func replayed(in plan: InterviewPlan, moment: FormMoment) -> InterviewSession {
    var session = InterviewSession(plan: plan, moment: moment)
    let isRepeated = steps.contains { plan.steps[$0.question].question.isRepeated }
    do throws(AnswerRejection) {
      for step in steps where !isRepeated {
        try session.answer(step.question, to: step.answer, confirmed: true)
      }
      let isTaken = steps.allSatisfy { session.form.given[$0.question] == $0.answer }
      if isTaken, !isRepeated { return session }
    } catch {
      // Put in together below.
    }
    session = InterviewSession(plan: plan, moment: moment)
    let answers = Dictionary(
      steps.map { ($0.question, $0.answer) },
      uniquingKeysWith: { first, _ in first }
    )
    session.restore(answers, acceptedWarnings: Set(answers.keys))
    return session
  }

  /// `tuoi = 17; gioi = 2 (Nữ)`; a long way keeps its end.
  package func text(of plan: InterviewPlan, in language: InterfaceLanguage) -> String {
    let blank = language.choose("(trống)", "(blank)")
    let words = steps.map { step -> String in
      let question = plan.steps[step.question].question
      let text: String
      switch step.answer {
      case .missing(let reason):
        let code = question.missing.first { $0.reason == reason }
        text = code.map { "\($0.code) (\($0.label.text(in: language)))" } ?? blank
      case .choice(let code):
        let choice = question.kind.choiceList?.choices.first { $0.code == code }
        let label = choice.map { String($0.label.text(in: language).prefix(40)) } ?? ""
        text = label.isEmpty || label == code ? code : "\(code) (\(label))"
      case .text(let words): text = "'\(words.prefix(40))'"
      case .integer, .decimal, .date, .choices: text = step.answer.text
      }
      return "\(question.id) = \(text)"
    }
    let shown = words.suffix(12).joined(separator: "; ")
    if words.isEmpty { return language.choose("(phiếu trống)", "(an empty form)") }
    return words.count > 12 ? "…; \(shown)" : shown
  }
}
