import SurveyAnalysis
import SurveyModel

/// Puts the mistakes of real files into made-up rows.
///
/// Harmless ones (a label instead of a code, letters and marks apart, spaces around) are read all
/// the same; harmful ones (a code that does not exist) send the row back.
struct MadeUpFlaws {
  private let questionnaire: Questionnaire
  private var random: SeededGenerator

  init(questionnaire: Questionnaire, seed: UInt64) {
    self.questionnaire = questionnaire
    random = SeededGenerator(seed: seed ^ 0xF1A3)
  }

  /// One row with or without mistakes, and whether it has a harmful one.
  mutating func apply(to cells: [String], questions: [Int]) -> (cells: [String], isFlawed: Bool) {
    var cells = cells
    for (column, question) in questions.enumerated() where random.uniform() < 0.01 {
      cells[column] = harmless(cells[column], questionnaire.questions[question])
    }
    guard random.uniform() < 0.025 else { return (cells, false) }
    let closed = questions.indices.filter { column in
      guard case .selectOne = questionnaire.questions[questions[column]].kind else { return false }
      return !cells[column].isEmpty
    }
    guard !closed.isEmpty else { return (cells, false) }
    cells[closed[random.below(closed.count)]] = "77"
    return (cells, true)
  }

  private mutating func harmless(_ cell: String, _ question: Question) -> String {
    if case .selectOne(let list) = question.kind,
      let choice = list.choices.first(where: { $0.code == cell })
    {
      let label = choice.label.text("vi")
      return random.uniform() < 0.5 ? label.uppercased() : "\(cell) - \(label)"
    }
    return cell.isEmpty ? cell : " \(cell) "
  }
}
