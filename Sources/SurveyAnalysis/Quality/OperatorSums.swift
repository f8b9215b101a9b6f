import SurveyModel

/// The sums of one column by operator, from one pass over the rows.
struct OperatorSums: Sendable {
  /// The answered interviews of each operator.
  let sizes: [Int]
  /// Those of all.
  let size: Int
  /// The standard deviation of single interviews.
  let spread: Double
  private let weights: [Double]
  private let sums: [Double]
  private let weight: Double
  private let sum: Double
  private let centre: Double

  /// Sums `values` by operator; those `left` out belong to nobody.
  init(
    _ values: [Double],
    _ course: InterviewCourse,
    _ rowWeights: [Double],
    without left: Set<Int>
  ) {
    let count = course.operators.count
    let isOut = (0..<count).map { left.contains($0) }
    let centre = values.first { !$0.isNaN } ?? 0
    var sizes = Array(repeating: 0, count: count)
    var weights = Array(repeating: 0.0, count: count)
    var sums = weights
    var moments = (sum: 0.0, squares: 0.0)
    for row in values.indices {
      let code = Int(course.operatorCodes[row])
      let value = values[row] - centre
      guard code >= 0, !value.isNaN, !isOut[code] else { continue }
      sizes[code] += 1
      weights[code] += rowWeights[row]
      sums[code] += rowWeights[row] * value
      moments.sum += value
      moments.squares += value * value
    }
    self.sizes = sizes
    self.weights = weights
    self.sums = sums
    self.centre = centre
    size = sizes.reduce(0, +)
    weight = weights.reduce(0, +)
    sum = sums.reduce(0, +)
    let n = Double(max(1, size))
    let mean = moments.sum / n
    spread = max(0, moments.squares / n - mean * mean).squareRoot()
  }

  /// The weighted mean of an operator.
  func mean(_ place: Int) -> Double { centre + sums[place] / weights[place] }

  /// The weighted mean of all others.
  func meanOfOthers(_ place: Int) -> Double {
    centre + (sum - sums[place]) / (weight - weights[place])
  }

  /// Whether a difference is large enough to be told, and more than chance in a simple sample.
  func deservesTest(_ place: Int, _ rules: QualityRules) -> Bool {
    let difference = abs(mean(place) - meanOfOthers(place))
    let (own, others) = (Double(sizes[place]), Double(size - sizes[place]))
    let error = spread * (1 / own + 1 / others).squareRoot()
    return difference >= rules.smallestEffect * spread && difference >= 1.5 * error
  }
}
