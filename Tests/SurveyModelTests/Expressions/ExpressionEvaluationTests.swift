import SurveyModel
import Testing

@Suite("Values of expressions: conversions and operators")
struct ExpressionEvaluationTests {
  @Test(arguments: [
    ExpressionCase("5", 5), ExpressionCase("555555.555", 555_555.555),
    ExpressionCase(".000555", 0.000555), ExpressionCase("-5", -5), ExpressionCase("-0", -0.0),
    ExpressionCase("''", ""), ExpressionCase("'\"'", "\""), ExpressionCase("\"a b\"", "a b"),
    ExpressionCase("boolean(1)", true), ExpressionCase("boolean(-1)", true),
    ExpressionCase("boolean(0)", false), ExpressionCase("boolean(-0)", false),
    ExpressionCase("boolean(0.0001)", true), ExpressionCase("boolean(1 div 0)", true),
    ExpressionCase("boolean(number('NaN'))", false), ExpressionCase("boolean('')", false),
    ExpressionCase("boolean('false')", true), ExpressionCase("boolean('  ')", true),
    ExpressionCase("boolean(date('2000-01-01'))", true),
    ExpressionCase("number(true())", 1), ExpressionCase("number(false())", 0),
    ExpressionCase("number('100.001')", 100.001), ExpressionCase("number('.5')", 0.5),
    ExpressionCase("number(' -12.5  ')", -12.5), ExpressionCase("number('5.')", 5),
    ExpressionCase("number('1230000000000000000000')", 1.23e21),
    ExpressionCase("number('-0')", -0.0), ExpressionCase("number('007')", 7),
    ExpressionCase("number('4,6')", 4.6), ExpressionCase("number('')", .nan),
    ExpressionCase("number('  ')", .nan), ExpressionCase("number('- 17')", .nan),
    ExpressionCase("number('1 7')", .nan), ExpressionCase("number('1.1e6')", .nan),
    ExpressionCase("number('34.56.7')", .nan), ExpressionCase("number('Infinity')", .nan),
    ExpressionCase("number('+1')", .nan), ExpressionCase("number('--1')", .nan),
    ExpressionCase("number('٣')", .nan), ExpressionCase("number('-')", .nan),
    ExpressionCase("number(date('1970-01-01'))", 0),
    ExpressionCase("number(date('1970-01-02'))", 1),
    ExpressionCase("number(date('1969-12-31'))", -1),
    ExpressionCase("number(now())", 20_270),
    ExpressionCase("string(true())", "true"), ExpressionCase("string(0)", "0"),
    ExpressionCase("string(-0)", "0"), ExpressionCase("string(123456.0000)", "123456"),
    ExpressionCase("string(-1)", "-1"), ExpressionCase("string(.557586)", "0.557586"),
    ExpressionCase("string(1 div 0)", "Infinity"),
    ExpressionCase("string(-1 div 0)", "-Infinity"), ExpressionCase("string(0 div 0)", "NaN"),
    ExpressionCase("string(1230000000000000000000)", "1230000000000000000000"),
    ExpressionCase("string(0.0000001234)", "0.0000001234"),
    ExpressionCase("string(12345678901234567890.5)", "12345678901234567000"),
    ExpressionCase("string(0.1 + 0.2)", "0.30000000000000004"),
    ExpressionCase("string(3 - 0.0000000000001)", "3"),
    ExpressionCase("string(date('1989-11-09'))", "1989-11-09"),
    ExpressionCase("string(now())", "2025-07-01T08:30:15.250+07:00"),
  ])
  func converts(_ known: ExpressionCase) throws { try known.check() }

  @Test(arguments: [
    ExpressionCase("5.5 + 5.5", 11), ExpressionCase("1 - 2 - 3", -4),
    ExpressionCase("1 - (2 - 3)", 2), ExpressionCase("-(8*5)", -40),
    ExpressionCase("-'19'", -19), ExpressionCase("- -3", 3), ExpressionCase("-10 div -4", 2.5),
    ExpressionCase("2 * 3 div 8 * 2", 1.5), ExpressionCase("3 + 3 * 3", 12),
    ExpressionCase("1 div 0", .infinity), ExpressionCase("-1 div 0", -.infinity),
    ExpressionCase("0 div 0", .nan), ExpressionCase("5 mod 3.1", 1.9),
    ExpressionCase("5 mod -3", 2), ExpressionCase("-5 mod 3", -2),
    ExpressionCase("-5 mod -3", -2), ExpressionCase("5 mod 0", .nan),
    ExpressionCase("'123' * '456'", 56_088), ExpressionCase("true() + 8", 9),
    ExpressionCase("date('2008-09-08') - date('1983-10-06')", 9104),
    ExpressionCase("${age} + 1", 43), ExpressionCase("${blank} + 1", .nan),
    ExpressionCase(". + 1", 18), ExpressionCase("${last-saved#age}", 41),
    ExpressionCase("${last-saved#sex}", ""),
  ])
  func computes(_ known: ExpressionCase) throws { try known.check() }

