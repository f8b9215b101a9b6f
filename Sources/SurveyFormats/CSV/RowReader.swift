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
    package let rejection: CellRejection
  }

  /// Cells that were taken although they are not written as an interview would have them.
  package private(set) var tally = CellTally()

  private let plan: InterviewPlan
  private let map: ColumnMap
  private let cells: CellReader
  private let optionGroups: [OptionGroup]
  /// The columns that hold whole answers, with their questions.
  private let answerColumns: [(column: Int, question: Int)]
  /// What was noted about the cells of the last record.
  private var noted: [(note: CellNote, column: Int)] = []
  /// What texts were read as before.
  private var seen: [[String: CellReading]]
  /// The same for cells of at most seven bytes, which most codes are.
  private var seenShort: [[UInt64: CellReading]]

  /// Prepares to read records with the columns of `map`.
  ///
  /// `formats` says how the columns are written; without it each cell speaks for itself. `moment` is
  /// what the clock said when the import began; later days are refused. With `questions`, only their
  /// columns are read.
  package init(
    plan: InterviewPlan,
    map: ColumnMap,
    formats: ColumnFormats? = nil,
    moment: FormMoment,
    only questions: Set<Int>? = nil
  ) {
    self.plan = plan
    self.map = map
    let formats = formats ?? ColumnFormats(columnCount: map.meanings.count)
    cells = CellReader(plan: plan, map: map, formats: formats, moment: moment)
    seen = Array(repeating: [:], count: map.meanings.count)
    seenShort = Array(repeating: [:], count: map.meanings.count)
    answerColumns = map.meanings.enumerated().compactMap { column, meaning in
      guard case .question(let question) = meaning else { return nil }
      return questions?.contains(question) == false ? nil : (column, question)
    }
    optionGroups = OptionGroup.groups(of: map, in: plan).filter {
      questions?.contains($0.question) != false
    }
  }

  /// What a cell means: the same for the same bytes in the same column, whenever it is asked.
  ///
  /// Nothing is counted and nothing remembered.
  package func readCell(_ bytes: Span<UInt8>, column: Int) -> CellReading {
    cells.read(bytes.text, column: column)
  }

  /// Reads one record: for each question its answer, `nil` when the file has no such column.
  package mutating func read(_ record: CSVRecord) -> (answers: [Answer?], faults: [Fault]) {
    var answers = [Answer?](repeating: nil, count: plan.steps.count)
    var faults: [Fault] = []
    noted.removeAll(keepingCapacity: true)
    for (column, question) in answerColumns {
      switch reading(of: column, in: record) {
      case .answer(let answer, nil): answers[question] = answer
      case .answer(let answer, let note?):
        answers[question] = answer
        noted.append((note, column))
      case .refused(let rejection):
        answers[question] = .missing(.noAnswer)
        faults.append(Fault(column: column, question: question, rejection: rejection))
      case .option: break
      }
    }
    for group in optionGroups { readOptions(group, record, &answers, &faults) }
    return (answers, faults)
  }

  /// Counts what was noted about the cells of the last record, which was taken.
  mutating func countNotes(of record: CSVRecord) {
    for (note, column) in noted {
      tally.count(note, text: record[column], column: map.header[column], line: record.line)
    }
    noted.removeAll(keepingCapacity: true)
  }

  private mutating func reading(of column: Int, in record: CSVRecord) -> CellReading {
    if let short = record.withBytes(of: column, Self.packed) {
      if let known = seenShort[column][short] { return known }
      let reading = cells.read(record[column], column: column)
      if seenShort[column].count < 512 { seenShort[column][short] = reading }
      return reading
    }
    let text = record[column]
    if let known = seen[column][text] { return known }
    let reading = cells.read(text, column: column)
    if seen[column].count < 512, text.utf8.count < 256 { seen[column][text] = reading }
    return reading
  }

  /// The bytes of a short cell and their number as one word.
  private static func packed(_ bytes: Span<UInt8>) -> UInt64? {
    guard bytes.count < 8 else { return nil }
    var word = UInt64(bytes.count)
    for index in bytes.indices { word = word << 8 | UInt64(bytes[index]) }
    return word
  }

  private mutating func readOptions(
    _ group: OptionGroup,
    _ record: CSVRecord,
    _ answers: inout [Answer?],
    _ faults: inout [Fault]
  ) {
    let main = answers[group.question]
    if let main, main != .missing(.noAnswer) {
      compare(main, with: group, record, &answers, &faults)
      return
    }
    if let words = group.words { answers[words.question] = .missing(.noAnswer) }
    let states = group.columns.map { column, _ -> CellReading.OptionState in
      switch reading(of: column, in: record) {
      case .option(let state): return state
      case .answer: return .blank
      case .refused(.answer(.notAChoice))
      where column == group.words?.column && readWords(of: group, record, &answers):
        return .chosen
      case .refused(let rejection):
        faults.append(Fault(column: column, question: group.question, rejection: rejection))
        return .blank
      }
    }
    do throws(CellRejection) {
      answers[group.question] = try group.answer(states, hasMainColumn: main != nil)
    } catch {
      answers[group.question] = .missing(.noAnswer)
      if let column = group.columns.first?.column {
        faults.append(Fault(column: column, question: group.question, rejection: error))
      }
    }
  }

  /// Takes the words of an answer outside the list to the open question; false where they are none.
  private func readWords(
    of group: OptionGroup,
    _ record: CSVRecord,
    _ answers: inout [Answer?]
  ) -> Bool {
    guard let (column, question) = group.words, plan.steps.indices.contains(question),
      let answer = try? AnswerReader(plan.steps[question].question).read(record[column].trimmed)
    else { return false }
    answers[question] = answer
    return true
  }

  /// Holds the column with all options against those for one option each.
  private mutating func compare(
    _ main: Answer,
    with group: OptionGroup,
    _ record: CSVRecord,
    _ answers: inout [Answer?],
    _ faults: inout [Fault]
  ) {
    let states = group.columns.map { column, _ -> CellReading.OptionState? in
      if case .option(let state) = reading(of: column, in: record) { state } else { nil }
    }
    guard let option = group.contradiction(main, states),
      let column = answerColumns.first(where: { $0.question == group.question })?.column
    else { return }
    func cell(_ column: Int) -> String { String(record[column].trimmed.prefix(40)) }
    func named(_ column: Int) -> TableColumn {
      TableColumn(number: column + 1, header: map.header[column])
    }
    let rejection = CellRejection.optionAgainstAll(
      named(column),
      cell(column),
      option: named(option),
      cell(option)
    )
    answers[group.question] = .missing(.noAnswer)
    faults.append(Fault(column: column, question: group.question, rejection: rejection))
  }
}
