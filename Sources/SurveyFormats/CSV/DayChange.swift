import SurveyModel

/// What became of a day between the rejects file and the file that comes back.
enum DayChange: Hashable {
  /// The same numbers in the same order.
  case unchanged
  /// The first two numbers have changed places.
  case exchanged
  /// A day of a spreadsheet, which took the first number for the month.
  case monthFirst
  /// A day of a spreadsheet, which took the first number for the day.
  case dayFirst
  /// Somebody wrote another day.
  case other

  /// Compares the text that was sent back with the cell as it is; nothing where the cell holds no
  /// day.
  init?(_ original: String, _ present: String) {
    guard let after = DateForm(present) else { return nil }
    guard let before = DateForm(original), (before.time ?? 0) == (after.time ?? 0) else {
      self = .other
      return
    }
    guard case .pair(let first, let second, let year) = before.day else {
      self = before.day == after.day ? .unchanged : .other
      return
    }
    let isShort = before.hasShortYear || after.hasShortYear
    func isSame(_ other: Int) -> Bool { isShort ? year % 100 == other % 100 : year == other }
    func made(_ other: Int, _ month: Int, _ day: Int) -> Self {
      guard isSame(other) else { return .other }
      if (month, day) == (second, first) { return .dayFirst }
      return (month, day) == (first, second) ? .monthFirst : .other
    }
    switch after.day {
    case .certain(let other, let month, let day): self = made(other, month, day)
    case .number(let number):
      let date = SerialEpoch.from1900.date(number)
      self = date.map { made($0.year, $0.month, $0.day) } ?? .other
    case .pair(let one, let two, let other):
      switch (one, two) {
      case _ where !isSame(other): self = .other
      case (first, second): self = .unchanged
      case (second, first): self = .exchanged
      default: self = .other
      }
    }
  }
}
