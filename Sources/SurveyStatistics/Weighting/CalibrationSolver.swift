/// Finds the factors of calibration by Newton's method.
///
/// η solves Σ w F(x'η/σ²) x = T, the stationary point of a convex function. A step is halved
/// while the slope along it grows, so that bounds and large factors do no harm.
struct CalibrationSolver {
  let columns: AuxiliaryColumns
  let totals: [Double]
  let weights: [Double]
  let variance: [Double]?
  let distance: CalibrationDistance
  let tolerance: Double
  let maximumIterations: Int

  struct Solution {
    let factors: [Double]
    let iterations: Int
    let misfit: Double
  }

  /// Factors and slopes for some η, and by how much they miss the totals.
  private struct State {
    var factors: [Double]
    var slopes: [Double]
    var missing: [Double]
    var misfit: Double
    var worst: Int
  }

  func solve() throws(WeightingError) -> Solution {
    let sizes = try checkedSizes()
    var eta = [Double](repeating: 0, count: columns.count)
    var state = state(at: eta, sizes)
    let first = factor(state, floor: 0)
    if let column = first.isDependent.indices.first(where: {
      first.isDependent[$0] && $0 >= columns.denseStart
    }) {
      throw .singularColumn(columns.name(of: column))
    }
    let rank = first.isDependent.count { !$0 }
    var iterations = 0
    while iterations < maximumIterations, !(state.misfit <= tolerance) {
      iterations += 1
      (eta, state) = step(from: eta, state, rank, sizes)
    }
    guard state.misfit <= tolerance else {
      let worst = columns.name(of: state.worst)
      throw .didNotConverge(iterations: iterations, worst, misfit: state.misfit)
    }
    // One step more costs little and brings the totals to the last digits.
    let last = step(from: eta, state, rank, sizes).state
    if last.misfit < state.misfit { state = last }
    return Solution(factors: state.factors, iterations: iterations, misfit: state.misfit)
  }

  private func step(
    from eta: [Double],
    _ state: State,
    _ rank: Int,
    _ sizes: [Double]
  ) -> (eta: [Double], state: State) {
    var factor = factor(state, floor: 0)
    if factor.isDependent.count(where: { !$0 }) < rank { factor = self.factor(state, floor: 0.1) }
    let direction = factor.solve(state.missing[...])
    let slope = product(state.missing, direction).magnitude
    var length = 1.0
    while true {
      let next = zip(eta, direction).map { $0 + length * $1 }
      let candidate = self.state(at: next, sizes)
      let newSlope = product(candidate.missing, direction).magnitude
      if newSlope <= 0.9 * slope || length < 1e-9 { return (next, candidate) }
      length /= 2
    }
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double {
    CompensatedSum.of(zip(a, b).map { $0 * $1 })
  }

  private func factor(_ state: State, floor: Double) -> CholeskyFactor {
    let metric = weights.indices.map { row in
      weights[row] * max(floor, state.slopes[row]) / (variance?[row] ?? 1)
    }
    return CholeskyFactor(columns.crossProducts(metric), count: columns.count)
  }

  private func state(at eta: [Double], _ sizes: [Double]) -> State {
    var factors = columns.products(eta[...], rows: weights.count)
    var slopes = factors
    for row in factors.indices {
      let result = distance.factor(factors[row] / (variance?[row] ?? 1))
      (factors[row], slopes[row]) = weights[row] > 0 ? result : (1, 0)
    }
    let sums = columns.sums(zip(weights, factors).map { $0 * $1 })
    let missing = zip(totals, sums).map { $0 - $1 }
    var (misfit, worst) = (0.0, 0)
    for (column, distance) in missing.enumerated() {
      let relative = distance.magnitude / sizes[column]
      if !(relative <= misfit) { (misfit, worst) = (relative, column) }
    }
    return State(factors: factors, slopes: slopes, missing: missing, misfit: misfit, worst: worst)
  }

  /// What misses are compared with: the total, or a thousandth of Σ w |x| if that is more.
  ///
  /// - Throws: an error when the bounds make a total impossible.
  private func checkedSizes() throws(WeightingError) -> [Double] {
    var below = [CompensatedSum](repeating: CompensatedSum(), count: columns.count)
    var above = below
    for (row, weight) in weights.enumerated() where weight > 0 {
      columns.forEach(in: row) { column, value in
        if value < 0 {
          below[column].add(weight * value)
        } else {
          above[column].add(weight * value)
        }
      }
    }
    var sizes: [Double] = []
    for (column, total) in totals.enumerated() {
      let (negative, positive) = (below[column].value, above[column].value)
      let spread = positive - negative
      guard spread > 0 else { throw .singularColumn(columns.name(of: column)) }
      let (lower, upper) = (distance.range.lowerBound, distance.range.upperBound)
      let least = sum(lower, positive, upper, negative)
      let most = sum(upper, positive, lower, negative)
      guard total >= least, total <= most else {
        throw .unreachableTotal(total, columns.name(of: column), least: least, most: most)
      }
      sizes.append(max(total.magnitude, spread / 1000))
    }
    return sizes
  }

  /// a x + b y, where 0 times infinity is 0.
  private func sum(_ a: Double, _ x: Double, _ b: Double, _ y: Double) -> Double {
    (x == 0 ? 0 : a * x) + (y == 0 ? 0 : b * y)
  }
}
