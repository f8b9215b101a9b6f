import SurveyModel
import Tabular

/// A figure as a cell that shows it exactly as every other format does.
///
/// Reports round half up by magnitude, and what binary numbers put just below a tie counts as the tie
/// (``DecimalRounding``); Excel rounds the 15 decimal digits of what is stored, LibreOffice the
/// binary number. Where one of them would show other digits, a neighbour of the number is stored that
/// is right in both: mostly some units of its 16th digit above it, else the tie, which differs by less
/// than one part in 10⁹.
struct SheetNumber {
  private let numbers: DecimalText

  init(language: InterfaceLanguage) { numbers = DecimalText(language: language) }

  func count(_ count: Int) -> WorkbookCell {
    // Above 15 digits a spreadsheet would round.
    guard count.magnitude < 1_000_000_000_000_000 else { return .text(numbers.count(count)) }
    return WorkbookCell(.number(Double(count)), look: CellLook(.grouped(decimals: 0)))
  }

  func share(_ share: Double) -> WorkbookCell {
    let look = CellLook(.percent(decimals: 2))
    // The format has no marks between thousands.
    guard share.magnitude < 9.9, let stored = stored(share, shift: 2, decimals: 2) else {
      return .text(numbers.percent(share))
    }
    return WorkbookCell(.number(stored), look: look)
  }

  /// A change with its sign, of shares in percentage points.
  func change(_ change: Double, isShare: Bool) -> WorkbookCell {
    let points = (isShare ? change : change / 100) * 100
    guard var stored = stored(points, shift: 0, decimals: 2) else {
      return .text(numbers.signedPoints(isShare ? change : change / 100))
    }
    // What is shown as nothing has no sign.
    if ShownNumber.text(stored.magnitude, decimals: 2) == "0.00" { stored = 0 }
    return WorkbookCell(.number(stored), look: CellLook(.signed(decimals: 2)))
  }

  func number(_ number: Double, decimals: Int) -> WorkbookCell {
    let decimals = min(max(decimals, 0), DecimalRounding.maximumDecimals)
    guard let stored = stored(number, shift: 0, decimals: decimals) else {
      return .text(numbers.number(number, decimals: decimals))
    }
    return WorkbookCell(.number(stored), look: CellLook(.grouped(decimals: decimals)))
  }

  /// The number to store: itself where Excel shows it as reports do; `nil` where nothing does.
  private func stored(_ value: Double, shift: Int, decimals: Int) -> Double? {
    // Excel has 15 digits, and nothing that is much smaller than 1e-300.
    guard value.magnitude < 1e15 else { return nil }
    if value.magnitude < 1e-100 { return 0 }
    let factor = shift == 2 ? 100.0 : 1
    guard let digits = DecimalRounding.digits(of: (value * factor).magnitude, decimals: decimals)
    else { return nil }
    let isNegative = value < 0 && !digits.isZero
    let fraction = digits.fraction.isEmpty ? "" : "." + digits.fraction
    let shown = (isNegative ? "-" : "") + digits.whole + fraction
    func showsSame(_ candidate: Double) -> Bool {
      ShownNumber.text(candidate, shiftedBy: shift, decimals: decimals) == shown
        && ShownNumber.binaryText(candidate, shiftedBy: shift, decimals: decimals) == shown
    }
    /// The first of the number and its neighbours away from 0 that is shown rightly.
    func neighbour(of base: Double) -> Double? {
      var size = base.magnitude
      for _ in 0..<24 {
        let candidate = ShownNumber.stored(base < 0 ? -size : size)
        if showsSame(candidate) { return size == base.magnitude ? base : candidate }
        size = size.nextUp
      }
      return nil
    }
    if let found = neighbour(of: value) { return found }
    guard let whole = Double(digits.whole + digits.fraction) else { return nil }
    let scale = (0..<decimals).reduce(factor) { scale, _ in scale * 10 }
    let sign = value < 0 ? -1.0 : 1
    // First the tie that was rounded up, then the figure as it is shown.
    if let tie = neighbour(of: sign * (whole - 0.5) / scale) { return tie }
    return digits.isZero ? 0 : neighbour(of: sign * whole / scale)
  }
}
