/// One point with its interval in characters: `  ├──●─┤   |`.
enum TextInterval {
  /// The point on `width` columns that stand for the range of a scale.
  ///
  /// Where marks meet, the point is the one that stays.
  static func text(
    value: Double?,
    interval: ClosedRange<Double>?,
    target: Double?,
    scale: ChartScale,
    width: Int
  ) -> String {
    guard width > 0 else { return "" }
    func cell(_ value: Double) -> Int {
      min(Int(scale.fraction(of: value) * Double(width)), width - 1)
    }
    var cells = Array(repeating: " ", count: width)
    if let value, let interval {
      let low = cell(interval.lowerBound)
      let high = max(cell(interval.upperBound), low)
      for index in low...high { cells[index] = "─" }
      cells[low] = "├"
      cells[high] = "┤"
      if let target { cells[cell(target)] = "|" }
      cells[cell(value)] = "●"
      return cells.joined()
    }
    if let target { cells[cell(target)] = "|" }
    if let value { cells[cell(value)] = "●" }
    return cells.joined()
  }
}
