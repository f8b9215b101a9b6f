import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct DecimalTextTests {
  struct Case: CustomTestStringConvertible {
    let value: Double
    let decimals: Int
    let text: String
    var testDescription: String { "\(value) → \(text)" }
  }

  let vietnamese = DecimalText(language: .vietnamese)
  let english = DecimalText(language: .english)

  @Test(arguments: [
    Case(value: 2.675, decimals: 2, text: "2,68"),
    Case(value: -2.675, decimals: 2, text: "-2,68"),
    Case(value: 0.545, decimals: 2, text: "0,55"),
    Case(value: 1.005, decimals: 2, text: "1,01"),
    Case(value: 0.5, decimals: 0, text: "1"),
    Case(value: 1.5, decimals: 0, text: "2"),
    Case(value: 2.5, decimals: 0, text: "3"),
    Case(value: -0.5, decimals: 0, text: "-1"),
    Case(value: 0.125, decimals: 2, text: "0,13"),
    Case(value: 0.135, decimals: 2, text: "0,14"),
    Case(value: 0.125 * (1 - 9e-10), decimals: 2, text: "0,13"),
    Case(value: 0.125 * (1 - 1e-8), decimals: 2, text: "0,12"),
    Case(value: 0.12499, decimals: 2, text: "0,12"),
    Case(value: 9.995, decimals: 2, text: "10,00"),
    Case(value: 999.995, decimals: 2, text: "1.000,00"),
    Case(value: -0.004, decimals: 2, text: "0,00"),
    Case(value: -0.0, decimals: 1, text: "0,0"),
    Case(value: 0.05, decimals: 4, text: "0,0500"),
    Case(value: 1_234_567.891, decimals: 1, text: "1.234.567,9"),
    Case(value: 4_000_000_000.25, decimals: 0, text: "4.000.000.000"),
    Case(value: 1e20, decimals: 1, text: "100.000.000.000.000.000.000,0"),
    Case(value: 1.5e20, decimals: 0, text: "150.000.000.000.000.000.000"),
    Case(value: .leastNonzeroMagnitude, decimals: 9, text: "0,000000000"),
    Case(value: 1, decimals: -3, text: "1"),
    Case(value: 1, decimals: 99, text: "1,000000000"),
    Case(value: .nan, decimals: 2, text: "–"),
    Case(value: .infinity, decimals: 2, text: "–"),
    Case(value: -.infinity, decimals: 0, text: "–"),
  ])
  func `numbers are rounded half up`(item: Case) {
    #expect(vietnamese.number(item.value, decimals: item.decimals) == item.text)
  }

  @Test(arguments: [
    (0.82665, "82,67%"), (0.125, "12,50%"), (0.02675, "2,68%"), (0.00005, "0,01%"),
    (0.000049, "0,00%"), (1, "100,00%"), (-0.1, "-10,00%"), (.nan, "–"), (1e307, "–"),
  ])
  func `shares become percentages with two decimals`(share: Double, text: String) {
    #expect(vietnamese.percent(share) == text)
  }

  @Test func `English has the marks the other way round`() {
    #expect(english.percent(0.82665) == "82.67%")
    #expect(english.count(36_525) == "36,525")
    #expect(english.number(12_345.678, decimals: 1) == "12,345.7")
    #expect(english.percentInterval(0.5...0.75) == "50.00% – 75.00%")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (36_525, "36.525"),
    (1_000_000, "1.000.000"), (-1234, "-1.234"), (Int.min, "-9.223.372.036.854.775.808"),
  ])
  func `counts have dots between thousands`(count: Int, text: String) {
    #expect(vietnamese.count(count) == text)
  }

  @Test func `thresholds lose their zeros`() {
    #expect(vietnamese.shortPercent(0.8) == "80%")
    #expect(vietnamese.shortPercent(0.825) == "82,5%")
    #expect(vietnamese.shortPercent(0.8255) == "82,55%")
    #expect(vietnamese.shortPercent(.nan) == "–")
  }

  @Test func `intervals are joined by a dash`() {
    #expect(vietnamese.percentInterval(0.812...0.84005) == "81,20% – 84,01%")
    #expect(vietnamese.numberInterval(-0.125...2.75, decimals: 2) == "-0,13 – 2,75")
  }
}
