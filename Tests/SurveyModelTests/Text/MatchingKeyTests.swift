import SurveyModel
import Testing

@Suite struct MatchingKeyTests {
  @Test(arguments: [
    ("hoà", "hòa"), ("Khánh Hoà", "KHÁNH HÒA"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"),
    ("hoá", "hóa"), ("loã", "lõa"), ("hoạ", "họa"), ("toè", "tòe"), ("luỹ", "lũy"),
    ("thuỵ", "thụy"), ("tuý", "túy"), ("quỳ", "qùy"), ("hòai", "hoài"), ("hoàn", "hòan"),
    ("Vi\u{303}nh Cha\u{302}u", "vĩnh châu"), ("ho\u{300}a", "hoà"), ("HO\u{300}A", "hoà"),
    ("a\u{200B}b", "ab"), ("\u{FEFF}a", "a"), ("a\u{2060}b", "ab"), ("a\u{A0} \t b ", "a b"),
    (" a\r\nb", "a b"), ("Đồng ý", "ĐỒNG Ý"), ("", " \u{200B}"), ("o\u{200B}\u{300}a", "oà"),
  ])
  func `these are the same words`(one: String, other: String) {
    #expect(MatchingKey(one) == MatchingKey(other))
    #expect(MatchingKey(one).hashValue == MatchingKey(other).hashValue)
  }

  @Test(arguments: [
    ("ma", "mã"), ("quý", "quí"), ("a", "ă"), ("d", "đ"), ("của", "cuả"), ("ab", "a b"),
    ("thúy", "thùy"), ("hoa", "hoà"), ("mía", "miá"), ("1", "１"), ("a-b", "a b"),
    ("múa", "muá"),
  ])
  func `these are different words`(one: String, other: String) {
    #expect(MatchingKey(one) != MatchingKey(other))
  }

  /// In `quý` the u belongs to the consonant and the tone stands on the y in both fashions.
  @Test func `quý stays quý`() {
    for word in ["quý", "quỳ", "quỷ", "quỹ", "quỵ"] {
      #expect(MatchingKey(word).text == word)
    }
  }

  @Test func `the key is lower case, composed, with single blanks`() {
    #expect(Array(MatchingKey("  HO\u{300}A   BI\u{300}NH ").text.utf8) == Array("hoà bình".utf8))
    #expect(MatchingKey("Plain ASCII").text == "plain ascii")
  }

  /// Texts of ASCII only are folded by another way.
  @Test func `plain text folds as it does beside other letters`() {
    for byte in UInt8(0)..<0x80 {
      let text = "A" + String(Unicode.Scalar(byte)) + " B"
      #expect(MatchingKey(text + "ă").text == MatchingKey(text).text + "ă", "byte \(byte)")
    }
  }

  @Test func `a key is its own key`() {
    for text in ["Khánh Hòa", "Thủy", "quý", "òa", "ủy", "uỷ", "óae", "ùyủy"] {
      let key = MatchingKey(text)
      #expect(MatchingKey(key.text) == key)
    }
  }
}
