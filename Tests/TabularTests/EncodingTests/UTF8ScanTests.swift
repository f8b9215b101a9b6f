import Testing

@testable import Tabular

@Suite struct UTF8ScanTests {
  private func scan(_ bytes: [UInt8]) -> UTF8Scan { bytes.withUnsafeBytes { UTF8Scan($0) } }

  private static let pieces: [[UInt8]] = [
    Array("a".utf8), Array("ế".utf8), Array("đ".utf8), Array("😀".utf8), Array("\u{FFFD}".utf8),
    Array("plain text of more than sixteen bytes".utf8), Array("\u{7FF}\u{800}\u{FFFF}".utf8),
    Array("\u{D7FF}\u{E000}\u{10FFFF}\u{10000}".utf8), [0], [0xC3, 0x83, 0xC2, 0xA0],
  ]

  @Test(arguments: ["khÃ´ng", "ÄĐ", "Ă´"])
  func `a pair that may be encoded twice is seen wherever it stands`(word: String) {
    for padding in 0..<200 {
      for behind in 0..<4 {
        let text =
          String(repeating: " ", count: padding) + word + String(repeating: " ", count: behind)
        #expect(scan(Array(text.utf8)).mayBeDoubled)
      }
    }
  }

  @Test(arguments: 0..<300)
  func `valid text is valid, and a changed byte is found where the library finds it`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    let length = Int.random(in: 0...400, using: &generator)
    while bytes.count < length { bytes += Self.pieces.randomElement(using: &generator) ?? [] }
    #expect(scan(bytes).validLength == bytes.count)
    #expect(scan(bytes).isASCII == bytes.allSatisfy { $0 < 0x80 })
    guard !bytes.isEmpty else { return }
    for _ in 0..<20 {
      var changed = bytes
      let place = Int.random(in: bytes.indices, using: &generator)
      changed[place] = UInt8.random(in: .min ... .max, using: &generator)
      #expect(scan(changed).validLength == firstInvalidUTF8(in: changed.span) ?? changed.count)
    }
  }

  @Test func `every sequence of the borders is judged as the library judges it`() {
    let edges: [UInt8] = [
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
      0xED,
      0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    let plain = [UInt8](repeating: 0x61, count: 70)
    for first in edges {
      for second in edges {
        for third in edges {
          let bytes = plain + [first, second, third, 0x80] + plain
          #expect(scan(bytes).validLength == firstInvalidUTF8(in: bytes.span) ?? bytes.count)
        }
      }
    }
  }
}
