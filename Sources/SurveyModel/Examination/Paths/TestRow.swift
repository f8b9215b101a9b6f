/// One made-up form that shows one thing about the rules.
package struct TestRow: Hashable, Sendable {
  /// What an import should do with it.
  package enum Expectation: Hashable, Sendable {
    case accepted
    /// Sent back, with this code at this question.
    case refused(code: String, question: Int)
  }

  /// What it is for.
  package enum Purpose: Hashable, Sendable {
    /// It goes a way through the form on which these questions have answers that came up nowhere before.
    case way(questions: [Int])
    /// The question has this answer, the last that is allowed or one that needs a special way.
    case answer(Answer, question: Int)
    /// The question is skipped.
    case skipped(question: Int)
    /// The question has an answer that is just outside.
    case outside(Answer, question: Int)
    /// The question is skipped and answered all the same.
    case answerToSkipped(question: Int)
  }

  /// For each question what a file says; `nil` where it has no column.
  package var answers: [Answer?]
  /// What it is for.
  package let purpose: Purpose
  /// What an import should do with it.
  package let expectation: Expectation
}

/// Made-up forms that walk every way and every boundary of a questionnaire.
package struct TestRows: Sendable {
  /// The questions that have a column.
  package let questions: [Int]
  /// The rows: those that are accepted first.
  package internal(set) var rows: [TestRow] = []
  /// Answers for which no form was found that is accepted or refused for them alone.
  package internal(set) var unreached: [(question: Int, answer: Answer)] = []

  /// Whether the form has more questions than are searched, so that there are no rows.
  package let isTooLong: Bool

  init(questions: [Int], isTooLong: Bool = false) {
    self.questions = questions
    self.isTooLong = isTooLong
  }
}

extension TestRow.Purpose {
  /// What the row is for in words, led by the remark that it is made up.
  package func text(of plan: InterviewPlan, in language: InterfaceLanguage) -> String {
    func name(_ question: Int) -> String { plan.steps[question].question.id }
    func said(_ answer: Answer, _ question: Int) -> String {
      let text = answer.missingReason == nil ? String(answer.text.prefix(40)) : "''"
      return "\(name(question)) = \(text)"
    }
    let lead = language.choose("DỮ LIỆU THỬ", "MADE UP")
    switch self {
    case .way(let questions):
      let names = questions.prefix(6).map { name($0) }.joined(separator: ", ")
      let rest = questions.count > 6 ? ", … (\(questions.count))" : ""
      return language.choose(
        "\(lead): đường đi với câu trả lời mới ở \(names)\(rest)",
        "\(lead): a way with new answers to \(names)\(rest)"
      )
    case .answer(let answer, let question): return "\(lead): \(said(answer, question))"
    case .skipped(let question):
      return language.choose(
        "\(lead): bỏ qua \(name(question))",
        "\(lead): \(name(question)) is skipped"
      )
    case .outside(let answer, let question):
      return language.choose(
        "\(lead): ngoài giới hạn, \(said(answer, question))",
        "\(lead): outside, \(said(answer, question))"
      )
    case .answerToSkipped(let question):
      return language.choose(
        "\(lead): trả lời câu bị bỏ qua, \(name(question))",
        "\(lead): an answer to a skipped question, \(name(question))"
      )
    }
  }
}
