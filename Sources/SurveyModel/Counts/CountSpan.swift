/// What a count speaks of: a day, or a period.
public enum CountSpan: Hashable, Sendable {
  /// A day: what was so, or what was done, on it.
  case day(CalendarDate)
  /// A month, quarter, half-year or year: what was done in it.
  case period(Period)

  /// The first day.
  public var firstDay: CalendarDate {
    switch self {
    case .day(let day): day
    case .period(let period): period.firstDay
    }
  }

  /// The last day.
  public var lastDay: CalendarDate {
    switch self {
    case .day(let day): day
    case .period(let period): period.lastDay
    }
  }

  /// All its days.
  public var days: ClosedRange<CalendarDate> {
    switch self {
    case .day(let day): day...day
    case .period(let period): period.days
    }
  }

  /// The name: `2024-06-30`, `2024-03`, `2024-Q1`, `2024-H1`, `2024`.
  public var id: String {
    switch self {
    case .day(let day): day.description
    case .period(let period): period.id
    }
  }

  /// Reads what ``id`` writes.
  public init?(_ id: some StringProtocol) {
    if let day = CalendarDate(iso: id) {
      self = .day(day)
    } else if let period = Period(id) {
      self = .period(period)
    } else {
      return nil
    }
  }

  /// Reads a day or a period as people write it: `30/06/2024`, `3/2024`, `quý I/2024`, `2024`.
  public init?(reading text: String) {
    let text = text.trimmed
    if let day = CalendarDate(reading: text) {
      self = .day(day)
      return
    }
    let folded = text.lowercased().unaccented
    if folded.hasPrefix("ngay "), let day = CalendarDate(reading: String(text.dropFirst(5)).trimmed)
    {
      self = .day(day)
    } else if let period = Period(reading: text) {
      self = .period(period)
    } else {
      return nil
    }
  }
}

extension CountSpan: Comparable {
  /// Tells whether one begins before another, or ends before one that begins with it.
  public static func < (one: CountSpan, other: CountSpan) -> Bool {
    (one.firstDay, one.lastDay) < (other.firstDay, other.lastDay)
  }
}

extension CountSpan: CustomStringConvertible {
  /// The name.
  public var description: String { id }
}

extension CountSpan: LocalizedMessage {
  /// The day or period inside a sentence: "ngày 30/06/2024", "quý I năm 2024".
  public func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .day(let day): language.choose("ngày \(day.dayMonthYear)", day.description)
    case .period(let period): period.phrase(in: language)
    }
  }
}

extension Period {
  /// The period inside a sentence: "tháng 3 năm 2024", "quarter I of 2024".
  package func phrase(in language: InterfaceLanguage) -> String {
    let heading = text(in: language)
    if language == .english, kind == .month { return heading }
    return heading.prefix(1).lowercased() + heading.dropFirst()
  }
}
