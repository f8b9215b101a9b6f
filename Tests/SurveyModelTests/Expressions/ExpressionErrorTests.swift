import SurveyModel
import Testing

@Suite("Errors in expressions")
struct ExpressionErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let error: ExpressionError
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "", error: .empty),
    Case(text: " \u{A0}\n", error: .empty),
    Case(text: "1 # 2", error: .unexpectedCharacter("#", offset: 2)),
    Case(text: "ế §", error: .unexpectedCharacter("§", offset: 4)),
    Case(text: "1 + 'abc", error: .unterminatedString(offset: 4)),
    Case(text: "1 + ${abc", error: .unterminatedReference(offset: 4)),
    Case(text: "${", error: .unterminatedReference(offset: 0)),
    Case(text: "1 + ${}", error: .emptyReference(offset: 4)),
    Case(text: "${a b}", error: .unexpectedCharacter("b", offset: 4)),
    Case(text: "${1a}", error: .unexpectedCharacter("1", offset: 2)),
    Case(text: "1 2", error: .unexpectedToken("2", offset: 2)),
    Case(text: "${a} ${b}", error: .unexpectedToken("${b}", offset: 5)),
    Case(text: "${a} is 1", error: .unexpectedToken("is", offset: 5)),
    Case(text: "(1", error: .unexpectedEnd(offset: 2)),
    Case(text: "1)", error: .unexpectedToken(")", offset: 1)),
    Case(text: "1 +", error: .unexpectedEnd(offset: 3)),
    Case(text: "concat(1,)", error: .unexpectedToken(")", offset: 9)),
    Case(text: "not(1", error: .unexpectedEnd(offset: 5)),
    Case(text: "+1", error: .unexpectedToken("+", offset: 0)),
    Case(text: "1.1e6", error: .unexpectedToken("e6", offset: 3)),
    Case(text: "${a} == 1", error: .foreignOperator("==", use: "=", offset: 5)),
    Case(text: "1 && 1", error: .foreignOperator("&&", use: "and", offset: 2)),
    Case(text: "1 || 1", error: .foreignOperator("||", use: "or", offset: 2)),
    Case(text: "1 <> 1", error: .foreignOperator("<>", use: "!=", offset: 2)),
    Case(text: "!${a}", error: .foreignOperator("!", use: "not(...)", offset: 0)),
    Case(text: "5 % 2", error: .foreignOperator("%", use: "mod", offset: 2)),
    Case(text: "${a} ≥ 2", error: .foreignOperator("≥", use: ">=", offset: 5)),
    Case(
      text: "1 + slected(., 'a')",
      error: .unknownFunction("slected", suggestion: "selected", offset: 4)
    ),
    Case(
      text: "frobnicate()",
      error: .unknownFunction("frobnicate", suggestion: nil, offset: 0)
    ),
    Case(
      text: "not()",
      error: .argumentCount(function: "not", given: 0, accepted: 1...1, offset: 0)
    ),
    Case(
      text: "1 or if(1, 2)",
      error: .argumentCount(function: "if", given: 2, accepted: 3...3, offset: 5)
    ),
    Case(
      text: "true(5)",
      error: .argumentCount(function: "true", given: 1, accepted: 0...0, offset: 0)
    ),
    Case(
      text: "sum(1)",
      error: .argumentIsNoQuestion(function: "sum", offset: 4)
    ),
    Case(
      text: "missing-reason('a')",
      error: .argumentIsNoQuestion(function: "missing-reason", offset: 15)
    ),
    Case(
      text: "jr:choice-name(1, 'sex')",
      error: .argumentIsNoQuestion(function: "jr:choice-name", offset: 18)
    ),
    Case(
      text: "1 = ${aeg}",
      error: .unknownName("aeg", suggestion: "age", offset: 4)
    ),
    Case(
      text: "${servces} = ''",
      error: .unknownName("servces", suggestion: "services", offset: 0)
    ),
    Case(text: "${tổng_điểm}", error: .unknownName("tổng_điểm", suggestion: nil, offset: 0)),
    Case(text: "${last-saved#ages}", error: .unknownName("ages", suggestion: "age", offset: 0)),
    Case(text: "age > 3", error: .bareName("age", isQuestion: true, offset: 0)),
    Case(text: "${sex} = male", error: .bareName("male", isQuestion: false, offset: 9)),
    Case(text: "date('2025-02-30')", error: .invalidDate("2025-02-30", offset: 5)),
    Case(text: "date('30/06/2025')", error: .invalidDate("30/06/2025", offset: 5)),
    Case(
      text: "format-date(today(), '%d/%q')",
      error: .invalidDateFormat("%q", offset: 21)
    ),
    Case(text: "format-date(today(), '100%')", error: .invalidDateFormat("%", offset: 21)),
    Case(
      text: "regex(., '(a')",
      error: .invalidPattern("(a", .unfinished, offset: 9)
    ),
    Case(
      text: "pulldata('x', 'y', 'z', 'w')",
      error: .unknownTable("x", suggestion: nil, offset: 9)
    ),
    Case(
      text: "pulldata(1, 'y', 'z', 'w')",
      error: .argumentIsNoText(function: "pulldata", offset: 9)
    ),
    Case(
      text: "1 = count(instance('x')/root/item[a = 1])",
      error: .unknownTable("x", suggestion: nil, offset: 19)
    ),
    Case(
      text: "instance('x')/root/item",
      error: .unknownTable("x", suggestion: nil, offset: 9)
    ),
    Case(text: "../aeg", error: .unsupported(.path("../aeg"), offset: 0)),
    Case(text: "1 + /data/aeg", error: .unsupported(.path("/data/aeg"), offset: 4)),
    Case(text: "//age", error: .unsupported(.path("//"), offset: 0)),
    Case(text: "${a}[1]", error: .unsupported(.path("[ ]"), offset: 4)),
    Case(text: "parent::age", error: .unsupported(.axis("parent"), offset: 0)),
    Case(text: "@age", error: .unsupported(.attribute, offset: 0)),
    Case(text: "$age", error: .unsupported(.variable, offset: 0)),
    Case(text: "${a} | ${b}", error: .unsupported(.union, offset: 5)),
    Case(text: "position(${a})", error: .unsupported(.positionOfReference, offset: 9)),
  ])
  func isFoundAtItsPlace(_ known: Case) {
    #expect(throws: known.error) { try compiled(known.text) }
    #expect(known.error.code.hasPrefix("expression-"))
    for vietnamese in [true, false] {
      let text = known.error.text(vietnamese: vietnamese)
      #expect(text.split(separator: "; ").count == 2)
      #expect(!text.hasSuffix("."))
      #expect(text.first?.isUppercase == false)
    }
  }

  @Test(arguments: [
    "area", "current", "distance", "instance", "randomize", "version",
  ])
  func namesWhatIsNotSupported(_ function: String) {
    #expect(throws: ExpressionError.unsupported(.function(function), offset: 0)) {
      try compiled("\(function)(1)")
    }
  }

  @Test func `messages say the rule and the repair in English`() {
    let error = ExpressionError.unknownName("aeg", suggestion: "age", offset: 4)
    #expect(error.text(vietnamese: false) == "question 'aeg' does not exist; write ${age}")
    let count = ExpressionError.argumentCount(
      function: "round",
      given: 3,
      accepted: 1...2,
      offset: 0
    )
    #expect(
      count.text(vietnamese: false)
        == "function 'round' takes 1 to 2 arguments, not 3; remove what is too much"
    )
    let open = ExpressionError.argumentCount(
      function: "join",
      given: 0,
      accepted: 1...Int.max,
      offset: 0
    )
    #expect(
      open.text(vietnamese: false)
        == "function 'join' takes at least 1 argument, not 0; add what is missing"
    )
    let none = ExpressionError.argumentCount(
      function: "true",
      given: 1,
      accepted: 0...0,
      offset: 0
    )
    #expect(
      none.text(vietnamese: false)
        == "function 'true' takes no arguments, not 1; remove what is too much"
    )
    #expect(
      ExpressionError.unsupported(.function("geofence"), offset: 0).text(vietnamese: false)
        == "function 'geofence' of XLSForm is not supported yet; "
        + "compute the value with other functions"
    )
  }

  @Test func `messages say the rule and the repair in Vietnamese`() {
    #expect(
      ExpressionError.unknownFunction("slected", suggestion: "selected", offset: 0)
        .text(vietnamese: true) == "hàm 'slected' không tồn tại; hãy viết 'selected'"
    )
    #expect(
      ExpressionError.foreignOperator("==", use: "=", offset: 0).text(vietnamese: true)
        == "toán tử '==' không có trong biểu thức; hãy viết ="
    )
    #expect(
      ExpressionError.bareName("tuoi", isQuestion: true, offset: 0).text(vietnamese: true)
        == "tên 'tuoi' đứng một mình; hãy viết ${tuoi} để lấy câu trả lời"
    )
    #expect(
      ExpressionError.invalidPattern("a{2000}", .badCount, offset: 0).text(vietnamese: true)
        == "mẫu 'a{2000}' có số lần lặp sai; hãy viết {2}, {2,} hoặc {2,5}, nhiều nhất 1000"
    )
    #expect(
      ExpressionError.unterminatedString(offset: 0).text(vietnamese: true)
        == "chuỗi chữ thiếu dấu nháy đóng; hãy thêm ' hoặc \" ở cuối chuỗi"
    )
  }

  @Test func `a slip gets a suggestion and another word none`() {
    let wanted = ["countselected": "count-selected", "strng-length": "string-length"]
    for (slip, function) in wanted {
      #expect(
        throws: ExpressionError.unknownFunction(slip, suggestion: function, offset: 0)
      ) { try compiled("\(slip)(1)") }
    }
    #expect(throws: ExpressionError.unknownName("zzzzzz", suggestion: nil, offset: 0)) {
      try compiled("${zzzzzz}")
    }
  }
}
