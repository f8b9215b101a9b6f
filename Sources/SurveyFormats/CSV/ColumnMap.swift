package import SurveyModel

/// What each column of a table means to a questionnaire.
package struct ColumnMap: Hashable, Sendable {
  /// What one column means.
  package enum Meaning: Hashable, Sendable {
    /// The answer to the question at this index.
    case question(Int)
    /// 1 or 0 for one option of a multiple choice: `question__code` or `question/code`.
    case option(question: Int, choice: Int)
    /// Written by an earlier import beside rejected rows.
    case bookkeeping
    case unknown
  }

  /// The header as it stands in the file.
  package let header: [String]
  /// One meaning for each column.
  package let meanings: [Meaning]
  /// Columns that were recognised by the words of the question.
  package let matchedByLabel: [Int]
  /// Pairs of columns that mean the same question.
  package let duplicates: [(first: Int, second: Int)]

  /// The number of columns that mean something.
  package var recognised: Int {
    meanings.count { meaning in
      switch meaning {
      case .question, .option: true
      case .bookkeeping, .unknown: false
      }
    }
  }

  /// Columns that mean nothing.
  package var unknown: [String] {
    zip(header, meanings).filter { $0.1 == .unknown }.map(\.0)
  }

  /// The questions that the file answers.
  package var questions: Set<Int> {
    Set(
      meanings.compactMap { meaning in
        switch meaning {
        case .question(let index), .option(let index, _): index
        case .bookkeeping, .unknown: nil
        }
      }
    )
  }

  /// Options of a multiple choice without a column of their own, where others have one.
  ///
  /// They count as not chosen.
  package func absentOptions(of questionnaire: Questionnaire) -> [String] {
    let present = Set(meanings)
    return questionnaire.questions.enumerated().flatMap { index, question -> [String] in
      guard case .selectMultiple(let list) = question.kind, !present.contains(.question(index))
      else { return [] }
      let absent = list.choices.indices.filter {
        !present.contains(.option(question: index, choice: $0))
      }
      guard absent.count < list.choices.count else { return [] }
      return absent.map { "\(question.id)__\(list.choices[$0].code)" }
    }
  }

  /// Headers that the importer itself writes before rejected rows.
  package static let bookkeepingHeaders = ["_dong", "_cot", "_ma", "_ly_do", "_gia_tri"]

  package static func == (one: ColumnMap, other: ColumnMap) -> Bool {
    one.header == other.header && one.meanings == other.meanings
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(header)
    hasher.combine(meanings)
  }

  /// Matches `header` by the ids of the questions, else by their labels in any language.
  ///
  /// Ids match without regard to case. A label matches by ``MatchingKey``, and only when it belongs
  /// to one question.
  package init(header: [String], questionnaire: Questionnaire) {
    let names = HeaderNames(questionnaire)
    var meanings: [Meaning] = []
    var byLabel: [Int] = []
    var duplicates: [(first: Int, second: Int)] = []
    var firstColumn: [Meaning: Int] = [:]
    for (column, cell) in header.enumerated() {
      let text = cell.composed.trimmed
      var meaning = Meaning.unknown
      if Self.bookkeepingHeaders.contains(text) {
        meaning = .bookkeeping
      } else if let found = names.byID[text.lowercased()] {
        meaning = found
      } else if let found = names.byLabel[MatchingKey(text)] {
        meaning = found
        byLabel.append(column)
      }
      if meaning != .unknown, meaning != .bookkeeping {
        if let first = firstColumn[meaning] {
          duplicates.append((first, column))
        } else {
          firstColumn[meaning] = column
        }
      }
      meanings.append(meaning)
    }
    self.header = header
    self.meanings = meanings
    matchedByLabel = byLabel
    self.duplicates = duplicates
  }
}

/// All spellings under which the columns of a questionnaire are known.
private struct HeaderNames {
  var byID: [String: ColumnMap.Meaning] = [:]
  var byLabel: [MatchingKey: ColumnMap.Meaning] = [:]

  init(_ questionnaire: Questionnaire) {
    var ambiguous: Set<MatchingKey> = []
    for (index, question) in questionnaire.questions.enumerated() where question.kind != .note {
      let id = question.id.lowercased()
      byID[id] = .question(index)
      for label in Set(question.label.translations.values) {
        let key = MatchingKey(label)
        if let other = byLabel[key], other != .question(index) { ambiguous.insert(key) }
        byLabel[key] = .question(index)
      }
      guard case .selectMultiple(let list) = question.kind else { continue }
      for (choiceIndex, choice) in list.choices.enumerated() {
        let meaning = ColumnMap.Meaning.option(question: index, choice: choiceIndex)
        byID["\(id)__\(choice.code.lowercased())"] = meaning
        byID["\(id)/\(choice.code.lowercased())"] = meaning
      }
    }
    for key in ambiguous { byLabel[key] = nil }
  }
}
