import SurveyModel

/// A day as it stands in a cell, before it is known which number is the day.
///
/// A time of day may stand before or behind it. Its zone counts: the day is the one that Vietnam's
/// clocks showed.
struct DateForm: Hashable {
  enum Day: Hashable {
    /// The order is certain.
    case certain(year: Int, month: Int, day: Int)
    /// Day and month, or month and day.
    case pair(Int, Int, year: Int)
    /// The day's number in a spreadsheet, if it is one.
    case number(Int)
  }

  /// The day.
  private(set) var day = Day.number(0)
  /// Whether the year has two digits.
  private(set) var hasShortYear = false
  /// The time, in milliseconds since midnight.
  private(set) var time: Int?
  /// The zone of the time, in minutes before UTC's clock.
  private(set) var offset: Int?

  private init() {}

  /// Reads `text`; nothing when it is no date at all.
  init?(_ text: String) {
    guard var tokens = DateTokens(text) else { return nil }
    tokens.skip(DateWords.fillers)
    Self.skipWeekday(&tokens)
    let start = tokens.place
    if readTime(&tokens) {
      tokens.skip(DateWords.fillers, ",-")
      Self.skipWeekday(&tokens)
    } else {
      tokens.place = start
    }
    tokens.skip(DateWords.day)
    guard readDay(&tokens) else { return nil }
    if !tokens.isAtEnd, time == nil {
      let isISO = tokens.word(["t"]) != nil
      tokens.skip(DateWords.fillers, ",-")
      guard readTime(&tokens, isISO: isISO) else { return nil }
    }
    guard tokens.isAtEnd else { return nil }
  }

  /// Passes over a weekday in front: "Chủ nhật,", "Thứ hai,", "Sun,".
  private static func skipWeekday(_ tokens: inout DateTokens) {
    if tokens.word(["thứ"]) != nil {
      if tokens.word(DateWords.vietnameseWeekdays) == nil { _ = tokens.number() }
    } else if tokens.word(["chủ"]) != nil {
      _ = tokens.word(["nhật"])
    } else if tokens.word(DateWords.weekdays) == nil {
      return
    }
    tokens.skip([], ",.")
  }

  private mutating func readDay(_ tokens: inout DateTokens) -> Bool {
    if let month = Self.englishMonth(&tokens) {  // Sep 28, 2025
      _ = tokens.mark(".-")
      guard let day = tokens.number() else { return false }
      tokens.skip(DateWords.ordinal, ",-")
      return readYear(&tokens, month: month, day: day.value)
    }
    if tokens.word(DateWords.month) != nil {  // tháng 9 28, 2025
      guard let month = Self.vietnameseMonth(&tokens) else { return false }
      tokens.skip(DateWords.day, ",")
      guard let day = tokens.number() else { return false }
      tokens.skip(DateWords.year, ",")
      return readYear(&tokens, month: month, day: day.value)
    }
    guard let first = tokens.number() else { return false }
    let separator = tokens.mark("/-.,")
    if tokens.word(DateWords.month) != nil {  // 28 tháng 9 năm 2025, 28-thg 9-25
      guard first.width <= 2, let month = Self.vietnameseMonth(&tokens) else { return false }
      tokens.skip(DateWords.year, ",-/")
      return readYear(&tokens, month: month, day: first.value)
    }
    tokens.skip(DateWords.ordinal)
    if let month = Self.englishMonth(&tokens) {  // 28 September 2025, 28-Sep-25
      guard first.width <= 2 else { return false }
      tokens.skip([], ".,-/ ")
      return readYear(&tokens, month: month, day: first.value)
    }
    guard let separator else { return readRun(first) }
    return readTriple(first, separator, &tokens)
  }

  /// Three numbers behind the same mark, or a spreadsheet's number with a fraction of a day.
  private mutating func readTriple(
    _ first: (value: Int, width: Int),
    _ separator: Unicode.Scalar,
    _ tokens: inout DateTokens
  ) -> Bool {
    guard let second = tokens.number() else { return false }
    if first.width == 5, separator == "." || separator == "," { return readRun(first) }
    guard separator != ",", tokens.mark(String(separator)) != nil, let third = tokens.number(),
      second.width <= 2
    else { return false }
    if first.width == 4, third.width <= 2 {
      day = .certain(year: first.value, month: second.value, day: third.value)
      return true
    }
    guard first.width <= 2, third.width == 4 || third.width == 2 else { return false }
    hasShortYear = third.width == 2
    day = .pair(first.value, second.value, year: third.value)
    return true
  }

  /// Digits alone: `20250928` or a spreadsheet's number.
  private mutating func readRun(_ run: (value: Int, width: Int)) -> Bool {
    switch run.width {
    case 8:
      day = .certain(
        year: run.value / 10_000,
        month: run.value / 100 % 100,
        day: run.value % 100
      )
    case 5 where (10_000...60_000).contains(run.value): day = .number(run.value)
    default: return false
    }
    return true
  }

  private mutating func readYear(_ tokens: inout DateTokens, month: Int, day: Int) -> Bool {
    guard let year = tokens.number(), year.width == 4 || year.width == 2 else { return false }
    hasShortYear = year.width == 2
    self.day = .certain(year: year.value, month: month, day: day)
    return true
  }

  private static func englishMonth(_ tokens: inout DateTokens) -> Int? {
    tokens.word(DateWords.englishMonths).flatMap { DateWords.monthNames[$0] }
  }

  private static func vietnameseMonth(_ tokens: inout DateTokens) -> Int? {
    if let number = tokens.number() { return number.width <= 2 ? number.value : nil }
    guard let word = tokens.word(DateWords.vietnameseMonths),
      let numeral = DateWords.monthNumerals[word]
    else { return nil }
    guard numeral == 10 else { return numeral }
    switch tokens.word(["một", "hai"]) {
    case "một": return 11
    case "hai": return 12
    default: return 10
    }
  }
}

