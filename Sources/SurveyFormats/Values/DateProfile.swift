import SurveyModel

/// How the days of a column are written, counted over the whole column.
struct DateProfile {
  /// What one cell shows about the order of day and month.
  private enum Shape {
    case dayMonth
    case monthDay
    case either
    /// A day that shows its order, and whether it is after the 12th.
    case certain(isLate: Bool)
    case number
    /// A spreadsheet's number of a day before ``firstSureNumber``.
    case earlyNumber
    /// Six digits that are day, month and year, perhaps of cells that lost a zero in front elsewhere.
    case shortRun
    case none
  }

  private(set) var dayMonths = 0
  private(set) var monthDays = 0
  /// Cells that could be either, such as 03/04/2026; 05/05/2026 is the same day in both.
  private(set) var ambiguous = 0
  private(set) var certain = 0
  /// Of these, the days after the 12th of a month.
  private(set) var late = 0
  /// From 4 October 1954 on; a number below may be something else.
  static let firstSureNumber = 20_000

  private(set) var numbers = 0
  private(set) var earlyNumbers = 0
  private(set) var shortRuns = 0
  private(set) var shortYears = 0
  private(set) var firstDayMonth: FormatFault.Example?
  private(set) var firstMonthDay: FormatFault.Example?
  private(set) var firstAmbiguous: FormatFault.Example?
  private var known: [String: (shape: Shape, isShort: Bool)] = [:]

  /// Looks at a cell that stands for `times` equal ones, the first of them in `line`.
  mutating func observe(_ bytes: Span<UInt8>, line: Int, times: Int = 1) {
    if bytes.count == 0 { return }
    let (shape, isShort) = Self.quickShape(bytes) ?? slowShape(bytes.text.composed.trimmed)
    if isShort { shortYears += times }
    switch shape {
    case .dayMonth:
      dayMonths += times
      Self.keep(bytes, line, in: &firstDayMonth)
    case .monthDay:
      monthDays += times
      Self.keep(bytes, line, in: &firstMonthDay)
    case .either:
      ambiguous += times
      Self.keep(bytes, line, in: &firstAmbiguous)
    case .certain(let isLate):
      certain += times
      if isLate { late += times }
    case .number: numbers += times
    case .earlyNumber: earlyNumbers += times
    case .shortRun: shortRuns += times
    case .none: break
    }
  }

  /// Keeps the example of the first line; equal cells may be told together and late.
  private static func keep(
    _ bytes: Span<UInt8>,
    _ line: Int,
    in example: inout FormatFault.Example?
  ) {
    if let example, example.line <= line { return }
    example = .init(text: bytes.text, line: line)
  }

  private static func shape(_ first: Int, _ second: Int) -> Shape {
    switch (first, second) {
    case (13..., 1...12): .dayMonth
    case (1...12, 13...): .monthDay
    case (1...12, 1...12): first == second ? .certain(isLate: false) : .either
    default: .none
    }
  }

  private mutating func slowShape(_ text: String) -> (shape: Shape, isShort: Bool) {
    if let shape = known[text] { return shape }
    let result: (shape: Shape, isShort: Bool)
    if let form = DateForm(TextMark.removed(from: text) ?? text) {
      switch form.day {
      case .certain(_, _, let day): result = (.certain(isLate: day > 12), form.hasShortYear)
      case .number(let number):
        result = (number < Self.firstSureNumber ? .earlyNumber : .number, false)
      case .pair(let first, let second, _): result = (Self.shape(first, second), form.hasShortYear)
      }
    } else {
      result = (Self.isShortRun(text) ? .shortRun : .none, false)
    }
    if known.count < 1024 { known[text] = result }
    return result
  }

  private static func isShortRun(_ text: String) -> Bool {
    guard text.utf8.count == 6, let number = Int(text) else { return false }
    return (1...31).contains(number / 10_000) && (1...31).contains(number / 100 % 100)
  }

  /// Three plain numbers behind the same mark, perhaps with a time behind a space or `T`.
  private static func quickShape(_ bytes: Span<UInt8>) -> (shape: Shape, isShort: Bool)? {
    var numbers = (0, 0, 0)
    var widths = (0, 0, 0)
    var field = 0
    var separator: UInt8 = 0
    loop: for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        let digit = Int(byte - 0x30)
        switch field {
        case 0: (numbers.0, widths.0) = (numbers.0 &* 10 &+ digit, widths.0 + 1)
        case 1: (numbers.1, widths.1) = (numbers.1 &* 10 &+ digit, widths.1 + 1)
        default: (numbers.2, widths.2) = (numbers.2 &* 10 &+ digit, widths.2 + 1)
        }
        if widths.0 > 4 || widths.1 > 2 || widths.2 > 4 { return nil }
      case 0x2F, 0x2D, 0x2E:
        guard field < 2, separator == 0 || separator == byte else { return nil }
        separator = byte
        field += 1
      case 0x20, 0x54:
        break loop
      default: return nil
      }
    }
    guard field == 2, widths.1 > 0 else { return nil }
    if widths.0 == 4, (1...2).contains(widths.2) {
      return (.certain(isLate: numbers.2 > 12), false)
    }
    guard (1...2).contains(widths.0), widths.2 == 4 || widths.2 == 2 else { return nil }
    return (shape(numbers.0, numbers.1), widths.2 == 2)
  }
}
