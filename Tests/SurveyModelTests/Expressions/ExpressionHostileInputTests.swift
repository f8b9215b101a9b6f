import SurveyModel
import Testing

@Suite("Hostile expressions")
struct ExpressionHostileInputTests {
  private static let pieces = [
    "${age}", "${blank}", "${services}", "${last-saved#age}", ".", "..", "/", "[", "]", "(", ")",
    ",", "'", "\"", "'a'", "1", "0", "-", "+", "*", "|", "=", "!=", "<", ">=", " div ", " mod ",
    " and ", " or ", "selected(", "if(", "regex(", "'[a-z]{2,'", "date(", "round(", "substr(",
    "concat(", "99999999999999999999", ".5", "ế", "€", "${", "}", "$", "@", ":", "::", "jr:",
    "now()", "uuid(", "join(", "format-date(", "'%Y'", "translate(", "\u{0}", "\u{A0}", "’",
  ]

  private func run(_ text: String) {
    guard let expression = try? compiled(text) else {
      let error = #expect(throws: ExpressionError.self) { try compiled(text) }
      if let error {
        #expect((0...text.utf8.count).contains(error.offset))
        #expect(!error.text(vietnamese: true).isEmpty && !error.text(vietnamese: false).isEmpty)
      }
      return
    }
    let value = expression.evaluate(in: ExpressionFixture())
    _ = (value.asBoolean, value.asNumber, value.asString)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func randomBytesNeverTrap(seed: UInt64) {
    var generator = ExpressionTestGenerator(state: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      run(String(decoding: bytes, as: UTF8.self))
      let ascii = bytes.map { $0 & 0x7F }
      run(String(decoding: ascii, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func randomWordsNeverTrap(seed: UInt64) {
    var generator = ExpressionTestGenerator(state: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 1...15, using: &generator)
      let words = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
      run(words.joined())
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func wellFormedTreesAlwaysHaveAValue(seed: UInt64) throws {
    var generator = ExpressionTestGenerator(state: seed)
    let text = Self.tree(depth: 5, using: &generator)
    let expression = try compiled(text)
    let value = expression.evaluate(in: ExpressionFixture())
    #expect(expression.evaluate(in: ExpressionFixture()).asString == value.asString)
  }

  /// A random expression that every rule allows, over extreme values.
  private static func tree(depth: Int, using generator: inout ExpressionTestGenerator) -> String {
    let leaves = [
      "1", "0", "-1", "''", "'x'", "1 div 0", "0 div 0", "${age}", "${blank}", "${visit}",
      "${services}", ".", "today()", "now()", "true()", "99999999999999999999999", "0.1",
      "'2025-07-01'", "-99999999999999999999999", "random()",
    ]
    guard depth > 0, Int.random(in: 0..<5, using: &generator) > 0 else {
      return leaves.randomElement(using: &generator) ?? "1"
    }
    let arities = [
      ("int", 1), ("round", 2), ("substr", 3), ("substring", 3), ("selected-at", 2), ("date", 1),
      ("date-time", 1), ("decimal-time", 1), ("pow", 2), ("if", 3), ("coalesce", 2),
      ("concat", 2), ("selected", 2), ("number", 1), ("string", 1), ("uuid", 1), ("floor", 1),
      ("max", 2), ("translate", 3), ("contains", 2), ("string-length", 1), ("regex", 2),
      ("format-date", 2), ("log", 1), ("decimal-date-time", 1),
    ]
    func operand() -> String { "(" + tree(depth: depth - 1, using: &generator) + ")" }
    if Bool.random(using: &generator),
      let symbol = ExpressionOperator.allCases.filter({ $0 != .union })
        .randomElement(using: &generator)
    {
      return operand() + " \(symbol.rawValue) " + operand()
    }
    guard let (name, count) = arities.randomElement(using: &generator) else { return "1" }
    // A literal date or format that is wrong would be an error, rightly.
    return "\(name)(" + (0..<count).map { _ in "concat(\(operand()))" }.joined(separator: ", ")
      + ")"
  }

  @Test func `instants at the ends of time stay in the calendar`() {
    for milliseconds in [Int64.min, .max, 0, -1] {
      for offset in [Int.min, .max, 0, 420] {
        let instant = Timestamp(milliseconds: milliseconds, offsetMinutes: offset)
        #expect(instant.date != nil)
        #expect((0..<86_400_000).contains(instant.millisecondOfDay))
        #expect(!instant.description.isEmpty)
      }
    }
  }
}
