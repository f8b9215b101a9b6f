import SurveyModel
import Testing

@Suite("Reading expressions")
struct ExpressionParsingTests {
  /// The tree written with brackets around every chain.
  private func shape(_ node: ExpressionNode) -> String {
    switch node {
    case .number(let number, _): "\(ExpressionValue.number(number).asString)"
    case .string(let string, _): "'\(string)'"
    case .current: "."
    case .question(let name, _): "${\(name)}"
    case .lastSaved(let name, _): "${last-saved#\(name)}"
    case .path(let path):
      (path.start.map(shape) ?? "") + (path.isAbsolute || path.start != nil ? "/" : "")
        + path.steps.map { step in
          step.name + step.predicates.map { "[\(shape($0))]" }.joined()
        }.joined(separator: "/")
    case .call(let function, let arguments, _):
      "\(function)(\(arguments.map(shape).joined(separator: ", ")))"
    case .negation(let inner, _): "-\(shape(inner))"
    case .chain(let first, let rest):
      "(" + shape(first) + rest.map { " \($0.symbol.rawValue) " + shape($0.operand) }.joined()
        + ")"
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let shape: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "1 + 2 * 3", shape: "(1 + (2 * 3))"),
    Case(text: "1 - 2 - 3", shape: "(1 - 2 - 3)"),
    Case(text: "1*2+3*4-5", shape: "((1 * 2) + (3 * 4) - 5)"),
    Case(text: "a or b and c", shape: "(a or (b and c))"),
    Case(text: "1 = 2 < 3 + 4", shape: "(1 = (2 < (3 + 4)))"),
    Case(text: "-1 * 2", shape: "(-1 * 2)"),
    Case(text: "2 * - -1", shape: "(2 * --1)"),
    Case(text: "-${a} | ${b}", shape: "-(${a} | ${b})"),
    Case(text: "(1 + 2) * 3", shape: "((1 + 2) * 3)"),
    Case(text: "true() and(false())", shape: "(true() and false())"),
    Case(text: "div div mod mod and", shape: "(div div mod mod and)"),
    Case(text: "* * *", shape: "(* * *)"),
    Case(text: ".*.", shape: "(. * .)"),
    Case(text: "${a}*${b}", shape: "(${a} * ${b})"),
    Case(text: "5mod 2", shape: "(5 mod 2)"),
    Case(text: "a-b", shape: "a-b"),
    Case(text: "${a} -1", shape: "(${a} - 1)"),
    Case(text: "${a}-1", shape: "(${a} - 1)"),
    Case(text: ".5 + 5. + 0.5", shape: "(0.5 + 5 + 0.5)"),
    Case(text: ". >= 18 and . <= 120", shape: "((. >= 18) and (. <= 120))"),
    Case(text: "../x", shape: "../x"),
    Case(text: "/data/g/x", shape: "/data/g/x"),
    Case(
      text: "instance('p')/root/item[code = ${c}]/label",
      shape: "instance('p')/root/item[(code = ${c})]/label"
    ),
    Case(text: "current()/../x", shape: "current()/../x"),
    Case(text: "jr:choice-name(${a}, '${a}')", shape: "jr:choice-name(${a}, '${a}')"),
    Case(text: "selected (${a}, ‘x’)", shape: "selected(${a}, 'x')"),
    Case(text: "“a’b”", shape: "'a'b'"),
    Case(text: "\"it's\"", shape: "'it's'"),
    Case(text: "${last-saved#a}", shape: "${last-saved#a}"),
    Case(text: "${ mức_độ }\u{A0}=\u{A0}1", shape: "(${mức_độ} = 1)"),
    Case(text: "concat('a\u{A0}b')", shape: "concat('a b')"),
    Case(text: "\t1\r\n+ 1 ", shape: "(1 + 1)"),
    Case(text: "1 != 2 = 3", shape: "(1 != 2 = 3)"),
    Case(text: "string-length(.)>0", shape: "(string-length(.) > 0)"),
  ])
  func bindsOperators(_ known: Case) throws {
    #expect(try shape(Expression.parse(known.text).root) == known.shape)
  }

  @Test func `the text is kept and nodes know their place`() throws {
    let text = "  ${tuổi} > selected(., 'ế') "
    let expression = try Expression.parse(text)
    #expect(expression.text == text)
    guard case .chain(let first, let rest) = expression.root, let operation = rest.first,
      case .call(_, let arguments, let offset) = operation.operand
    else {
      Issue.record("another tree")
      return
    }
    #expect(first.offset == 2)
    // `ổ` takes three bytes.
    #expect(operation.offset == 12)
    #expect(offset == 14)
    #expect(arguments.map(\.offset) == [23, 26])
  }

  @Test func `two spellings of a letter are kept as written`() throws {
    let composed = try Expression.parse("${m\u{1EE9}c}")
    let decomposed = try Expression.parse("${mu\u{31B}\u{301}c}")
    guard case .question(let first, _) = composed.root,
      case .question(let second, _) = decomposed.root
    else {
      Issue.record("another tree")
      return
    }
    #expect(Array(first.unicodeScalars).count == 3)
    #expect(Array(second.unicodeScalars).count == 5)
  }

  @Test func `a sum of thousands of terms is not deep`() throws {
    let text = Array(repeating: "1", count: 20_000).joined(separator: "+")
    #expect(try compiled(text).evaluate(in: ExpressionFixture()) == .number(20_000))
  }

  @Test func `nesting up to the limit works and beyond it is an error`() throws {
    func nested(_ open: String, _ close: String, _ count: Int) -> String {
      String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
    }
    for (open, close) in [("(", ")"), ("not(", ")"), ("-", ""), ("0+(", ")"), ("if(1,", ",1)")] {
      _ = try compiled(nested(open, close, open == "0+(" ? 95 : 190)).evaluate(
        in: ExpressionFixture()
      )
      for count in [300, 5000] {
        let error = #expect(throws: ExpressionError.self) {
          try compiled(nested(open, close, count))
        }
        #expect(error?.code == "expression-too-deep")
      }
    }
  }

  @Test func `a text beyond the limit is refused unread`() {
    let text = String(repeating: " ", count: 100_001)
    #expect(throws: ExpressionError.tooLong(length: 100_001, limit: 100_000)) {
      try Expression.parse(text)
    }
  }
}