  @Test(arguments: [
    ExpressionCase("4 < 5", true), ExpressionCase("5 < 5", false),
    ExpressionCase("5 <= 5", true), ExpressionCase("6 <= 5", false),
    ExpressionCase("6 > 5", true), ExpressionCase("5 >= 5", true),
    ExpressionCase("4 >= 5", false), ExpressionCase("-3 > -6", true),
    ExpressionCase("'-17' > '-172'", true), ExpressionCase("'abc' < 'abcd'", false),
    ExpressionCase("true() > 0.9999", true),
    ExpressionCase("3 < 4 < 5", true), ExpressionCase("3 < (4 < 5)", false),
    ExpressionCase("-3 < 3 = 6 >= 6", true), ExpressionCase("6 < 7 - 4", false),
    ExpressionCase("false() and false() < true()", false),
    ExpressionCase("(false() and false()) < true()", true),
    ExpressionCase("3 = 3", true), ExpressionCase("3 != 3", false),
    ExpressionCase("6.1 - 7.8 = -1.7", true), ExpressionCase("'abc' = 'abc'", true),
    ExpressionCase("'abc' != 'def'", true), ExpressionCase("true() = 17", true),
    ExpressionCase("true() = 'true'", true), ExpressionCase("0 = false()", true),
    ExpressionCase("17 = '17.000'", true), ExpressionCase("'017.' = '17.000'", false),
    ExpressionCase("'01' = '1'", false), ExpressionCase("1 div 0 = 1 div 0", true),
    ExpressionCase("0 div 0 = 0 div 0", false), ExpressionCase("0 div 0 != 0 div 0", true),
    ExpressionCase("date('2004-05-01') = date('2004-05-01')", true),
    ExpressionCase("date('2001-12-26') > date('2001-12-25')", true),
    ExpressionCase("${visit} <= today()", true), ExpressionCase("${visit} = '2025-06-30'", true),
    ExpressionCase("${visit} > date('2025-06-30')", false),
    ExpressionCase("true() != date('1999-09-09')", false),
    ExpressionCase("true() or true() and false()", true),
    ExpressionCase("(true() or true()) and false()", false),
    ExpressionCase("'' or 17", true), ExpressionCase("0 or ''", false),
    ExpressionCase("${age} >= 18 and ${sex} = 1", true), ExpressionCase("${blank} = ''", true),
    ExpressionCase("${blank} != ''", false), ExpressionCase("${blank} > 18", false),
    ExpressionCase("${blank} < 18", false), ExpressionCase("${age} = ''", false),
    ExpressionCase("${mức_độ} = 4", true), ExpressionCase("'h\u{E0}' = 'ha\u{300}'", true),
    ExpressionCase("province = '95' and code = 31", true),
  ])
  func compares(_ known: ExpressionCase) throws { try known.check() }

  @Test func `what an expression reads is known without evaluating it`() throws {
    let expression = try compiled("if(${age} > 1, jr:choice-name(${sex}, '${sex}'), ${blank})")
    let names = expression.dependencies.map { ExpressionFixture.names[$0] }.sorted()
    #expect(names == ["age", "blank", "sex"])
    #expect(!expression.usesCurrentValue)
    #expect(try compiled(". > 1").usesCurrentValue)
    #expect(try compiled("string-length() > 1").usesCurrentValue)
    #expect(try compiled("once(random())").usesCurrentValue)
    #expect(try compiled("missing-reason(${age})").dependencies.count == 1)
    #expect(try compiled("${last-saved#age}").dependencies.isEmpty)
    #expect(try compiled("sum(${a} | ${b})").dependencies.count == 2)
  }

  @Test func `equal texts compile to equal expressions`() throws {
    #expect(try compiled("${age} + 1") == compiled("${age} + 1"))
    #expect(try compiled("${age} + 1") != compiled("${age} + 2"))
  }
}
