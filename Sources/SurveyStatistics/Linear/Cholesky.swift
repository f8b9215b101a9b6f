/// The factor L of a symmetric positive definite matrix A = L L'.
///
/// Golub and Van Loan, Matrix Computations (4th ed. 2013), algorithm 4.2.1, applied to the
/// matrix scaled to a diagonal of ones, so that the units of the variables do not matter.
struct Cholesky {
  private let factor: Matrix
  private let scale: [Double]

  /// Nil when the matrix is not finite or not safely positive definite: a variable has less
  /// than `tolerance` of its variance left after the variables before it.
  init?(_ matrix: Matrix, tolerance: Double = 1e-12) {
    let n = matrix.rows
    guard n == matrix.columns, matrix.isFinite else { return nil }
    scale = (0..<n).map { matrix[$0, $0].squareRoot() }
    guard scale.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    var lower = Matrix(rows: n, columns: n)
    for j in 0..<n {
      var pivot = 1.0
      for k in 0..<j { pivot -= lower[j, k] * lower[j, k] }
      guard pivot > tolerance else { return nil }
      let root = pivot.squareRoot()
      lower[j, j] = root
      for i in (j + 1)..<max(n, j + 1) {
        var sum = matrix[i, j] / scale[i] / scale[j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        lower[i, j] = sum / root
      }
    }
    factor = lower
  }

  /// The solution x of A x = b.
  func solve(_ right: [Double]) -> [Double] {
    let n = scale.count
    var x = zip(right, scale).map { $0 / $1 }
    for i in 0..<n {
      for k in 0..<i { x[i] -= factor[i, k] * x[k] }
      x[i] /= factor[i, i]
    }
    for i in (0..<n).reversed() {
      for k in (i + 1)..<max(n, i + 1) { x[i] -= factor[k, i] * x[k] }
      x[i] /= factor[i, i]
    }
    return zip(x, scale).map { $0 / $1 }
  }

  /// The solution X of A X = B.
  func solve(_ right: Matrix) -> Matrix {
    var solution = Matrix(rows: right.rows, columns: right.columns)
    for j in 0..<right.columns {
      let column = solve((0..<right.rows).map { right[$0, j] })
      for (i, value) in column.enumerated() { solution[i, j] = value }
    }
    return solution
  }
}
