import GRDB
import SurveyModel

/// The answers of one stored row by question, in whatever version of the questionnaire it is.
struct StoredAnswers {
  let layout: StoredLayout
  let database: Database

  /// The answers of a row; notes have none.
  func read(_ row: Int64) throws -> [String: Answer] {
    let reasons = try reasons(row)
    var answers: [String: Answer] = [:]
    for (number, table) in layout.tables.enumerated() {
      let columns = layout.columns.filter { $0.table == number }
      guard !columns.isEmpty else { continue }
      let names = columns.map { sqlName($0.name) }.joined(separator: ", ")
      let statement = try RawStatement(
        cached: "SELECT \(names) FROM \(sqlName(table)) WHERE row = ?",
        in: database
      )
      statement.bind(row, 1)
      guard try statement.next() else { continue }
      for (position, column) in columns.enumerated() {
        add(column, statement, Int32(position), to: &answers)
      }
    }
    for column in layout.columns where answers[column.question] == nil {
      let own = layout.reading.source(of: column.question)?.question ?? column.question
      answers[column.question] = .missing(reasons[own] ?? .noAnswer)
    }
    return answers
  }

  private func add(
    _ column: DataColumn,
    _ statement: RawStatement,
    _ position: Int32,
    to answers: inout [String: Answer]
  ) {
    guard !statement.isNull(position) else { return }
    let question = column.question
    switch column.kind {
    case .choiceNumber:
      answers[question] = chosen(String(statement.integer(position)), question)
    case .choiceText:
      answers[question] = statement.optionalText(position).map { chosen($0, question) }
    case .option:
      var codes: [String] = []
      if case .choices(let before) = answers[question] { codes = before }
      if statement.integer(position) == 1, let code = column.code, !codes.contains(code) {
        codes.append(code)
      }
      answers[question] = .choices(codes)
    case .integer: answers[question] = .integer(Int(clamping: statement.integer(position)))
    case .decimal: answers[question] = .decimal(statement.double(position))
    case .text: answers[question] = statement.optionalText(position).map { .text($0) }
    case .date:
      answers[question] =
        statement.optionalText(position).flatMap { CalendarDate(iso: $0) }.map { .date($0) }
    case .calculate:
      answers[question] =
        statement.isText(position)
        ? statement.optionalText(position).map { .text($0) }
        : .decimal(statement.double(position))
    }
  }

  /// A code as the version has it as which the layout is read.
  private func chosen(_ code: String, _ question: String) -> Answer {
    VersionReading.Source(question: question, codes: layout.codes[question] ?? [:])
      .answer(for: code)
  }

  private func reasons(_ row: Int64) throws -> [String: MissingReason] {
    let stored = try String.fetchOne(
      database,
      sql: "SELECT missing FROM \(layout.mainTable) WHERE row = ?",
      arguments: [row]
    )
    var reasons: [String: MissingReason] = [:]
    let parts = JSONText.strings(in: stored ?? "")
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      reasons[parts[index]] = MissingReason(rawValue: parts[index + 1])
    }
    return reasons
  }
}
