package import SurveyModel
package import SurveyStatistics

/// One question with all its answers: what a report's item table shows.
package struct ItemProfile: Sendable {
  /// One option with the number of interviews and the estimated share.
  package struct Level: Sendable {
    package let choice: Choice
    package let count: Int
    package let share: Estimate?
  }

  /// The question.
  package let question: Question
  /// The options in the order of the list; empty for an open question.
  package let levels: [Level]
  /// Interviews with a valid answer.
  package let answered: Int
  /// Interviews without one, by reason.
  package let missing: [MissingReason: Int]
  /// Share of positive levels, when the list has any.
  package let positive: Estimate?
  /// The mean of a numeric question.
  package let mean: Estimate?

  /// Describes the answers to the question at `index`.
  package init(
    _ index: Int,
    in data: Dataset,
    design: SampleDesign
  ) throws(SampleDesignError) {
    question = data.questionnaire.questions[index]
    let column = data.columns[index]
    missing = column.missing.counts
    answered = data.count - column.missing.count
    let choices = question.kind.choiceList?.choices ?? []
    if case .choice(let positions) = column.values, let bytes = positions.bytes,
      choices.count <= AnswerByte.mostChoices
    {
      (levels, positive) = try Self.levels(choices, bytes, design)
    } else {
      (levels, positive) = try Self.levels(choices, question.id, data, design)
    }
    if case .number(let numbers) = column.values {
      mean = try design.mean(of: numbers)
    } else {
      mean = nil
    }
  }

  /// The shares of all answers to a closed question, added up at once.
  private static func levels(
    _ choices: [Choice],
    _ bytes: [UInt8],
    _ design: SampleDesign
  ) throws(SampleDesignError) -> (levels: [Level], positive: Estimate?) {
    func variable(_ isOne: (Int) -> Bool) -> [Double] {
      (0..<256).map { choices.indices.contains($0) ? isOne($0) ? 1 : 0 : .nan }
    }
    var variables = choices.indices.map { answer in variable { $0 == answer } }
    let hasPositive = choices.contains(where: \.isPositive)
    if hasPositive { variables.append(variable { choices[$0].isPositive }) }
    let shares = try design.means(ofByte: bytes, variables)
    var counts = Array(repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let levels = choices.indices.map {
      Level(choice: choices[$0], count: counts[$0], share: shares[$0])
    }
    return (levels, hasPositive ? shares[choices.count] : nil)
  }

  /// The shares one after the other, as of a question with several answers.
  private static func levels(
    _ choices: [Choice],
    _ id: String,
    _ data: Dataset,
    _ design: SampleDesign
  ) throws(SampleDesignError) -> (levels: [Level], positive: Estimate?) {
    var levels: [Level] = []
    for choice in choices {
      let column = IndicatorScores.coded(id, choice: choice.code, in: data)
      levels.append(
        Level(
          choice: choice,
          count: column.count(of: 1),
          share: try design.statistics(ofMeans: column).estimates.first ?? nil
        )
      )
    }
    guard choices.contains(where: \.isPositive) else { return (levels, nil) }
    let values = IndicatorScores.positive(id, codes: nil, in: data)
    return (levels, try design.mean(of: values))
  }
}
