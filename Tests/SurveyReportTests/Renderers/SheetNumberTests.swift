import SurveyModel
import Tabular
import Testing

@testable import SurveyReport

@Suite struct SheetNumberTests {
  private let number = SheetNumber(language: .english)

  private func value(_ cell: WorkbookCell) -> Double? {
    if case .number(let value) = cell.content { value } else { nil }
  }

  @Test(arguments: [0.8266, 0.5, 1.0 / 3, 0, 1, 0.1 + 0.2, 1e-12])
  func `a figure is stored as it is where spreadsheets show it as reports do`(share: Double) {
    #expect(value(number.share(share)) == share)
    #expect(value(number.number(share, decimals: 3)) == share)
  }

  @Test func `what counts as a tie is stored as the tie`() {
    // Less than a part in 10⁹ below 82.665 %: reports show 82.67 %, Excel would show 82.66 %.
    let share = 0.82665 * (1 - 4e-10)
    #expect(ShownNumber.text(share, shiftedBy: 2, decimals: 2) == "82.66")
    let stored = value(number.share(share)) ?? 0
    #expect(abs(stored - 0.82665) < 1e-15)
    let below = 0.82665 * (1 - 4e-9)
    #expect(value(number.share(below)) == below)
  }

  @Test func `LibreOffice rounds the binary number, so a neighbour of a tie is stored`() {
    // 0.82665 is 0.82664999… in binary.
    #expect(ShownNumber.binaryText(0.82665, shiftedBy: 2, decimals: 2) == "82.66")
    let stored = value(number.share(0.82665)) ?? 0
    #expect(ShownNumber.binaryText(stored, shiftedBy: 2, decimals: 2) == "82.67")
    #expect(ShownNumber.text(stored, shiftedBy: 2, decimals: 2) == "82.67")
    #expect(stored != 0.82665)
    #expect(abs(stored - 0.82665) < 1e-15)
  }

  @Test func `nothing is shown with a minus`() {
    #expect(value(number.number(-0.001, decimals: 2)) == 0)
    #expect(value(number.number(-0.006, decimals: 2)) == -0.006)
  }

  @Test func `what a spreadsheet cannot show is text`() {
    #expect(number.share(.nan).content == .text("–"))
    #expect(number.share(25).content == .text("2,500.00%"))
    #expect(number.number(.infinity, decimals: 1).content == .text("–"))
    #expect(value(number.number(1e300, decimals: 0)) == nil)
    #expect(number.count(Int.max).content == .text("9,223,372,036,854,775,807"))
    #expect(number.count(Int.min).content == .text("-9,223,372,036,854,775,808"))
  }
}
