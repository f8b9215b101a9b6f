/// One bar in characters: `████████├█▌─┤  |`.
enum TextBar {
  private static let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The bar on `width` columns that stand for 0...1.
  ///
  /// Ends of the interval are cut out of the bar as `├` and `┤`, the target as `|`; where marks
  /// meet, the target is the one that stays.
  static func text(
    value: Double?,
    interval: ClosedRange<Double>?,
    target: Double?,
    width: Int
  ) -> String {
    var cells = Array(repeating: " ", count: width)
    if let value {
      let eighths = Int((clamped(value) * Double(width * 8)).rounded())
      for index in 0..<eighths / 8 {
        cells[index] = "█"
      }
      if !eighths.isMultiple(of: 8) {
        cells[eighths / 8] = parts[eighths % 8]
      }
      if let interval {
        let first = cell(of: interval.lowerBound, width: width)
        let last = max(cell(of: interval.upperBound, width: width), first)
        for index in first...last where cells[index] == " " {
          cells[index] = "─"
        }
        cells[first] = first == last ? "┼" : "├"
        cells[last] = first == last ? "┼" : "┤"
      }
    }
    if let target {
      cells[cell(of: target, width: width)] = "|"
    }
    return cells.joined()
  }

  private static func cell(of share: Double, width: Int) -> Int {
    min(Int(clamped(share) * Double(width)), width - 1)
  }

  /// Nothing but 0...1 can be drawn; what is not a number is drawn as nothing.
  private static func clamped(_ share: Double) -> Double {
    share.isNaN ? 0 : min(max(share, 0), 1)
  }
}
