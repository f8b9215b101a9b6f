extension Dataset {
  /// Columns from rows of answers, one answer for each question.
  public init(questionnaire: Questionnaire, answers rows: [[Answer]]) {
    let columns = questionnaire.questions.indices.map { index in
      let cells = rows.map { $0.indices.contains(index) ? $0[index] : .missing(.notCollected) }
      return Column(cells, shape: questionnaire.questions[index].shape)
    }
    self.init(questionnaire: questionnaire, count: rows.count, columns: columns)
  }
}

extension Dataset.Column {
  /// A column of answers of this shape; an answer of another one is missing.
  init(_ answers: [Answer], shape: AnswerShape) {
    var missing: [Int: MissingReason] = [:]
    for (row, answer) in answers.enumerated() { missing[row] = answer.missingReason }
    let values: Dataset.Values
    switch shape {
    case .selectOne(let list):
      values = .choice(
        answers.map { answer in
          guard case .choice(let code) = answer, let index = list.index(of: code) else { return -1 }
          return Int32(index)
        }
      )
    case .selectMultiple(let list):
      values = .choices(
        list.choices.map { choice in
          answers.map { answer in
            guard case .choices(let codes) = answer else { return -1 }
            return codes.contains(choice.code) ? 1 : 0
          }
        }
      )
    case .integer, .decimal:
      values = .number(
        answers.map { answer in
          switch answer {
          case .integer(let number): Double(number)
          case .decimal(let number): number
          default: .nan
          }
        }
      )
    case .text, .date, .nothing, .calculate:
      values = .text(answers.map { $0.missingReason == nil ? $0.text : nil })
    }
    self.init(values: values, missing: missing)
  }
}
