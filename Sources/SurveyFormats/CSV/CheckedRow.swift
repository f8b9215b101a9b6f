package import SurveyModel
package import Tabular

/// One record after it ran through the rules.
package struct CheckedRow: Sendable {
  /// The record as it stands in the file.
  package let record: CSVRecord
  /// What the cells say by themselves: nil where the file has no such column, and for a row that was
  /// not read.
  package let given: [Answer?]
  /// The answers and what the rules found.
  package let form: ImportedForm
  /// What keeps the row out; empty for a good row.
  package let faults: [RejectedCell]

  /// Whether nothing keeps the row out but that it answers in words only.
  package var isUnanswered: Bool {
    faults.count == 1 && (faults[0].rejection as? UnlikelyRow)?.kind == .unanswered
  }

  /// Whether a cell answers any question but these.
  package func hasAnswer(besides questions: Set<Int>) -> Bool {
    given.enumerated().contains { index, answer in
      answer.map { $0.missingReason == nil } == true && !questions.contains(index)
    }
  }

  /// The physical line.
  package var line: Int { record.line }
  /// The number of the record, as a second pass over the table counts it.
  package var number: Int { record.number }

  /// The same row, kept out for one more reason.
  package func rejected(because rejection: any RowRejection, column: Int?) -> CheckedRow {
    let fault = RejectedCell(column: column, question: "", rejection: rejection)
    return CheckedRow(record: record, given: given, form: form, faults: faults + [fault])
  }

  /// The same row with the answers of a form of which it is a part, kept out where rules are broken.
  package func merged(as form: ImportedForm, faults: [RejectedCell]) -> CheckedRow {
    CheckedRow(record: record, given: given, form: form, faults: faults)
  }

  /// The first fault in a line of text.
  package func description(in language: InterfaceLanguage) -> String {
    guard let first = faults.first else { return "" }
    let more =
      faults.count > 1
      ? language.choose(" (và \(faults.count - 1) lỗi nữa)", " (and \(faults.count - 1) more)") : ""
    let name = first.header ?? first.question
    let question = name.isEmpty ? "" : ", '\(name)'"
    return language.choose("dòng", "line")
      + " \(line)\(question): \(first.rejection.text(in: language)) [\(first.rejection.code)]\(more)"
  }
}

/// Reads the records of a table one after another and checks them.
package struct CheckedRows {
  let plan: InterviewPlan
  private let map: ColumnMap
  private let moment: FormMoment
  private let columnOfQuestion: [Int: Int]
  private let ragged: RaggedRepair?
  private(set) var reader: RowReader
  private var record = CSVRecord()
  var footer: FooterRule
  /// Rows without an answer, which are no interviews.
  let unanswered: UnansweredRows
  /// Set where rows that their server does not count are left out: those are never passed over, so
  /// that each counts once.
  package var leftOut: StatusColumns?
  private let secondHeader: SecondHeader
  /// Rows that are no interviews and were passed over: totals, signatures, repeated headers.
  package private(set) var footers: [FooterRow] = []
  /// Rows that answer nothing of the form but in words, and were taken for what stands elsewhere.
  package private(set) var answeredElsewhere = AnsweredElsewhere()

  init(
    plan: InterviewPlan,
    map: ColumnMap,
    formats: ColumnFormats?,
    moment: FormMoment,
    key: [Int] = []
  ) {
    self.plan = plan
    self.map = map
    self.moment = moment
    reader = RowReader(plan: plan, map: map, formats: formats, moment: moment)
    footer = FooterRule(map: map, plan: plan)
    unanswered = UnansweredRows(map: map, plan: plan, key: key)
    secondHeader = SecondHeader(plan.questionnaire, map)
    ragged = RaggedRepair(map)
    var columns: [Int: Int] = [:]
    for (column, meaning) in map.meanings.enumerated() {
      if let question = meaning.question, columns[question] == nil { columns[question] = column }
    }
    columnOfQuestion = columns
  }

  /// Cells that were taken although they are not written as an interview would have them.
  package var tally: CellTally { reader.tally }

  /// The next row, or none at the end.
  package mutating func next(_ table: inout InterviewTable) throws(TableFault) -> CheckedRow? {
    while true {
      guard try table.read(into: &record) else { return nil }
      if let row = try check(record) { return row }
    }
  }

  /// Checks one record; none when it is blank or passed over.
  ///
  /// - Throws: ``TableFault`` for the header of another table.
  mutating func check(_ record: CSVRecord) throws(TableFault) -> CheckedRow? {
    if record.isBlank { return nil }
    switch footer.kind(of: record) {
    case .total: return refused(record, UnlikelyRow(kind: .total, text: shortText(of: record)))
    case .columnNumbers:
      return refused(record, UnlikelyRow(kind: .columnNumbers, text: shortText(of: record)))
    case let kind?:
      pass(record, as: kind)
      return nil
    case nil: break
    }
    guard record.count == map.header.count || record.hasOnlyBlanks(from: map.header.count) else {
      if try isHeaderAgain(record, refused: nil) { return nil }
      return refused(record, RaggedRow(expected: map.header.count, found: record.count))
    }
    if let fault = ragged?.fault(of: record) { return refused(record, fault) }
    let (answers, unreadable) = reader.read(record)
    let form = plan.validate(answers, moment: moment)
    let faults = faults(of: form, unreadable)
    if !faults.isEmpty {
      if try isHeaderAgain(record, refused: Set(unreadable.map(\.column))) { return nil }
    } else if !footer.isSpared(record), let finding = unanswered.finding(in: record),
      leftOut?.sign(of: record) == nil
    {
      switch finding {
      case .elsewhere:
        answeredElsewhere.count(line: record.line)
        reader.countNotes(of: record)
      case .unanswered:
        let rejection = UnlikelyRow(kind: .unanswered, text: shortText(of: record))
        return CheckedRow(record: record, given: answers, form: form, faults: [])
          .rejected(because: rejection, column: nil)
      case .numbered:
        pass(record, as: .numbered)
        return nil
      }
    } else {
      reader.countNotes(of: record)
    }
    return CheckedRow(record: record, given: answers, form: form, faults: faults)
  }

  /// What cells and rules have against a row.
  private func faults(of form: ImportedForm, _ unreadable: [RowReader.Fault]) -> [RejectedCell] {
    let known = Set(unreadable.map(\.question))
    var faults = unreadable.map { fault in
      RejectedCell(
        column: fault.column,
        question: plan.steps[fault.question].question.id,
        header: optionHeader(of: fault),
        rejection: otherAnswer(fault, record) ?? fault.rejection
      )
    }
    for problem in form.problems where !known.contains(problem.question) {
      faults.append(
        RejectedCell(
          column: columnOfQuestion[problem.question],
          question: plan.steps[problem.question].question.id,
          rejection: problem.rejection
        )
      )
    }
    return faults
  }
}

