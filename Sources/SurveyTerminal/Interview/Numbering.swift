import SurveyModel

/// The numbers of the questions on the present path; notes have none.
struct Numbering {
  /// The questions in order; the first has number 1.
  let questions: [Int]

  init(_ session: InterviewSession) {
    questions = session.path.filter { !session.isPassed($0) }
  }

  /// The number of a question.
  func number(of question: Int) -> Int? { questions.firstIndex(of: question).map { $0 + 1 } }

  /// The question with a number.
  func question(_ number: Int) -> Int? {
    questions.indices.contains(number - 1) ? questions[number - 1] : nil
  }
}

/// Where a typed number or text leads.
enum JumpTarget: Hashable {
  case question(Int)
  case nowhere
  case offPath(Int)
  case several([Int])

  /// Looks for a number first, then a whole name, then a part of name or words without marks.
  init(_ text: String, in session: InterviewSession, words: QuestionWords) {
    let numbering = Numbering(session)
    if let number = NumberText.parseInteger(text), number > 0, number < 100_000 {
      self = numbering.question(number).map(JumpTarget.question) ?? .nowhere
      return
    }
    let steps = session.plan.steps
    let wanted = foldedForSearch(text)
    guard !wanted.isEmpty else {
      self = .nowhere
      return
    }
    if let exact = numbering.questions.first(where: { steps[$0].question.id == text }) {
      self = .question(exact)
      return
    }
    func matches(_ index: Int) -> Bool {
      let question = steps[index].question
      return foldedForSearch(question.id).contains(wanted)
        || foldedForSearch(words.text(question.label)).contains(wanted)
    }
    let found = numbering.questions.filter(matches)
    switch found.count {
    case 0:
      let elsewhere = steps.indices.first { index in
        let question = steps[index].question
        return question.isAsked && question.kind.takesAnswers
          && matches(index)
      }
      self = elsewhere.map(JumpTarget.offPath) ?? .nowhere
    case 1: self = .question(found[0])
    default: self = .several(found)
    }
  }
}
