/// Times of day as people write them, in one form.
enum ClockText {
  /// `08:30`, or `08:30:15` where there are seconds, from `8:30`, `8h30`, `8 giờ 30`, `08:30:00.000`.
  ///
  /// An offset from UTC, as ODK writes behind a time, is no part of a time of day.
  static func time(_ text: String) -> String? {
    clock(withoutOffset(plain(text), isISO: false).clock)
  }

  /// `2026-11-21T08:30`, with its offset from UTC where one is written.
  static func dateTime(_ text: String) -> String? {
    let isISO = text.contains("T")
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0.isWhitespace }.map(String.init)
    guard parts.count == 2 else { return nil }
    for (day, hour) in [(parts[0], parts[1]), (parts[1], parts[0])] {
      guard let date = CalendarDate(reading: day.trimmed) else { continue }
      let (time, offset) = withoutOffset(plain(hour), isISO: isISO)
      return clock(time).map { "\(date)T\($0)\(offset)" }
    }
    return nil
  }

  /// The text in lower case, with colons where hours and minutes are named by words.
  private static func plain(_ text: String) -> String {
    var text = text.lowercased().filter { !$0.isWhitespace }
    for word in ["giờ", "gio", "phút", "phut", "h", "g"] {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: ":")
    }
    return text.last == ":" ? "\(text)00" : text
  }

  /// A sign begins an offset only behind a time as servers write it, with seconds or after a `T`:
  /// `8:30-10:00` is two times.
  private static func withoutOffset(
    _ text: String,
    isISO: Bool
  ) -> (clock: String, offset: String) {
    if text.last == "z" { return (String(text.dropLast()), "Z") }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, "") }
    let clock = text[..<sign].split(separator: ":", omittingEmptySubsequences: false)
    let fields = text[text.index(after: sign)...]
      .split(separator: ":", omittingEmptySubsequences: false)
    guard clock[0].utf8.count == 2, isISO || clock.count == 3, (1...2).contains(fields.count),
      fields.allSatisfy({ $0.utf8.count == 2 }),
      let hours = number(fields[0], digits: 2, below: 60),
      let minutes = fields.count == 2 ? number(fields[1], digits: 2, below: 60) : 0,
      ClockZone(minutes: (hours * 60 + minutes) * (text[sign] == "-" ? -1 : 1)) != nil
    else { return ("", "") }
    let zone = "\(CalendarDate.padded(hours, to: 2)):\(CalendarDate.padded(minutes, to: 2))"
    return (String(text[..<sign]), "\(text[sign])\(zone)")
  }

  private static func clock(_ text: String) -> String? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count),
      let hour = number(fields[0], digits: 2, below: 24),
      let minute = number(fields[1], digits: 2, below: 60)
    else { return nil }
    var second = 0
    if fields.count == 3 {
      let whole = fields[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard let read = number(whole[0], digits: 2, below: 60) else { return nil }
      if whole.count == 2, !whole[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
      second = read
    }
    let parts = second == 0 ? [hour, minute] : [hour, minute, second]
    return parts.map { CalendarDate.padded($0, to: 2) }.joined(separator: ":")
  }

  private static func number(_ text: some StringProtocol, digits: Int, below limit: Int) -> Int? {
    guard (1...digits).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text)
    else { return nil }
    return number < limit ? number : nil
  }
}
