/// Reads typed or imported text as the answer to one question.
///
/// Codes match as they stand; labels match in any language by ``MatchingKey``, alone or behind
/// their code (`4 - Hài lòng`). Built once for a question, used for every form.
public struct AnswerReader: Sendable {
  private let kind: QuestionKind
  /// How deep the arrays are in which the answers in turns of repeats are written.
  let depth: Int
  private let choiceOfKey: [MatchingKey: Int]
  private let choiceOfCode: [String: Int]
  /// Every label with the text by which it is matched, to find the closest one.
  private let labels: [(label: String, key: String)]
  /// How many pieces between commas the longest label has.
  private let longestList: Int
  private let missingOfCode: [String: MissingReason]
  private let missingOfKey: [MatchingKey: MissingReason]

  /// Prepares the tables for `question`.
  public init(_ question: Question) {
    kind = question.kind
    depth = max(1, question.repeatDepth)
    var codes: [String: Int] = [:]
    var keys: [MatchingKey: Int] = [:]
    var ambiguous: Set<MatchingKey> = []
    for (index, choice) in (question.kind.choiceList?.choices ?? []).enumerated() {
      codes[choice.code] = index
      for label in Set(choice.label.translations.values) {
        let forms = [
          label, "\(choice.code) - \(label)", "\(choice.code). \(label)",
          "\(label) (\(choice.code))",
        ]
        for form in forms {
          let key = MatchingKey(form)
          if let other = keys[key], other != index { ambiguous.insert(key) }
          keys[key] = index
        }
      }
    }
    for key in ambiguous { keys[key] = nil }
    choiceOfCode = codes
    choiceOfKey = keys
    labels = (question.kind.choiceList?.choices ?? []).flatMap { choice in
      choice.label.translations.values.map { ($0, MatchingKey($0).text) }
    }
    longestList =
      1 + (keys.keys.lazy.map { $0.text.utf8.count { $0 == UInt8(ascii: ",") } }.max() ?? 0)
    missingOfCode = Dictionary(
      question.missing.map { ($0.code, $0.reason) },
      uniquingKeysWith: { nearest, _ in nearest }
    )
    missingOfKey = Dictionary(
      question.missing.flatMap { code in
        code.label.translations.values.flatMap { label in
          // As templates show them: behind the code, like the options.
          [label, "\(code.code) - \(label)"].map { (MatchingKey($0), code.reason) }
        }
      },
      uniquingKeysWith: { nearest, _ in nearest }
    )
  }

  /// The answer that `text` stands for; blank text is a missing answer.
  public func read(_ text: String) throws(AnswerRejection) -> Answer {
    let text = text.composed.trimmed
    if text.isEmpty { return .missing(.noAnswer) }
    if let reason = missingOfCode[text] { return .missing(reason) }
    switch kind {
    case .selectOne(let list):
      if let index = choiceIndex(text) { return .choice(list.choices[index].code) }
      if let reason = missingReason(labelled: text) { return .missing(reason) }
      throw notAChoice(text, list)
    case .selectMultiple(let list):
      if let reason = missingReason(labelled: text) { return .missing(reason) }
      return try readMultiple(text, list)
    case .rank(let list):
      if let reason = missingReason(labelled: text) { return .missing(reason) }
      return try readRank(text, list)
    case .integer:
      return try readInteger(text)
    case .range(let range) where range.isInteger:
      return try readInteger(text)
    case .decimal, .range:
      guard let number = NumberText.parse(text, allowsComma: true), number.isFinite else {
        return try missingLabel(text, else: .notANumber(text: text))
      }
      return .decimal(number)
    case .date, .metadata(.today):
      guard let date = CalendarDate(reading: text) else {
        return try missingLabel(text, else: .notADate(text: text))
      }
      return .date(date)
    case .time:
      if let time = ClockText.time(text) { return .text(time) }
      return try missingLabel(text, else: .notATime(text: text))
    case .dateTime:
      if let time = ClockText.dateTime(text) { return .text(time) }
      return try missingLabel(text, else: .notADateTime(text: text))
    case .acknowledge:
      if Self.acknowledgements.contains(text.lowercased()) {
        return .text(QuestionKind.acknowledged)
      }
      return try missingLabel(text, else: .notAcknowledged(text: text))
    case .text, .barcode, .calculate, .hidden, .metadata:
      if let reason = missingReason(labelled: text) { return .missing(reason) }
      return .text(text)
    case .note, .carried:
      return .missing(.notApplicable)
    }
  }

  private static let acknowledgements: Set<String> = [
    "ok", "1", "x", "true", "yes", "có", "co", "✓", "✔", "☑", "☒",
  ]

