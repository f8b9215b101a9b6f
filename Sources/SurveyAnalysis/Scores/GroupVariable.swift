package import SurveyModel

/// The groups that one question divides the interviews into.
package struct GroupVariable: Sendable {
  /// One group.
  package struct Level: Hashable, Sendable {
    /// The code, the text or the number as it is stored.
    package let code: String
    /// How it is shown.
    package let label: LocalizedText
  }

  /// The question.
  package let question: Question
  /// The groups, in the order of the choice list or of the alphabet; only those that occur.
  package let levels: [Level]
  /// For each interview the position of its group; −1 when it belongs to none.
  package let codes: [Int]

  /// Divides the interviews of `data` by the answers to `questionID`.
  ///
  /// - Returns: `nil` when there is no such question or its answers make no groups.
  package init?(_ questionID: String, in data: Dataset) {
    guard let index = data.questionnaire.index(of: questionID) else { return nil }
    question = data.questionnaire.questions[index]
    switch data.columns[index].values {
    case .choice(let stored):
      guard let list = question.kind.choiceList else { return nil }
      var seen = Array(repeating: false, count: list.choices.count)
      for code in stored where code >= 0 { seen[Int(code)] = true }
      var position = Array(repeating: -1, count: list.choices.count)
      var levels: [Level] = []
      for (choiceIndex, choice) in list.choices.enumerated() where seen[choiceIndex] {
        position[choiceIndex] = levels.count
        levels.append(Level(code: choice.code, label: choice.label))
      }
      self.levels = levels
      codes = stored.map { $0 < 0 ? -1 : position[Int($0)] }
    case .text(let texts):
      (levels, codes) = Self.divide(texts)
    case .number(let numbers):
      (levels, codes) = Self.divide(
        numbers.map { number in
          number.isNaN ? nil : Int(exactly: number).map { String($0) } ?? "\(number)"
        }
      )
    case .choices:
      return nil
    }
  }

  /// The groups of a question, or why there are none.
  static func named(
    _ id: String,
    in data: Dataset
  ) throws(StudyDesignError) -> GroupVariable {
    if let variable = GroupVariable(id, in: data) { return variable }
    throw data.questionnaire.index(of: id) == nil ? .unknownQuestion(id) : .makesNoGroups(id)
  }

  private static func divide(_ texts: [String?]) -> (levels: [Level], codes: [Int]) {
    let distinct = Set(texts.compactMap { $0 }).sorted { one, other in
      guard let left = NumberText.parse(one), let right = NumberText.parse(other) else {
        return VietnameseOrder.precedes(one, other)
      }
      return left < right
    }
    let position = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    let levels = distinct.map { Level(code: $0, label: LocalizedText(["vi": $0])) }
    return (levels, texts.map { $0.flatMap { position[$0] } ?? -1 })
  }
}
