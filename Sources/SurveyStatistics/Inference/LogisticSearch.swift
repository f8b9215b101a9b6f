import RealModule

/// The maximum of the weighted logistic likelihood.
struct LogisticSearch {
  let columns: [[Double]]
  let outcome: [Double]
  let weights: [Double]
  private(set) var coefficients: [Double] = []
  private(set) var logits: [Double]
  private(set) var iterations = 0

  init(columns: [[Double]], outcome: [Double], weights: [Double]) {
    self.columns = columns
    self.outcome = outcome
    self.weights = weights
    logits = [Double](repeating: 0, count: outcome.count)
    coefficients = [Double](repeating: 0, count: columns.count)
  }

  /// Iterates until no log-odds move any more, and returns the last weighted fit.
  ///
  /// When a combination of columns separates the answers, the log-odds of some rows grow by
  /// about 1 in each iteration; beyond 30 that is taken for infinite.
  mutating func run() throws(InferenceError) -> LeastSquares {
    var deviance = Self.deviance(outcome, logits, weights)
    while iterations < Self.limit {
      iterations += 1
      let fit = step()
      guard fit.dependent.isEmpty else { throw .separated }
      var target = fit.coefficients
      guard target.allSatisfy(\.isFinite) else { throw .separated }
      var next = RegressionFit.predictions(columns, target, count: outcome.count)
      var better = Self.deviance(outcome, next, weights)
      var halvings = 0
      while !(better <= deviance * (1 + 1e-10) + 1e-10), halvings < 30 {
        halvings += 1
        target = zip(target, coefficients).map { 0.5 * ($0 + $1) }
        next = RegressionFit.predictions(columns, target, count: outcome.count)
        better = Self.deviance(outcome, next, weights)
      }
      let move = zip(next, logits).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      (coefficients, logits, deviance) = (target, next, better)
      let largest = logits.reduce(0) { max($0, $1.magnitude) }
      if move <= 1e-10 * max(1, largest) {
        let last = step()
        guard last.dependent.isEmpty else { throw .separated }
        return last
      }
      if largest > 30, move > 1e-3 { throw .separated }
    }
    throw .notConverged(iterations: Self.limit)
  }

  private static let limit = 100

  /// One reweighted regression at the present log-odds.
  private func step() -> LeastSquares {
    var pseudo = logits
    var spread = weights
    for (row, u) in logits.enumerated() {
      let above = RegressionFit.logistic(u)
      let below = RegressionFit.logistic(-u)
      let residual = outcome[row] == 1 ? below : -above
      let variance = max(above * below, 1e-300)
      pseudo[row] = u + residual / variance
      spread[row] = weights[row] * variance
    }
    return RegressionFit.leastSquares(columns, pseudo, spread)
  }

  private static func deviance(_ y: [Double], _ u: [Double], _ w: [Double]) -> Double {
    var sum = CompensatedSum()
    for row in y.indices {
      // -2 ln P(y), with P(y) = 1/(1 + exp(∓u)).
      let signed = y[row] == 1 ? -u[row] : u[row]
      let term =
        signed > 0
        ? signed + Double.log(onePlus: Double.exp(-signed))
        : Double.log(onePlus: Double.exp(signed))
      sum.add(2 * w[row] * term)
    }
    return sum.value
  }
}