  /// Options the order of preference, none twice; codes of one sign may stand without spaces.
  private func readRank(_ text: String, _ list: ChoiceList) throws(AnswerRejection) -> Answer {
    var places: [Int] = []
    if let only = choiceIndex(text) {
      places = [only]
    } else if let together = codesWithoutSpaces(text) {
      places = together
    } else {
      let separator = text.contains(";") ? ";" : text.contains(",") ? "," : " "
      for part in text.split(separator: Character(separator)).map(\.trimmed) where !part.isEmpty {
        guard let index = choiceIndex(part) else { throw notAChoice(part, list) }
        places.append(index)
      }
    }
    guard Set(places).count == places.count else {
      let twice = places.first { place in places.count { $0 == place } > 1 } ?? 0
      throw .rankedTwice(label: list.choices[twice].label)
    }
    return .text(places.map { list.choices[$0].code }.joined(separator: " "))
  }

  /// The options behind a text such as `312` when every code is one sign.
  private func codesWithoutSpaces(_ text: String) -> [Int]? {
    guard choiceOfCode.keys.allSatisfy({ $0.count == 1 }) else { return nil }
    let places = text.filter { !$0.isWhitespace }.map { choiceOfCode[String($0)] }
    let known = places.compactMap { $0 }
    return known.count == places.count ? known : nil
  }

  /// A whole number; `12.0` is one, as spreadsheets write it, and `12.000` is not.
  ///
  /// Three digits behind the mark are most likely thousands, which must not become units. With
  /// a mark, numbers that a `Double` does not hold exactly are refused instead of being changed.
  private func readInteger(_ text: String) throws(AnswerRejection) -> Answer {
    if let whole = NumberText.parseInteger(text) { return .integer(whole) }
    guard let number = NumberText.parse(text, allowsComma: true) else {
      return try missingLabel(text, else: .notANumber(text: text))
    }
    let fraction = text.utf8.drop { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }.dropFirst()
    guard fraction.count != 3, number.magnitude <= 0x1p53, let whole = Int(exactly: number) else {
      throw .notAWholeNumber(text: text)
    }
    return .integer(whole)
  }

  private func missingReason(labelled text: String) -> MissingReason? {
    missingOfKey.isEmpty ? nil : missingOfKey[MatchingKey(text)]
  }

  private func missingLabel(
    _ text: String,
    else rejection: AnswerRejection
  ) throws(AnswerRejection) -> Answer {
    if let reason = missingReason(labelled: text) { return .missing(reason) }
    throw rejection
  }

  private func choiceIndex(_ text: String) -> Int? {
    choiceOfCode[text] ?? choiceOfKey[MatchingKey(text)]
  }

  /// Codes or labels separated by white space, `;` or `,`; a label may itself hold separators.
  private func readMultiple(
    _ text: String,
    _ list: ChoiceList
  ) throws(AnswerRejection) -> Answer {
    var chosen: Set<Int> = []
    if let index = choiceIndex(text) {
      chosen.insert(index)
    } else {
      for part in text.split(separator: ";").map(\.trimmed) where !part.isEmpty {
        try readCommaList(part, list, into: &chosen)
      }
    }
    guard !chosen.isEmpty else { return .missing(.noAnswer) }
    let choices = chosen.sorted().map { list.choices[$0] }
    if choices.count > 1, let exclusive = choices.first(where: \.isExclusive) {
      throw .exclusiveChoice(label: exclusive.label)
    }
    return .choices(choices.map(\.code))
  }

  /// Options behind commas; the longest label wins, so that a label may hold commas.
  private func readCommaList(
    _ text: String,
    _ list: ChoiceList,
    into chosen: inout Set<Int>
  ) throws(AnswerRejection) {
    var pieces = text.split(separator: ",")[...]
    while let first = pieces.first {
      let match = stride(from: min(pieces.count, longestList), to: 0, by: -1).lazy
        .compactMap { length in
          pieces.prefix(length).last.flatMap { last in
            choiceIndex(text[first.startIndex..<last.endIndex].trimmed).map { (length, $0) }
          }
        }
        .first
      if let (length, index) = match {
        chosen.insert(index)
        pieces = pieces.dropFirst(length)
        continue
      }
      for word in first.split(whereSeparator: \.isWhitespace) {
        guard let index = choiceOfCode[String(word)] else { throw notAChoice(first.trimmed, list) }
        chosen.insert(index)
      }
      pieces = pieces.dropFirst()
    }
  }

  private func notAChoice(_ text: String, _ list: ChoiceList) -> AnswerRejection {
    .notAChoice(
      text: String(text.prefix(80)),
      allowed: list.choices.map(\.code),
      closest: nearestLabel(to: MatchingKey(text).text, among: labels)
    )
  }
}
