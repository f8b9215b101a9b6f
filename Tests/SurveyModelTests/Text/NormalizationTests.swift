import Foundation
@testable import SurveyModel
import Testing

@Suite struct NormalizationTests {
  /// What random texts are put together from: letters and marks, or whole Korean syllables.
  private static let pools: [[String]] = {
    func scalars(_ ranges: ClosedRange<UInt32>...) -> [String] {
      ranges.flatMap { $0.compactMap { Unicode.Scalar($0).map { String($0) } } }
    }
    let vietnamese = "aăâbdđeêghioôơuưyAĂÂDĐEÊIOÔƠUƯYấệỗợ "
    let marks = scalars(0x300...0x303, 0x306...0x306, 0x309...0x309, 0x31B...0x31B, 0x323...0x323)
    let leads = scalars(0x1100...0x1112)
    let vowels = scalars(0x1161...0x1175)
    let tails = scalars(0x11A8...0x11C2)
    let syllables = zip(leads, vowels).flatMap { lead, vowel in
      [lead, lead + vowel] + tails.map { lead + vowel + $0 }
    }
    return [
      vietnamese.map { String($0) } + marks,
      scalars(0x1780...0x17D3, 0x17E0...0x17E9),
      syllables + scalars(0xAC00...0xAC40),
      scalars(0x20...0x7E, 0x300...0x345, 0x1EA0...0x1EF9),
    ]
  }()

  @Test func `characters that stay composed are composed`() {
    let ranges: [ClosedRange<UInt32>] = [0...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027]
    let scalars = ranges.joined().compactMap { Unicode.Scalar($0) }
    for scalar in scalars {
      for text in ["\(scalar)", "e\(scalar)", "\(scalar)a"] {
        #expect(
          Array(text.composed.unicodeScalars)
            == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        )
      }
    }
  }

  @Test func `white space is what Unicode says`() {
    let differing = (0...0x10FFFF as ClosedRange<UInt32>).compactMap { Unicode.Scalar($0) }
      .filter { $0.isWhiteSpace != $0.properties.isWhitespace }
    #expect(differing.isEmpty)
  }

  @Test(arguments: 0..<4)
  func `composition agrees with Foundation's`(pool: Int) {
    var random = ExpressionTestGenerator(state: UInt64(pool))
    for _ in 0..<500 {
      let parts = (0..<Int.random(in: 1...14, using: &random)).compactMap { _ in
        Self.pools[pool].randomElement(using: &random)
      }
      let text = parts.joined()
      let expected = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
      #expect(Array(text.composed.unicodeScalars) == expected)
      let decomposed = Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
      #expect(text.decomposedScalars == decomposed)
      #expect(Array(text.composed.composed.utf8) == Array(text.composed.utf8))
    }
  }

  /// Foundation leaves such a syllable taken apart; the Unicode standard does not.
  @Test(arguments: [
    ("\u{AC38}\u{11BF}\u{11B9}", "\u{AC50}\u{11B9}"), ("\u{AC02}\u{11AB}", "\u{AC02}\u{11AB}"),
  ])
  func `a Korean syllable takes one final consonant`(text: String, composed: String) {
    #expect(Array(text.composed.utf8) == Array(composed.utf8))
  }

  @Test func `Vĩnh Châu has eleven bytes, however it was typed`() {
    let typed = "Vi\u{303}nh Cha\u{302}u"
    #expect(typed.utf8.count == 13)
    #expect(typed.composed.utf8.count == 11)
    #expect(Array(typed.composed.utf8) == Array("Vĩnh Châu".utf8))
  }

  @Test func `marks are put in order before they are joined`() {
    #expect(Array("e\u{323}\u{302}".composed.utf8) == Array("ệ".utf8))
    #expect(Array("e\u{302}\u{323}".composed.utf8) == Array("ệ".utf8))
  }

  @Test func `plain text stays as it is`() {
    let ascii = String(decoding: (0..<128).map { UInt8($0) }, as: UTF8.self)
    #expect(Array(ascii.composed.utf8) == Array(ascii.utf8))
    #expect("".composed.isEmpty)
    #expect(Array("a\r\nb".composed.utf8) == Array("a\r\nb".utf8))
  }

  @Test(arguments: [
    (" x ", "x"), ("\u{FEFF}x", "x"), ("x\u{200B}\u{A0}\r\n", "x"), ("", ""), (" \u{FEFF} ", ""),
    ("a b", "a b"), ("\u{301}x", "\u{301}x"),
  ])
  func `blanks and invisible marks at the ends are trimmed`(text: String, trimmed: String) {
    #expect(Array(text.trimmed.utf8) == Array(trimmed.utf8))
  }
}
