import SurveyModel
import Testing

/// The interview of the tests: questions `a`, `b`, `c` … with the answers given.
struct ExpressionFixture: ExpressionContext {
  static let names = [
    "age", "sex", "services", "name", "visit", "mức_độ", "blank", "a", "b", "c", "refused",
  ]
  static let columns = ["province", "code"]

  var answers: [String: ExpressionValue] = [
    "age": .number(42),
    "sex": .string("1"),
    "services": .string("tax land birth"),
    "name": .string("Trần Thị Bưởi"),
    "visit": .date(Self.day("2025-06-30")),
    "mức_độ": .string("4"),
    "a": .number(1.5),
    "b": .number(-2),
    "c": .number(10),
  ]
  var currentValue: ExpressionValue = .number(17)
  var today = Self.day("2025-07-01")
  // 2025-07-01T08:30:15.250+07:00
  var now = Timestamp(milliseconds: 1_751_333_415_250)
  var randomSeed: UInt64 = 7
  var position = 3
  var writesVietnamese = true

  func value(of question: Int) -> ExpressionValue {
    answers[Self.names[question]] ?? .missing
  }

  func missingReason(of question: Int) -> String? {
    Self.names[question] == "refused" ? "refused" : nil
  }

  func choiceLabel(of question: Int, code: String) -> String? {
    Self.names[question] == "sex" ? ["1": "Nam", "2": "Nữ"][code] : nil
  }

  func lastSavedValue(of question: Int) -> ExpressionValue {
    Self.names[question] == "age" ? .number(41) : .missing
  }

  func choiceColumn(_ column: Int) -> ExpressionValue {
    .string(column == 0 ? "95" : "31")
  }

  /// The date written; a slip in a test stops it here.
  static func day(_ iso: String) -> CalendarDate {
    guard let date = CalendarDate(iso: iso) else { preconditionFailure("no date: \(iso)") }
    return date
  }
}

/// Reads and compiles with the names of the fixture.
func compiled(_ text: String) throws(ExpressionError) -> CompiledExpression {
  try Expression.parse(text).compile(
    candidates: ExpressionFixture.names,
    columns: { ExpressionFixture.columns.firstIndex(of: $0) },
    resolve: { ExpressionFixture.names.firstIndex(of: $0) }
  )
}

/// An expression with the text of its value.
struct ExpressionCase: CustomTestStringConvertible, Sendable {
  let text: String
  let value: ExpressionValue

  init(_ text: String, _ value: ExpressionValue) {
    self.text = text
    self.value = value
  }

  init(_ text: String, _ value: String) { self.init(text, .string(value)) }
  init(_ text: String, _ value: Double) { self.init(text, .number(value)) }
  init(_ text: String, _ value: Bool) { self.init(text, .boolean(value)) }
  init(_ text: String, day: String) { self.init(text, .date(ExpressionFixture.day(day))) }

  var testDescription: String { text }

  func check(
    in context: ExpressionFixture = ExpressionFixture(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let result = try compiled(text).evaluate(in: context)
    if case .number(let wanted) = value, case .number(let found) = result {
      let isSame =
        wanted.isNaN
        ? found.isNaN
        : wanted == found || (wanted - found).magnitude <= 1e-12 * wanted.magnitude
      #expect(isSame, "\(found) instead of \(wanted)", sourceLocation: sourceLocation)
      #expect(wanted != 0 || wanted.sign == found.sign, sourceLocation: sourceLocation)
    } else {
      #expect(result == value, sourceLocation: sourceLocation)
    }
  }
}

/// Chance for tests, from a seed that is the name of the test.
struct ExpressionTestGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  }
}