extension DateForm {
  /// A time of day: `8:05`, `08:05:11.5`, `8h05`, `8:05 SA`, `20:05 GMT+7`, `01:05:11Z`.
  ///
  /// `isISO` says that it stands behind the `T` of ISO 8601.
  private mutating func readTime(_ tokens: inout DateTokens, isISO: Bool = false) -> Bool {
    guard let hour = tokens.number(), hour.width <= 2, hour.value < 24 else { return false }
    var parts = [hour.value, 0, 0]
    var hasSeconds = false
    if tokens.mark(":") != nil {
      guard let minute = tokens.number(), minute.width == 2, minute.value < 60 else { return false }
      parts[1] = minute.value
      if tokens.mark(":") != nil {
        guard let second = tokens.number(), second.width <= 2, second.value < 60 else {
          return false
        }
        parts[2] = second.value
        hasSeconds = true
        if tokens.mark(".") != nil, tokens.number() == nil { return false }
      }
    } else if tokens.word(["h", "g", "giờ", "gio"]) != nil {
      if let minute = tokens.number() {
        guard minute.value < 60 else { return false }
        parts[1] = minute.value
        _ = tokens.word(["phút", "phut"])
      }
    } else {
      return false
    }
    let written = tokens.place
    if let part = tokens.word(DayPart.words).flatMap(DayPart.init) {
      guard let hour = part.hour(parts[0]) else { return false }
      parts[0] = hour
    }
    // A part of the day stands in no time of a server.
    let isServers = hour.width == 2 && (isISO || hasSeconds) && tokens.place == written
    guard readZone(&tokens, isServers: isServers) else { return false }
    time = ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000
    return true
  }

  /// `Z`, `GMT+7`, `+07:00`, `+0700`; true also when none follows.
  ///
  /// A sign alone begins a zone only behind a time as servers write it: `8:30-10:00` is two times.
  private mutating func readZone(_ tokens: inout DateTokens, isServers: Bool) -> Bool {
    if tokens.word(["z"]) != nil {
      offset = 0
      return true
    }
    let isNamed = tokens.word(["gmt", "utc"]) != nil
    let place = tokens.place
    guard let sign = tokens.mark("+-") else {
      if isNamed { offset = 0 }
      return true
    }
    guard let hours = tokens.number() else {
      tokens.place = place
      return !isNamed
    }
    guard isNamed || isServers, let minutes = Self.zone(hours, isNamed: isNamed, &tokens),
      let zone = ClockZone(minutes: sign == "-" ? -minutes : minutes)
    else { return false }
    offset = zone.minutes
    return true
  }

  /// The minutes of `7`, `07`, `07:00` or `0700`; a zone without a name has two digits for its hours.
  private static func zone(
    _ hours: (value: Int, width: Int),
    isNamed: Bool,
    _ tokens: inout DateTokens
  ) -> Int? {
    if hours.width == 4 { return hours.value / 100 * 60 + hours.value % 100 }
    guard hours.width == 2 || isNamed && hours.width == 1 else { return nil }
    guard tokens.mark(":") != nil else { return hours.value * 60 }
    guard let rest = tokens.number(), rest.width == 2, rest.value < 60 else { return nil }
    return hours.value * 60 + rest.value
  }

  /// The day in the calendar; nothing when the calendar has no such day.
  ///
  /// Two digits of a year stand for the last such year that is not after `newest`, the year of the
  /// import.
  func date(order: DateOrder, serials: SerialEpoch, newest: Int) -> CalendarDate? {
    if case .number(let number) = day { return serials.date(number).flatMap(inVietnam) }
    return written(order: order, newest: newest).flatMap(inVietnam)
  }

  /// The day as it is written, wherever its clock stood; nothing for a spreadsheet's number.
  func written(order: DateOrder, newest: Int) -> CalendarDate? {
    switch day {
    case .certain(let year, let month, let day):
      return CalendarDate(year: full(year, newest), month: month, day: day)
    case .pair(let first, let second, let year):
      let (day, month) = order == .dayMonth ? (first, second) : (second, first)
      return CalendarDate(year: full(year, newest), month: month, day: day)
    case .number: return nil
    }
  }

  /// The day that Vietnam's clocks showed when those of the written zone showed `date`.
  func inVietnam(_ date: CalendarDate) -> CalendarDate? {
    guard let time, let offset else { return date }
    let minutes = time / 60_000 - offset + Timestamp.vietnamOffset
    return date.adding(days: minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440)
  }

  /// The time of day, with its zone where one is written: `20:05:11+07:00`.
  var clock: String? {
    guard let time else { return nil }
    let parts = [time / 3_600_000, time / 60_000 % 60, time / 1000 % 60]
    let clock = parts.map(Self.padded).joined(separator: ":")
    guard let offset else { return clock }
    if offset == 0 { return clock + "Z" }
    let zone = abs(offset)
    return clock + (offset < 0 ? "-" : "+") + "\(Self.padded(zone / 60)):\(Self.padded(zone % 60))"
  }

  /// A time of day alone: `8:05 CH` is `20:05:00`.
  static func clock(_ text: String) -> String? {
    guard var tokens = DateTokens(text) else { return nil }
    var form = Self()
    guard form.readTime(&tokens), tokens.isAtEnd else { return nil }
    return form.clock
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func full(_ year: Int, _ newest: Int) -> Int {
    guard hasShortYear else { return year }
    let guess = newest - newest % 100 + year
    return guess > newest ? guess - 100 : guess
  }
}
