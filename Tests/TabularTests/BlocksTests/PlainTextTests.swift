import CScan
import Testing

@testable import Tabular

struct PlainTextTests {
  /// What the kinds of processors say, which is the same.
  private func isPlain(_ bytes: [UInt8]) -> Bool {
    let found = is_plain_text(bytes, bytes.count) != 0
    let endsWithin = bytes.last.map { $0 >= 0xC0 } == true || bytes.suffix(2).first ?? 0 >= 0xE0
    if !endsWithin {
      #expect((is_plain_text_any(bytes, bytes.count) != 0) == found)
      #if arch(x86_64)
      if scan_widest() == scan_avx512 {
        #expect((is_plain_text_avx512(bytes, bytes.count) != 0) == found)
      }
      #endif
    }
    return found
  }

  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA1...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027: true
    default: false
    }
  }

  @Test func `each letter by itself is plain or not`() {
    let text = Array("một hai ba bốn năm sáu bảy tám ".utf8)
    for value in UInt32(0)..<0x11000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      #expect(isPlain(bytes) == isPlain(scalar), "\(value)")
      #expect(isPlain(text + bytes + text + text) == isPlain(scalar), "\(value)")
    }
  }

  @Test(arguments: 0..<300)
  func `a text is plain where all of its letters are`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "Đã ", "\u{2FF}", "ữ", "“”", "¡", "\n", "xin chào, ", "\u{2027}", "ỹ"]
    for _ in 0..<40 {
      var bytes: [UInt8] = []
      while bytes.count < Int.random(in: 0...200, using: &generator) {
        bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      }
      if !bytes.isEmpty, Bool.random(using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] =
          UInt8.random(in: .min ... .max, using: &generator)
      }
      let scalars = String(validating: bytes, as: UTF8.self)?.unicodeScalars
      #expect(isPlain(bytes) == (scalars?.allSatisfy { isPlain($0) } ?? false))
    }
  }
}
