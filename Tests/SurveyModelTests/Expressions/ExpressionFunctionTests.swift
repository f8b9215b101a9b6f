import SurveyModel
import Testing

@Suite("Functions of expressions")
struct ExpressionFunctionTests {
  @Test(arguments: [
    ExpressionCase("selected(${services}, 'land')", true),
    ExpressionCase("selected(${services}, '  tax ')", true),
    ExpressionCase("selected(${services}, 'birth')", true),
    ExpressionCase("selected(${services}, 'lan')", false),
    ExpressionCase("selected(${services}, 'and')", false),
    ExpressionCase("selected(${services}, 'tax land')", true),
    ExpressionCase("selected(${services}, 'birthday')", false),
    ExpressionCase("selected(${blank}, 'tax')", false),
    ExpressionCase("selected(${blank}, '')", true),
    ExpressionCase("selected(${services}, '')", false),
    ExpressionCase("selected('a aa aaa', 'aaa')", true),
    ExpressionCase("selected('1 2 12', 12)", true),
    ExpressionCase("selected('10 11', ${sex})", false),
    ExpressionCase("count-selected(${services})", 3),
    ExpressionCase("count-selected(${blank})", 0), ExpressionCase("count-selected(' a  b ')", 2),
    ExpressionCase("selected-at(${services}, 0)", "tax"),
    ExpressionCase("selected-at(${services}, 2.9)", "birth"),
    ExpressionCase("selected-at(${services}, 3)", ""),
    ExpressionCase("selected-at(${services}, -1)", ""),
    ExpressionCase("selected-at(${services}, 'x')", ""),
    ExpressionCase("selected-at(${services}, 1 div 0)", ""),
    ExpressionCase("jr:choice-name(${sex}, '${sex}')", "Nam"),
    ExpressionCase("jr:choice-name('2', ${sex})", "Nữ"),
    ExpressionCase("jr:choice-name('9', ' ${sex} ')", ""),
    ExpressionCase("missing-reason(${refused})", "refused"),
    ExpressionCase("missing-reason(${age}) = ''", true),
  ])
  func overChoices(_ known: ExpressionCase) throws { try known.check() }

  @Test(arguments: [
    ExpressionCase("true()", true), ExpressionCase("false()", false),
    ExpressionCase("not(true())", false), ExpressionCase("not('')", true),
    ExpressionCase("if(true(), 5, 'abc')", 5), ExpressionCase("if('', 5, 'abc')", "abc"),
    ExpressionCase("coalesce(${blank}, 'x')", "x"), ExpressionCase("coalesce(${age}, 'x')", 42),
    ExpressionCase("coalesce(number(''), 3)", 3), ExpressionCase("coalesce(0, 3)", 0),
    ExpressionCase("once(99)", 17),
    ExpressionCase("boolean-from-string('true')", true),
    ExpressionCase("boolean-from-string('TRUE')", true),
    ExpressionCase("boolean-from-string('1')", true),
    ExpressionCase("boolean-from-string(1.0)", true),
    ExpressionCase("boolean-from-string(1.0001)", false),
    ExpressionCase("boolean-from-string('0')", false),
    ExpressionCase("boolean-from-string('yes')", false),
    ExpressionCase("position()", 3),
  ])
  func overConditions(_ known: ExpressionCase) throws { try known.check() }

  @Test func `once takes the new value only while there is none`() throws {
    var context = ExpressionFixture()
    context.currentValue = .missing
    #expect(try compiled("once(99)").evaluate(in: context) == .number(99))
  }

