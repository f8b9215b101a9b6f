package import SurveyModel
package import SurveyStatistics

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
  /// The breakdown of the interviews into these groups.
  package let grouping: Grouping

  /// For each interview the position of its group; −1 when it belongs to none.
  package var codes: GroupCodes { grouping.codes }

  /// Divides the interviews of `data` by the answers to `questionID`.
  ///
  /// - Returns: `nil` when there is no such question or its answers make no groups.
  package init?(_ questionID: String, in data: Dataset) {
    guard let index = data.questionnaire.index(of: questionID) else { return nil }
    question = data.questionnaire.questions[index]
    switch data.columns[index].values {
    case .choice(let stored):
      guard let list = question.kind.choiceList else { return nil }
      (levels, grouping) = Self.divide(stored, list)
    case .text(let answers):
      (levels, grouping) = Self.divide(answers)
    case .number(let numbers):
      (levels, grouping) = Self.divide(
        TextAnswers(
          numbers.map { number in
            number.isNaN ? nil : Int(exactly: number).map { String($0) } ?? "\(number)"
          }
        )
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

  private static func divide(
    _ stored: ChoicePositions,
    _ list: ChoiceList
  ) -> (levels: [Level], grouping: Grouping) {
    var seen = Array(repeating: false, count: list.choices.count)
    if let bytes = stored.bytes {
      var occurs = Array(repeating: false, count: 256)
      for byte in bytes { occurs[Int(byte)] = true }
      for position in seen.indices.prefix(AnswerByte.mostChoices) {
        seen[position] = occurs[position]
      }
    } else {
      for position in stored where position >= 0 { seen[Int(position)] = true }
    }
    var place = Array(repeating: Int32(-1), count: list.choices.count)
    var levels: [Level] = []
    for (position, choice) in list.choices.enumerated() where seen[position] {
      place[position] = Int32(levels.count)
      levels.append(Level(code: choice.code, label: choice.label))
    }
    guard let bytes = stored.bytes else {
      let codes = stored.map(place, else: -1)
      return (levels, Grouping(trusted: codes, count: levels.count))
    }
    let used = place.prefix(AnswerByte.mostChoices)
    let table = used + Array(repeating: -1, count: 256 - used.count)
    return (levels, Grouping(trusted: bytes, groups: Array(table), count: levels.count))
  }

  private static func divide(_ answers: TextAnswers) -> (levels: [Level], grouping: Grouping) {
    var occurs = Array(repeating: false, count: answers.texts.count)
    for code in answers.codes where code >= 0 { occurs[Int(code)] = true }
    let texts = zip(answers.texts, occurs).filter { $1 }.map(\.0)
    let distinct = Set(texts).sorted { one, other in
      guard let left = NumberText.parse(one), let right = NumberText.parse(other) else {
        return VietnameseOrder.precedes(one, other)
      }
      return left < right
    }
    let position = Dictionary(
      uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32(clamping: $0)) }
    )
    let levels = distinct.map { Level(code: $0, label: LocalizedText(["vi": $0])) }
    let place = answers.texts.map { position[$0] ?? -1 }
    let codes = answers.codes.map { $0 < 0 ? -1 : place[Int($0)] }
    return (levels, Grouping(trusted: codes, count: levels.count))
  }
}
