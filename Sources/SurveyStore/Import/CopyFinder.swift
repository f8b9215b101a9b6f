import GRDB
package import SurveyModel

/// What a file without record keys has in common with the study and with itself.
package struct CopyReport: Hashable, Sendable {
  /// Two rows with the same answers.
  package struct Pair: Hashable, Sendable {
    /// The line in the file.
    package let line: Int
    /// The other line of the file; none when the study has the other.
    package let other: Int?
  }

  /// Rows with all answers of an interview that the study has.
  package var stored = 0
  /// The first of them.
  package var firstStored: Pair?
  /// Rows with all answers of an earlier row of the file.
  package var repeated = 0
  /// The first of them.
  package var firstRepeated: Pair?
  /// Whether more rows are in an earlier import than can be by chance.
  package var isLikely = false
  /// An earlier import that has nearly all rows of the file, or nearly all of whose rows the file has.
  package var twin: Twin?

  /// An import with the same rows.
  package struct Twin: Hashable, Sendable {
    /// The import.
    package let batch: BatchID
    /// The rows that both have.
    package let rows: Int
  }
}

/// Notices rows whose answers are all equal, by the digests that stand beside every row.
package final class CopyFinder {
  private static let fileMark: UInt64 = 1 << 63

  private let study: StudyFile
  private let digests: EntrySorter
  private var rows = 0
  private var storedRows: [UInt64: Int] = [:]

  /// Reads the digests that the study has of a version of a questionnaire and a wave.
  package init(
    _ study: StudyFile,
    questionnaire: Questionnaire,
    wave: String,
    limit: Int = 2_000_000
  ) throws(StudyError) {
    self.study = study
    let digests = EntrySorter(beside: study.path, limit: limit)
    self.digests = digests
    storedRows = try study.read { database in
      let layout = try StoredLayout.find(questionnaire, in: database)
      let statement = try RawStatement(
        """
        SELECT t.digest, coalesce(t.batch, 0) FROM \(layout.mainTable) AS t
        WHERE t.wave = \(try StudyFile.waveKey(wave, in: database)) AND \(CurrentView.isCurrent("t"))
        """,
        in: database
      )
      var counts: [UInt64: Int] = [:]
      while try statement.next() {
        let batch = UInt64(bitPattern: statement.integer(1))
        try digests.add(UInt64(bitPattern: statement.integer(0)), batch)
        counts[batch, default: 0] += 1
      }
      return counts
    }
  }

  /// Takes a good row.
  package func add(_ answers: [Answer], line: Int) throws(StudyError) {
    try add(digest: RowDigest(answers).value, line: line)
  }

  /// Takes a good row whose digest is known.
  package func add(digest: UInt64, line: Int) throws(StudyError) {
    rows += 1
    try digests.add(digest, UInt64(line) | Self.fileMark)
  }

  /// What was found among all rows.
  package func report() throws(StudyError) -> CopyReport {
    var report = CopyReport()
    var overlaps: [UInt64: Overlap] = [:]
    var chance = Chance(rows: rows, storedRows: storedRows)
    var sorted = try digests.sorted()
    var digest: UInt64?
    var batches: [UInt64: Int] = [:]
    var lines = 0
    var first = 0
    func end() {
      chance.add(lines: lines, batches: batches)
      guard lines > 0 else { return }
      for (batch, count) in batches {
        overlaps[batch, default: Overlap()].rows += min(count, lines)
        overlaps[batch, default: Overlap()].distinct += 1
      }
      guard !batches.isEmpty else { return }
      report.stored += lines
      if first < report.firstStored?.line ?? .max {
        report.firstStored = CopyReport.Pair(line: first, other: nil)
      }
    }
    while let entry = try sorted.next() {
      if entry.key != digest {
        end()
        digest = entry.key
        batches.removeAll(keepingCapacity: true)
        lines = 0
      }
      guard entry.reference & Self.fileMark != 0 else {
        batches[entry.reference, default: 0] += 1
        continue
      }
      let line = Int(truncatingIfNeeded: entry.reference & ~Self.fileMark)
      lines += 1
      if lines == 1 { first = line }
      guard lines > 1 else { continue }
      report.repeated += 1
      if line < report.firstRepeated?.line ?? .max {
        report.firstRepeated = CopyReport.Pair(line: line, other: first)
      }
    }
    end()
    report.isLikely = overlaps.contains { batch, overlap in
      overlap.rows > chance.expected(in: batch)
    }
    report.twin = try twin(overlaps, chance)
    return report
  }

  /// The import that has at least nine tenths of the rows, or has them again in the file.
  ///
  /// In a short form rows agree by chance. So half of the common rows have to differ from each
  /// other, or the two files have the same rows, each as often. That the file has the rows of an
  /// earlier import among others tells more, where so many cannot be there by chance.
  private func twin(
    _ overlaps: [UInt64: Overlap],
    _ chance: Chance
  ) throws(StudyError) -> CopyReport.Twin? {
    let candidates = overlaps.filter { batch, overlap in
      guard batch > 0 else { return false }
      if overlap.rows * 10 >= rows * 9,
        overlap.distinct * 2 >= overlap.rows
          || overlap.rows == rows && storedRows[batch] == rows
      {
        return true
      }
      return overlap.rows * 10 >= (storedRows[batch] ?? .max / 16) * 9
        && overlap.distinct * 2 >= overlap.rows && chance.isUnlikely(overlap.distinct)
    }
    guard let best = candidates.max(by: { ($0.value.rows, $0.key) < ($1.value.rows, $1.key) })
    else { return nil }
    let hex = try study.read { database in
      try String.fetchOne(
        database,
        sql: "SELECT id FROM batch WHERE key = ?",
        arguments: [Int64(bitPattern: best.key)]
      )
    }
    return hex.flatMap { BatchID(hex: $0) }.map {
      CopyReport.Twin(batch: $0, rows: best.value.rows)
    }
  }
}

extension CopyFinder {
  /// The rows that a file and an import have in common.
  fileprivate struct Overlap {
    var rows = 0
    /// Those that differ from each other.
    var distinct = 0
  }

  /// How often rows agree by chance, as often as they do within the file and within each import.
  fileprivate struct Chance {
    /// What is taken for impossible.
    private static let limit = 0.001

    private let rows: Int
    private let storedRows: [UInt64: Int]
    private var repeated = 0
    private var storedRepeated: [UInt64: Int] = [:]

    init(rows: Int, storedRows: [UInt64: Int]) {
      self.rows = rows
      self.storedRows = storedRows
    }

    /// Takes all rows with one content: how many of the file and how many of each import.
    mutating func add(lines: Int, batches: [UInt64: Int]) {
      if lines > 1 { repeated += lines }
      for (batch, count) in batches where count > 1 {
        storedRepeated[batch, default: 0] += count
      }
    }

    /// Whether `count` different rows of an import would not all be in the file by chance.
    func isUnlikely(_ count: Int) -> Bool {
      let one = Double(repeated + 1) / Double(rows + 1)
      var all = 1.0
      for _ in 0..<count where all > Self.limit && one < 1 { all *= one }
      return all <= Self.limit
    }

    /// Twice the rows of the file that an import has by chance.
    func expected(in batch: UInt64) -> Int {
      let stored = max(1, storedRows[batch] ?? 1)
      let share = max(
        Double(repeated) / Double(max(1, rows)),
        Double(storedRepeated[batch] ?? 0) / Double(stored)
      )
      return Int(2 * share * Double(rows))
    }
  }
}
