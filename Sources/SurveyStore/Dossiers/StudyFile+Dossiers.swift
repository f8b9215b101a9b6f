import GRDB
package import SurveyModel

extension StudyFile {
  /// Where the keys for dossier numbers are.
  package var keyFilePath: String { KeyFile(study: path).path }

  /// Seals dossier numbers of a wave; its key is made when it is first needed.
  ///
  /// `random` gives 64 bits of a generator that cannot be guessed.
  package func dossierSeal(
    of questionnaire: String,
    wave: String,
    random: () -> UInt64,
    at moment: Timestamp
  ) throws(StudyError) -> DossierSeal {
    let file = KeyFile(study: options.keysOf ?? path)
    let made = (0..<4).flatMap { _ in withUnsafeBytes(of: random()) { Array($0) } }
    guard access == .readWrite, options.keysOf == nil else {
      // A trial keeps nothing, and so it needs no key that lasts.
      let known = try read { try Self.knownKey(of: wave, file, in: $0) }
      return DossierSeal(
        key: known ?? trialKey(of: wave, made: made),
        questionnaire: questionnaire
      )
    }
    // In one transaction, so that of two terminals only one makes the key.
    let key: [UInt8] = try write { database in
      if let known = try Self.knownKey(of: wave, file, in: database) { return known }
      let waveKey = try StudyFile.waveKey(wave, in: database)
      try file.destroy(wave)
      try file.add(made, of: wave)
      try database.execute(
        sql: "INSERT INTO dossier_key (wave, proof, made, made_offset) VALUES (?, ?, ?, ?)",
        arguments: [
          waveKey, DossierSeal.proof(of: made), moment.milliseconds, moment.offsetMinutes,
        ]
      )
      return made
    }
    return DossierSeal(key: key, questionnaire: questionnaire)
  }

  /// Seals as the wave does; none where it has no key, or has it no longer.
  package func knownSeal(
    of questionnaire: String,
    wave: String
  ) throws(StudyError) -> DossierSeal? {
    let file = KeyFile(study: options.keysOf ?? path)
    let key = try read { try? Self.knownKey(of: wave, file, in: $0) }
    return key.map { DossierSeal(key: $0, questionnaire: questionnaire) }
  }

  /// The key of a wave; `nil` when none was made.
  private static func knownKey(
    of wave: String,
    _ file: KeyFile,
    in database: Database
  ) throws -> [UInt8]? {
    let known = try GRDB.Row.fetchOne(
      database,
      sql: "SELECT proof, destroyed FROM dossier_key WHERE wave = ?",
      arguments: [StudyFile.waveKey(wave, in: database)]
    )
    guard let known else { return nil }
    if (known["destroyed"] as Int64?) != nil { throw StudyError.dossierKeyDestroyed(wave: wave) }
    guard let key = try file.key(of: wave), DossierSeal.proof(of: key) == known["proof"] else {
      throw StudyError.dossierKeyMissing(wave: wave, file: file.path)
    }
    return key
  }

  /// Destroys the key of a wave, after which no number can be told from its hash.
  ///
  /// - Returns: whether there was a key.
  package func destroyDossierKey(of wave: String, at moment: Timestamp) throws(StudyError) -> Bool {
    let file = KeyFile(study: path)
    return try write { database in
      let waveKey = try StudyFile.waveKey(wave, in: database)
      let hadKey = try file.key(of: wave) != nil
      try file.destroy(wave)
      try database.execute(
        sql: """
          UPDATE dossier_key SET destroyed = ?, destroyed_offset = ?
          WHERE wave = ? AND destroyed IS NULL
          """,
        arguments: [moment.milliseconds, moment.offsetMinutes, waveKey]
      )
      return hadKey
    }
  }

  /// The interview of a wave that has a sealed number as its answer to `question`.
  package func interview(
    of questionnaire: Questionnaire,
    wave: String,
    question: String,
    sealed: String
  ) throws(StudyError) -> InterviewID? {
    try read { database in
      let waveKey = try StudyFile.waveKey(wave, in: database)
      let own = try StoredLayout.find(questionnaire, in: database)
      for layout in try StoredLayout.all(of: questionnaire.id, as: own, in: database) {
        guard let column = layout.columns.first(where: { $0.question == question }) else {
          continue
        }
        let table = column.table == 0 ? "t" : "part"
        let join =
          column.table == 0
          ? "" : "JOIN \(sqlName(layout.tables[column.table])) AS part ON part.row = t.row"
        let found = try GRDB.Row.fetchOne(
          database,
          sql: """
            SELECT t.station, t.sequence FROM \(layout.mainTable) AS t \(join)
            WHERE t.wave = ? AND \(table).\(sqlName(column.name)) = ?
            AND \(CurrentView.isCurrent("t")) ORDER BY t.row LIMIT 1
            """,
          arguments: [waveKey, sealed]
        )
        if let found {
          return InterviewID(
            station: UInt64(bitPattern: found["station"]),
            sequence: found["sequence"]
          )
        }
      }
      return nil
    }
  }

  /// All sealed numbers that the interviews of a wave have as answers to `question`.
  package func sealedNumbers(
    of questionnaire: Questionnaire,
    wave: String,
    question: String
  ) throws(StudyError) -> Set<String> {
    try read { database in
      let waveKey = try StudyFile.waveKey(wave, in: database)
      var all: Set<String> = []
      let own = try StoredLayout.find(questionnaire, in: database)
      for layout in try StoredLayout.all(of: questionnaire.id, as: own, in: database) {
        guard let column = layout.columns.first(where: { $0.question == question }) else {
          continue
        }
        let table = column.table == 0 ? "t" : "part"
        let join =
          column.table == 0
          ? "" : "JOIN \(sqlName(layout.tables[column.table])) AS part ON part.row = t.row"
        all.formUnion(
          try String.fetchAll(
            database,
            sql: """
              SELECT \(table).\(sqlName(column.name)) FROM \(layout.mainTable) AS t \(join)
              WHERE t.wave = ? AND \(table).\(sqlName(column.name)) IS NOT NULL
              AND \(CurrentView.isCurrent("t"))
              """,
            arguments: [waveKey]
          )
        )
      }
      return all
    }
  }
}
