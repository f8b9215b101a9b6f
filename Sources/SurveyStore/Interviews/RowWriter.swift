import GRDB
import GRDBSQLite
import SurveyModel

/// Writes interviews into the tables of one questionnaire version, inside a transaction.
struct RowWriter {
  private let database: Database
  private let questions: [String]
  private let slots: [AnswerSlot]
  private let statements: [RawStatement]
  /// For each table the parameter before that of its first answer.
  private let offsets: [Int32]
  private let interviewDate: Int?

  init(_ questionnaire: Questionnaire, layout: StoredLayout, in database: Database) throws {
    self.database = database
    slots = AnswerSlot.slots(of: questionnaire, in: layout)
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
    self.offsets = offsets
  }

  /// Writes one interview with the questions whose warnings were accepted.
  func insert(_ keys: InterviewKeys, answers: [Answer], warnings: [Int]) throws {
    guard answers.count == slots.count else {
      throw StudyError.answerCount(expected: slots.count, found: answers.count)
    }
    var missing = ""
    for (slot, answer) in zip(slots, answers) {
      try bind(answer, slot)
      if let reason = answer.missingReason, !slot.missingTexts.isEmpty, !slot.places.isEmpty {
        missing += missing.isEmpty ? "{" : ","
        missing += slot.missingTexts[reason.storedNumber]
      }
    }
    if !missing.isEmpty { missing += "}" }
    try bindKeys(keys, answers: answers, warnings: warnings, missing: missing)
    try statements[0].run()
    guard statements.count > 1 else { return }
    let row = database.lastInsertedRowID
    for statement in statements.dropFirst() {
      statement.bind(row, 1)
      try statement.run()
    }
  }

  private func bindKeys(
    _ keys: InterviewKeys,
    answers: [Answer],
    warnings: [Int],
    missing: String
  ) throws {
    let main = statements[0]
    main.bind(Int64(bitPattern: keys.interview.station), 1)
    main.bind(keys.interview.sequence, 2)
    main.bind(keys.revision, 3)
    main.bind(Int64(bitPattern: keys.revisionStation), 4)
    main.bind(keys.wave, 5)
    main.bind(keys.batch, 6)
    main.bind(keys.ordinal, 7)
    try main.bind(keys.mode, 8)
    try main.bind(keys.language, 9)
    main.bind(keys.started?.milliseconds, 10)
    main.bind(keys.started.map { Int64($0.offsetMinutes) }, 11)
    main.bind(keys.finished?.milliseconds, 12)
    main.bind(keys.finished.map { Int64($0.offsetMinutes) }, 13)
    try main.bind(dateOfInterview(keys, answers)?.description, 14)
    try main.bind(keys.consent, 15)
    main.bind(Int64(bitPattern: RowDigest(answers).value), 16)
    let accepted = warnings.filter(questions.indices.contains).map { questions[$0] }
    try main.bind(accepted.isEmpty ? nil : JSONText.list(accepted), 17)
    try main.bind(missing.isEmpty ? nil : missing, 18)
  }

  private func dateOfInterview(_ keys: InterviewKeys, _ answers: [Answer]) -> CalendarDate? {
    if let interviewDate, case .date(let date) = answers[interviewDate] { return date }
    return keys.started?.localDate
  }

  private func bind(_ answer: Answer, _ slot: AnswerSlot) throws {
    guard let place = slot.places.first else {
      guard case .options = slot.encoding, answer.missingReason == nil else { return }
      throw misfit(answer, slot)
    }
    let statement = statements[place.table]
    let parameter = offsets[place.table] + Int32(place.position)
    switch (slot.encoding, answer) {
    case (_, .missing):
      for place in slot.places {
        statements[place.table].bindNull(offsets[place.table] + Int32(place.position))
      }
    case (.choiceNumber, .choice(let code)):
      guard let position = slot.position(of: code) else { throw misfit(answer, slot) }
      statement.bind(slot.numbers[position], parameter)
    case (.choiceText, .choice(let code)):
      guard slot.position(of: code) != nil else { throw misfit(answer, slot) }
      try statement.bind(code, parameter)
    case (.options, .choices(let chosen)):
      guard chosen.allSatisfy({ slot.position(of: $0) != nil }) else { throw misfit(answer, slot) }
      for (place, code) in zip(slot.places, slot.codes) {
        let flag: Int64 = chosen.contains(code) ? 1 : 0
        statements[place.table].bind(flag, offsets[place.table] + Int32(place.position))
      }
    case (.integer, .integer(let number)):
      statement.bind(Int64(number), parameter)
    case (.decimal, .integer(let number)), (.calculate, .integer(let number)):
      statement.bind(Double(number), parameter)
    case (.decimal, .decimal(let number)) where !number.isNaN,
      (.calculate, .decimal(let number)) where !number.isNaN:
      statement.bind(number, parameter)
    case (.text, .text(let text)), (.calculate, .text(let text)):
      try statement.bind(text, parameter)
    case (.date, .date(let date)), (.calculate, .date(let date)):
      try statement.bind(date.description, parameter)
    default:
      throw misfit(answer, slot)
    }
  }

  private func misfit(_ answer: Answer, _ slot: AnswerSlot) -> StudyError {
    .answerDoesNotFit(question: slot.question, answer: answer)
  }
}
