/// Least squares by Householder reflections.
///
/// Golub and Van Loan, Matrix Computations (4th ed. 2013), algorithms 5.2.1 and 5.3.2.
/// Columns are scaled to a largest value of 1 first, so that their units do not matter.
struct LeastSquares {
  /// The solution, one coefficient per column; empty when columns depend on others.
  let coefficients: [Double]
  /// (X'X)⁻¹.
  let inverse: Matrix
  /// Columns that are a linear combination of the columns before them.
  let dependent: [Int]

  /// Minimises |y - X b|², with X given by its columns.
  ///
  /// A column depends on those before it when less than 10⁻⁷ of its length is left over,
  /// the rule of R's `lm`.
  init(columns: [[Double]], right: [Double]) {
    let count = columns.count
    let rows = right.count
    let scales = columns.map { $0.reduce(0) { max($0, $1.magnitude) } }
    var x = zip(columns, scales).map { column, scale in
      scale > 0 ? column.map { $0 / scale } : column
    }
    var y = right
    var dependent: [Int] = []
    var triangle = Matrix(rows: count, columns: count)
    for j in 0..<count {
      let top = j - dependent.count
      let whole = Self.length(x[j][...])
      let tail = top < rows ? Self.length(x[j][top...]) : 0
      guard tail > 1e-7 * whole, top < rows else {
        dependent.append(j)
        continue
      }
      let diagonal = x[j][top] > 0 ? -tail : tail
      var reflector = Array(x[j][top...])
      reflector[0] -= diagonal
      let square = CompensatedSum.of(reflector.lazy.map { $0 * $0 })
      for k in (j + 1)..<max(count, j + 1) { Self.reflect(&x[k], top, reflector, square) }
      Self.reflect(&y, top, reflector, square)
      x[j][top] = diagonal
      for i in (top + 1)..<max(rows, top + 1) { x[j][i] = 0 }
    }
    self.dependent = dependent
    guard dependent.isEmpty else {
      coefficients = []
      inverse = triangle
      return
    }
    for i in 0..<count {
      for j in i..<count { triangle[i, j] = x[j][i] }
    }
    let inverseTriangle = Self.inverse(triangle)
    coefficients = (0..<count).map { i in
      let sum = CompensatedSum.of((i..<count).lazy.map { inverseTriangle[i, $0] * y[$0] })
      return sum / scales[i]
    }
    var inverse = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count {
        let product = CompensatedSum.of(
          (max(i, j)..<count).lazy.map { inverseTriangle[i, $0] * inverseTriangle[j, $0] }
        )
        inverse[i, j] = product / scales[i] / scales[j]
      }
    }
    self.inverse = inverse
  }

  private static func length(_ values: ArraySlice<Double>) -> Double {
    CompensatedSum.of(values.lazy.map { $0 * $0 }).squareRoot()
  }

  private static func reflect(
    _ column: inout [Double],
    _ top: Int,
    _ reflector: [Double],
    _ square: Double
  ) {
    var product = CompensatedSum()
    for (i, v) in reflector.enumerated() { product.add(v * column[top + i]) }
    let factor = 2 * product.value / square
    for (i, v) in reflector.enumerated() { column[top + i] -= factor * v }
  }

  /// The inverse of an upper triangle.
  private static func inverse(_ triangle: Matrix) -> Matrix {
    let n = triangle.rows
    var inverse = Matrix(rows: n, columns: n)
    for j in 0..<n {
      inverse[j, j] = 1 / triangle[j, j]
      for i in (0..<j).reversed() {
        var sum = CompensatedSum()
        for k in (i + 1)...j { sum.add(triangle[i, k] * inverse[k, j]) }
        inverse[i, j] = -sum.value / triangle[i, i]
      }
    }
    return inverse
  }
}
