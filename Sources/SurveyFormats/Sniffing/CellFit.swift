import SurveyModel

/// How well the cells of a column go with what its header says, in hundredths.
final class CellFit {
  private let readers: [AnswerReader]
  private let isOpen: [Bool]
  private let isMultiple: [Bool]
  private var known: [[String: Bool]]

  init(_ questionnaire: Questionnaire) {
    readers = questionnaire.questions.map { AnswerReader($0) }
    isOpen = questionnaire.questions.map { question in
      if question.isRepeated { return true }
      return switch question.kind {
      case .text, .barcode, .note, .calculate, .hidden, .metadata, .carried: true
      case .selectOne, .selectMultiple, .rank, .integer, .decimal, .range, .date, .time, .dateTime,
        .acknowledge:
        false
      }
    }
    isMultiple = questionnaire.questions.map { question in
      if case .selectMultiple = question.kind { true } else { false }
    }
    known = Array(repeating: [:], count: readers.count)
  }

  /// What columns count that say nothing for or against.
  static let neutral = 50

  /// The share of filled cells that are answers; neutral for open questions and empty columns.
  func hundredths(
    _ column: Int,
    _ meaning: ColumnMap.Meaning,
    in records: [TableSample.Record]
  )
    -> Int
  {
    share(column, meaning, in: records) ?? Self.neutral
  }

  /// The share of filled cells that are answers; nothing for open questions and empty columns.
  func share(
    _ column: Int,
    _ meaning: ColumnMap.Meaning,
    in records: [TableSample.Record]
  )
    -> Int?
  {
    guard let question = meaning.question, readers.indices.contains(question) else { return nil }
    if case .question = meaning, isOpen[question] { return nil }
    var filled = 0
    var answers = 0
    for record in records where record.cells.indices.contains(column) {
      let cell = record.cells[column].trimmed
      guard !cell.isEmpty, !Self.blanks.contains(cell.uppercased()) else { continue }
      filled += 1
      if case .option = meaning {
        let isLabel = cell.count > 2 && isAnswer(cell, to: question)
        if isLabel || OptionCells.isMark(cell) { answers += 1 }
      } else if isAnswer(cell, to: question) {
        answers += 1
      }
    }
    return filled == 0 ? nil : answers * 100 / filled
  }

  /// Whether a row below a header holds answers: then it is no part of the header.
  func areAnswers(_ cells: [String], under map: ColumnMap) -> Bool {
    let found = answers(in: cells, under: map)
    return found.answers * 2 > found.judged
  }

  /// How many filled cells of a row stand under questions that take only some answers, and how many
  /// of them are answers.
  func answers(in cells: [String], under map: ColumnMap) -> (judged: Int, answers: Int) {
    var judged = 0
    var answers = 0
    for (column, meaning) in map.meanings.enumerated() {
      guard case .question(let question) = meaning, cells.indices.contains(column),
        readers.indices.contains(question), !isOpen[question], !isMultiple[question]
      else { continue }
      let cell = cells[column].trimmed
      guard !cell.isEmpty else { continue }
      judged += 1
      if isAnswer(cell, to: question) { answers += 1 }
    }
    return (judged, answers)
  }

  /// Whether a cell of a row is no answer to its question, so that the row is no interview.
  func refusesAny(_ cells: [String], under map: ColumnMap) -> Bool {
    map.meanings.enumerated().contains { column, meaning in
      guard case .question(let question) = meaning, cells.indices.contains(column),
        readers.indices.contains(question), !isOpen[question]
      else { return false }
      let cell = cells[column].trimmed
      return !cell.isEmpty && !isAnswer(cell, to: question)
    }
  }

  /// The usual signs for a missing answer, which say nothing about how a file is read.
  private static let blanks = Set(MissingWords.signs.map { $0.uppercased() })

  private func isAnswer(_ cell: String, to question: Int) -> Bool {
    if let known = known[question][cell] { return known }
    let isAnswer = (try? readers[question].read(cell)) != nil
    if known[question].count < 2000 { known[question][cell] = isAnswer }
    return isAnswer
  }
}
