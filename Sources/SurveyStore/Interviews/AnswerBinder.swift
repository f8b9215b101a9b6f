import SurveyModel

/// Puts the answers of one interview after another into the parameters of statements.
///
/// The innermost loop of an import: it goes through flat tables of plain numbers, so that nothing
/// is counted, looked up by text or built anew for each answer.
struct AnswerBinder {
  /// What an interview has beside its parameters.
  struct Summary {
    var digest = RowDigest()
    /// The reasons for missing answers as JSON.
    var missing: String?
  }

  /// One question.
  private struct Step {
    let encoding: AnswerSlot.Encoding
    /// Its parameters, among all in their order.
    let first: Int
    let count: Int
    /// Its codes in the table of codes.
    let codes: Range<Int>
  }

  private let slots: [AnswerSlot]
  private let steps: [Step]
  private let parameters: [RawStatement.Parameter]
  private let codes: CodeTable
  private let entries: [CodeTable.Entry]
  private var missing: MissingTexts
  private var chosen: [Bool] = []

  /// The texts of dates.
  var dates = DateTexts()

  /// `offsets` are, for each statement, the parameter of its first answer.
  init(_ slots: [AnswerSlot], statements: [RawStatement], offsets: [Int32]) {
    self.slots = slots
    let codes = CodeTable()
    var parameters: [RawStatement.Parameter] = []
    steps = slots.map { slot in
      let first = parameters.count
      for place in slot.places {
        parameters.append(
          statements[place.table].parameter(offsets[place.table] + Int32(place.position))
        )
      }
      return Step(
        encoding: slot.encoding,
        first: first,
        count: slot.places.count,
        codes: codes.add(codes: slot.codes, numbers: slot.numbers)
      )
    }
    self.parameters = parameters
    self.codes = codes
    entries = codes.entries
    missing = MissingTexts(parts: slots.map(\.missingTexts))
  }

  /// Binds all answers, one for each question.
  mutating func bind(_ answers: [Answer]) throws -> Summary {
    guard answers.count == steps.count else {
      throw StudyError.answerCount(expected: steps.count, found: answers.count)
    }
    var summary = Summary()
    missing.begin()
    for index in answers.indices {
      let step = steps[index]
      guard step.count > 0 else {
        if case .options = step.encoding, answers[index].missingReason == nil {
          throw misfit(answers[index], index)
        }
        summary.digest.add(answers[index])
        continue
      }
      switch answers[index] {
      case .missing(let reason):
        for place in step.first..<step.first + step.count { parameters[place].bindNull() }
        missing.add(reason, question: index)
        summary.digest.add(reason)
      case .choice(let code): try bind(code, step, index, &summary.digest)
      case .choices(let chosen): try bind(chosen, step, index, &summary.digest)
      case let answer:
        try bind(answer, step, index)
        summary.digest.add(answer)
      }
    }
    summary.missing = missing.text()
    return summary
  }

  /// Binds one of the codes of a list.
  private func bind(
    _ code: String,
    _ step: Step,
    _ question: Int,
    _ digest: inout RowDigest
  ) throws {
    let parameter = parameters[step.first]
    if let key = code.shortKey, let entry = CodeTable.find(key, in: step.codes, of: entries) {
      switch step.encoding {
      case .choiceNumber: parameter.bind(entry.number)
      case .choiceText: try parameter.bind(lasting: entry.text, entry.length)
      default: throw misfit(.choice(code), question)
      }
      digest.addChoice(shortKey: key)
      return
    }
    let slot = slots[question]
    switch (step.encoding, slot.position(of: code)) {
    case (.choiceNumber, .some(let position)): parameter.bind(slot.numbers[position])
    case (.choiceText, .some): try parameter.bind(code)
    default: throw misfit(.choice(code), question)
    }
    digest.add(.choice(code))
  }

  /// Binds the options of a multiple choice.
  private mutating func bind(
    _ codes: [String],
    _ step: Step,
    _ question: Int,
    _ digest: inout RowDigest
  ) throws {
    guard case .options = step.encoding else { throw misfit(.choices(codes), question) }
    chosen.removeAll(keepingCapacity: true)
    chosen.append(contentsOf: repeatElement(false, count: step.count))
    digest.beginChoices(codes.count)
    for code in codes {
      let key = code.shortKey
      let entry = key.flatMap { CodeTable.find($0, in: step.codes, of: entries) }
      guard let position = entry?.position ?? slots[question].position(of: code),
        position < chosen.count
      else { throw misfit(.choices(codes), question) }
      chosen[position] = true
      if let key { digest.addChoice(shortKey: key) } else { digest.add(.choice(code)) }
    }
    for option in 0..<step.count {
      parameters[step.first + option].bind(chosen[option] ? 1 : 0 as Int64)
    }
  }

  /// Binds a number, a text or a date.
  private mutating func bind(_ answer: Answer, _ step: Step, _ question: Int) throws {
    let parameter = parameters[step.first]
    switch (step.encoding, answer) {
    case (.integer, .integer(let number)):
      parameter.bind(Int64(number))
    case (.decimal, .integer(let number)), (.calculate, .integer(let number)):
      parameter.bind(Double(number))
    case (.decimal, .decimal(let number)) where !number.isNaN,
      (.calculate, .decimal(let number)) where !number.isNaN:
      parameter.bind(number)
    case (.text, .text(let text)), (.calculate, .text(let text)):
      try parameter.bind(text)
    case (.date, .date(let date)), (.calculate, .date(let date)):
      try parameter.bind(dates.text(date))
    default:
      throw misfit(answer, question)
    }
  }

  private func misfit(_ answer: Answer, _ question: Int) -> StudyError {
    .answerDoesNotFit(question: slots[question].question, answer: answer)
  }
}
