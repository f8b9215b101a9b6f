import Testing

@testable import Tabular

@Suite struct ShownNumberTests {
  @Test(arguments: [
    (2.675, 0, 2, "2.68"), (1.005, 0, 2, "1.01"), (0.82665, 2, 2, "82.67"),
    (0.826649, 2, 2, "82.66"),
    (0, 0, 2, "0.00"), (0.004, 0, 2, "0.00"), (0.005, 0, 2, "0.01"), (9.995, 0, 2, "10.00"),
    (99.95, 0, 1, "100.0"), (0.5, 0, 0, "1"), (0.49, 0, 0, "0"), (-2.5, 0, 0, "-3"),
    (-0.001, 0, 2, "-0.00"), (1234.5, 0, 0, "1235"), (1e-300, 2, 2, "0.00"), (1, 2, 2, "100.00"),
    (0.1 + 0.2, 0, 1, "0.3"), (12_345_678.125, 0, 2, "12345678.13"),
    (1e20, 0, 1, "100000000000000000000.0"),
  ])
  func `numbers are shown as Excel rounds them`(
    value: Double,
    shift: Int,
    decimals: Int,
    text: String
  ) {
    #expect(ShownNumber.text(value, shiftedBy: shift, decimals: decimals) == text)
  }

  @Test func `LibreOffice rounds the binary number`() {
    #expect(ShownNumber.binaryText(2.675, decimals: 2) == "2.67")
    #expect(ShownNumber.binaryText(0.00925, shiftedBy: 2, decimals: 2) == "0.92")
    #expect(ShownNumber.binaryText(-0.75, shiftedBy: 2, decimals: 0) == "-75")
    #expect(ShownNumber.binaryText(0, shiftedBy: 2, decimals: 2) == "0.00")
    #expect(ShownNumber.binaryText(1234.5678, decimals: 3) == "1234.568")
    #expect(ShownNumber.stored(0.1 + 0.2) == 0.3)
  }

  @Test func `what is no number is not shown`() {
    #expect(ShownNumber.text(.nan, decimals: 2) == nil)
    #expect(ShownNumber.text(.infinity, decimals: 2) == nil)
  }
}
