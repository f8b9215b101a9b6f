import SurveyModel
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("0", 0), ("12", 12), ("-3.25", -3.25), ("007", 7), ("0.1", 0.1), ("-0", 0),
    ("123456789012345678", 123_456_789_012_345_680),
  ])
  func `plain numbers are read`(text: String, number: Double) {
    #expect(NumberText.parse(text) == number)
  }

  @Test func `a comma is a decimal mark only where it is allowed`() {
    #expect(NumberText.parse("2,5") == nil)
    #expect(NumberText.parse("2,5", allowsComma: true) == 2.5)
    #expect(NumberText.parse("2.5", allowsComma: true) == 2.5)
    #expect(NumberText.parse("2,5.0", allowsComma: true) == nil)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "-.5", "+5", "1e5", "0x10", "nan", "inf", "1 2", " 1", "１２", "--1",
    "1-", "1.2.3", "٣", "−5", String(repeating: "9", count: 301),
  ])
  func `everything else is refused`(text: String) {
    #expect(NumberText.parse(text) == nil)
    #expect(NumberText.parse(text, allowsComma: true) == nil)
  }

  @Test func `the largest number that is read is finite`() {
    let number = NumberText.parse(String(repeating: "9", count: 300))
    #expect(number?.isFinite == true)
  }

  @Test(arguments: [
    ("0", 0), ("-7", -7), ("007", 7), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min),
  ])
  func `whole numbers are read exactly`(text: String, number: Int) {
    #expect(NumberText.parseInteger(text) == number)
  }

  @Test(arguments: ["", "-", "+5", "1.0", "1e2", "9223372036854775808", "１", "0x1", "1\u{301}"])
  func `what is no whole number is refused`(text: String) {
    #expect(NumberText.parseInteger(text) == nil)
  }

  @Test(arguments: [("1e-3", 0.001), ("2.5E2", 250), ("+4", 4), ("-1.5e+1", -15), (".5", 0.5)])
  func `statistical programs may use exponents`(text: String, number: Double) {
    #expect(NumberText.parseScientific(text) == number)
  }

  @Test(arguments: ["", "nan", "inf", "0x1p3", "1e999", "e5", "1e", "1,5", "1 "])
  func `but neither infinity nor words`(text: String) {
    #expect(NumberText.parseScientific(text) == nil)
  }
}
