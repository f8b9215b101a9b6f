import GRDB
import SurveyModel

/// The steps between the versions of questionnaires, as rows.
struct StepStore {
  let database: Database

  /// Puts a step to the version `key` in front of earlier ones.
  func insert(_ step: AdoptedStep, from parent: Int64, to key: Int64) throws {
    try database.execute(
      sql: """
        INSERT INTO version_step (questionnaire, parent, file_name, map, by, at, at_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        key, parent, step.mapFileName, step.mapText, step.by, step.at.milliseconds,
        step.at.offsetMinutes,
      ]
    )
    let number = database.lastInsertedRowID
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO version_fate (step, question, becomes, apart, code, code_becomes, code_missing)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    )
    for (question, fate) in step.step.fates.sorted(by: { $0.key < $1.key }) {
      switch fate {
      case .apart(let to, let reason):
        try insert.execute(arguments: [number, question, to, reason.rawValue, nil, nil, nil])
      case .carried(let to, let codes):
        try insert.execute(arguments: [number, question, to, nil, nil, nil, nil])
        for (code, target) in codes.sorted(by: { $0.key < $1.key }) {
          let (becomes, missing) = target.stored
          try insert.execute(arguments: [number, question, to, nil, code, becomes, missing])
        }
      }
    }
  }

  /// The step that counts to the version `key`; none where answers are taken as they are.
  func step(to key: Int64) throws -> VersionStep {
    let latest = try Int64.fetchOne(
      database,
      sql: "SELECT max(key) FROM version_step WHERE questionnaire = ?",
      arguments: [key]
    )
    guard let latest else { return VersionStep() }
    var codes: [String: [String: VersionMap.Target]] = [:]
    var fates: [String: VersionStep.Fate] = [:]
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: "SELECT * FROM version_fate WHERE step = ? ORDER BY key",
      arguments: [latest]
    )
    for row in rows {
      let question: String = row["question"]
      let to: String = row["becomes"]
      if let apart: String = row["apart"] {
        fates[question] = .apart(to: to, VersionChange.Code(rawValue: apart) ?? .declared)
        continue
      }
      if let code: String = row["code"] {
        codes[question, default: [:]][code] = VersionMap.Target(
          stored: row["code_becomes"],
          missing: row["code_missing"]
        )
      }
      fates[question] = .carried(to: to, codes: codes[question] ?? [:])
    }
    return VersionStep(fates: fates)
  }

  /// For each of `versions`, all of one questionnaire and in their order, how its answers are read
  /// as those of `target`.
  func readings(
    of versions: [StoredLayout],
    as target: StoredLayout
  ) throws -> [VersionReading] {
    let own = versions.firstIndex { $0.key == target.key } ?? versions.count - 1
    guard versions.count > 1 else { return versions.map { _ in VersionReading() } }
    let steps = try versions.dropFirst().map { try step(to: $0.key) }
    return versions.indices.map { place in
      let questions = Set(versions[place].columns.map(\.question))
      if place < own {
        return VersionReading(through: Array(steps[place..<own]), of: questions)
      }
      if place > own {
        return VersionReading(backThrough: Array(steps[own..<place]), of: questions)
      }
      return VersionReading()
    }
  }
}

extension VersionMap.Target {
  fileprivate var stored: (becomes: String?, missing: String?) {
    switch self {
    case .code(let code): (code, nil)
    case .missing(let reason): (nil, reason.rawValue)
    case .notComparable: (nil, nil)
    }
  }

  fileprivate init(stored becomes: String?, missing: String?) {
    if let becomes {
      self = .code(becomes)
    } else if let reason = missing.flatMap({ MissingReason(rawValue: $0) }) {
      self = .missing(reason)
    } else {
      self = .notComparable
    }
  }
}
