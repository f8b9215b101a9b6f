import SurveyModel

/// One column of a template: a question, or one option of a multiple choice.
struct TemplateColumn: Hashable {
  /// The index of the question.
  let index: Int
  let question: Question
  /// The option, for a multiple choice.
  let choice: Choice?

  /// What stands in the first row and is read back: `question` or `question__code`.
  var id: String { choice.map { "\(question.id)__\($0.code)" } ?? question.id }

  /// What stands in the second row for people.
  func label(in language: InterfaceLanguage) -> String {
    let label = question.label.text(in: language)
    return choice.map { "\(label) [\($0.label.text(in: language))]" } ?? label
  }

  /// The columns of a questionnaire in the order of the form; notes and computed values have none.
  static func all(of questionnaire: Questionnaire) -> [TemplateColumn] {
    questionnaire.questions.enumerated().flatMap { index, question -> [TemplateColumn] in
      switch question.shape {
      case _ where !question.kind.takesAnswers: []
      case .nothing, .calculate: []
      case .selectMultiple(let list):
        list.choices.map { TemplateColumn(index: index, question: question, choice: $0) }
      case .selectOne, .integer, .decimal, .text, .date:
        [TemplateColumn(index: index, question: question, choice: nil)]
      }
    }
  }
}

extension Question {
  /// Whether every form has to answer it.
  var isAlwaysRequired: Bool { required == .always && relevant == nil }

  /// The options and missing codes that one cell may hold, each code once.
  func entries(in language: InterfaceLanguage) -> [(code: String, label: String)] {
    var seen: Set<String> = []
    let choices = (kind.choiceList?.choices ?? []).map { ($0.code, $0.label.text(in: language)) }
    let missing = missing.map { ($0.code, $0.label.text(in: language)) }
    return (choices + missing).filter { seen.insert($0.0).inserted }
      .map { (code: $0.0, label: $0.1) }
  }
}
