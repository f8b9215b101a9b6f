import SurveyModel
import Testing

@Suite struct AnswerTests {
  @Test(arguments: [
    (Answer.integer(-3), "-3"), (.decimal(2.5), "2.5"), (.decimal(4), "4"), (.decimal(-0.0), "0"),
    (.text("xã"), "xã"), (.choice("01"), "01"), (.choices(["1", "3"]), "1 3"),
    (.missing(.refused), ""),
  ])
  func `an answer is one text in a file`(answer: Answer, text: String) {
    #expect(answer.text == text)
  }

  @Test func `a day is written in ISO`() throws {
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 5))
    #expect(Answer.date(day).text == "2026-03-05")
    #expect(Answer.date(day).expressionValue == .date(day))
  }

  @Test func `expressions see numbers as numbers and codes as texts`() {
    #expect(Answer.integer(7).expressionValue == .number(7))
    #expect(Answer.decimal(7.5).expressionValue == .number(7.5))
    #expect(Answer.choice("7").expressionValue == .string("7"))
    #expect(Answer.choices(["1", "2"]).expressionValue == .string("1 2"))
  }

  @Test(arguments: MissingReason.allCases)
  func `a missing answer keeps its reason and is empty in expressions`(reason: MissingReason) {
    #expect(Answer.missing(reason).missingReason == reason)
    #expect(Answer.missing(reason).expressionValue == .missing)
    #expect(Answer.text("").missingReason == nil)
  }

  @Test func `large numbers have a text`() {
    #expect(Answer.decimal(1e300).text == "1e+300")
    #expect(Answer.decimal(.infinity).text == "inf")
    #expect(Answer.integer(.min).text == "-9223372036854775808")
  }
}
