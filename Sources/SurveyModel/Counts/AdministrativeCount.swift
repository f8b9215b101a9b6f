/// A number that an office reports, with the day or period it speaks of and what proves it.
///
/// It has no sampling error, and is another type than an estimate.
public struct AdministrativeCount: Hashable, Sendable {
  /// What is counted, when and where; a correction speaks of the same.
  public struct Subject: Hashable, Sendable {
    /// The name in the plan.
    public let name: String
    /// The day or period.
    public let span: CountSpan
    /// The place or unit; `nil` for the whole office.
    public let place: String?

    /// Makes a subject.
    public init(name: String, span: CountSpan, place: String? = nil) {
      self.name = name
      self.span = span
      self.place = place
    }
  }

  /// The largest number that is taken.
  public static let largest = 999_999_999_999

  /// What it speaks of.
  public let subject: Subject
  /// The number, from 0.
  public let value: Int
  /// The document that proves it.
  public let evidence: String
  /// Who entered it.
  public let by: String
  /// When it was entered.
  public let at: Timestamp

  /// Makes a count.
  public init(subject: Subject, value: Int, evidence: String, by: String, at: Timestamp) {
    self.subject = subject
    self.value = value
    self.evidence = evidence
    self.by = by
    self.at = at
  }

  /// Whether it was entered when its day or period was over, so that it holds for all of it.
  ///
  /// The last day counts: on it, offices close their books. What was entered before is a count so
  /// far.
  public var isFinal: Bool { at.localDate >= subject.span.lastDay }
}

extension AdministrativeCount.Subject: Comparable {
  /// By name, then place, then time.
  public static func < (one: Self, other: Self) -> Bool {
    (one.name, one.place ?? "", one.span) < (other.name, other.place ?? "", other.span)
  }
}

/// One line of the record of counts: a number, or the withdrawal of one.
///
/// Lines are never changed. A later line takes the place of an earlier one of the same subject.
public struct CountEntry: Hashable, Sendable {
  /// The copy of the study in which it was written, and its number there.
  public struct ID: Hashable, Sendable {
    /// The copy of the study.
    public let station: UInt64
    /// The number, counted from 1 at that copy.
    public let number: Int64

    /// Makes an identity.
    public init(station: UInt64, number: Int64) {
      self.station = station
      self.number = number
    }
  }

  /// The line of a file that an entry comes from.
  public struct Source: Hashable, Sendable {
    /// The file without its folders.
    public let file: String
    /// The line.
    public let line: Int

    /// Names a line.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// The identity.
  public let id: ID
  /// What it speaks of.
  public let subject: AdministrativeCount.Subject
  /// The number; `nil` withdraws the one before.
  public let value: Int?
  /// The document that proves it, or why it is withdrawn.
  public let evidence: String
  /// Who wrote it.
  public let by: String
  /// When it was written.
  public let at: Timestamp
  /// Where it comes from, when it was imported.
  public let source: Source?
  /// The line whose place it takes.
  public let supersedes: ID?

  /// Makes a line.
  public init(
    id: ID,
    subject: AdministrativeCount.Subject,
    value: Int?,
    evidence: String,
    by: String,
    at: Timestamp,
    source: Source? = nil,
    supersedes: ID? = nil
  ) {
    self.id = id
    self.subject = subject
    self.value = value
    self.evidence = evidence
    self.by = by
    self.at = at
    self.source = source
    self.supersedes = supersedes
  }

  /// The count that it states.
  public var count: AdministrativeCount? {
    value.map {
      AdministrativeCount(subject: subject, value: $0, evidence: evidence, by: by, at: at)
    }
  }
}
