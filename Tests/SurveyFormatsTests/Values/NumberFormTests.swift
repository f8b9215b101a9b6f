import Testing

@testable import SurveyFormats

@Suite struct NumberFormTests {
  private func value(_ text: String, _ mark: DecimalMark) -> Double? {
    NumberForm(text)?.reading(mark)?.value
  }

  @Test(arguments: [
    ("12", 12.0, 12.0), ("+5", 5, 5), ("-5", -5, -5), ("−5", -5, -5), ("007", 7, 7),
    ("１２", 12, 12), ("1 234", 1234, 1234), ("1\u{A0}234\u{202F}567", 1_234_567, 1_234_567),
    ("12'500", 12500, 12500), ("12’500", 12500, 12500), ("80%", 80, 80), ("80 %", 80, 80),
    ("4đ", 4, 4),
    ("4 điểm", 4, 4), ("9007199254740993", 9_007_199_254_740_992, 9_007_199_254_740_992),
  ])
  func `a number without a decimal mark means one thing`(
    text: String,
    point: Double,
    comma: Double
  ) {
    #expect(value(text, .point) == point)
    #expect(value(text, .comma) == comma)
    #expect(NumberForm(text)?.isAmbiguous == false)
  }

  @Test(arguments: [
    ("4.5", 4.5), ("0.125", 0.125), ("1,234.5", 1234.5), ("1234.567", 1234.567),
    ("1,234,567", 1_234_567), ("1 234.567", 1234.567), (".5", 0.5), ("-0.10", -0.1),
    ("5.571429", 5.571429), ("0.1", 0.1), ("123456789012345.678901", 123_456_789_012_345.678901),
  ])
  func `some numbers show that the point is the mark`(text: String, number: Double) {
    #expect(NumberForm(text)?.shownMark == .point)
    #expect(value(text, .point) == number)
    #expect(value(text, .comma) == nil)
  }

  @Test(arguments: [
    ("4,5", 4.5), ("0,125", 0.125), ("1.234,5", 1234.5), ("1.234.567", 1_234_567),
    ("12 345,678", 12345.678), ("１，５", 1.5),
  ])
  func `some numbers show that the comma is the mark`(text: String, number: Double) {
    #expect(NumberForm(text)?.shownMark == .comma)
    #expect(value(text, .comma) == number)
  }

  @Test func `three digits behind one mark may be thousands`() {
    for text in ["1.234", "12,000", "123.456", "-1.250"] {
      #expect(NumberForm(text)?.isAmbiguous == true)
    }
    #expect(value("1.234", .point) == 1.234)
    #expect(value("1.234", .comma) == 1234)
    #expect(NumberForm("12.000")?.point?.whole == 12)
    #expect(NumberForm("12.000")?.comma?.whole == 12000)
  }

  @Test(arguments: [
    "", "0x10", "nan", "inf", "1e", "--5", "5.", ",", ".", "1,5,0", "1.23.456", "1,2345,678",
    "01,234,567", "1 23", "12 3456", "1.234 567", "%", "5%%", "5%5", "mười", "٣", "½", "1_000",
    "(5)", "5-3", "1,234.567,8", "1 234 56",
  ])
  func `what no form means is no number`(text: String) {
    let form = NumberForm(text)
    #expect(form == nil || form?.unit.isEmpty == false, "\(text)")
  }

  @Test func `hostile lengths are refused`() {
    #expect(NumberForm(String(repeating: "9", count: 61)) == nil)
    #expect(NumberForm(String(repeating: "9", count: 60))?.point?.whole == nil)
  }
}
