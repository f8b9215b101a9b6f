/// The days on which a unit was valid, both ends included.
public struct UnitValidity: Hashable, Sendable {
  /// One end of the validity.
  public enum Bound: Hashable, Sendable {
    /// Nothing is recorded: valid since before the register begins, or still.
    case open
    /// This day is the first or the last one.
    case day(CalendarDate)
    /// There is an end, but its day is not confirmed.
    case unknown
  }

  /// The first day.
  public let from: Bound
  /// The last day.
  public let to: Bound

  /// Makes a validity; by default it has no ends.
  public init(from: Bound = .open, to: Bound = .open) {
    self.from = from
    self.to = to
  }

  /// Whether a unit was valid on `day`.
  ///
  /// A unit whose first day is not confirmed is valid on no day; one whose last day is not, on
  /// every day from its first: see ``isCertain``.
  public func contains(_ day: CalendarDate) -> Bool {
    hasBegun(by: day) && !hasEnded(before: day)
  }

  /// Whether the first day is `day` or earlier.
  public func hasBegun(by day: CalendarDate) -> Bool {
    switch from {
    case .open: true
    case .day(let first): first <= day
    case .unknown: false
    }
  }

  /// Whether the last day lies before `day`.
  public func hasEnded(before day: CalendarDate) -> Bool {
    switch to {
    case .open, .unknown: false
    case .day(let last): last < day
    }
  }

  /// Whether both ends are known as far as there are any.
  public var isCertain: Bool { from != .unknown && to != .unknown }

  /// Whether two validities share a day for certain.
  public func overlaps(_ other: UnitValidity) -> Bool {
    guard from != .unknown, other.from != .unknown else { return false }
    return begins(noLaterThanEndOf: other) && other.begins(noLaterThanEndOf: self)
  }

  /// Whether every day of `other` is a day of this one, as far as is known.
  public func covers(_ other: UnitValidity) -> Bool {
    let begins: Bool =
      switch (from, other.from) {
      case (.open, _), (.unknown, _), (_, .unknown): true
      case (.day, .open): false
      case (.day(let mine), .day(let theirs)): mine <= theirs
      }
    let ends: Bool =
      switch (to, other.to) {
      case (.open, _), (.unknown, _), (_, .unknown): true
      case (.day, .open): false
      case (.day(let mine), .day(let theirs)): mine >= theirs
      }
    return begins && ends
  }

  private func begins(noLaterThanEndOf other: UnitValidity) -> Bool {
    guard case .day(let first) = from, case .day(let last) = other.to else { return true }
    return first <= last
  }
}
