/// The days from which a workbook counts.
package enum WorkbookEpoch: Sendable, Hashable {
  /// Day 1 is 1 January 1900, and 29 February 1900 exists, as in Excel for Windows.
  case year1900
  /// Day 0 is 1 January 1904, as in old Excel for Mac.
  case year1904
}

/// A number of a sheet as day and time, to the second.
struct SerialDate {
  let days: Int
  let seconds: Int

  /// None outside the years that Excel shows.
  init?(_ serial: Double) {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    let total = Int((serial * 86_400).rounded())
    days = total / 86_400
    seconds = total % 86_400
  }

  /// `yyyy-mm-dd`; none where there is no such day.
  func date(_ epoch: WorkbookEpoch) -> String? {
    let sinceUnix: Int
    switch epoch {
    case .year1904: sinceUnix = days - 24_107
    case .year1900:
      guard days > 0 else { return nil }
      if days == 60 { return "1900-02-29" }
      sinceUnix = days - (days < 60 ? 25_568 : 25_569)
    }
    let (year, month, day) = Self.civil(sinceUnix)
    guard year <= 9999 else { return nil }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// `hh:mm`, or `hh:mm:ss` where there are seconds.
  var time: String {
    let minutes = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? minutes : "\(minutes):\(two(seconds % 60))"
  }

  /// `hh:mm:ss`.
  var fullTime: String {
    "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  /// Hours that go on after 24.
  var elapsed: String {
    let hours = "\(two(days * 24 + seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? hours : "\(hours):\(two(seconds % 60))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// The number of a day that exists, in the count of 1900.
  static func serial(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let sinceUnix = era * 146_097 + dayOfEra - 719_468
    return sinceUnix + (sinceUnix < -25_508 ? 25_568 : 25_569)
  }

  /// The day of the Gregorian calendar: Hinnant, "chrono-compatible low-level date algorithms".
  private static func civil(_ sinceUnix: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = sinceUnix + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