  @Test(arguments: [
    ExpressionCase("concat()", ""), ExpressionCase("concat('a', 1, false(), '')", "a1false"),
    ExpressionCase("concat(${a} | ${c})", "1.510"),
    ExpressionCase("join(', ', 'a', 'b', 3)", "a, b, 3"), ExpressionCase("join('-')", ""),
    ExpressionCase("join('/', ${a} | ${b})", "1.5/-2"),
    ExpressionCase("string-length(${name})", 13), ExpressionCase("string-length('👍a')", 2),
    ExpressionCase("string-length()", 2),
    ExpressionCase("contains('abc', 'bc')", true), ExpressionCase("contains('abc', 'd')", false),
    ExpressionCase("contains('abc', '')", true), ExpressionCase("contains('aab', 'ab')", true),
    ExpressionCase("starts-with(${name}, 'Trần')", true),
    ExpressionCase("starts-with('', 'a')", false), ExpressionCase("starts-with('', '')", true),
    ExpressionCase("ends-with(${name}, 'ưởi')", true),
    ExpressionCase("ends-with('abc', 'a')", false), ExpressionCase("ends-with('', '')", true),
    ExpressionCase("substr('hello', 0)", "hello"), ExpressionCase("substr('hello', 1, 4)", "ell"),
    ExpressionCase("substr('hello', -2)", "lo"), ExpressionCase("substr('hello', 0, -1)", "hell"),
    ExpressionCase("substr('hello', 4, 2)", ""), ExpressionCase("substr('hello', 9)", ""),
    ExpressionCase("substr(${name}, 5, 8)", "Thị"),
    ExpressionCase("substr('hello', -1 div 0, 1 div 0)", "hello"),
    ExpressionCase("substring('12345', 2, 3)", "234"),
    ExpressionCase("substring('12345', 2)", "2345"),
    ExpressionCase("substring('12345', 1.5, 2.6)", "234"),
    ExpressionCase("substring('12345', 0, 3)", "12"),
    ExpressionCase("substring('12345', 0 div 0, 3)", ""),
    ExpressionCase("substring('12345', 1, 0 div 0)", ""),
    ExpressionCase("substring('12345', -42, 1 div 0)", "12345"),
    ExpressionCase("substring('12345', -1 div 0, 1 div 0)", ""),
    ExpressionCase("substring-before('1999/04/01', '/')", "1999"),
    ExpressionCase("substring-before('hello', 'q')", ""),
    ExpressionCase("substring-before('hello', '')", ""),
    ExpressionCase("substring-after('1999/04/01', '/')", "04/01"),
    ExpressionCase("substring-after('hello', 'q')", ""),
    ExpressionCase("substring-after('hello', '')", "hello"),
    ExpressionCase("normalize-space('  a \t b\n')", "a b"),
    ExpressionCase("normalize-space()", "17"),
    ExpressionCase("translate('bar', 'abc', 'ABC')", "BAr"),
    ExpressionCase("translate('--aaa--', 'abc-', 'ABC')", "AAA"),
    ExpressionCase("translate('hello', 'll', 'LM')", "heLLo"),
    ExpressionCase("translate('', 'l', 'L')", ""),
    ExpressionCase("translate('đường', 'đ', 'd')", "dường"),
  ])
  func overTexts(_ known: ExpressionCase) throws { try known.check() }

  @Test(arguments: [
    ExpressionCase("int(2.9)", 2), ExpressionCase("int(-2.9)", -2),
    ExpressionCase("int('x')", .nan), ExpressionCase("int(1 div 0)", .infinity),
    ExpressionCase("round(2.5)", 3), ExpressionCase("round(-2.5)", -2),
    ExpressionCase("round(-2.51)", -3), ExpressionCase("round(-0.5)", -0.0),
    ExpressionCase("round('14.29123456789', 1)", 14.3),
    ExpressionCase("round('14.29123456789', 1.5)", 14.3),
    ExpressionCase("round(2.675, 2)", 2.68), ExpressionCase("round(12345.15, 1)", 12345.2),
    ExpressionCase("round(-12345.15, 1)", -12345.1), ExpressionCase("round(12345, -1)", 12350),
    ExpressionCase("round(12350.1, -2)", 12400), ExpressionCase("round(45, -3)", 0),
    ExpressionCase("round(9.97, 1)", 10), ExpressionCase("round(0.05, 1)", 0.1),
    ExpressionCase("round(1, 99)", .nan), ExpressionCase("round(1, 'x')", .nan),
    ExpressionCase("round('4,6')", 5), ExpressionCase("round(1 div 0)", .infinity),
    ExpressionCase("round(0.00001, 4)", 0),
    ExpressionCase("round(123456789012345680000, 2)", 1.2345678901234568e20),
    ExpressionCase("floor(-1.1)", -2), ExpressionCase("ceiling(1.1)", 2),
    ExpressionCase("abs(-3.5)", 3.5), ExpressionCase("abs('x')", .nan),
    ExpressionCase("pow(2, 10)", 1024), ExpressionCase("pow(0, 4)", 0),
    ExpressionCase("pow(2.5, 2)", 6.25), ExpressionCase("pow(-1, 3)", -1),
    ExpressionCase("pow(4, 0.5)", 2), ExpressionCase("pow(-4, 0.5)", .nan),
    ExpressionCase("pow(2, -1)", 0.5), ExpressionCase("pow('x', 0)", 1),
    ExpressionCase("pow(0, -1)", .infinity), ExpressionCase("pow(2, 'x')", .nan),
    ExpressionCase("pow(0, -0.5)", .infinity), ExpressionCase("pow(10, 999999999999)", .infinity),
    ExpressionCase("sqrt(9)", 3), ExpressionCase("sqrt(-1)", .nan),
    ExpressionCase("exp(0)", 1), ExpressionCase("exp10(3)", 1000),
    ExpressionCase("log(exp(2))", 2), ExpressionCase("log10(1000)", 3),
    ExpressionCase("sin(0)", 0), ExpressionCase("cos(0)", 1), ExpressionCase("tan(0)", 0),
    ExpressionCase("asin(1) * 2 = pi()", true), ExpressionCase("acos(2)", .nan),
    ExpressionCase("atan(1) * 4", .pi), ExpressionCase("atan2(1, -1) div pi()", 0.75),
    ExpressionCase("log(0)", -.infinity), ExpressionCase("round(pi(), 5)", 3.14159),
    ExpressionCase("sum(${a} | ${b} | ${c} | ${blank} | ${name})", 9.5),
    ExpressionCase("sum(${blank})", 0), ExpressionCase("sum(${age})", 42),
    ExpressionCase("min(${a} | ${b} | ${blank})", -2), ExpressionCase("min(3, '2', 7)", 2),
    ExpressionCase("max(${a}, ${b})", 1.5), ExpressionCase("max(-3, -2)", -2),
    ExpressionCase("max('', 'x')", .nan), ExpressionCase("min(${visit}, today())", 20_269),
    ExpressionCase("count(${a} | ${blank})", 2),
    ExpressionCase("count-non-empty(${a} | ${blank} | ${name})", 2),
  ])
  func overNumbers(_ known: ExpressionCase) throws { try known.check() }

