import RealModule

/// Coefficients with the influence of each row on them.
///
/// Weighted least squares by QR; the logistic model by iterated reweighting (McCullagh and
/// Nelder 1989, ch. 2) with halved steps when the fit gets worse. The influence of row i is
///
///     z_i = A⁻¹ x_i w_i (y_i - μ_i)        A = X' diag(w v) X,  v = 1 or μ(1 - μ)
///
/// (Binder 1983).
struct RegressionFit {
  private(set) var coefficients: [Double]
  /// z of each coefficient, NaN outside the analysis.
  private(set) var influences: [[Double]]
  private(set) var iterations = 0

  /// Fits `outcome` on `columns` over the `analysed` rows.
  init(
    _ family: RegressionFamily,
    outcome: [Double],
    columns: [[Double]],
    weights: [Double],
    analysed: [Int]
  ) throws(InferenceError) {
    // Weights relative to their mean: their scale changes nothing but rounding.
    let mean = CompensatedSum.of(analysed.lazy.map { weights[$0] }) / Double(analysed.count)
    let w = analysed.map { weights[$0] / mean }
    let x = columns.map { column in analysed.map { column[$0] } }
    let y = analysed.map { outcome[$0] }
    let solution: LeastSquares
    let residuals: [Double]
    switch family {
    case .linear:
      solution = Self.leastSquares(x, y, w)
      guard solution.dependent.isEmpty else { throw .dependentColumns(solution.dependent) }
      coefficients = solution.coefficients
      let fitted = Self.predictions(x, coefficients, count: y.count)
      let left = zip(y, fitted).map { $0 - $1 }
      // What a perfect fit leaves over is rounding.
      let rest = CompensatedSum.of(zip(left, w).lazy.map { $0 * $0 * $1 })
      let whole = CompensatedSum.of(zip(y, w).lazy.map { $0 * $0 * $1 })
      residuals = rest.isFinite && rest <= 1e-26 * whole ? left.map { _ in 0 } : left
    case .logistic:
      let start = Self.leastSquares(x, y, w)
      guard start.dependent.isEmpty else { throw .dependentColumns(start.dependent) }
      var search = LogisticSearch(columns: x, outcome: y, weights: w)
      solution = try search.run()
      iterations = search.iterations
      coefficients = search.coefficients
      residuals = zip(y, search.logits).map { $0 == 1 ? Self.logistic(-$1) : -Self.logistic($1) }
    }
    guard coefficients.allSatisfy(\.isFinite) else { throw .notConverged(iterations: iterations) }
    influences = []
    for k in columns.indices {
      var influence = [Double](repeating: .nan, count: outcome.count)
      for (position, row) in analysed.enumerated() {
        var product = 0.0
        for j in columns.indices { product += solution.inverse[k, j] * x[j][position] }
        influence[row] = product * w[position] * residuals[position]
      }
      influences.append(influence)
    }
  }

  static func leastSquares(_ x: [[Double]], _ y: [Double], _ w: [Double]) -> LeastSquares {
    let roots = w.map { $0.squareRoot() }
    return LeastSquares(
      columns: x.map { zip($0, roots).map { $0 * $1 } },
      right: zip(y, roots).map { $0 * $1 }
    )
  }

  static func predictions(_ x: [[Double]], _ b: [Double], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (column, coefficient) in zip(x, b) {
      for (row, value) in column.enumerated() { sums[row] += coefficient * value }
    }
    return sums
  }

  /// 1/(1 + exp(-u)).
  static func logistic(_ u: Double) -> Double {
    u < 0 ? Double.exp(u) / (1 + Double.exp(u)) : 1 / (1 + Double.exp(-u))
  }
}
