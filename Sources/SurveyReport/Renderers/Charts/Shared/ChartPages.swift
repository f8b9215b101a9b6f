/// Parts what is too high for one drawing.
enum ChartPages {
  /// Rows in their order, as few runs as fit `maximum`, and all about as high.
  ///
  /// A row that is higher by itself stands alone. Where one of the `starts` is near, a run begins
  /// there.
  static func runs(
    of heights: [Double],
    maximum: Double,
    starts: Set<Int> = []
  ) -> [Range<Int>] {
    var runs = even(heights, maximum)
    for index in runs.indices.dropFirst() {
      let before = runs[index - 1]
      let after = runs[index]
      let near = starts.filter { start in
        start > before.lowerBound && start < after.upperBound
          && abs(start - after.lowerBound) <= 3
          && height(heights[before.lowerBound..<start]) <= maximum
          && height(heights[start..<after.upperBound]) <= maximum * 1.15
      }
      let nearest = near.min { first, second in
        (abs(first - after.lowerBound), first) < (abs(second - after.lowerBound), second)
      }
      guard let nearest else { continue }
      runs[index - 1] = before.lowerBound..<nearest
      runs[index] = nearest..<after.upperBound
    }
    return runs
  }

  private static func even(_ heights: [Double], _ maximum: Double) -> [Range<Int>] {
    let fewest = greedy(heights, maximum)
    guard fewest.count > 1 else { return fewest }
    let share = height(heights[...]) / Double(fewest.count)
    for step in 0..<20 {
      let limit = share + (maximum - share) * Double(step) / 20
      let runs = greedy(heights, limit)
      if runs.count == fewest.count { return runs }
    }
    return fewest
  }

  private static func height(_ heights: ArraySlice<Double>) -> Double {
    heights.reduce(0, +)
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
