import SurveyModel
import Tabular

/// Tells rows without a single answer, which are lines that were numbered in advance, names of
/// groups or signatures, and no interviews.
///
/// A row is one when nothing is filled in under the questions but texts and the key, and no system
/// wrote when it was sent. Tables of texts alone are not judged.
struct UnansweredRows {
  /// What a row is.
  enum Finding: Hashable {
    /// Nothing is filled in but what numbers the rows or tells them apart.
    case numbered
    /// There are words, but no answer to a question that takes more than words.
    case unanswered
    /// The same, but somebody answered other questions than those of the form.
    case elsewhere
  }

  /// The columns of which one has to be filled in; none where rows are not judged.
  let columns: [Int]
  /// The columns that say nothing about the respondent.
  private let silent: Set<Int>
  /// Columns with a header of which the form knows nothing and which no list has that was drawn up
  /// beforehand: they may hold answers to other questions.
  private let others: Set<Int>
  /// The columns in front of rows that were sent back before, which are never passed over.
  private let own: Set<Int>

  /// Prepares for a table; `key` are columns that tell its records apart.
  init(map: ColumnMap, plan: InterviewPlan, key: [Int] = []) {
    let questions = plan.questionnaire.questions
    let keyQuestions = Set(plan.questionnaire.key.compactMap(plan.questionnaire.index(of:)))
    let key = Set(key)
    var closed: [Int] = []
    var texts: [Int] = []
    var times: [Int] = []
    var silent = key
    var others: Set<Int> = []
    for (column, meaning) in map.meanings.enumerated() where !key.contains(column) {
      switch meaning {
      case .question(let index), .option(let index, _):
        if keyQuestions.contains(index) {
          silent.insert(column)
        } else if Self.takesWords(questions[index].kind) {
          texts.append(column)
        } else {
          closed.append(column)
        }
      case .meta(.startTime), .meta(.endTime), .meta(.submissionTime): times.append(column)
      case .meta: silent.insert(column)
      case .bookkeeping: break
      case .ignored, .unknown:
        switch ListColumns.kind(of: map.header[column]) {
        case .respondent: silent.insert(column)
        case .remark: break
        case nil where map.header[column].trimmed.isEmpty: break
        case nil: others.insert(column)
        }
      }
    }
    let count = Set(closed.compactMap { map.meanings[$0].question }).count
    // With one such question a text beside it is as good an answer.
    columns = count == 0 ? [] : count == 1 ? closed + texts + times : closed + times
    self.silent = silent
    self.others = others
    own = Set(map.meanings.indices.filter { map.meanings[$0] == .bookkeeping })
  }

  /// Whether what is filled in may be anything, or nobody has said it.
  private static func takesWords(_ kind: QuestionKind) -> Bool {
    switch kind {
    case .text, .barcode, .note, .calculate, .hidden, .metadata, .carried: true
    case .selectOne, .selectMultiple, .rank, .integer, .decimal, .range, .date, .time, .dateTime,
      .acknowledge:
      false
    }
  }

  /// What a row is; none for one with an answer.
  func finding(in record: CSVRecord) -> Finding? {
    guard !columns.isEmpty, !columns.contains(where: { isFilled(record, $0) }) else { return nil }
    let filled = (0..<record.count).filter { !own.contains($0) && isFilled(record, $0) }
    if filled.count >= Self.fewestOfPerson, !others.isDisjoint(with: filled) {
      return .elsewhere
    }
    if !own.isEmpty { return .unanswered }
    return filled.contains { !silent.contains($0) } ? .unanswered : .numbered
  }

  /// The fewest filled cells of somebody who answered other questions than those of the form.
  private static let fewestOfPerson = 3

  private func isFilled(_ record: CSVRecord, _ column: Int) -> Bool {
    column < record.count && record.withBytes(of: column) { !FooterRule.isBlank($0) }
  }
}
