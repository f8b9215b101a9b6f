/// A function that an expression may call, by its written name.
enum ExpressionFunction: String, CaseIterable, Hashable {
  // Choices
  case selected
  case countSelected = "count-selected"
  case selectedAt = "selected-at"
  case choiceName = "jr:choice-name"
  case missingReason = "missing-reason"
  // Conditions
  case not
  case `true`
  case `false`
  case `if`
  case coalesce
  case once
  case boolean
  case booleanFromString = "boolean-from-string"
  // Text
  case string
  case concat
  case join
  case stringLength = "string-length"
  case regex
  case contains
  case startsWith = "starts-with"
  case endsWith = "ends-with"
  case substr
  case substring
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case normalizeSpace = "normalize-space"
  case translate
  case uuid
  case digest
  case base64Decode = "base64-decode"
  // Numbers
  case number
  case int
  case round
  case floor
  case ceiling
  case abs
  case pow
  case sqrt
  case exp
  case exp10
  case log
  case log10
  case pi
  case sin
  case cos
  case tan
  case asin
  case acos
  case atan
  case atan2
  case random
  // Several questions
  case sum
  case min
  case max
  case count
  case countNonEmpty = "count-non-empty"
  case position
  case checklist
  case weightedChecklist = "weighted-checklist"
  case indexedRepeat = "indexed-repeat"
  // Tables
  case pulldata
  // Dates
  case today
  case now
  case date
  case dateTime = "date-time"
  case formatDate = "format-date"
  case formatDateTime = "format-date-time"
  case decimalDateTime = "decimal-date-time"
  case decimalTime = "decimal-time"

  /// How many arguments a call takes; `Int.max` above means any number.
  var arity: ClosedRange<Int> {
    switch self {
    case .true, .false, .pi, .random, .today, .now: 0...0
    case .position, .uuid, .stringLength, .normalizeSpace: 0...1
    case .round: 1...2
    case .selected, .selectedAt, .choiceName, .coalesce, .regex, .contains, .startsWith,
      .endsWith, .substringBefore, .substringAfter, .pow, .atan2, .formatDate, .formatDateTime:
      2...2
    case .substr, .substring: 2...3
    case .digest: 2...3
    case .if, .translate: 3...3
    case .indexedRepeat: 3...7
    case .pulldata: 4...4
    case .checklist: 3...Int.max
    case .weightedChecklist: 4...Int.max
    case .concat: 0...Int.max
    case .join, .min, .max: 1...Int.max
    case .countSelected, .missingReason, .not, .once, .boolean, .booleanFromString, .string,
      .number, .int, .floor, .ceiling, .abs, .sqrt, .exp, .exp10, .log, .log10, .sum, .count,
      .countNonEmpty, .date, .dateTime, .decimalDateTime, .decimalTime, .sin, .cos, .tan, .asin,
      .acos, .atan, .base64Decode:
      1...1
    }
  }

  /// Whether an argument may stand for several values: all of them count.
  var takesMany: Bool {
    switch self {
    case .sum, .min, .max, .count, .countNonEmpty, .join, .concat: true
    default: false
    }
  }

  /// Functions that XLSForm knows and that are not supported here.
  static let unsupported: Set<String> = [
    "area", "current", "depend", "distance", "enclosed-area", "extract-signed", "geofence", "id",
    "instance", "intersects", "is-selected", "jr:itext", "lang", "last",
    "local-name", "name", "namespace-uri", "once-only", "property", "randomize",
    "version",
  ]
}
