import SurveyModel

/// The least time that an interview takes: reading what was shown, and a moment for each item.
///
/// Only what surely was read counts: labels of questions that were answered or left with a reason, and
/// the labels of each list of options once. Hints, notes and consent are left out.
struct ReadingTime: Sendable {
  /// Words that were shown in each interview.
  let words: [Int32]
  /// Items that were shown in each interview.
  let items: [Int32]

  init(_ data: Dataset) {
    let language = data.questionnaire.defaultLanguage
    var words = Array(repeating: Int32(0), count: data.count)
    var items = words
    var lists: [String: [Int]] = [:]
    for (index, question) in data.questionnaire.questions.enumerated() {
      guard question.isAsked, question.kind.takesAnswers, !question.isRepeated, !question.persists
      else { continue }
      if let list = question.kind.choiceList { lists[list.id, default: []].append(index) }
      let own = Int32(clamping: Self.words(in: question.label.text(language)))
      Self.forEachShown(data.columns[index], count: data.count) { row in
        words[row] &+= own
        items[row] &+= 1
      }
    }
    for questions in lists.values {
      guard let first = questions.first,
        let list = data.questionnaire.questions[first].kind.choiceList
      else { continue }
      let own = Int32(
        clamping: list.choices.reduce(0) { $0 + Self.words(in: $1.label.text(language)) }
      )
      var seen = Array(repeating: false, count: data.count)
      for question in questions {
        Self.forEachShown(data.columns[question], count: data.count) { seen[$0] = true }
      }
      for row in seen.indices where seen[row] { words[row] &+= own }
    }
    self.words = words
    self.items = items
  }

  /// The least seconds of an interview at these speeds.
  func seconds(at row: Int, wordsPerMinute: Double, secondsPerItem: Double) -> Double {
    max(Double(words[row]) / wordsPerMinute * 60, Double(items[row]) * secondsPerItem)
  }

  static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }

  /// Goes through the interviews that were shown a question.
  private static func forEachShown(
    _ column: Dataset.Column,
    count: Int,
    _ body: (Int) -> Void
  ) {
    switch column.values {
    case .choice(let positions):
      for row in positions.indices where positions[row] >= 0 { body(row) }
    case .number(let numbers): for row in numbers.indices where !numbers[row].isNaN { body(row) }
    case .text(let texts): for row in texts.indices where texts[row] != nil { body(row) }
    case .choices(let options):
      for row in 0..<count where options.contains(where: { $0[row] >= 0 }) { body(row) }
    }
    for (row, reason) in column.missing where MissingReason.declarable.contains(reason) {
      body(row)
    }
  }
}
