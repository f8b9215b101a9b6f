import SurveyModel

/// A way in which a paper form counts its questions.
enum QuestionCounting {
  /// As the labels of the questionnaire print it, or its ids say.
  case printed
  /// 1, 2, 3 … through these questions.
  case running([Int])
  /// 1.1, 1.2, 2.1 … or A1, A2, B1 … through these sections.
  case sections([[Int]])

  var isPrinted: Bool {
    if case .printed = self { true } else { false }
  }

  /// How many questions are counted.
  var count: Int {
    switch self {
    case .printed: 0
    case .running(let questions): questions.count
    case .sections(let sections): sections.reduce(0) { $0 + $1.count }
    }
  }

  /// What all numbers mean; none when one of them means nothing.
  func meanings(
    _ numbers: [Int: PrintedNumber],
    _ questionnaire: Questionnaire
  ) -> [Int: ColumnMap.Meaning]? {
    var meanings: [Int: ColumnMap.Meaning] = [:]
    for (column, number) in numbers {
      guard let meaning = meaning(number, questionnaire) else { return nil }
      meanings[column] = meaning
    }
    return meanings
  }

  private func meaning(
    _ number: PrintedNumber,
    _ questionnaire: Questionnaire
  ) -> ColumnMap.Meaning? {
    switch self {
    case .printed:
      let found = questionnaire.questions.indices.filter { index in
        Self.numbers(of: questionnaire.questions[index]).contains(number)
      }
      return found.count == 1 ? .question(found[0]) : nil
    case .running(let questions):
      guard questions.indices.contains(number.major - 1) else { return nil }
      let question = questions[number.major - 1]
      guard let minor = number.minor else { return .question(question) }
      return Self.option(minor, of: question, questionnaire)
    case .sections(let sections):
      let place = number.minor == nil ? Self.alphabet(number.letter) : number.major
      guard let place, sections.indices.contains(place - 1) else { return nil }
      let inside = number.minor ?? number.major
      let questions = sections[place - 1]
      return questions.indices.contains(inside - 1) ? .question(questions[inside - 1]) : nil
    }
  }

  private static func option(
    _ number: Int,
    of question: Int,
    _ questionnaire: Questionnaire
  ) -> ColumnMap.Meaning? {
    guard case .selectMultiple(let list) = questionnaire.questions[question].shape else {
      return nil
    }
    if let place = list.index(of: String(number)) {
      return .option(question: question, choice: place)
    }
    return list.choices.indices.contains(number - 1)
      ? .option(question: question, choice: number - 1) : nil
  }

  /// The numbers that a question prints before its words or bears as its id.
  private static func numbers(of question: Question) -> [PrintedNumber] {
    let printed = question.label.translations.values.compactMap { label in
      PrintedNumber.split(MatchingKey(label).text).flatMap { PrintedNumber("câu \($0.number)") }
    }
    let id = PrintedNumber(question.id)
    return printed + [id].compactMap { $0 }
  }

  /// A is 1, B is 2.
  private static func alphabet(_ letter: String) -> Int? {
    guard letter.utf8.count == 1, let byte = letter.utf8.first, byte >= UInt8(ascii: "a"),
      byte <= UInt8(ascii: "z")
    else { return nil }
    return Int(byte - UInt8(ascii: "a")) + 1
  }
}
