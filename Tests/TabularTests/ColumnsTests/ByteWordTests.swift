import Testing

@testable import Tabular

@Suite struct ByteWordTests {
  @Test(arguments: 0..<200)
  func `marks and delimiters are found exactly`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0, 1, 10, 11, 12, 13, 34, 35, 44, 45, 59, 124, 128, 138, 162, 172, 255,
    ]
    for _ in 0..<100 {
      let bytes = (0..<8).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let word = ByteWord(bytes.span.bytes, at: 0)
      for delimiter in CSVDelimiter.allCases {
        #expect(
          word.equal(to: ByteWord.repeated(delimiter.byte))
            == mask(bytes) { $0 == delimiter.byte }
        )
      }
      #expect(word.marks == mask(bytes) { [0, 10, 13, 34].contains($0) })
    }
  }

  private func mask(_ bytes: [UInt8], _ isMarked: (UInt8) -> Bool) -> UInt64 {
    bytes.enumerated().reduce(0) { mask, byte in
      isMarked(byte.element) ? mask | 0x80 << UInt64(byte.offset * 8) : mask
    }
  }
}
