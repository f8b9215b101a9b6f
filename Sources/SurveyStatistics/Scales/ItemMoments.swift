/// Weighted means and covariances of the items of a scale, over rows with all answers.
struct ItemMoments {
  let rows: [Int]
  let means: [Double]
  /// Σ w d d' / Σ w · n/(n - 1).
  let covariance: Matrix
  let weight: Double

  /// `rows` have an answer to every item and a weight above 0.
  init(items: [[Double]], weights: [Double], rows: [Int]) throws(InferenceError) {
    guard items.count > 1 else { throw .tooFewItems(items.count) }
    guard rows.count > 1 else { throw .noRows }
    self.rows = rows
    let sum = CompensatedSum.of(rows.lazy.map { weights[$0] })
    weight = sum
    let centres = items.map { item in
      CompensatedSum.of(rows.lazy.map { weights[$0] * item[$0] }) / sum
    }
    means = centres
    let size = Double(rows.count)
    var matrix = Matrix(rows: items.count, columns: items.count)
    for i in items.indices {
      for j in 0...i {
        let products = CompensatedSum.of(
          rows.lazy.map { weights[$0] * (items[i][$0] - centres[i]) * (items[j][$0] - centres[j]) }
        )
        matrix[i, j] = products / sum * size / (size - 1)
        matrix[j, i] = matrix[i, j]
      }
    }
    covariance = matrix
  }

  /// Whether an item varies, beyond rounding.
  func varies(_ item: Int) -> Bool {
    covariance[item, item] > 1e-24 * max(means[item] * means[item], 1e-280)
  }

  /// The correlation matrix; nil when an item does not vary.
  var correlation: Matrix? {
    let count = covariance.rows
    guard (0..<count).allSatisfy({ varies($0) }) else { return nil }
    let scale = (0..<count).map { covariance[$0, $0].squareRoot() }
    var matrix = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count {
        matrix[i, j] = i == j ? 1 : covariance[i, j] / scale[i] / scale[j]
      }
    }
    return matrix
  }
}
