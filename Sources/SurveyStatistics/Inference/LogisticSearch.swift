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
  /// about 1 in each iteration although the fit hardly gets better; otherwise they stop
  /// first.
  mutating func run() throws(InferenceError) -> LeastSquares {
    var deviance = Self.deviance(outcome, logits, weights)
    var lastMove = Double.infinity
    while iterations < Self.limit {
      iterations += 1
      let fit = step()
      guard fit.dependent.isEmpty, fit.coefficients.allSatisfy(\.isFinite) else {
        throw .separated
      }
      var target = fit.coefficients
      var next = RegressionFit.predictions(columns, target, count: outcome.count)
      let move = zip(next, logits).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      let largest = next.reduce(1) { max($0, $1.magnitude) }
      // Rounding may keep the last digits moving.
      if move <= 1e-10 * largest || (move <= 1e-6 * largest && move >= lastMove / 2) {
        (coefficients, logits) = (target, next)
        let last = step()
        guard last.dependent.isEmpty else { throw .separated }
        return last
      }
      var better = Self.deviance(outcome, next, weights)
      var halvings = 0
      while !(better <= deviance * (1 + 1e-10) + 1e-10) {
        halvings += 1
        guard halvings <= 30 else { throw .notConverged(iterations: iterations) }
        target = zip(target, coefficients).map { 0.5 * ($0 + $1) }
        next = RegressionFit.predictions(columns, target, count: outcome.count)
        better = Self.deviance(outcome, next, weights)
      }
      let change = deviance - better
      if halvings == 0, move > 0.1, change <= 1e-9 * (better + 0.1) { throw .separated }
      (coefficients, logits, deviance, lastMove) = (target, next, better, move)
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
