import GRDB
import SurveyModel

extension StudyFile {
  /// The dataset as it is taken out of the columns of all interviews, which are kept from one time
  /// to the next; nil where there are too few interviews for that, and for older versions.
  func datasetOfColumns(
    of questionnaire: Questionnaire,
    wave: String?,
    days: ClosedRange<CalendarDate>?,
    onlyOwn: Bool
  ) throws(StudyError) -> Dataset? {
    var fresh: StudyColumns?
    let dataset = try read { database -> Dataset? in
      let versions = try StudyFile.versions(of: questionnaire, in: database)
      guard let own = versions.first, versions.allSatisfy({ $0.key <= own.key }),
        try areMany(versions, in: database)
      else { return nil }
      var choice = InterviewChoice(days: days, versions: onlyOwn ? [own.key] : nil)
      choice.wave = try wave.map { try StudyFile.waveKey($0, in: database) }
      let key = CacheKey(
        questionnaire: own.key,
        state: try CacheKey.state(of: own.id, in: database),
        reading: CacheKey.reading(of: questionnaire, from: versions)
      )
      var columns = keptColumns(key, of: questionnaire, in: database)
      if columns == nil {
        var reader = DatasetReader(questionnaire, in: database)
        let (facts, gathered) = try reader.gather(versions)
        columns = StudyColumns(key: key, facts: facts, columns: gathered)
        fresh = columns
      }
      remembered = columns
      let waves = try days.map { _ in try StudyFile.waveLabels(in: database) }
      return columns?.dataset(of: questionnaire, choice, waves: waves)
    }
    if let fresh { CacheWriter(path: path, options: options).write(fresh, id: questionnaire.id) }
    return dataset
  }

  /// What is known of the interviews of the questionnaire `id` that count, as far as it is kept.
  ///
  /// What is kept of another state of the study is taken out of the file.
  func keptFacts(of id: String) throws(StudyError) -> InterviewFacts? {
    var stale: Int64?
    let facts = try read { database -> InterviewFacts? in
      let newest = try Int64.fetchOne(
        database,
        sql: "SELECT max(key) FROM questionnaire WHERE id = ? AND withdrawn IS NULL",
        arguments: [id]
      )
      guard let newest, try remembered != nil || CacheTables.exist(in: database) else { return nil }
      let stored = try? CacheTables.key(of: newest, in: database)
      let known = remembered.flatMap { $0.key.questionnaire == newest ? $0 : nil }
      guard known != nil || stored != nil else { return nil }
      let state = try CacheKey.state(of: id, in: database)
      if let known, known.key.state == state { return known.facts }
      guard let stored else { return nil }
      guard stored.state == state, let columns = try? StudyColumns(stored, in: database) else {
        stale = newest
        return nil
      }
      remembered = columns
      return columns.facts
    }
    if let stale { CacheWriter(path: path, options: options).clear(stale) }
    return facts
  }

  /// Takes all that is kept out of the file, when interviews are not to count any longer.
  ///
  /// Where that fails, the next who reads finds that it is of another state.
  func clearCache() {
    remembered = nil
    _ = try? write(durable: false) { database in
      if try CacheTables.hold(in: database) { try CacheTables.remove(in: database) }
    }
  }

  /// The columns under `key` from memory or from the file.
  private func keptColumns(
    _ key: CacheKey,
    of questionnaire: Questionnaire,
    in database: Database
  ) -> StudyColumns? {
    if let known = remembered, known.key == key, known.columns != nil { return known }
    // Damage of any kind is as good as nothing: the columns are read from the interviews.
    guard let stored = try? CacheTables.key(of: key.questionnaire, in: database), stored == key
    else { return nil }
    return try? StudyColumns(key, of: questionnaire, in: database)
  }

  /// Whether reading the interviews one by one takes so long that their columns are worth keeping.
  private func areMany(_ versions: [StoredLayout], in database: Database) throws -> Bool {
    var rows: Int64 = 0
    for version in versions {
      let last = try Int64.fetchOne(database, sql: "SELECT max(row) FROM \(version.mainTable)")
      rows += last ?? 0
    }
    return rows >= options.rowsKept
  }
}