  @Test(arguments: [
    ExpressionCase("today()", day: "2025-07-01"), ExpressionCase("today() + 1", 20_271),
    ExpressionCase("date('1996-02-29')", day: "1996-02-29"),
    ExpressionCase("date(6.5)", day: "1970-01-07"), ExpressionCase("date(-1)", day: "1969-12-31"),
    ExpressionCase("date(today() - 1)", day: "2025-06-30"),
    ExpressionCase("date(now())", day: "2025-07-01"),
    ExpressionCase("date('2018-01-01T23:20:30.400+07:00')", day: "2018-01-01"),
    ExpressionCase("date('')", ""), ExpressionCase("date(${name})", ""),
    ExpressionCase("date(1 = 1)", ""), ExpressionCase("date(1 div 0)", ""),
    ExpressionCase("date(99999999999)", ""), ExpressionCase("date(0 div 0)", .nan),
    ExpressionCase("string(now())", "2025-07-01T08:30:15.250+07:00"),
    ExpressionCase("string(date-time('2025-07-01T08:30'))", "2025-07-01T08:30:00.000+07:00"),
    ExpressionCase("string(date-time('2025-07-01T08:30:05Z'))", "2025-07-01T08:30:05.000+00:00"),
    ExpressionCase("string(date-time('2025-07-01'))", "2025-07-01T00:00:00.000+07:00"),
    ExpressionCase("string(date-time(0.5))", "1970-01-01T19:00:00.000+07:00"),
    ExpressionCase("date-time(${blank})", ""), ExpressionCase("date-time(1 div 0)", ""),
    ExpressionCase("format-date(${visit}, '%d/%m/%Y')", "30/06/2025"),
    ExpressionCase("format-date(${visit}, '%e.%n.%y %b %a 100%%')", "30.6.25 thg 6 Th 2 100%"),
    ExpressionCase("format-date(date('2025-06-29'), '%a')", "CN"),
    ExpressionCase("format-date(date('2021-01-03'), '%W')", "53"),
    ExpressionCase("format-date(date('2025-12-29'), '%W')", "1"),
    ExpressionCase("format-date(${blank}, '%Y')", ""),
    ExpressionCase(
      "format-date('2018-01-02T10:20:30.123', '%Y-%m-%e %H:%M:%S')",
      "2018-01-2 10:20:30"
    ),
    ExpressionCase("format-date-time(now(), '%H:%M:%S.%3 %h')", "08:30:15.250 8"),
    ExpressionCase("format-date(today(), ${name})", "Trần Thị Bưởi"),
    ExpressionCase("decimal-date-time('1970-01-02T00:00:00Z')", 1),
    ExpressionCase("decimal-date-time(date('1970-01-01'))", -7.0 / 24),
    ExpressionCase("decimal-date-time(2.5)", 2.5),
    ExpressionCase("decimal-date-time(${blank})", ""),
    ExpressionCase("decimal-time('06:00')", 0.25), ExpressionCase("decimal-time(1.75)", 0.75),
    ExpressionCase("decimal-time('1999-01-01T18:00:00')", 0.75),
    ExpressionCase("decimal-time('x')", ""), ExpressionCase("${visit} - date('2025-06-01')", 29),
  ])
  func overDates(_ known: ExpressionCase) throws { try known.check() }

  @Test func `names of months and days follow the language`() throws {
    var context = ExpressionFixture()
    context.writesVietnamese = false
    let expression = try compiled("format-date(${visit}, '%a %e %b')")
    #expect(expression.evaluate(in: context) == .string("Mon 30 Jun"))
  }

  @Test func `now is the instant of the context`() throws {
    let context = ExpressionFixture()
    #expect(try compiled("now()").evaluate(in: context) == .dateTime(context.now))
  }

  @Test func `chance comes from the seed and the place of the call`() throws {
    var context = ExpressionFixture()
    let first = try compiled("random()").evaluate(in: context)
    #expect(first == (try compiled("random()").evaluate(in: context)))
    #expect((0..<1).contains(first.asNumber))
    #expect(try compiled("random() = random()").evaluate(in: context) == .boolean(false))
    context.randomSeed = 8
    #expect(try compiled("random()").evaluate(in: context) != first)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func uuidsAreOfVersionFour(seed: UInt64) throws {
    var context = ExpressionFixture()
    context.randomSeed = seed
    let form = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    #expect(try compiled("regex(uuid(), '\(form)')").evaluate(in: context) == .boolean(true))
    #expect(
      try compiled("regex(uuid(8), '[0-9a-z]{8}')").evaluate(in: context) == .boolean(true)
    )
    #expect(try compiled("uuid(-1)").evaluate(in: context) == .missing)
  }
}
