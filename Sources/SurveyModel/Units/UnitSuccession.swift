/// One unit, or a part of it, becoming a part of another.
///
/// A side that is `nil` is known to exist, but not which unit it is: comparisons refuse it.
public struct UnitSuccession: Hashable, Sendable {
  /// How much of the earlier unit went into the later one.
  public enum Extent: String, CaseIterable, Hashable, Sendable {
    case whole
    case part
  }

  /// The id of the earlier unit.
  public let from: String?
  /// The id of the later unit.
  public let to: String?
  /// The first day of the later unit; `nil` when it is not confirmed.
  public let date: CalendarDate?
  /// How much of the earlier unit went; `nil` when it is not known.
  public let extent: Extent?
  /// Whether a source that can be named says all this.
  public let isConfirmed: Bool
  /// Where it is from.
  public let source: String
  /// Where it is written.
  public let location: SourceLocation

  /// Makes a succession.
  public init(
    from: String?,
    to: String?,
    date: CalendarDate?,
    extent: Extent?,
    isConfirmed: Bool = true,
    source: String = "",
    location: SourceLocation
  ) {
    self.from = from
    self.to = to
    self.date = date
    self.extent = extent
    self.isConfirmed = isConfirmed
    self.source = source
    self.location = location
  }

  /// Whether all of the earlier unit is known to be in the later one.
  public var isExact: Bool { isConfirmed && extent == .whole && from != nil && to != nil }
}
