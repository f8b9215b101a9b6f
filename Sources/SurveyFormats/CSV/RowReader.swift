package import SurveyModel
package import Tabular

/// Turns the cells of a record into answers.
package struct RowReader {
  /// A cell that is no answer to its question.
  package struct Fault: Hashable, Sendable {
    /// The column in the file.
    package let column: Int
    /// The question.
    package let question: Int
    /// The rule that it breaks.
    package let rejection: ImportRejection
  }

  private let plan: InterviewPlan
  private let map: ColumnMap
  private let optionGroups: [(question: Int, columns: [(column: Int, choice: Int)])]
  /// Answers that were already read from the same text.
  private var seen: [[String: Answer]]
  /// The same for cells of at most seven bytes, which most codes are.
  private var seenShort: [[UInt64: Answer]]
  /// Why the same text was refused before; looking for the closest label is dear.
  private var refused: [[String: AnswerRejection]]

  /// Prepares to read records with the columns of `map`.
  package init(plan: InterviewPlan, map: ColumnMap) {
    self.plan = plan
    self.map = map
    seen = Array(repeating: [:], count: map.meanings.count)
    seenShort = Array(repeating: [:], count: map.meanings.count)
    refused = Array(repeating: [:], count: map.meanings.count)
    var groups: [Int: [(column: Int, choice: Int)]] = [:]
    for (column, meaning) in map.meanings.enumerated() {
      if case .option(let question, let choice) = meaning {
        groups[question, default: []].append((column, choice))
      }
    }
    optionGroups = groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Reads one record: for each question its answer, `nil` when the file has no such column.
  package mutating func read(_ record: CSVRecord) -> (answers: [Answer?], faults: [Fault]) {
    var answers = [Answer?](repeating: nil, count: plan.steps.count)
    var faults: [Fault] = []
    for (column, meaning) in map.meanings.enumerated() {
      guard case .question(let question) = meaning else { continue }
      let short = record.withBytes(of: column) { Self.packed($0) }
      if let short, let known = seenShort[column][short] {
        answers[question] = known
        continue
      }
      let text = record[column]
      if let known = seen[column][text] {
        answers[question] = known
        continue
      }
      do throws(AnswerRejection) {
        if let known = refused[column][text] { throw known }
        let answer = try plan.steps[question].reader.read(text)
        answers[question] = answer
        remember(answer, for: text, short, in: column, of: plan.steps[question].question.kind)
      } catch {
        if refused[column].count < 512 { refused[column][text] = error }
        answers[question] = .missing(.noAnswer)
        faults.append(Fault(column: column, question: question, rejection: .answer(error)))
      }
    }
    for group in optionGroups { readOptions(group, record, &answers, &faults) }
    return (answers, faults)
  }

  private mutating func remember(
    _ answer: Answer,
    for text: String,
    _ short: UInt64?,
    in column: Int,
    of kind: QuestionKind
  ) {
    if let short {
      if seenShort[column].count < 512 { seenShort[column][short] = answer }
    } else if seen[column].count < 512, kind.choiceList != nil || text.utf8.count < 64 {
      seen[column][text] = answer
    }
  }

  /// The bytes of a short cell and their number as one word.
  private static func packed(_ bytes: Span<UInt8>) -> UInt64? {
    guard bytes.count < 8 else { return nil }
    var word = UInt64(bytes.count)
    for index in bytes.indices { word = word << 8 | UInt64(bytes[index]) }
    return word
  }

  /// Puts the 0/1 columns of a multiple choice together; all empty is no answer.
  private func readOptions(
    _ group: (question: Int, columns: [(column: Int, choice: Int)]),
    _ record: CSVRecord,
    _ answers: inout [Answer?],
    _ faults: inout [Fault]
  ) {
    guard answers[group.question] == nil || answers[group.question] == .missing(.noAnswer),
      let list = plan.steps[group.question].question.kind.choiceList
    else { return }
    var chosen: [Int] = []
    var isAnswered = false
    for (column, choice) in group.columns {
      switch record[column].trimmed.lowercased() {
      case "": continue
      case "1", "true", "yes", "x", "có": chosen.append(choice)
      case "0", "false", "no", "không": break
      default:
        let rejection = AnswerRejection.notAChoice(
          text: String(record[column].prefix(80)),
          allowed: ["0", "1"],
          closest: nil
        )
        faults.append(
          Fault(column: column, question: group.question, rejection: .answer(rejection))
        )
      }
      isAnswered = true
    }
    let codes = chosen.sorted().map { list.choices[$0] }
    if codes.count > 1, let exclusive = codes.first(where: \.isExclusive),
      let column = group.columns.first?.column
    {
      let rejection = AnswerRejection.exclusiveChoice(label: exclusive.label)
      faults.append(Fault(column: column, question: group.question, rejection: .answer(rejection)))
    }
    answers[group.question] =
      isAnswered && !codes.isEmpty ? .choices(codes.map(\.code)) : .missing(.noAnswer)
  }
}
