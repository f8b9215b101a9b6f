import Testing

@testable import SurveyFormats

@Suite struct NumberProfileTests {
  @Test func `numbers looked at as words count as those looked at byte by byte`() throws {
    let signs = Array("0123456789.,-% 00117".utf8)
    var state: UInt64 = 3
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var words = NumberProfile()
    var bytes = NumberProfile()
    var taken = 0
    for line in 1...20_000 {
      let cell = (0...draw(8)).map { _ in signs[draw(line % 3 == 0 ? signs.count : 11)] }
      var word: UInt64 = 0
      for byte in cell.reversed() { word = word << 8 | UInt64(byte) }
      if cell.count <= 8, words.observe(word: word, count: cell.count, line: line) {
        taken += 1
      } else {
        words.observe(cell.span, line: line)
      }
      bytes.observe(cell.span, line: line)
    }
    #expect(taken > 8000)
    #expect(words.points == bytes.points)
    #expect(words.commas == bytes.commas)
    #expect(words.ambiguous == bytes.ambiguous)
    #expect(words.percents == bytes.percents)
    #expect(words.aboveOne == bytes.aboveOne)
    #expect(words.shares == bytes.shares)
    #expect(words.firstPoint == bytes.firstPoint)
    #expect(words.firstComma == bytes.firstComma)
  }
}
