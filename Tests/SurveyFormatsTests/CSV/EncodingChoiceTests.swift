import SurveyFormats
import SurveyModel
import Tabular
import Testing

@Suite struct EncodingChoiceTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  private let text =
    "Đơn vị của Ông/Bà;Ông/Bà bao nhiêu tuổi?;Thái độ phục vụ\nXã A;30;Hài lòng\nXã B;41;Rất hài lòng\n"

  @Test(arguments: [true, false])
  func `UTF-16 is read with and without its mark`(hasMark: Bool) throws {
    let units = Array((hasMark ? "\u{FEFF}" : "").utf16) + Array(text.utf16)
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var table = try InterviewTable(.bytes(bytes), questionnaire: form.questionnaire)
    #expect(table.reading.form == .text(.utf16LittleEndian, .semicolon))
    #expect(table.map.recognised == 3)
    var record = CSVRecord()
    #expect(try table.read(into: &record))
    #expect(record.texts == ["Xã A", "30", "Hài lòng"])
  }

  @Test func `TCVN3 is chosen by its words and by the header`() throws {
    // "Đơn vị của Ông/Bà" and the rest in the letters of TCVN 5712.
    let letters: [Character: UInt8] = [
      "Đ": 0xA7, "ơ": 0xAC, "ị": 0xDE, "ủ": 0xF1, "Ô": 0xA4, "à": 0xB5, "ê": 0xAA, "ổ": 0xE6,
      "á": 0xB8, "đ": 0xAE, "ộ": 0xE9, "ụ": 0xF4, "ã": 0xB7, "ò": 0xDF, "ấ": 0xCA,
    ]
    let bytes = text.map { letters[$0] ?? ($0.asciiValue ?? 0x3F) }
    var table = try InterviewTable(.bytes(bytes), questionnaire: form.questionnaire)
    #expect(table.reading.form == .text(.tcvn3, .semicolon))
    #expect(table.map.recognised == 3)
    var record = CSVRecord()
    #expect(try table.read(into: &record))
    #expect(record.texts == ["Xã A", "30", "Hài lòng"])
    #expect(table.reading.manner(in: .vietnamese).hasPrefix("TCVN3"))
  }

  @Test func `text that was encoded twice is refused, and put right when asked`() throws {
    let twice = String(
      String.UnicodeScalarView(
        text.utf8.map { byte in
          Unicode.Scalar(Self.windows1252[byte] ?? UInt32(byte)) ?? "?"
        }
      )
    )
    let fault = try form.fault(twice)
    #expect(fault.code == "T10")
    #expect(fault.text(in: .vietnamese).contains("--repair-mojibake"))
    var request = TableRequest()
    request.repairsMojibake = true
    let reading = try form.reading(twice, request)
    #expect(reading.map.recognised == 3)
    #expect(reading.notes.first?.code == "T10")
  }

  private static let windows1252: [UInt8: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
  ]
}
