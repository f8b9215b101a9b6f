import SurveyModel
import Tabular

/// The mark between units and tenths.
package enum DecimalMark: String, CaseIterable, Hashable, Sendable {
  case point
  case comma

  /// The other mark, which then stands between thousands.
  var other: DecimalMark { self == .point ? .comma : .point }

  /// The mark as it stands in a file.
  package var text: String { self == .point ? "." : "," }
}

/// Which of the first two numbers of a date is the day.
package enum DateOrder: String, CaseIterable, Hashable, Sendable {
  case dayMonth = "day-month"
  case monthDay = "month-day"

  /// The order in words.
  func name(in language: InterfaceLanguage) -> String {
    self == .dayMonth
      ? language.choose("ngày/tháng", "day/month") : language.choose("tháng/ngày", "month/day")
  }

  /// 10 September, typed so that a spreadsheet leaves it as text.
  var sample: String { self == .dayMonth ? "'10/09/2026" : "'09/10/2026" }
}

/// The day that spreadsheets number 0.
package enum SerialEpoch: String, CaseIterable, Hashable, Sendable {
  /// Excel for Windows: 1 is 1900-01-01, and a 29 February 1900 that never was is counted.
  case from1900 = "1900"
  /// Old Excel for Mac: 0 is 1904-01-01.
  case from1904 = "1904"

  /// The day with a number above 60; below it the two systems count differently.
  func date(_ number: Int) -> CalendarDate? {
    let zero =
      self == .from1900
      ? CalendarDate(year: 1899, month: 12, day: 30) : CalendarDate(year: 1904, month: 1, day: 1)
    return zero?.adding(days: number)
  }
}

/// What the printed numbers of a scale mean in one column.
package enum ChoiceNumbering: Hashable, Sendable {
  /// A number is the code of the questionnaire.
  case asDeclared
  /// The paper counted from the other end: the first level stands under the last code.
  case mirrored
  /// Where a number is the code of one option and the words of another, the words hold.
  case labels
}

/// How the cells of one column are written.
package struct ColumnFormat: Hashable, Sendable {
  /// The decimal mark, when something tells which it is.
  package var decimalMark: DecimalMark?
  /// Whether cells of this column themselves show the decimal mark.
  package var showsDecimalMark = false
  /// Whether rows that come back are read by this mark: cells of this column were read by it, or
  /// somebody said it.
  package var keepsDecimalMark = false
  /// Whether `80%` means 0.8, because the column's other cells lie between 0 and 1.
  package var percentIsShare = false
  /// The order of day and month where a date does not show it.
  package var dateOrder = DateOrder.dayMonth
  /// Whether something told that order.
  package var showsDateOrder = false
  /// Whether every date of the column is a spreadsheet's day number.
  package var holdsDayNumbers = false
  /// Whether numbers of days before October 1954, which may be something else, are among them.
  package var holdsEarlyDayNumbers = false
  /// What printed numbers of options mean.
  package var numbering = ChoiceNumbering.asDeclared
  /// How many digits nearly all cells have, when these begin with 0 (telephones, citizen ids).
  package var digitCount: Int?
  /// Whether the column is one of a group that holds ranks (0, 1, 2 …) instead of 0 and 1.
  package var holdsRanks = false
  /// What numbers from 2 mean in a column for one option, where it holds no ranks.
  package var optionNumbers = OptionNumbers.open

  /// What is remembered about ranks: nothing of columns that hold codes, which few rows show again.
  var rankMemory: Bool? { optionNumbers == .ownCodes ? nil : holdsRanks }

  /// A column about which nothing is known.
  package init() {}
}

/// How the cells of a table are written: what the whole of each column tells, and the marks that
/// stand for a missing answer.
///
/// Together with the plan and the map it makes the meaning of a cell a function of its column and
/// its bytes.
package struct ColumnFormats: Hashable, Sendable {
  /// One format for each column.
  package var columns: [ColumnFormat]
  /// Marks that stand for a missing answer.
  package var missing: MissingMarks
  /// How spreadsheets number days.
  package var serials: SerialEpoch
  /// What was decided, to be told to the user.
  package var notes: [FormatNote] = []

  /// Formats of a table about whose columns nothing is known.
  package init(
    columnCount: Int,
    missing: MissingMarks = MissingMarks(),
    serials: SerialEpoch = .from1900
  ) {
    columns = Array(repeating: ColumnFormat(), count: columnCount)
    self.missing = missing
    self.serials = serials
  }

  /// The format of a column; nothing is known beside the last.
  subscript(column: Int) -> ColumnFormat {
    columns.indices.contains(column) ? columns[column] : ColumnFormat()
  }
}

/// What was decided about one column before, so that few rows of it are read as all of them were.
package struct ColumnMemory: Hashable, Sendable {
  /// The decimal mark.
  package var decimalMark: DecimalMark?
  /// The order of day and month.
  package var dateOrder: DateOrder?
  /// Whether printed numbers of options count from the other end; unknown where nobody decided.
  package var isMirrored: Bool?
  /// Whether numbers that are code and words of two options are words; unknown where nobody decided.
  package var numbersAreLabels: Bool?
  /// Whether `80%` means 0.8; unknown where nobody decided.
  package var percentIsShare: Bool?
  /// Whether the column is one of a group that holds ranks; unknown where nobody decided.
  package var holdsRanks: Bool?

  /// Whether small numbers are those of days; unknown where the column had none.
  package var holdsEarlyDayNumbers: Bool?

  /// A column about which nothing is known but perhaps the decimal mark.
  package init(decimalMark: DecimalMark? = nil) { self.decimalMark = decimalMark }
}

/// What the user says about the values of a file; nothing is left to be found out.
package struct ValueOptions: Hashable, Sendable {
  /// The decimal mark of every column.
  package var decimalMark: DecimalMark?
  /// The order of day and month of every column.
  package var dateOrder: DateOrder?
  /// How spreadsheets number days; from 1900 where nobody says.
  package var serials: SerialEpoch?
  /// What printed numbers of options mean.
  package var numbering: ChoiceNumbering?
  /// Marks that stand for a missing answer.
  package var missing = MissingMarks()
  /// What is known of single columns, by their headers.
  package var known: [String: ColumnMemory] = [:]
  /// Whether what is known comes from the import that is continued, whose rows stay as they were read.
  package var isContinued = false
  /// The orders in which that import read days, where something told them.
  package var keptDateOrders: [String: DateOrder] = [:]

  /// The defaults: all is found out.
  package init() {}
}

extension ValueOptions {
  /// What is known of the column with `header`.
  func known(_ header: String) -> ColumnMemory? { known[header.composed.trimmed] }

  /// The order of the days in rows that were sent back; nothing where it is now said that the column
  /// has another one.
  func keptDateOrder(_ header: String) -> DateOrder? {
    let said = dateOrder ?? known(header)?.dateOrder
    guard isContinued else { return said ?? .dayMonth }
    let kept = keptDateOrders[header.composed.trimmed] ?? .dayMonth
    return said == nil || said == kept ? kept : nil
  }
}
