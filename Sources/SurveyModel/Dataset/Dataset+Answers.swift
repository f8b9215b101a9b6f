extension Dataset {
  /// Columns from rows of answers, one answer for each question.
  public init(questionnaire: Questionnaire, answers rows: [[Answer]], waves: Waves? = nil) {
    let columns = questionnaire.questions.indices.map { index in
      let cells = rows.map { $0.indices.contains(index) ? $0[index] : .missing(.notCollected) }
      return Column(cells, shape: questionnaire.questions[index].shape)
    }
    self.init(questionnaire: questionnaire, count: rows.count, columns: columns, waves: waves)
  }

  /// The answers of one interview, one for each question.
  public func answers(at row: Int) -> [Answer] {
    zip(questionnaire.questions, columns).map { $1.answer(at: row, to: $0) }
  }
}

extension Dataset.Column {
  /// The answer of one interview to the question of this column.
  func answer(at row: Int, to question: Question) -> Answer {
    let reason: MissingReason = question.kind.isStored ? .noAnswer : .notApplicable
    return value(at: row, to: question) ?? .missing(missing[row] ?? reason)
  }

  private func value(at row: Int, to question: Question) -> Answer? {
    let choices = question.kind.choiceList?.choices ?? []
    switch values {
    case .choice(let positions):
      guard positions.indices.contains(row) else { return nil }
      let position = Int(positions[row])
      return choices.indices.contains(position) ? .choice(choices[position].code) : nil
    case .choices(let options):
      let cells = options.map { $0.indices.contains(row) ? $0[row] : -1 }
      guard cells.contains(where: { $0 >= 0 }) else { return nil }
      return .choices(zip(choices, cells).filter { $1 == 1 }.map { $0.0.code })
    case .number(let numbers):
      guard numbers.indices.contains(row), !numbers[row].isNaN else { return nil }
      if case .integer = question.shape, let whole = Int(exactly: numbers[row]) {
        return .integer(whole)
      }
      return .decimal(numbers[row])
    case .text(let texts):
      guard texts.indices.contains(row), let text = texts[row] else { return nil }
      if case .date = question.shape { return CalendarDate(iso: text).map { .date($0) } }
      return .text(text)
    }
  }
}

extension Dataset.Column {
  /// A column of answers of this shape; an answer of another one is missing.
  init(_ answers: [Answer], shape: AnswerShape) {
    let missing = MissingReasons(
      bytes: answers.map { $0.missingReason.map(AnswerByte.byte) ?? AnswerByte.absent }
    )
    let values: Dataset.Values
    switch shape {
    case .selectOne(let list):
      values = .choice(
        ChoicePositions(
          answers.map { answer in
            guard case .choice(let code) = answer, let index = list.index(of: code) else {
              return -1
            }
            return Int32(index)
          }
        )
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
      values = .text(TextAnswers(answers.map { $0.missingReason == nil ? $0.text : nil }))
    }
    self.init(values: values, missing: missing)
  }
}
