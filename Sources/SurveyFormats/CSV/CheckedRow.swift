package import SurveyModel
package import Tabular

/// One record after it ran through the rules.
package struct CheckedRow: Sendable {
  /// The record as it stands in the file.
  package let record: CSVRecord
  /// The answers and what the rules found.
  package let form: ImportedForm
  /// What keeps the row out; empty for a good row.
  package let faults: [RejectedCell]

  /// The physical line.
  package var line: Int { record.line }

  /// The first fault in a line of text.
  package func description(in language: InterfaceLanguage) -> String {
    guard let first = faults.first else { return "" }
    let more =
      faults.count > 1
      ? language.choose(" (và \(faults.count - 1) lỗi nữa)", " (and \(faults.count - 1) more)") : ""
    let question = first.question.isEmpty ? "" : ", '\(first.question)'"
    return language.choose("dòng", "line")
      + " \(line)\(question): \(first.rejection.text(in: language)) [\(first.rejection.code)]\(more)"
  }
}

/// Reads the records of a table one after another and checks them.
package struct CheckedRows {
  private let plan: InterviewPlan
  private let map: ColumnMap
  private let moment: FormMoment
  private let columnOfQuestion: [Int: Int]
  private var reader: RowReader
  private var record = CSVRecord()

  init(plan: InterviewPlan, map: ColumnMap, moment: FormMoment) {
    self.plan = plan
    self.map = map
    self.moment = moment
    reader = RowReader(plan: plan, map: map)
    var columns: [Int: Int] = [:]
    for (column, meaning) in map.meanings.enumerated() {
      switch meaning {
      case .question(let question), .option(let question, _):
        if columns[question] == nil { columns[question] = column }
      case .bookkeeping, .unknown: break
      }
    }
    columnOfQuestion = columns
  }

  /// The next row, or none at the end.
  package mutating func next(_ table: inout InterviewTable) throws(TableFault) -> CheckedRow? {
    repeat {
      guard try table.read(into: &record) else { return nil }
    } while record.isBlank
    guard record.count == map.header.count else {
      let ragged = RaggedRow(expected: map.header.count, found: record.count)
      let fault = RejectedCell(column: nil, question: "", rejection: ragged)
      return CheckedRow(
        record: record,
        form: ImportedForm(answers: [], problems: [], warnings: []),
        faults: [fault]
      )
    }
    let (answers, unreadable) = reader.read(record)
    let form = plan.validate(answers, moment: moment)
    let known = Set(unreadable.map(\.question))
    var faults = unreadable.map { fault in
      RejectedCell(
        column: fault.column,
        question: plan.steps[fault.question].question.id,
        rejection: fault.rejection
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
    return CheckedRow(record: record, form: form, faults: faults)
  }
}

extension InterviewTable {
  /// Opens a file.
  package init(_ file: SourceFile, questionnaire: Questionnaire) throws(TableFault) {
    try self.init(file.source, questionnaire: questionnaire)
  }

  /// The rows, checked by the rules of `plan`.
  package func rows(for plan: InterviewPlan, moment: FormMoment) -> CheckedRows {
    CheckedRows(plan: plan, map: map, moment: moment)
  }

  /// The delimiter as a person would name it.
  package var delimiterName: String {
    delimiter == .tab ? "TAB" : "“\(delimiter.rawValue)”"
  }
}
