import GRDB
import SurveyModel

/// Reads one interview back, each answer as it was given.
struct InterviewReader {
  let questionnaire: Questionnaire
  let layout: StoredLayout
  let database: Database

  func read(_ interview: InterviewID) throws -> StoredInterview {
    let head = try RevisionHistory(interview, in: database).head()
    guard let (place, row) = head.row, place.key == layout.key,
      let own = try GRDB.Row.fetchOne(
        database,
        sql: """
          SELECT t.*, w.id AS wave_id, b.id AS batch_id FROM \(layout.mainTable) AS t
          JOIN wave AS w ON w.key = t.wave LEFT JOIN batch AS b ON b.key = t.batch
          WHERE t.row = ?
          """,
        arguments: [row]
      )
    else { throw StudyError.unknownInterview(interview) }
    let accepted = JSONText.strings(in: own["warnings"] ?? "")
    return StoredInterview(
      id: interview,
      revision: head.revision.number,
      answers: try answers(row, missing: own["missing"] ?? ""),
      wave: own["wave_id"],
      mode: Mode(rawValue: own["mode"]) ?? .importedFile,
      language: own["language"],
      started: Timestamp(stored: own["started"], offset: own["started_offset"]),
      finished: Timestamp(stored: own["finished"], offset: own["finished_offset"]),
      interviewDate: (own["interview_date"] as String?).flatMap { CalendarDate(iso: $0) },
      consentVersion: own["consent"],
      acceptedWarnings: accepted.compactMap { questionnaire.index(of: $0) },
      batch: (own["batch_id"] as String?).flatMap { BatchID(hex: $0) },
      ordinal: own["ordinal"]
    )
  }

  private func answers(_ row: Int64, missing: String) throws -> [Answer] {
    var reasons: [String: MissingReason] = [:]
    let parts = JSONText.strings(in: missing)
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      reasons[parts[index]] = MissingReason(rawValue: parts[index + 1])
    }
    let statements = try layout.tables.enumerated().map { number, table in
      let names = layout.columns.filter { $0.table == number }.map { sqlName($0.name) }
      let statement = try RawStatement(
        "SELECT \((names + ["row"]).joined(separator: ", ")) FROM \(sqlName(table)) WHERE row = ?",
        in: database
      )
      statement.bind(row, 1)
      _ = try statement.next()
      return statement
    }
    return AnswerSlot.slots(of: questionnaire, in: layout).map { slot in
      Self.answer(slot, statements) ?? .missing(reasons[slot.question] ?? slot.usualReason)
    }
  }

  /// The answer in the slot, `nil` where there is none.
  private static func answer(_ slot: AnswerSlot, _ statements: [RawStatement]) -> Answer? {
    guard let place = slot.places.first else { return nil }
    let statement = statements[place.table]
    let column = Int32(place.position)
    guard !statement.isNull(column) else { return nil }
    switch slot.encoding {
    case .nothing: return nil
    case .choiceNumber: return .choice(String(statement.integer(column)))
    case .choiceText: return statement.optionalText(column).map { .choice($0) }
    case .options:
      let chosen = zip(slot.places, slot.codes).filter { place, _ in
        statements[place.table].integer(Int32(place.position)) == 1
      }
      return .choices(chosen.map { $0.1 })
    case .integer: return .integer(Int(clamping: statement.integer(column)))
    case .decimal: return .decimal(statement.double(column))
    case .text: return statement.optionalText(column).map { .text($0) }
    case .date:
      return statement.optionalText(column).flatMap { CalendarDate(iso: $0) }.map { .date($0) }
    case .calculate:
      if statement.isText(column) { return statement.optionalText(column).map { .text($0) } }
      return .decimal(statement.double(column))
    }
  }
}

extension AnswerSlot {
  /// The reason where none is stored.
  fileprivate var usualReason: MissingReason {
    if case .nothing = encoding { .notApplicable } else { .noAnswer }
  }
}
