import GRDB
import SurveyModel

/// Writes interviews into the tables of one questionnaire version, inside a transaction.
final class RowWriter {
  private let database: Database
  private let questions: [String]
  private let statements: [RawStatement]
  private var answers: AnswerBinder
  private let interviewDate: Int?
  private var started: CalendarDate?

  init(_ questionnaire: Questionnaire, layout: StoredLayout, in database: Database) throws {
    self.database = database
    questions = questionnaire.questions.map(\.id)
    interviewDate = questionnaire.questions.firstIndex { $0.role == .interviewDate }
    var statements: [RawStatement] = []
    var offsets: [Int32] = []
    for (number, table) in layout.tables.enumerated() {
      let own = number == 0 ? Array(DataTable.ownColumns.dropFirst()) : ["row"]
      let answers = layout.columns.filter { $0.table == number }.map { sqlName($0.name) }
      let names = own + answers
      let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
      statements.append(
        try RawStatement(
          "INSERT INTO \(sqlName(table)) (\(names.joined(separator: ", "))) VALUES (\(marks))",
          in: database
        )
      )
      offsets.append(Int32(own.count) + 1)
    }
    self.statements = statements
    answers = AnswerBinder(
      AnswerSlot.slots(of: questionnaire, in: layout),
      statements: statements,
      offsets: offsets
    )
  }

  /// Writes one interview with the questions whose warnings were accepted.
  func insert(_ keys: InterviewKeys, answers: [Answer], warnings: [Int]) throws {
    try begin(keys)
    try insert(
      sequence: keys.interview.sequence,
      ordinal: keys.ordinal,
      answers: answers,
      warnings: warnings
    )
  }

  /// Sets what the following interviews have in common: all keys but sequence and ordinal.
  func begin(_ keys: InterviewKeys) throws {
    let main = statements[0]
    main.bind(Int64(bitPattern: keys.interview.station), 1)
    main.bind(keys.revision, 3)
    main.bind(Int64(bitPattern: keys.revisionStation), 4)
    main.bind(keys.wave, 5)
    main.bind(keys.batch, 6)
    try main.bind(keys.mode, 8)
    try main.bind(keys.language, 9)
    main.bind(keys.started?.milliseconds, 10)
    main.bind(keys.started.map { Int64($0.offsetMinutes) }, 11)
    main.bind(keys.finished?.milliseconds, 12)
    main.bind(keys.finished.map { Int64($0.offsetMinutes) }, 13)
    started = keys.started?.localDate
    try main.bind(started?.description, 14)
    try main.bind(keys.consent, 15)
  }

  /// Writes an interview that has the keys of ``begin(_:)``.
  func insert(sequence: Int64, ordinal: Int64?, answers: [Answer], warnings: [Int]) throws {
    let summary = try self.answers.bind(answers)
    let main = statements[0]
    main.bind(sequence, 2)
    main.bind(ordinal, 7)
    if let interviewDate {
      if case .date(let date) = answers[interviewDate] {
        try main.bind(self.answers.dates.text(date), 14)
      } else {
        try main.bind(started?.description, 14)
      }
    }
    main.bind(Int64(bitPattern: summary.digest.value), 16)
    let accepted = warnings.filter(questions.indices.contains).map { questions[$0] }
    try main.bind(accepted.isEmpty ? nil : JSONText.list(accepted), 17)
    try main.bind(summary.missing, 18)
    try main.run()
    guard statements.count > 1 else { return }
    let row = database.lastInsertedRowID
    for statement in statements.dropFirst() {
      statement.bind(row, 1)
      try statement.run()
    }
  }
}
