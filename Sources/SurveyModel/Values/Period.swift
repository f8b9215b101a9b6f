/// A month, quarter, half-year or year of the calendar, in which offices report.
///
/// Its name sorts as time does within a kind: `2024-03`, `2024-Q1`, `2024-H1`, `2024`.
public struct Period: Hashable, Sendable {
  /// How long a period is.
  public typealias Kind = Plan.ReportPeriod

  /// How long it is.
  public let kind: Kind
  /// The year, 1 to 9999.
  public let year: Int
  /// Which one of its kind in the year, from 1; 1 for a year.
  public let number: Int

  private init(checked kind: Kind, _ year: Int, _ number: Int) {
    self.kind = kind
    self.year = year
    self.number = number
  }

  /// Makes a period, or nothing when the calendar has no such one.
  public init?(_ kind: Kind, year: Int, number: Int = 1) {
    guard (1...9999).contains(year), (1...kind.perYear).contains(number) else { return nil }
    self.init(checked: kind, year, number)
  }

  /// The period of a kind in which a day lies.
  public init(_ kind: Kind, of day: CalendarDate) {
    self.init(checked: kind, day.year, (day.month - 1) / kind.months + 1)
  }

  /// Reads a name such as `2024-Q1`, `2024-H2`, `2024-03` or `2024`; letters may be small.
  public init?(_ name: some StringProtocol) {
    let bytes = Array(name.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard bytes.count >= 4, let year = number(0..<4) else { return nil }
    if bytes.count == 4 {
      self.init(.year, year: year)
      return
    }
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let last = number(6..<7) else {
      return nil
    }
    switch bytes[5] {
    case UInt8(ascii: "Q"), UInt8(ascii: "q"): self.init(.quarter, year: year, number: last)
    case UInt8(ascii: "H"), UInt8(ascii: "h"): self.init(.halfYear, year: year, number: last)
    default:
      guard let month = number(5..<7) else { return nil }
      self.init(.month, year: year, number: month)
    }
  }

  /// The name: `2024-Q1`, `2024-H1`, `2024-03`, `2024`.
  public var id: String {
    let year = CalendarDate.padded(year, to: 4)
    return switch kind {
    case .month: "\(year)-\(CalendarDate.padded(number, to: 2))"
    case .quarter: "\(year)-Q\(number)"
    case .halfYear: "\(year)-H\(number)"
    case .year: year
    }
  }

  /// The first day.
  public var firstDay: CalendarDate {
    day(month: (number - 1) * kind.months + 1, day: 1)
  }

  /// The last day.
  public var lastDay: CalendarDate {
    let month = number * kind.months
    return day(month: month, day: CalendarDate.days(inMonth: month, of: year))
  }

  /// All its days.
  public var days: ClosedRange<CalendarDate> { firstDay...lastDay }

  private func day(month: Int, day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .epoch
  }

  /// Whether a day lies in it.
  public func contains(_ day: CalendarDate) -> Bool { days.contains(day) }

  /// Whether all days of another period lie in it.
  public func contains(_ other: Period) -> Bool {
    firstDay <= other.firstDay && other.lastDay <= lastDay
  }

  /// The period of the same kind before it; `nil` before the year 1.
  public var previous: Period? {
    number > 1
      ? Period(checked: kind, year, number - 1)
      : Period(kind, year: year - 1, number: kind.perYear)
  }

  /// The period of the same kind after it; `nil` after the year 9999.
  public var next: Period? {
    number < kind.perYear
      ? Period(checked: kind, year, number + 1) : Period(kind, year: year + 1, number: 1)
  }

  /// The same period of the year before; `nil` before the year 1.
  public var yearEarlier: Period? { Period(kind, year: year - 1, number: number) }

  /// The periods of a shorter or equal kind that it is made of; none of a longer kind.
  public func parts(_ kind: Kind) -> [Period] {
    guard kind.months <= self.kind.months else { return [] }
    let count = self.kind.months / kind.months
    return (1...count).map { Period(checked: kind, year, (number - 1) * count + $0) }
  }
}

extension Period: Comparable {
  /// Tells whether one period begins before another, or ends before one that begins with it.
  public static func < (one: Period, other: Period) -> Bool {
    (one.firstDay, one.lastDay) < (other.firstDay, other.lastDay)
  }
}

extension Period: CustomStringConvertible {
  /// The name.
  public var description: String { id }
}

extension Period: LocalizedMessage {
  /// The period as a heading names it: "Quý I năm 2024", "Quarter I of 2024".
  public func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private static let roman = ["I", "II", "III", "IV"]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private var vietnamese: String {
    switch kind {
    case .month: "Tháng \(number) năm \(year)"
    case .quarter: "Quý \(Self.roman[number - 1]) năm \(year)"
    case .halfYear: "6 tháng \(number == 1 ? "đầu" : "cuối") năm \(year)"
    case .year: "Năm \(year)"
    }
  }

  private var english: String {
    switch kind {
    case .month: "\(Self.englishMonths[number - 1]) \(year)"
    case .quarter: "Quarter \(Self.roman[number - 1]) of \(year)"
    case .halfYear: "\(number == 1 ? "First" : "Second") half of \(year)"
    case .year: "Year \(year)"
    }
  }
}

extension Plan.ReportPeriod {
  /// The months of one period.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }

  /// The periods of a year.
  public var perYear: Int { 12 / months }
}
