import Testing

@testable import Tabular

@Suite struct PlainDecimalTests {
  private func parse(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    let alone = PlainDecimal.parse(bytes.span.bytes, 0..<bytes.count)
    // In the midst of others it may be read eight bytes at once.
    let around = Array("7.3".utf8) + bytes + Array(",5.25-9.\n".utf8)
    let among = PlainDecimal.parse(around.span.bytes, 3..<(3 + bytes.count))
    #expect(alone?.bitPattern == among?.bitPattern, "\(text)")
    return among
  }

  @Test(arguments: 0..<200)
  func `a decimal is the double that the standard library reads`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let digits = Int.random(in: 1...15, using: &generator)
      let point = Int.random(in: 1...digits, using: &generator)
      var text = Bool.random(using: &generator) ? "-" : ""
      for place in 0..<digits {
        if place == point { text += "." }
        text += String(Int.random(in: 0...9, using: &generator))
      }
      let number = try #require(parse(text), "\(text)")
      #expect(number.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "+5", "1e3", "1.2.3", "1 ", " 1", "1,5", "--1", "0x1", "nan", "١",
    "1234567890123456", "0.123456789012345", "-12345678.12345678", "1-", "1.-2",
  ])
  func `any other text is left to the careful way`(text: String) {
    #expect(parse(text) == nil)
  }

  @Test func `zero keeps its sign`() {
    #expect(parse("-0.0")?.sign == .minus)
    #expect(parse("0")?.sign == .plus)
  }
}
