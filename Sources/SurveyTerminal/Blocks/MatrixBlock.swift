import SurveyModel

/// Closed questions that follow one another with the same codes of one key each, so that one line
/// can answer them all.
struct MatrixBlock: Hashable {
  /// Fewer questions are answered as fast one by one.
  static let least = 3

  /// The questions in their order; all are on the present path and have no answer yet.
  let questions: [Int]
  /// The options of each of them.
  let choices: [Choice]

  /// The block that begins with the question at `index`, when there is one.
  init?(at index: Int, in session: InterviewSession) {
    let steps = session.plan.steps
    guard steps.indices.contains(index), case .selectOne(let list) = steps[index].question.kind,
      list.choices.allSatisfy({ $0.code.count == 1 }), Self.isPlain(steps[index].question)
    else { return nil }
    let codes = list.choices.map(\.code)
    guard !codes.contains(where: { BlockLine.isCommand($0) }) else { return nil }
    let questions = session.path.drop { $0 != index }.prefix { next in
      guard steps[next].section == steps[index].section, session.form.given[next] == nil,
        session.suggestion(at: next) == nil,
        case .selectOne(let other) = steps[next].question.kind, Self.isPlain(steps[next].question)
      else { return false }
      return other.choices.map(\.code) == codes
    }
    guard questions.count >= Self.least else { return nil }
    self.questions = Array(questions)
    choices = list.choices
  }

  /// Whether every option is offered in its own order, and words hold no answers.
  private static func isPlain(_ question: Question) -> Bool {
    question.choiceFilter == nil && question.randomize == nil && !question.readOnly
      && !question.isRepeated
  }
}
