import SurveyModel

/// The forms of all answers that rows of one table have in common, learned once each.
struct AnswerForms {
  /// The longer parts of a form.
  struct Long {
    let head: Range<Int>
    let body: Range<Int>
    let words: Range<Int>
  }

  private let slots: [AnswerSlot]
  private(set) var entries: [AnswerForm] = []
  private(set) var long: [Long] = []
  private(set) var bytes: [UInt8] = []
  private(set) var words: [UInt64] = []

  init(_ slots: [AnswerSlot]) { self.slots = slots }

  /// Learns the form of `answer` to the question at `question` and gives its number.
  mutating func learn(_ answer: Answer, question: Int) throws(StudyError) -> Int32 {
    let parts = try parts(of: answer, question: question)
    var form = AnswerForm()
    form.headLength = UInt8(truncatingIfNeeded: parts.head.count)
    form.bodyLength = UInt8(truncatingIfNeeded: parts.body.count)
    form.wordCount = UInt8(truncatingIfNeeded: parts.words.count)
    form.missing = parts.missing
    if parts.head.count <= AnswerForm.shortHead, parts.body.count <= AnswerForm.shortBody,
      parts.words.count <= 2
    {
      for (index, byte) in parts.head.enumerated() { form.head |= UInt64(byte) << (8 * index) }
      for (index, byte) in parts.body.enumerated() {
        if index < 8 {
          form.body.0 |= UInt64(byte) << (8 * index)
        } else {
          form.body.1 |= UInt64(byte) << (8 * (index - 8))
        }
      }
      form.words = (parts.words.first ?? 0, parts.words.count > 1 ? parts.words[1] : 0)
    } else {
      form.long = Int32(truncatingIfNeeded: long.count)
      long.append(
        Long(head: keep(parts.head), body: keep(parts.body), words: keep(parts.words))
      )
    }
    entries.append(form)
    return Int32(truncatingIfNeeded: entries.count - 1)
  }

  private mutating func keep(_ part: [UInt8]) -> Range<Int> {
    bytes.append(contentsOf: part)
    return bytes.count - part.count..<bytes.count
  }

  private mutating func keep(_ part: [UInt64]) -> Range<Int> {
    words.append(contentsOf: part)
    return words.count - part.count..<words.count
  }

  /// The parts of `answer` to the question at `question`.
  func parts(of answer: Answer, question: Int) throws(StudyError) -> AnswerParts {
    let slot = slots[question]
    var parts = AnswerParts()
    parts.words = RowDigest.words(of: answer)
    if let reason = answer.missingReason {
      for _ in slot.places { parts.addNull() }
      // A note has no column and no entry in the list.
      if !slot.places.isEmpty { parts.missing = UInt8(reason.storedNumber + 1) }
      return parts
    }
    switch (slot.encoding, answer) {
    case (.nothing, _): break
    case (.choiceNumber, .choice(let code)):
      guard let position = slot.position(of: code) else { throw misfit(answer, slot) }
      parts.add(slot.numbers[position])
    case (.choiceText, .choice(let code)):
      guard let position = slot.position(of: code) else { throw misfit(answer, slot) }
      _ = position
      parts.add(code)
    case (.options, .choices(let codes)):
      var chosen = Array(repeating: false, count: slot.places.count)
      for code in codes {
        guard let position = slot.position(of: code), position < chosen.count else {
          throw misfit(answer, slot)
        }
        chosen[position] = true
      }
      for isChosen in chosen { parts.add(isChosen ? 1 : 0 as Int64) }
    case (.integer, .integer(let number)): parts.add(Int64(number))
    case (.decimal, .integer(let number)), (.calculate, .integer(let number)):
      parts.add(Double(number))
    case (.decimal, .decimal(let number)) where !number.isNaN,
      (.calculate, .decimal(let number)) where !number.isNaN:
      parts.add(number)
    case (.text, .text(let text)), (.calculate, .text(let text)): parts.add(text)
    case (.date, .date(let date)), (.calculate, .date(let date)): parts.add(date.description)
    default: throw misfit(answer, slot)
    }
    return parts
  }

  private func misfit(_ answer: Answer, _ slot: AnswerSlot) -> StudyError {
    .answerDoesNotFit(question: slot.question, answer: answer)
  }
}
