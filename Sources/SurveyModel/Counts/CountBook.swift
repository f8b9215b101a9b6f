/// The record of counts: every line that was written, and the counts that hold.
public struct CountBook: Hashable, Sendable {
  /// All lines in the order in which they were written.
  public let entries: [CountEntry]
  /// The counts that hold, by name, place and time.
  public let counts: [AdministrativeCount]

  private let heads: [AdministrativeCount.Subject: CountEntry]

  /// Reads a record.
  ///
  /// A line holds that no other takes the place of. Of two such lines for one subject, as they come
  /// together from two copies of a study, the later one holds.
  public init(_ entries: [CountEntry] = []) {
    self.entries = entries
    let superseded = Set(entries.compactMap(\.supersedes))
    var heads: [AdministrativeCount.Subject: CountEntry] = [:]
    for entry in entries where !superseded.contains(entry.id) {
      if let other = heads[entry.subject], Self.isEarlier(entry, than: other) { continue }
      heads[entry.subject] = entry
    }
    self.heads = heads
    counts = heads.values.compactMap(\.count).sorted { $0.subject < $1.subject }
  }

  private static func isEarlier(_ one: CountEntry, than other: CountEntry) -> Bool {
    (one.at.milliseconds, one.id.station, one.id.number)
      < (other.at.milliseconds, other.id.station, other.id.number)
  }

  /// The last line on a subject, be it a number or a withdrawal.
  public func head(of subject: AdministrativeCount.Subject) -> CountEntry? { heads[subject] }

  /// The count that holds for a subject.
  public func count(of subject: AdministrativeCount.Subject) -> AdministrativeCount? {
    heads[subject]?.count
  }

  /// Whether another line took the place of this one.
  public func isSuperseded(_ entry: CountEntry) -> Bool { heads[entry.subject]?.id != entry.id }
}