extension CheckedRows {
  /// Passes over a record that is no interview.
  private mutating func pass(_ record: CSVRecord, as kind: FooterKind) {
    footers.append(FooterRow(line: record.line, text: shortText(of: record), kind: kind))
  }

  /// Whether a record that is no interview is the header once more, which is passed over.
  ///
  /// - Throws: ``TableFault`` where the columns below it mean something else: nothing of such a file
  ///   may stay.
  private mutating func isHeaderAgain(
    _ record: CSVRecord,
    refused: Set<Int>?
  ) throws(TableFault) -> Bool {
    guard !footer.isSpared(record) else { return false }
    switch secondHeader.finding(in: record, refused: refused) {
    case nil: return false
    case .same: pass(record, as: .repeatedHeader)
    case .other:
      throw .reading(.secondHeader(line: record.line, text: shortText(of: record)))
    }
    return true
  }
}

extension CheckedRows {
  /// The first filled cells of the table itself, to show.
  private func shortText(of record: CSVRecord) -> String {
    var cells: [String] = []
    for (column, text) in record.texts.enumerated() {
      let cell = text.trimmed
      let isOwn = map.meanings.indices.contains(column) && map.meanings[column] == .bookkeeping
      if !isOwn, !cell.isEmpty, cell != cells.last { cells.append(cell) }
    }
    return String(cells.prefix(2).joined(separator: " | ").prefix(80))
  }

  /// The fault of a cell with words that belong to an open question.
  private func otherAnswer(_ fault: RowReader.Fault, _ record: CSVRecord) -> (any RowRejection)? {
    guard case .question = map.meanings[fault.column] else { return nil }
    return OtherAnswer(
      fault.rejection,
      in: record[fault.column],
      of: fault.question,
      plan.questionnaire
    )
  }

  /// The column as the file heads it, where it is about one option.
  private func optionHeader(of fault: RowReader.Fault) -> String? {
    if case .option = map.meanings[fault.column] { map.header[fault.column].trimmed } else { nil }
  }

  /// The record as it stands, sent back as a whole.
  private func refused(_ record: CSVRecord, _ rejection: some RowRejection) -> CheckedRow {
    CheckedRow(
      record: record,
      given: [],
      form: ImportedForm(answers: [], problems: [], warnings: []),
      faults: [RejectedCell(column: nil, question: "", rejection: rejection)]
    )
  }
}

extension CSVRecord {
  /// Whether a record that is too wide has nothing in the cells behind the header.
  func hasOnlyBlanks(from width: Int) -> Bool {
    count > width && (width..<count).allSatisfy { self[$0].trimmed.isEmpty }
  }
}

extension InterviewTable {
  /// Opens a file.
  package init(
    _ file: SourceFile,
    questionnaire: Questionnaire,
    request: TableRequest = TableRequest()
  ) throws(TableFault) {
    try self.init(file.source, questionnaire: questionnaire, request: request)
  }

  /// The rows, checked by the rules of `plan`.
  ///
  /// `formats` says how the columns are written; without it each cell speaks for itself. `key` are
  /// columns that tell the records apart and say nothing else.
  package func rows(
    for plan: InterviewPlan,
    formats: ColumnFormats? = nil,
    moment: FormMoment,
    key: [Int] = []
  ) -> CheckedRows {
    CheckedRows(plan: plan, map: map, formats: formats, moment: moment, key: key)
  }
}
