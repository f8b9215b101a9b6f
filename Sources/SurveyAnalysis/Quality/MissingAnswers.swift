import SurveyModel

/// One operator's share of missing answers far from that of the others.
///
/// Many missing answers are questions that were not asked, few of them, where others have many,
/// answers that somebody made up (Bredl, Winker and Kötschau 2012, *Survey Methodology* 38: 1–10, item
/// non-response as a sign of falsification). Don't know, refused and blank count, of what was asked; at
/// the rule's error over all operators (Holm).
enum MissingAnswers {
  /// For each interview the share of questions that were asked and got no answer.
  static func shares(in data: Dataset) -> [Double] {
    var asked = Array(repeating: 0.0, count: data.count)
    var missing = asked
    let design = Set(data.questionnaire.sample.questionIDs)
    for (question, column) in zip(data.questionnaire.questions, data.columns) {
      guard question.isAsked, question.kind.takesAnswers, !question.isRepeated,
        !question.persists, !design.contains(question.id), question.role == nil
      else { continue }
      // Words are left blank by most people, and say nothing about who asked.
      if question.shape == .text { continue }
      Self.countAnswers(column, &asked)
      for (row, reason) in column.missing
      where MissingReason.declarable.contains(reason) && asked.indices.contains(row) {
        asked[row] += 1
        missing[row] += 1
      }
    }
    return zip(missing, asked).map { $1 > 0 ? $0 / $1 : .nan }
  }

  /// Adds one to each interview that has an answer.
  private static func countAnswers(_ column: Dataset.Column, _ asked: inout [Double]) {
    switch column.values {
    case .choice(let positions):
      for row in asked.indices where row < positions.count && positions[row] >= 0 {
        asked[row] += 1
      }
    case .number(let numbers):
      for row in asked.indices where row < numbers.count && !numbers[row].isNaN { asked[row] += 1 }
    case .text(let texts):
      for row in asked.indices where row < texts.count && texts[row] != nil { asked[row] += 1 }
    case .choices(let options):
      for row in asked.indices
      where options.contains(where: { row < $0.count && $0[row] >= 0 }) { asked[row] += 1 }
    }
  }
}
