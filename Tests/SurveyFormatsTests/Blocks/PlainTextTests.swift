import SurveyModel
import Testing

@testable import Tabular

/// What is called plain is left as it is by composing and trimming.
@Suite struct PlainTextTests {
  private func isPlain(_ bytes: [UInt8]) -> Bool { PlainText.isPlain(bytes.span) }

  private func integer(_ bytes: [UInt8]) -> Int64? {
    PlainInteger.parse(bytes.span.bytes, 0..<bytes.count)
  }

  @Test func `every character that may stand in a plain text stays as it is`() {
    for value in 0..<UInt32(0x3000) {
      guard let scalar = Unicode.Scalar(value), value > 0 else { continue }
      let long = "một câu trả lời khá dài của người dân"
      for text in [
        "\(scalar)\(long)", "\(long)\(scalar)", "\(long)ế\(scalar)\(scalar)o\(long)",
      ] {
        let bytes = Array(text.utf8)
        guard isPlain(bytes) else { continue }
        #expect(Array(text.composed.trimmed.utf8) == bytes, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    "Xin cảm ơn các anh chị", "Rất hài lòng, nhưng phải chờ lâu.\nDòng hai",
    "đường Nguyễn Huệ – số 5", "“trích một câu trả lời dài”",
  ])
  func `ordinary texts are plain`(text: String) {
    #expect(isPlain(Array(text.utf8)))
  }

  @Test(arguments: [
    "", " ", "to\u{301}t", "=", "'=", "-", "@", "#", "\u{A0}", "日本", "\u{FEFF}",
  ])
  func `texts that need a closer look are not`(text: String) {
    let long = text + "một câu trả lời khá dài của người dân"
    #expect(!isPlain(Array(text.utf8)))
    #expect(text.isEmpty || !isPlain(Array(long.utf8)))
  }

  @Test(arguments: [
    [0xFF], [0xC3], [0xE1, 0xBA], [0x61, 0xC2, 0x20], [0xE2, 0x80], [0xE1, 0xBA, 0x41],
  ])
  func `broken characters are not`(bytes: [UInt8]) {
    let long = Array("một câu trả lời khá dài của người dân ".utf8) + bytes + [0x61]
    #expect(!isPlain(long))
  }

  @Test func `plain integers are those that programs write`() {
    for text in ["0", "7", "-7", "123456789012345678", "-123456789012345678"] {
      let bytes = Array(text.utf8)
      #expect(integer(bytes) == Int64(text))
    }
    for text in ["", "-", "-0", "007", "1.0", "+1", " 1", "1234567890123456789", "1e3", "--1"] {
      let bytes = Array(text.utf8)
      #expect(integer(bytes) == nil)
    }
  }
}
