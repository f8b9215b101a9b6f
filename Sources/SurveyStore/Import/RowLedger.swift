import GRDB
package import SurveyModel

/// What the study knows of a row of a file.
package enum RowFate: Hashable, Sendable {
  /// Nothing.
  case new
  /// The study has it, with this content.
  case same
  /// This line of the file has the same key and the same content.
  case repeated(line: Int)
  /// This line of the file, or of the file that is continued, has the same key and other content.
  case contradicted(line: Int, inFirstFile: Bool)
  /// The study has it with other content.
  case changed(ChangedRecord)
}

/// A row with the key of an interview that has other answers.
package struct ChangedRecord: Hashable, Sendable {
  /// One answer that differs.
  package struct Difference: Hashable, Sendable {
    /// The question's place in the questionnaire.
    package let question: Int
    /// What the study has.
    package let old: Answer
    /// What the file has.
    package let new: Answer
  }

  /// The interview.
  package let interview: InterviewID
  /// The answers that differ, in the order of the form.
  package let differences: [Difference]
  /// Whether the interview can be given a new revision: it is neither void nor in conflict.
  package let canBeReplaced: Bool
}

/// Holds the rows of one file against the study and against each other.
package final class RowLedger {
  /// What is kept of rows whose keys come again.
  private static let capacity = 2_000_000

  private let study: StudyFile
  private let questionnaire: Questionnaire
  private let version: Int?
  private var matches: KeyMatches
  private var firsts: [Int: (digest: UInt64, line: Int)] = [:]

  /// Makes a ledger from the keys of the file.
  package init(
    _ matches: KeyMatches,
    study: StudyFile,
    questionnaire: Questionnaire
  ) {
    self.matches = matches
    self.study = study
    self.questionnaire = questionnaire
    version = matches.versions.firstIndex {
      $0.id == questionnaire.id && $0.version == questionnaire.version
    }
  }

  /// The first record from `number` on of which anything may be known; numbers ascend from call to
  /// call.
  package func firstKnown(_ number: Int) throws(StudyError) -> Int? {
    try matches.firstMatch(number)
  }

  /// Whether anything is known of any record of the file.
  package var knowsAny: Bool { !matches.isEmpty }

  /// Passes over record `number` of the file when the study has it with this digest of its answers,
  /// and nothing else is to be said of it.
  package func passes(_ number: Int, digest: UInt64) throws(StudyError) -> Bool {
    try matches.passes(number, digest: digest, version: version)
  }

  /// What is known of a good row, record `number` of the file; rows come in their order.
  package func fate(
    number: Int,
    line: Int,
    answers: [Answer]
  ) throws(StudyError) -> RowFate {
    guard let match = try matches.match(number) else { return .new }
    let digest = RowDigest(answers).value
    if let earlier = match.earlier {
      if let first = firsts[earlier] {
        return first.digest == digest
          ? .repeated(line: first.line) : .contradicted(line: first.line, inFirstFile: false)
      }
      // The earlier row was sent back, so that this one takes its place.
      keep(earlier, digest, line)
    }
    if match.isFirst { keep(number, digest, line) }
    guard let place = match.stored else { return .new }
    if place.version == version, match.digest == digest { return .same }
    guard let stored = try matches.stored(match) else { return .new }
    let fate = try study.read { try compare(stored, answers, digest, in: $0) }
    if stored.isFromRoot, case .changed = fate, let line = stored.ordinal {
      return .contradicted(line: line, inFirstFile: true)
    }
    return fate
  }

  private func keep(_ number: Int, _ digest: UInt64, _ line: Int) {
    if firsts.count < Self.capacity { firsts[number] = (digest, line) }
  }

  private func compare(
    _ stored: KeyMatches.Stored,
    _ answers: [Answer],
    _ digest: UInt64,
    in database: Database
  ) throws -> RowFate {
    let layout = matches.versions[stored.place.version]
    if stored.place.version == version {
      let before = try Int64.fetchOne(
        database,
        sql: """
          SELECT 1 FROM \(layout.mainTable) AS t
          WHERE \(layout.belongsToInterview("t", in: database)) AND t.digest = ?3 AND (t.batch IS NULL
            OR t.batch IN (SELECT key FROM batch WHERE state = 'complete'))
          """,
        arguments: [
          Int64(bitPattern: stored.interview.station), stored.interview.sequence,
          Int64(bitPattern: digest),
        ]
      )
      // The file brings what a later revision has already corrected.
      if before != nil { return .same }
    }
    let old = try StoredAnswers(layout: layout, database: database).read(stored.place.row)
    let differences = questionnaire.questions.indices.compactMap { index in
      difference(index, old, answers)
    }
    guard !differences.isEmpty else { return .same }
    let head = try? RevisionHistory(stored.interview, in: database).head()
    return .changed(
      ChangedRecord(
        interview: stored.interview,
        differences: differences,
        canBeReplaced: !stored.isVoid && head != nil
      )
    )
  }

  private func difference(
    _ index: Int,
    _ old: [String: Answer],
    _ answers: [Answer]
  ) -> ChangedRecord.Difference? {
    let question = questionnaire.questions[index]
    // Calculated values follow from the others, and some from the day of the import.
    if !question.kind.takesAnswers { return nil }
    guard answers.indices.contains(index) else { return nil }
    let before = old[question.id] ?? .missing(.notCollected)
    let isAbsent = old[question.id] == nil && answers[index].missingReason != nil
    if isAbsent || before.saysTheSame(as: answers[index]) { return nil }
    return ChangedRecord.Difference(question: index, old: before, new: answers[index])
  }
}
