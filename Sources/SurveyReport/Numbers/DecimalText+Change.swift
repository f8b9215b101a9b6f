import SurveyModel

/// Changes between two shares, always in percentage points and never in per cent.
extension DecimalText {
  /// A change of shares with its sign: "+1,28", "-0,40", "0,00".
  package func signedPoints(_ change: Double, decimals: Int = 2) -> String {
    let text = number(change * 100, decimals: decimals)
    return isRise(change, decimals: decimals) ? "+" + text : text
  }

  /// A change of shares in words: "tăng 1,28 điểm phần trăm".
  package func change(_ change: Double, decimals: Int = 2) -> String {
    let size = number((change * 100).magnitude, decimals: decimals)
    guard size != Self.nothing else { return size }
    let points = language.choose("\(size) điểm phần trăm", "\(size) percentage points")
    if isRise(change, decimals: decimals) {
      return language.choose("tăng ", "up ") + points
    }
    if isRise(-change, decimals: decimals) {
      return language.choose("giảm ", "down ") + points
    }
    return language.choose("không đổi", "unchanged")
  }

  /// Whether something above zero is left of the change after rounding.
  private func isRise(_ change: Double, decimals: Int) -> Bool {
    guard change > 0 else { return false }
    return DecimalRounding.digits(of: change * 100, decimals: decimals)?.isZero == false
  }
}
