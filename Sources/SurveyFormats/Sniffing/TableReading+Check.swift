package import SurveyModel

extension TableReading {
  /// Refuses a table that cannot be one of interviews with `questionnaire`.
  ///
  /// - Parameters:
  ///   - questionnaire: The questionnaire of the interviews.
  ///   - acceptsGuesses: Whether the user agreed to columns that were only guessed.
  /// - Throws: ``TableFault`` with the columns that stand in the way.
  package func check(
    _ questionnaire: Questionnaire,
    acceptsGuesses: Bool = false
  ) throws(TableFault) {
    if !acceptsGuesses { try refuseGuesses(questionnaire) }
    if map.recognised == 0 {
      throw .nothingRecognised(
        header: Array(map.header.prefix(8)),
        line: headerLine,
        questionnaire.id
      )
    }
    if let pair = map.duplicates.first {
      let one = TableColumn(number: pair.first + 1, header: map.header[pair.first])
      let other = TableColumn(number: pair.second + 1, header: map.header[pair.second])
      if HeaderKey(one.header) == HeaderKey(other.header) {
        if let columns = columnsOfOneChoice(pair.first, questionnaire) {
          throw .columnsOfOneChoice(one.header, columns)
        }
        throw .duplicateColumn(
          one.header,
          first: one.number,
          second: other.number,
          line: headerLine
        )
      }
      throw .sameQuestion(map.name(of: pair.first, in: questionnaire), first: one, second: other)
    }
    if !nearColumns.isEmpty { throw .reading(.nearColumns(nearColumns)) }
    let missing = questionnaire.questions.indices.filter { index in
      let question = questionnaire.questions[index]
      return question.required == .always && question.relevant == nil
        && !map.questions.contains(index)
    }
    if !missing.isEmpty {
      throw .missingColumns(missing.map { questionnaire.questions[$0].id }, line: headerLine)
    }
  }

  /// The columns from `first` on, counted from 1, that are headed alike and mean a question that takes
  /// one option.
  private func columnsOfOneChoice(_ first: Int, _ questionnaire: Questionnaire) -> ClosedRange<Int>?
  {
    guard case .question(let index) = map.meanings[first],
      case .selectOne = questionnaire.questions[index].kind
    else { return nil }
    let key = HeaderKey(map.header[first])
    let alike = map.header[first...].prefix { HeaderKey($0) == key }
    return alike.count > 1 ? first + 1...first + alike.count : nil
  }

  private func refuseGuesses(_ questionnaire: Questionnaire) throws(TableFault) {
    let guesses = map.meanings.indices.filter { map.evidence[$0] == .guess }.map { column in
      let id = map.meanings[column].question.map { questionnaire.questions[$0].id } ?? ""
      return ReadingFault.Guess(header: map.header[column], question: id)
    }
    if !guesses.isEmpty { throw .reading(.guesses(guesses)) }
  }
}
