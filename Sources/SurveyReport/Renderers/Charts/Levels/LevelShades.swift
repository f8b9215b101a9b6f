/// How the levels of a scale are filled.
///
/// Positive levels are plain and darker the better they are; the others are hatched, or grey
/// where they stand in the middle. So they are told apart without colour as well.
enum LevelShades {
  static func shades(of levels: [LevelChart.Level]) -> [ChartShade] {
    let positive = levels.count(where: \.isPositive)
    guard positive > 0 else {
      return levels.indices.map { unordered[$0 % unordered.count] }
    }
    let good = positiveShades(positive)
    let others = otherShades(levels.count - positive)
    var goodCount = 0
    var otherCount = 0
    return levels.map { level in
      if level.isPositive {
        goodCount += 1
        return good[goodCount - 1]
      }
      otherCount += 1
      return others[otherCount - 1]
    }
  }

  private static func positiveShades(_ count: Int) -> [ChartShade] {
    let steps = ChartShade.steps
    switch count {
    case 1: return [steps[3]]
    case 2: return [steps[2], steps[4]]
    case 3: return [steps[1], steps[3], steps[4]]
    case 4: return Array(steps.dropFirst())
    default: return (0..<count).map { steps[$0 * (steps.count - 1) / (count - 1)] }
    }
  }

  /// From the worst to the one beside the positive levels.
  private static func otherShades(_ count: Int) -> [ChartShade] {
    let hatches: [Drawing.Hatch] = [.crossed, .falling, .dots, .horizontal, .vertical, .rising]
    switch count {
    case 0: return []
    case 1: return [.hatched(.falling)]
    case 2: return [.hatched(.crossed), .hatched(.falling)]
    default:
      return (0..<count - 1).map { .hatched(hatches[$0 % hatches.count]) } + [.neutral]
    }
  }

  private static let unordered: [ChartShade] = [
    ChartShade.steps[3], .hatched(.falling), ChartShade.steps[1], .hatched(.dots), .neutral,
    .hatched(.crossed), ChartShade.steps[4], .hatched(.horizontal),
  ]
}
