/// The formats of `format-date()` and `format-date-time()`.
///
/// %Y year, %y its last two digits, %m %n month with and without zero, %b its
/// short name, %d %e day, %a its weekday, %H %h hour, %M minute, %S second,
/// %3 milliseconds, %W ISO week, %% the sign itself.
enum ExpressionDateFormat {
  /// The first sign without a meaning, if there is one.
  static func unknownSign(in format: String) -> String? {
    var scalars = format.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else { continue }
      guard let sign = scalars.next() else { return "%" }
      if !"YymnbdeaHhMS3W%".unicodeScalars.contains(sign) { return "%" + String(sign) }
    }
    return nil
  }

  /// The instant in this format; signs without a meaning stand for nothing.
  static func text(_ instant: Timestamp, format: String, vietnamese: Bool) -> String {
    guard let date = instant.date else { return "" }
    let time = instant.millisecondOfDay
    var result = ""
    var scalars = format.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "Y": result += CalendarDate.padded(date.year, to: 4)
      case "y": result += CalendarDate.padded(date.year % 100, to: 2)
      case "m": result += CalendarDate.padded(date.month, to: 2)
      case "n": result += String(date.month)
      case "b": result += monthName(date.month, vietnamese: vietnamese)
      case "d": result += CalendarDate.padded(date.day, to: 2)
      case "e": result += String(date.day)
      case "a": result += weekdayName(date.isoWeekday, vietnamese: vietnamese)
      case "W": result += String(isoWeek(of: date))
      case "H": result += CalendarDate.padded(time / 3_600_000, to: 2)
      case "h": result += String(time / 3_600_000)
      case "M": result += CalendarDate.padded(time / 60_000 % 60, to: 2)
      case "S": result += CalendarDate.padded(time / 1000 % 60, to: 2)
      case "3": result += CalendarDate.padded(time % 1000, to: 3)
      case "%": result += "%"
      default: break
      }
    }
    return result
  }

  /// The week by ISO 8601: the week of the year that has its Thursday.
  private static func isoWeek(of date: CalendarDate) -> Int {
    guard let thursday = date.adding(days: 4 - date.isoWeekday),
      let newYear = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return 1 }
    return (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
  }

  private static func monthName(_ month: Int, vietnamese: Bool) -> String {
    if vietnamese { return "thg \(month)" }
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : ""
  }

  private static func weekdayName(_ weekday: Int, vietnamese: Bool) -> String {
    if vietnamese { return weekday == 7 ? "CN" : "Th \(weekday + 1)" }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return names.indices.contains(weekday - 1) ? names[weekday - 1] : ""
  }
}
