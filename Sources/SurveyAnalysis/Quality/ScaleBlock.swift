import SurveyModel

/// Items that stand in a row and share the codes of their scale.
///
/// Scales that turn round, with the same codes in the other direction, belong to one block.
struct ScaleBlock: Sendable {
  /// The positions of the questions.
  var questions: [Int]
  /// Whether codes rise with approval, for each of them.
  var ascends: [Bool]
  /// The codes in the order of their numbers, else as they are listed.
  let codes: [String]
  /// For each item and position in its list the place in ``codes``.
  var places: [[Int]]

  /// The code in the middle, which says the same in both directions.
  var middle: Int? { codes.count % 2 == 1 ? codes.count / 2 : nil }

  /// The blocks of at least `items` questions.
  static func all(in questionnaire: Questionnaire, items: Int) -> [ScaleBlock] {
    var blocks: [ScaleBlock] = []
    var open: ScaleBlock?
    for (index, question) in questionnaire.questions.enumerated() where question.kind.takesAnswers {
      guard question.isAsked, !question.isRepeated, case .selectOne(let list) = question.kind,
        let scale = list.scale, list.choices.count > 1
      else {
        if let open { blocks.append(open) }
        open = nil
        continue
      }
      let sorted = Self.sorted(list.choices.map(\.code))
      let places = list.choices.map { sorted.firstIndex(of: $0.code) ?? 0 }
      if open?.codes == sorted {
        open?.questions.append(index)
        open?.ascends.append(scale.direction == .ascending)
        open?.places.append(places)
      } else {
        if let open { blocks.append(open) }
        open = ScaleBlock(
          questions: [index],
          ascends: [scale.direction == .ascending],
          codes: sorted,
          places: [places]
        )
      }
    }
    if let open { blocks.append(open) }
    return blocks.filter { $0.questions.count >= max(2, items) }
  }

  private static func sorted(_ codes: [String]) -> [String] {
    let numbers = codes.compactMap { NumberText.parse($0) }
    guard numbers.count == codes.count else { return codes }
    return zip(codes, numbers).sorted { $0.1 < $1.1 }.map { $0.0 }
  }
}
