import SurveyModel
import Testing

@Suite("Patterns of regex()")
struct ExpressionPatternTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let pattern: String
    let yes: [String]
    let no: [String]
    var testDescription: String { pattern }
  }

  /// The value of `regex(., pattern)` for a text; the pattern is a literal.
  private func matches(_ text: String, _ pattern: String) throws -> Bool {
    var context = ExpressionFixture()
    context.currentValue = .string(text)
    return try compiled("regex(., \"\(pattern)\")").evaluate(in: context).asBoolean
  }

  @Test(arguments: [
    Case(pattern: "[0-9]+", yes: ["12345"], no: ["", "12a", "a12", "1 2"]),
    Case(pattern: "^0[35789][0-9]{8}$", yes: ["0912345678"], no: ["091234567", "1912345678"]),
    Case(pattern: "^\\d{12}$", yes: ["001099012345"], no: ["00109901234"]),
    Case(pattern: "a*", yes: ["", "a", "aaaa"], no: ["b", "aab"]),
    Case(pattern: "a+b?", yes: ["a", "ab", "aab"], no: ["", "b", "abb"]),
    Case(pattern: "(ab|cd)*", yes: ["", "abcd", "cdab"], no: ["ac", "abc"]),
    Case(pattern: "(?:a|b){2,3}", yes: ["ab", "bab"], no: ["a", "abab"]),
    Case(pattern: "a{2}", yes: ["aa"], no: ["a", "aaa"]),
    Case(pattern: "a{2,}", yes: ["aa", "aaaaa"], no: ["a"]),
    Case(pattern: "a{0}", yes: [""], no: ["a"]),
    Case(pattern: "a{0,2}?b+?", yes: ["b", "aabb"], no: ["aaab"]),
    Case(pattern: "x|", yes: ["x", ""], no: ["xx"]),
    Case(pattern: "()", yes: [""], no: [" "]),
    Case(pattern: "(){1000}", yes: [""], no: ["a"]),
    Case(pattern: "(a*)*", yes: ["", "aaa"], no: ["ab"]),
    Case(pattern: "(a|aa)+$", yes: ["a", "aaaaa"], no: ["ab"]),
    Case(pattern: "(^a|b)$", yes: ["a", "b"], no: ["ab"]),
    Case(pattern: "a^b", yes: [], no: ["ab", "a^b"]),
    Case(pattern: ".", yes: ["a", "ế", "👍"], no: ["", "\n", "ab"]),
    Case(pattern: "[^0-9]", yes: ["a", "ế", "\n"], no: ["5", ""]),
    Case(pattern: "[-a-c_.]", yes: ["-", "b", "_", "."], no: ["d", ","]),
    Case(pattern: "[a-]", yes: ["a", "-"], no: ["b"]),
    Case(pattern: "[\\w-]+", yes: ["a-b_9"], no: ["a b", "ế"]),
    Case(pattern: "[\\]\\[]", yes: ["]", "["], no: ["\\"]),
    Case(pattern: "[\\D5]", yes: ["a", "5"], no: ["4"]),
    Case(pattern: "[^\\D5]", yes: ["4"], no: ["a", "5"]),
    Case(pattern: "\\D\\W\\S", yes: ["a-b"], no: ["1-b", "aab", "a- "]),
    Case(pattern: "\\s*\\S+\\s*", yes: [" a\t"], no: ["a b"]),
    Case(pattern: "\\.\\*\\+\\?\\(\\)\\|\\/", yes: [".*+?()|/"], no: ["a*+?()|/"]),
    Case(pattern: "[\\p{L} ]+", yes: ["Trần Thị Bưởi", "a"], no: ["a1", ""]),
    Case(pattern: "\\p{Lu}\\p{Ll}+\\pN\\P{L}", yes: ["Đường9!"], no: ["đường9!", "Đường9a"]),
    Case(pattern: "\\u1EBF\\x41\\t", yes: ["ếA\t"], no: ["eA\t"]),
    Case(pattern: "]}", yes: ["]}"], no: ["]"]),
    Case(pattern: "[0-9]{4}-(0[1-9]|1[0-2])", yes: ["2025-07", "1999-12"], no: ["2025-13"]),
    Case(pattern: "[a-zA-Z0-9._]+@[a-z]+(\\.[a-z]+)+", yes: ["a.b@c.vn"], no: ["a@b", "@c.vn"]),
    Case(pattern: "[0-9]{1,1000}", yes: [String(repeating: "7", count: 1000)], no: [""]),
  ])
  func judgesTheWholeText(_ known: Case) throws {
    for text in known.yes { #expect(try matches(text, known.pattern), "\(text)") }
    for text in known.no { #expect(try !matches(text, known.pattern), "\(text)") }
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let pattern: String
    let problem: ExpressionPatternProblem
    var testDescription: String { pattern }
  }

  @Test(arguments: [
    Refusal(pattern: "(a", problem: .unfinished), Refusal(pattern: "[a", problem: .unfinished),
    Refusal(pattern: "a\\", problem: .unfinished), Refusal(pattern: "\\p{L", problem: .unfinished),
    Refusal(pattern: "a)", problem: .unbalanced), Refusal(pattern: "*a", problem: .nothingToRepeat),
    Refusal(pattern: "a**", problem: .nothingToRepeat),
    Refusal(pattern: "(|+)", problem: .nothingToRepeat),
    Refusal(pattern: "a{", problem: .badCount), Refusal(pattern: "a{x}", problem: .badCount),
    Refusal(pattern: "a{3,2}", problem: .badCount), Refusal(pattern: "a{1001}", problem: .badCount),
    Refusal(pattern: "a{99999999999999999999999}", problem: .badCount),
    Refusal(pattern: "{2}", problem: .badCount), Refusal(pattern: "a{,2}", problem: .badCount),
    Refusal(pattern: "[]", problem: .badClass), Refusal(pattern: "[z-a]", problem: .badClass),
    Refusal(pattern: "[a-\\d]", problem: .badClass),
    Refusal(pattern: "\\q", problem: .unknownEscape("\\q")),
    Refusal(pattern: "\\p{Han}", problem: .unknownEscape("\\p{Han}")),
    Refusal(pattern: "\\uD800", problem: .unknownEscape("\\uD800")),
    Refusal(pattern: "(?=a)", problem: .unsupported("(?=")),
    Refusal(pattern: "(a)\\1", problem: .unsupported("\\1")),
    Refusal(pattern: "a\\b", problem: .unsupported("\\b")),
    Refusal(pattern: "a++", problem: .unsupported("++")),
    Refusal(pattern: "[[:alpha:]]", problem: .unsupported("[ [")),
    Refusal(pattern: "[a-z&&[^b]]", problem: .unsupported("&&")),
    Refusal(pattern: "((a{1000}){1000}){1000}", problem: .tooLarge),
    Refusal(pattern: "((()|()){1000}){1000}", problem: .tooLarge),
    Refusal(
      pattern: String(repeating: "(", count: 60) + String(repeating: ")", count: 60),
      problem: .tooLarge
    ),
  ])
  func refuses(_ known: Refusal) {
    let error = ExpressionError.invalidPattern(known.pattern, known.problem, offset: 9)
    #expect(throws: error) { try compiled("regex(., \"\(known.pattern)\")") }
    for vietnamese in [true, false] {
      #expect(error.text(vietnamese: vietnamese).split(separator: "; ").count == 2)
    }
  }

  @Test func `a pattern that would make a backtracking machine hang ends at once`() throws {
    let text = String(repeating: "a", count: 2000) + "b"
    #expect(try !matches(text, "(a+)+"))
    #expect(try !matches(text, "(a|a)*(a|a)*(a|a)*c"))
    #expect(try !matches(text, "(.*)(.*)(.*)(.*)(.*)[^b]"))
  }

  @Test func `counts of nothing do not count`() throws {
    #expect(try matches("", "(((){1000}){1000}){1000}"))
  }

  @Test func `a computed pattern that cannot be read matches nothing`() throws {
    var context = ExpressionFixture()
    context.answers["name"] = .string("(a")
    #expect(try compiled("regex('(a', ${name})").evaluate(in: context) == .boolean(false))
    context.answers["name"] = .string("a.")
    #expect(try compiled("regex('ab', ${name})").evaluate(in: context) == .boolean(true))
  }
}
