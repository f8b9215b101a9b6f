import Testing

@testable import Tabular

@Suite struct CellTextTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12", "12"), ("0012.50", "12.5"), ("0.30000000000000004", "0.3"),
    ("4.3499999999999996", "4.35"), ("1E-3", "0.001"),
    ("1.2345678901234599E+17", "1.23456789012346E+17"), ("1e15", "1E+15"),
    ("-123456789012345678", "-1.23456789012346E+17"),
    ("123456789012345", "123456789012345"),
    ("1234567890123456", "1.23456789012346E+15"),
    ("-1.5e2", "-150"), ("1e30", "1E+30"), ("1.5e-20", "1.5E-20"), ("0.000000001", "0.000000001"),
    ("5e-324", "4.94065645841247E-324"), ("1.7976931348623157e308", "1.79769313486232E+308"),
  ])
  func `numbers have the 15 digits that Excel shows and longer ones say so`(
    stored: String,
    shown: String
  ) {
    #expect(CellNumber(stored.utf8)?.text() == shown)
  }

  @Test(arguments: ["", "abc", "0x10", "nan", "inf", "1e999", "--1", "1.2.3", "+"])
  func `what is no number is none`(stored: String) {
    #expect(CellNumber(stored.utf8) == nil)
  }

  @Test func `percentages move the point without noise`() {
    #expect(CellNumber("0.07".utf8)?.text(shiftedBy: 2) == "7")
    #expect(CellNumber("0.28999999999999998".utf8)?.text(shiftedBy: 2) == "29")
    #expect(CellNumber("1".utf8)?.text(shiftedBy: 2) == "100")
    #expect(CellNumber("0.00125".utf8)?.text(shiftedBy: 2) == "0.125")
  }

  @Test func `padding is for whole numbers`() {
    #expect(CellNumber("42".utf8)?.padded(to: 5) == "00042")
    #expect(CellNumber("-42".utf8)?.padded(to: 5) == "-00042")
    #expect(CellNumber("4.2".utf8)?.padded(to: 5) == "4.2")
    #expect(CellNumber("123456".utf8)?.padded(to: 5) == "123456")
  }

  @Test(arguments: [
    ("General", NumberFormat.general), ("0", .general), ("#,##0.00", .general),
    ("0.00E+00", .general), ("dd/mm/yyyy", .date), ("m/d/yy h:mm", .dateTime), ("h:mm", .time),
    ("mm:ss.0", .time), ("h:mm AM/PM", .time), ("[h]:mm:ss", .elapsed), ("[mm]:ss", .elapsed),
    ("[Red]0", .general), ("[$-42A]dd mmmm yyyy", .date), ("\"ngày\" dd", .date),
    ("\"d\"0.0", .general), ("0\\d", .general), ("0%", .percent), ("\"100%\"0", .general),
    ("0000", .padded(4)), ("@", .general), ("yyyy\"年\"m\"月\"", .month(.monthOfYear)),
    ("_-* #,##0 \"₫\"", .general),
    ("mmm-yy", .month(.monthOfYear)), ("yyyy", .month(.year)), ("mmmm", .month(.month)),
    ("d;@", .date), ("", .general), ("[", .general), ("\"", .general),
    ("\\", .general),
  ])
  func `format codes tell dates, times and numbers apart`(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test func `serial days become days of the calendar`() {
    #expect(SerialDate(1)?.date(.year1900) == "1900-01-01")
    #expect(SerialDate(59)?.date(.year1900) == "1900-02-28")
    #expect(SerialDate(60)?.date(.year1900) == "1900-02-29")
    #expect(SerialDate(61)?.date(.year1900) == "1900-03-01")
    #expect(SerialDate(45_928)?.date(.year1900) == "2025-09-28")
    #expect(SerialDate(2_958_465)?.date(.year1900) == "9999-12-31")
    #expect(SerialDate(0)?.date(.year1904) == "1904-01-01")
    #expect(SerialDate(2_958_465)?.date(.year1904) == nil)
    #expect(SerialDate(0.999999)?.time == "00:00")
    #expect(SerialDate(0.999)?.time == "23:58:34")
    #expect(SerialDate(-1) == nil)
    #expect(SerialDate(.nan) == nil)
    #expect(SerialDate(2_958_466) == nil)
  }

  @Test func `cell references are read and written`() {
    #expect(CellReference("B5".utf8) == CellReference(row: 5, column: 1))
    #expect(CellReference("$XFD$1048576".utf8)?.description == "XFD1048576")
    #expect(CellReference("XFE1".utf8) == nil)
    #expect(CellReference("5".utf8) == nil)
    #expect(CellReference("A".utf8) == nil)
    #expect(CellReference("A5B".utf8) == nil)
    #expect(CellRange("A1:C2")?.description == "A1:C2")
    #expect(CellRange("C2:A1") == nil)
    #expect(CellReference.letters(of: 701) == "ZZ")
    #expect(CellReference.letters(of: 702) == "AAA")
  }

  @Test(arguments: [
    ("a_x000D_\nb", "a\nb"), ("_x0041_", "A"), ("_x005F_x0041_", "_x0041_"), ("_x0000_", "_x0000_"),
    ("_xD83D__xDE00_", "😀"), ("_xD83D_", "_xD83D_"), ("_x+041_", "_x+041_"), ("_x004", "_x004"),
    ("a\u{A0}b", "a b"), ("\u{C0}\u{E0}", "\u{C0}\u{E0}"),
  ])
  func `escapes of spreadsheets become characters`(stored: String, text: String) {
    var bytes = Array("_x0041_".utf8) + Array(stored.utf8)
    CellEscapes.resolve(&bytes, from: 7)
    #expect(String(decoding: bytes, as: UTF8.self) == "_x0041_" + text)
  }
}
