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
    #expect(words.wholePoints == bytes.wholePoints)
    #expect(words.wholeCommas == bytes.wholeCommas)
    #expect(words.groupedPoints == bytes.groupedPoints)
    #expect(words.groupedCommas == bytes.groupedCommas)
    #expect(words.firstAmbiguous == bytes.firstAmbiguous)
    #expect(words.percents == bytes.percents)
    #expect(words.aboveOne == bytes.aboveOne)
    #expect(words.shares == bytes.shares)
    #expect(words.firstPoint == bytes.firstPoint)
    #expect(words.firstComma == bytes.firstComma)
  }

  @Test(arguments: [
    ("1.234", 0, 1), ("1,234", 1, 0), ("1.000", 0, 0), ("50,000", 0, 0), ("12.340", 0, 1),
    ("1.234đ", 0, 1), ("-1,234", 1, 0), ("-5.000", 0, 0),
  ])
  func `what is whole under one mark only is counted`(cell: String, points: Int, commas: Int) {
    var profile = NumberProfile(isWhole: true)
    profile.observe(Array(cell.utf8).span, line: 2)
    #expect(profile.ambiguous == 1)
    #expect((profile.wholePoints, profile.wholeCommas) == (points, commas))
    #expect(profile.firstAmbiguous == .init(text: cell, line: 2))
  }

  @Test func `numbers of a workbook are counted by what they are worth alone`() {
    var profile = NumberProfile()
    for cell in ["1.234", "0.5", "12.5%", "7", "1.2E+25", "-0.125", "1234.5678"] {
      profile.observe(number: Array(cell.utf8).span, line: 2)
    }
    #expect((profile.points, profile.commas, profile.ambiguous) == (0, 0, 0))
    #expect((profile.percents, profile.shares, profile.aboveOne) == (1, 2, 3))
    #expect(profile.fractions == 5)
  }
}
