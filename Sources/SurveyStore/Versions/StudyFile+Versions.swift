import GRDB
package import SurveyModel

extension StudyFile {
  /// Adds a version of a questionnaire together with the step that leads to it, both or neither.
  ///
  /// Where the study has the version already, the step goes before its earlier one; the same map
  /// again changes nothing, whatever this program would make of it. A `plan` takes the place of the
  /// study's.
  ///
  /// - Returns: whether the study is another one now.
  @discardableResult
  package func adopt(
    _ questionnaire: Questionnaire,
    fileName: String,
    text: String,
    step: AdoptedStep,
    plan: (id: String, fileName: String, text: String)? = nil
  ) throws(StudyError) -> Bool {
    try write { database in
      let parent = try StoredLayout.find(questionnaire.id, step.from, in: database)
      let isNewPlan = try StudyFile.changePlan(to: plan, in: database)
      let known = try StoredLayout.all(
        in: database,
        where: "id = ? AND version = ?",
        [questionnaire.id, questionnaire.version]
      ).first
      let steps = StepStore(database: database)
      if let known {
        let latest = try String.fetchOne(
          database,
          sql: """
            SELECT coalesce(map, '') FROM version_step WHERE questionnaire = ?
            ORDER BY key DESC LIMIT 1
            """,
          arguments: [known.key]
        )
        if latest == step.mapText ?? "" { return isNewPlan }
        try steps.insert(step, from: parent.key, to: known.key)
        try QuestionnaireWriter(database: database, questionnaire: questionnaire).renewViews()
        return true
      }
      try QuestionnaireWriter(database: database, questionnaire: questionnaire).add(
        fileName: fileName,
        text: text,
        sha256: sha256Hex(of: text.utf8),
        at: step.at
      ) { key in try steps.insert(step, from: parent.key, to: key) }
      return true
    }
  }

  /// The interviews of each version, and how they are read as those of `questionnaire`'s own.
  ///
  /// Without `wave`, of all waves.
  package func versionShares(
    of questionnaire: Questionnaire,
    wave: String? = nil,
    days: ClosedRange<CalendarDate>? = nil
  ) throws(StudyError) -> [VersionShare] {
    let facts = try keptFacts(of: questionnaire.id)
    return try read { database in
      let own = try StoredLayout.find(questionnaire, in: database)
      let versions = try StoredLayout.all(in: database, where: "id = ?", [questionnaire.id])
      let wave = try wave.map { try StudyFile.waveKey($0, in: database) }
      let readings = try StepStore(database: database).readings(of: versions, as: own)
      return try zip(versions, readings).map { version, reading in
        let choice = InterviewChoice(wave: wave, days: days, versions: [version.key])
        let count =
          try facts?.count(of: choice)
          ?? Int.fetchOne(
            database,
            sql: """
              SELECT count(*) FROM \(version.mainTable) AS t
              WHERE \(CurrentView.isCurrent("t")) AND (?1 IS NULL OR t.wave = ?1)
              \(DayCondition.sql(days, of: "t"))
              """,
            arguments: [wave]
          )
        return VersionShare(
          version: version.version,
          interviews: count ?? 0,
          reading: reading,
          questions: Set(version.columns.map(\.question))
        )
      }
    }
  }

  /// Which of `questions` of one version another one has not, or with other codes; none where it did
  /// not come later.
  package func questions(
    _ questions: [String],
    of id: String,
    version: String,
    changedIn later: String
  ) throws(StudyError) -> [String]? {
    try read { database in
      let versions = try StoredLayout.all(in: database, where: "id = ?", [id])
      guard let own = versions.firstIndex(where: { $0.version == version }),
        let target = versions.firstIndex(where: { $0.version == later }), own < target
      else { return nil }
      let reading = try StepStore(database: database).readings(
        of: versions,
        as: versions[target]
      )[own]
      let asked = Set(versions[target].columns.map(\.question))
      return questions.filter { question in
        guard let becomes = reading.target(of: question) else { return true }
        return becomes.question != question || !asked.contains(question)
          || becomes.codes.contains { $1 != .code($0) }
      }
    }
  }

  /// Whether anything was collected with any version of the questionnaire `id`: interviews, counted
  /// or not, or forms that were begun.
  package func holdsAnswers(to id: String) throws(StudyError) -> Bool {
    try read { database in
      for version in try StoredLayout.all(in: database, where: "id = ?", [id]) {
        let sql = """
          SELECT EXISTS (SELECT 1 FROM \(version.mainTable))
          OR EXISTS (SELECT 1 FROM draft WHERE questionnaire = ?)
          """
        if try Bool.fetchOne(database, sql: sql, arguments: [version.key]) == true { return true }
      }
      return false
    }
  }

  /// Refuses a version with which something was collected, as ``withdrawVersion(_:plan:by:at:)`` does.
  package func checkWithdrawal(of questionnaire: Questionnaire) throws(StudyError) {
    try read { database in
      try StudyFile.checkWithdrawal(StoredLayout.find(questionnaire, in: database), in: database)
    }
  }

  private static func checkWithdrawal(_ layout: StoredLayout, in database: Database) throws {
    let sql = """
      SELECT EXISTS (SELECT 1 FROM \(layout.mainTable))
      OR EXISTS (SELECT 1 FROM draft WHERE questionnaire = ?1)
      OR EXISTS (SELECT 1 FROM batch WHERE questionnaire = ?1)
      """
    if try Bool.fetchOne(database, sql: sql, arguments: [layout.key]) == true {
      throw StudyError.versionInUse(id: layout.id, version: layout.version)
    }
  }

  /// Takes a version out of the study with which nothing was ever collected.
  ///
  /// Its label is free again; its empty tables stay. A `plan` takes the place of the study's in the
  /// same step.
  package func withdrawVersion(
    _ questionnaire: Questionnaire,
    plan: (id: String, fileName: String, text: String)? = nil,
    by: String,
    at moment: Timestamp
  ) throws(StudyError) {
    try write { database in
      let layout = try StoredLayout.find(questionnaire, in: database)
      try StudyFile.checkWithdrawal(layout, in: database)
      try StudyFile.changePlan(to: plan, in: database)
      try database.execute(
        sql: """
          UPDATE questionnaire
          SET withdrawn = ?, withdrawn_by = ?, version = version || ' #' || key WHERE key = ?
          """,
        arguments: [moment.milliseconds, by, layout.key]
      )
      let versions = try StoredLayout.all(of: layout.id, in: database)
      let views = CurrentView.statements(
        versions: versions,
        language: questionnaire.defaultLanguage
      )
      for statement in views { try database.execute(sql: statement) }
    }
  }

  /// Forms that were begun with other versions than `version` and wait to be resumed.
  package func draftsOfOtherVersions(
    of id: String,
    than version: String
  ) throws(StudyError) -> [String: Int] {
    try read { database in
      let sql = """
        SELECT q.version AS version, count(*) AS count FROM draft AS d
        JOIN questionnaire AS q ON q.key = d.questionnaire
        WHERE q.id = ? AND q.version <> ? GROUP BY q.version
        """
      let rows = try GRDB.Row.fetchAll(database, sql: sql, arguments: [id, version])
      return Dictionary(
        rows.map { ($0["version"] as String, $0["count"] as Int) },
        uniquingKeysWith: +
      )
    }
  }
}
