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
  /// This line of the file stands for the same line of the file that is continued, with other
  /// content.
  case sameOrigin(line: Int)
  /// The study has no such key, but `stored`, which differs by zeros in front.
  case alike(key: String, stored: String)
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
  /// What the study has, question by question; nil where its version has no such question.
  package let stored: [Answer?]
  /// The questions that it answers and only a later version asks than the one that the file follows.
  package let later: [String]
}

/// Holds the rows of one file against the study and against each other.
package final class RowLedger {
  /// What is kept of rows whose keys come again.
  private static let capacity = 2_000_000

  private let study: StudyFile
  private let questionnaire: Questionnaire
  private let version: Int?
  /// The questions of which the file speaks; none where it speaks of all.
  private let asked: Set<Int>?
  private var matches: KeyMatches
  private var firsts: [Int: (digest: UInt64, line: Int)] = [:]

  /// Makes a ledger from the keys of the file; `asked` are the questions of a file that lacks some.
  package init(
    _ matches: KeyMatches,
    study: StudyFile,
    questionnaire: Questionnaire,
    asked: Set<Int>? = nil
  ) {
    self.matches = matches
    self.asked = asked
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

  /// Whether the study has an interview with the key of record `number`; its fate may be asked for
  /// afterwards.
  package func knows(_ number: Int) throws(StudyError) -> Bool {
    guard let match = try matches.peek(number) else { return false }
    return try !matches.stored(match).isEmpty
  }

  /// What is known of a good row, record `number` of the file; rows come in their order.
  ///
  /// Where the file lacks questions, `merged` gives the form that the row makes of a stored one.
  package func fate(
    number: Int,
    line: Int,
    answers: [Answer],
    merged: (_ stored: [Answer?]) -> [Answer]? = { _ in nil }
  ) throws(StudyError) -> RowFate {
    guard let match = try matches.match(number) else { return .new }
    let digest = RowDigest(answers).value
    if let fate = fate(of: digest, after: match.earlier) { return fate }
    // The earlier rows were sent back, so that this one takes their place.
    for earlier in match.earlier { keep(earlier.number, digest, line) }
    if match.isFirst { keep(number, digest, line) }
    guard let place = match.stored else { return try fate(without: match) }
    if place.version == version, match.digest == digest { return .same }
    let candidates = try matches.stored(match)
    guard !candidates.isEmpty else { return try fate(without: match) }
    let change = try study.read { database in
      try self.change(of: answers, among: candidates, merged, in: database)
    }
    guard let change else { return .same }
    if change.stored.isFromRoot, let line = change.stored.ordinal {
      return .contradicted(line: line, inFirstFile: true)
    }
    return .changed(change.record)
  }

  /// What the rows above it in the file that were not sent back make of a row; none without any.
  private func fate(of digest: UInt64, after earlier: [KeyMatches.Earlier]) -> RowFate? {
    var same: Int?
    for one in earlier {
      guard let first = firsts[one.number] else { continue }
      guard first.digest == digest else {
        return one.isOrigin
          ? .sameOrigin(line: first.line) : .contradicted(line: first.line, inFirstFile: false)
      }
      same = same ?? first.line
    }
    return same.map { .repeated(line: $0) }
  }

  /// What becomes of a row that the study has not.
  private func fate(without match: KeyMatches.Match) throws(StudyError) -> RowFate {
    try matches.alike(match).map { .alike(key: $0.key, stored: $0.stored) } ?? .new
  }

  private func keep(_ number: Int, _ digest: UInt64, _ line: Int) {
    if firsts.count < Self.capacity { firsts[number] = (digest, line) }
  }

  /// What a row changes: nothing where any interview with its key has its answers, or had them.
  private func change(
    of answers: [Answer],
    among candidates: [KeyMatches.Stored],
    _ merged: ([Answer?]) -> [Answer]?,
    in database: Database
  ) throws -> (record: ChangedRecord, stored: KeyMatches.Stored)? {
    var change: (record: ChangedRecord, stored: KeyMatches.Stored)?
    for stored in candidates {
      guard let record = try changed(stored, answers, merged, in: database) else { return nil }
      // The newest that can be replaced, else the newest.
      if change == nil || change?.record.canBeReplaced == false && record.canBeReplaced {
        change = (record, stored)
      }
    }
    return change
  }

  private func changed(
    _ stored: KeyMatches.Stored,
    _ answers: [Answer],
    _ merged: ([Answer?]) -> [Answer]?,
    in database: Database
  ) throws -> ChangedRecord? {
    let layout = matches.versions[stored.place.version]
    let reader = StoredAnswers(layout: layout, database: database)
    let old = try reader.read(stored.place.row)
    let differences = differences(old, answers, merged)
    guard !differences.isEmpty else { return nil }
    // The file may bring what a later revision has already corrected.
    for row in try earlierStates(of: stored, layout, in: database)
    where self.differences(try reader.read(row), answers, merged).isEmpty {
      return nil
    }
    let head = try? RevisionHistory(stored.interview, in: database).head()
    return ChangedRecord(
      interview: stored.interview,
      differences: differences,
      canBeReplaced: !stored.isVoid && head != nil,
      stored: questionnaire.questions.map { old[$0.id] },
      later: try laterAnswers(of: stored, in: database)
    )
  }

  /// The questions that a stored form answers, where it follows a later version than the file, which
  /// does not ask them.
  private func laterAnswers(
    of stored: KeyMatches.Stored,
    in database: Database
  ) throws -> [String] {
    guard let version, stored.place.version > version else { return [] }
    let layout = matches.versions[stored.place.version]
    let own = try StoredLayout.find(layout.id, layout.version, in: database)
    let known = Set(
      questionnaire.questions.map { layout.reading.source(of: $0.id)?.question ?? $0.id }
    )
    let answers = try StoredAnswers(layout: own, database: database).read(stored.place.row)
    return answers.filter { $1.missingReason == nil && !known.contains($0) }.keys.sorted()
  }

  private func earlierStates(
    of stored: KeyMatches.Stored,
    _ layout: StoredLayout,
    in database: Database
  ) throws -> [Int64] {
    let rows = try Int64.fetchAll(
      database,
      sql: """
        SELECT t.row FROM \(layout.mainTable) AS t
        WHERE \(layout.belongsToInterview("t", in: database)) AND (t.batch IS NULL
          OR t.batch IN (SELECT key FROM batch WHERE state = 'complete'))
        """,
      arguments: [Int64(bitPattern: stored.interview.station), stored.interview.sequence]
    )
    return rows.filter { $0 != stored.place.row }
  }

  /// Where a row and a stored form differ, of all questions of which the file speaks.
  private func differences(
    _ old: [String: Answer],
    _ answers: [Answer],
    _ merged: ([Answer?]) -> [Answer]?
  ) -> [ChangedRecord.Difference] {
    let questions = questionnaire.questions
    let form = asked == nil ? answers : merged(questions.map { old[$0.id] }) ?? answers
    return questions.indices.compactMap { index in
      asked?.contains(index) == false ? nil : difference(index, old, form)
    }
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
    // A file that lacked the column says no more than one in which it is blank.
    let isStillBlank =
      before == .missing(.notCollected) && answers[index] == .missing(.noAnswer)
    if isAbsent || isStillBlank || before.saysTheSame(as: answers[index]) { return nil }
    return ChangedRecord.Difference(question: index, old: before, new: answers[index])
  }
}
