/// Parts what is too high for one drawing.
enum ChartPages {
  /// Rows in their order, as few runs as fit `maximum`, and all about as high.
  ///
  /// A row that is higher by itself stands alone.
  static func runs(of heights: [Double], maximum: Double) -> [Range<Int>] {
    let fewest = greedy(heights, maximum)
    guard fewest.count > 1 else { return fewest }
    let even = heights.reduce(0, +) / Double(fewest.count)
    for step in 0..<20 {
      let limit = even + (maximum - even) * Double(step) / 20
      let runs = greedy(heights, limit)
      if runs.count == fewest.count { return runs }
    }
    return fewest
  }

  private static func greedy(_ heights: [Double], _ maximum: Double) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    var height = 0.0
    for index in heights.indices {
      if index > start, height + heights[index] > maximum {
        runs.append(start..<index)
        start = index
        height = 0
      }
      height += heights[index]
    }
    return start < heights.count ? runs + [start..<heights.count] : runs
  }
}
