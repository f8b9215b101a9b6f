import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct ShownDigitsTests {
  @Test(arguments: [
    (0.807349, 0.8073), (0.80735, 0.8074), (1, 1), (0.999_99, 1), (0, 0), (-0.012_345, -0.0123),
    (66.666_666, 66.67), (2.675, 2.68), (-3.456, -3.46), (1.005, 1.01),
  ])
  func `numbers keep what a page shows`(_ value: Double, _ shown: Double) {
    #expect(ShownDigits.rounded(value) == shown)
    #expect(ShownDigits.rounded(shown) == shown)
  }

  @Test func `what is no number stays`() {
    #expect(ShownDigits.rounded(.nan).isNaN)
    #expect(ShownDigits.rounded(.infinity) == .infinity)
    #expect(ShownDigits.rounded(1e300) == 1e300)
  }

  @Test(arguments: 0..<60)
  func `a report without further digits reads the same`(_ seed: Int) throws {
    var random = RandomReport(seed: seed)
    let report = random.make()
    let short = report.withShownDigits()
    let renderer = TextRenderer(width: 100)
    // Numbers of more than two decimals are those of coefficients, which no mean can be told from.
    let hasMore = report.blocks.contains { block in
      guard case .table(let table) = block else { return false }
      return table.rows.flatMap(\.cells).contains { cell in
        switch cell {
        case .number(_, let decimals), .numberInterval(_, let decimals): decimals > 2
        default: false
        }
      }
    }
    if !hasMore { #expect(renderer.render(short) == renderer.render(report)) }
    #expect(short.withShownDigits() == short)
  }
}
