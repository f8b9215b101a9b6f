import SurveyModel

/// The numbers of questions, which are those on paper; notes and fixed values have none.
struct Numbering {
  /// The questions of the present path that have a number, in order.
  let questions: [Int]
  /// How many questions the form has; the last has this number.
  let total: Int
  private let numbers: [Int?]

  init(_ session: InterviewSession) {
    numbers = session.plan.numbers
    total = numbers.compactMap { $0 }.last ?? 0
    questions = session.path.filter { [numbers] in numbers[$0] != nil }
  }

  /// The number of a question.
  func number(of question: Int) -> Int? {
    numbers.indices.contains(question) ? numbers[question] : nil
  }

  /// The question with a number, whether it is on the path or not.
  func question(_ number: Int) -> Int? { numbers.firstIndex(of: number) }
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
      guard let question = numbering.question(number) else {
        self = .nowhere
        return
      }
      self = numbering.questions.contains(question) ? .question(question) : .offPath(question)
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
      let elsewhere = steps.indices.first { numbering.number(of: $0) != nil && matches($0) }
      self = elsewhere.map(JumpTarget.offPath) ?? .nowhere
    case 1: self = .question(found[0])
    default: self = .several(found)
    }
  }
}
