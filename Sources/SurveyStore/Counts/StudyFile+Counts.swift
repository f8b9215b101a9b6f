import GRDB
package import SurveyModel

/// A count that is to be written, or the withdrawal of one.
package struct NewCount: Hashable, Sendable {
  /// What it speaks of.
  package let subject: AdministrativeCount.Subject
  /// The number; `nil` withdraws the one before.
  package let value: Int?
  /// What proves it, or why it is withdrawn.
  package let evidence: String
  /// The line of a file that it comes from.
  package let source: CountEntry.Source?
  /// The line of the record that it was decided upon, if there was one.
  package let supersedes: CountEntry.ID?

  /// Describes a count to be written.
  package init(
    subject: AdministrativeCount.Subject,
    value: Int?,
    evidence: String,
    source: CountEntry.Source? = nil,
    supersedes: CountEntry.ID? = nil
  ) {
    self.subject = subject
    self.value = value
    self.evidence = evidence
    self.source = source
    self.supersedes = supersedes
  }
}

extension StudyFile {
  /// Writes counts, all of them or none.
  ///
  /// - Throws: ``StudyError/countChanged(_:)`` when somebody else wrote on one of them since the
  ///   record was read.
  @discardableResult
  package func addCounts(
    _ counts: [NewCount],
    by: String,
    at moment: Timestamp
  ) throws(StudyError) -> [CountEntry] {
    try write { database in
      let book = try Self.book(in: database)
      let own = Int64(bitPattern: station)
      let last = try Int64.fetchOne(
        database,
        sql: "SELECT max(number) FROM administrative_count WHERE station = ?",
        arguments: [own]
      )
      var number = last ?? 0
      var entries: [CountEntry] = []
      for count in counts {
        guard book.head(of: count.subject)?.id == count.supersedes else {
          throw StudyError.countChanged(count.subject.name)
        }
        number += 1
        let entry = CountEntry(
          id: CountEntry.ID(station: station, number: number),
          subject: count.subject,
          value: count.value,
          evidence: count.evidence,
          by: by,
          at: moment,
          source: count.source,
          supersedes: count.supersedes
        )
        try Self.insert(entry, into: database)
        entries.append(entry)
      }
      return entries
    }
  }

  private static func insert(_ entry: CountEntry, into database: Database) throws {
    let what: [(any DatabaseValueConvertible)?] = [
      Int64(bitPattern: entry.id.station), entry.id.number, entry.subject.name,
      entry.subject.span.id, entry.subject.place, entry.value, entry.evidence,
    ]
    let how: [(any DatabaseValueConvertible)?] = [
      entry.by, entry.at.milliseconds, entry.at.offsetMinutes, entry.source?.file,
      entry.source?.line, entry.supersedes.map { Int64(bitPattern: $0.station) },
      entry.supersedes?.number,
    ]
    try database.execute(
      sql: """
        INSERT INTO administrative_count (station, number, name, span, place, value, evidence,
          by, at, at_offset, file_name, file_line, superseded_station, superseded)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: StatementArguments(what + how)
    )
  }

  /// The record of counts, as it was written.
  package func counts() throws(StudyError) -> CountBook {
    try read { try Self.book(in: $0) }
  }

  private static func book(in database: Database) throws -> CountBook {
    // Copies of a study that were merged are told in the order of their clocks.
    let sql = "SELECT * FROM administrative_count ORDER BY at, station, number"
    return CountBook(try GRDB.Row.fetchAll(database, sql: sql).compactMap(entry))
  }

  private static func entry(_ row: GRDB.Row) -> CountEntry? {
    // A day that no program of ours writes is of nobody's use.
    guard let span = CountSpan(row["span"] as String) else { return nil }
    func id(_ station: String, _ number: String) -> CountEntry.ID? {
      guard let at = row[station] as Int64?, let number = row[number] as Int64? else { return nil }
      return CountEntry.ID(station: UInt64(bitPattern: at), number: number)
    }
    let line = row["file_line"] as Int?
    return CountEntry(
      id: CountEntry.ID(station: UInt64(bitPattern: row["station"]), number: row["number"]),
      subject: AdministrativeCount.Subject(name: row["name"], span: span, place: row["place"]),
      value: row["value"],
      evidence: row["evidence"],
      by: row["by"],
      at: Timestamp(milliseconds: row["at"], offsetMinutes: row["at_offset"]),
      source: (row["file_name"] as String?).flatMap { file in
        line.map { CountEntry.Source(file: file, line: $0) }
      },
      supersedes: id("superseded_station", "superseded")
    )
  }
}
