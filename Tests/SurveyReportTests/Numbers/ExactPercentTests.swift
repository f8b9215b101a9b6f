import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct ExactPercentTests {
  let numbers = DecimalText(language: .vietnamese)

  @Test(arguments: [
    (1, 8, "12,50%"), (1, 3, "33,33%"), (2, 3, "66,67%"), (1, 1_600, "0,06%"),
    (1, 32, "3,13%"), (3, 32, "9,38%"), (5, 32, "15,63%"), (0, 9, "0,00%"), (9, 9, "100,00%"),
    (16_533, 20_000, "82,67%"), (1, 20_000, "0,01%"), (1, 20_001, "0,00%"),
    (-1, 8, "-12,50%"), (1, -8, "-12,50%"), (-1, -8, "12,50%"), (5, 0, "–"), (0, 0, "–"),
    (Int.max, Int.max, "100,00%"), (Int.min, Int.min, "100,00%"),
    (Int.max - 1, Int.max, "100,00%"), (1, Int.max, "0,00%"),
    (3, 2, "150,00%"),
  ])
  func `counts give exact percentages`(count: Int, total: Int, text: String) {
    #expect(numbers.percent(count, of: total) == text)
  }

  @Test func `a quotient beyond 64 bits does not trap`() {
    #expect(numbers.percent(.max, of: 1).hasPrefix("922.337.203.685.47"))
    #expect(numbers.percent(.min, of: 1, decimals: 9).hasPrefix("-922.337.203.685.47"))
  }

  /// Long division by hand, one digit at a time, independent of the code under test.
  private func longDivision(_ count: Int, _ total: Int) -> String {
    var remainder = count
    var digits = [remainder / total]
    remainder %= total
    for _ in 0..<4 {
      remainder *= 10
      digits.append(remainder / total)
      remainder %= total
    }
    var scaled = digits.reduce(0) { $0 * 10 + $1 }
    scaled += remainder * 2 >= total ? 1 : 0
    let cents = String(scaled % 100)
    return "\(scaled / 100),\(cents.count == 1 ? "0" : "")\(cents)%"
  }

  @Test(arguments: 0..<200)
  func `shares and counts agree with long division`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<50 {
      let total = 1 + next(below: 40_000)
      let count = next(below: total + 1)
      let expected = longDivision(count, total)
      #expect(numbers.percent(count, of: total) == expected)
      #expect(numbers.percent(Double(count) / Double(total)) == expected)
      let large = 1 + next(below: 2_000_000_000)
      let part = next(below: large + 1)
      #expect(numbers.percent(part, of: large) == longDivision(part, large))
    }
  }
}
