/// A point in time with the offset of the clock that showed it.
///
/// The offset matters for the date and the hour that people saw; Vietnam's is
/// +07:00 all year.
public struct Timestamp: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z.
  public let milliseconds: Int64

  /// How far the clock was ahead of UTC, in minutes.
  public let offsetMinutes: Int

  /// The offset of Vietnam's clocks, +07:00.
  public static let vietnamOffset = 7 * 60

  static let millisecondsPerDay: Int64 = 86_400_000

  /// Makes an instant; values outside the years 1 to 9999 and ±18 hours become the nearest.
  public init(milliseconds: Int64, offsetMinutes: Int = Timestamp.vietnamOffset) {
    let days = CalendarDate.dayRange
    let first = Int64(days.lowerBound + 1) * Self.millisecondsPerDay
    let last = Int64(days.upperBound - 1) * Self.millisecondsPerDay
    self.milliseconds = min(max(milliseconds, first), last)
    self.offsetMinutes = min(max(offsetMinutes, -18 * 60), 18 * 60)
  }

  /// The instant at which a day begins.
  init(startOf date: CalendarDate, offsetMinutes: Int) {
    let midnight = Int64(date.daysSince1970) * Self.millisecondsPerDay
    self.init(
      milliseconds: midnight - Int64(offsetMinutes) * 60_000,
      offsetMinutes: offsetMinutes
    )
  }

  /// Milliseconds since 1970-01-01 on the local clock.
  private var localMilliseconds: Int64 { milliseconds + Int64(offsetMinutes) * 60_000 }

  private var localDays: Int64 {
    let (quotient, remainder) = localMilliseconds.quotientAndRemainder(
      dividingBy: Self.millisecondsPerDay
    )
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The local day as a number of days since 1970-01-01.
  var localDayNumber: Int { Int(localDays) }

  /// The milliseconds since local midnight.
  public var millisecondOfDay: Int { Int(localMilliseconds - localDays * Self.millisecondsPerDay) }

  /// The local date; nothing only outside the years 1 to 9999.
  public var date: CalendarDate? { CalendarDate(daysSince1970: localDayNumber) }

  /// Days since 1970-01-01T00:00Z with their fraction.
  var decimalDays: Double { Double(milliseconds) / Double(Self.millisecondsPerDay) }
}

extension Timestamp: CustomStringConvertible {
  /// The instant as ISO 8601 writes it, `2025-07-01T08:30:00.000+07:00`.
  public var description: String {
    let time = millisecondOfDay
    let clock = [time / 3_600_000, time / 60_000 % 60, time / 1000 % 60]
      .map { CalendarDate.padded($0, to: 2) }
    let offset = abs(offsetMinutes)
    let zone = [offset / 60, offset % 60].map { CalendarDate.padded($0, to: 2) }
    return (date?.description ?? "") + "T" + clock.joined(separator: ":")
      + "." + CalendarDate.padded(time % 1000, to: 3)
      + (offsetMinutes < 0 ? "-" : "+") + zone.joined(separator: ":")
  }

  /// Reads a date, or a date and time with or without an offset, in ISO 8601.
  ///
  /// Without a time it is midnight; without an offset it is on the clock given.
  package init?(iso text: String, offsetMinutes: Int) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let date = CalendarDate(iso: first) else { return nil }
    guard parts.count == 2 else {
      self.init(startOf: date, offsetMinutes: offsetMinutes)
      return
    }
    guard let time = ExpressionClockTime(iso: parts[1]) else { return nil }
    let offset = time.offsetMinutes ?? offsetMinutes
    let local = Int64(date.daysSince1970) * Self.millisecondsPerDay + Int64(time.milliseconds)
    self.init(milliseconds: local - Int64(offset) * 60_000, offsetMinutes: offset)
  }
}

/// A time of day as ISO 8601 writes it, `08:30`, `08:30:00.5`, `08:30:00Z`, `08:30+07:00`.
struct ExpressionClockTime: Hashable {
  let milliseconds: Int
  let offsetMinutes: Int?

  init?(iso text: some StringProtocol) {
    var clock = Array(text.utf8)
    var offset: Int?
    if clock.last == UInt8(ascii: "Z") {
      clock.removeLast()
      offset = 0
    } else if let sign = clock.firstIndex(where: { $0 == 0x2B || $0 == 0x2D }) {
      let fields = clock[(sign + 1)...].split(separator: 0x3A, omittingEmptySubsequences: false)
      guard fields.count <= 2, let hours = Self.twoDigits(fields[0], below: 19) else { return nil }
      var minutes = 0
      if fields.count == 2 {
        guard let read = Self.twoDigits(fields[1], below: 60) else { return nil }
        minutes = read
      }
      offset = (hours * 60 + minutes) * (clock[sign] == 0x2D ? -1 : 1)
      clock.removeSubrange(sign...)
    }
    let fields = clock.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), let hour = Self.twoDigits(fields[0], below: 24),
      let minute = Self.twoDigits(fields[1], below: 60)
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    if fields.count == 3 {
      let parts = fields[2].split(separator: 0x2E, omittingEmptySubsequences: false)
      guard parts.count <= 2, let second = Self.twoDigits(parts[0], below: 60) else { return nil }
      milliseconds += second * 1000
      if parts.count == 2 {
        guard let fraction = Self.thousandths(parts[1]) else { return nil }
        milliseconds += fraction
      }
    }
    self.milliseconds = milliseconds
    offsetMinutes = offset
  }

  private static func twoDigits(_ bytes: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard bytes.count == 2, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return number < limit ? number : nil
  }

  private static func thousandths(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let digits = (bytes.prefix(3) + [0x30, 0x30]).prefix(3)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension Timestamp {
  /// The calendar day at that place.
  public var localDate: CalendarDate { date ?? .epoch }

  /// ISO 8601 with milliseconds and the offset: `2026-11-21T09:05:00.000+07:00`.
  public var iso8601: String { description }
}
