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
    var levels: [Level] = []
    for choice in question.kind.choiceList?.choices ?? [] {
      let values = IndicatorScores.positive(question.id, codes: [choice.code], in: data)
      levels.append(
        Level(
          choice: choice,
          count: values.count { $0 == 1 },
          share: try design.mean(of: values)
        )
      )
    }
    self.levels = levels
    if question.kind.choiceList?.choices.contains(where: \.isPositive) == true {
      let values = IndicatorScores.positive(question.id, codes: nil, in: data)
      positive = try design.mean(of: values)
    } else {
      positive = nil
    }
    if case .number(let numbers) = column.values {
      mean = try design.mean(of: numbers)
    } else {
      mean = nil
    }
  }
}
