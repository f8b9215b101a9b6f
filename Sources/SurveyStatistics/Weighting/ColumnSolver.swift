/// Solves S b = u, where S holds the cross products of the columns of an adjustment.
enum ColumnSolver: Sendable {
  /// One margin: its cells do not overlap, so that S is diagonal. Empty cells hold 0.
  case diagonal(inverses: [Double])
  case cholesky(CholeskyFactor)

  /// Prepares S = Σ a x x'; columns that depend on those before them get b = 0.
  init(_ columns: AuxiliaryColumns, _ a: [Double]) {
    if columns.dense.isEmpty, columns.marginStarts.count == 1 {
      self = .diagonal(inverses: columns.sums(a).map { $0 > 0 ? 1 / $0 : 0 })
    } else {
      let products = columns.crossProducts(a)
      self = .cholesky(CholeskyFactor(products, count: columns.count))
    }
  }

  func solve(_ u: ArraySlice<Double>) -> [Double] {
    switch self {
    case .diagonal(let inverses): zip(u, inverses).map { $0 * $1 }
    case .cholesky(let factor): factor.solve(u)
    }
  }
}

/// The Cholesky factor of a matrix of cross products, scaled to a diagonal of ones.
///
/// Without the scaling a column of ages beside one of ones would cost digits. A column whose
/// remaining pivot is below 10⁻¹¹ is a combination of columns before it: it is left out,
/// which changes no fitted value.
struct CholeskyFactor: Sendable {
  let count: Int
  /// Whether each column is left out.
  let isDependent: [Bool]
  private let scale: [Double]
  /// The lower triangle, row by row, each row `count` wide.
  private let lower: [Double]

  init(_ matrix: [Double], count: Int) {
    var dependent = [Bool](repeating: false, count: count)
    var scale = [Double](repeating: 0, count: count)
    var lower = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      let diagonal = matrix[i * count + i]
      scale[i] = diagonal > 0 && diagonal.isFinite ? 1 / diagonal.squareRoot() : 0
      dependent[i] = scale[i] == 0
    }
    for i in 0..<count where !dependent[i] {
      for j in 0...i where !dependent[j] {
        var sum = matrix[i * count + j] * scale[i] * scale[j]
        for k in 0..<j { sum -= lower[i * count + k] * lower[j * count + k] }
        if j < i {
          lower[i * count + j] = sum / lower[j * count + j]
        } else if sum > 1e-11 {
          lower[i * count + i] = sum.squareRoot()
        } else {
          dependent[i] = true
        }
      }
      if dependent[i] {
        for k in 0...i { lower[i * count + k] = 0 }
      }
    }
    self.count = count
    self.scale = scale
    self.lower = lower
    isDependent = dependent
  }

  func solve(_ u: ArraySlice<Double>) -> [Double] {
    var b = zip(u, scale).map { $0 * $1 }
    for i in 0..<count {
      guard !isDependent[i] else {
        b[i] = 0
        continue
      }
      for k in 0..<i { b[i] -= lower[i * count + k] * b[k] }
      b[i] /= lower[i * count + i]
    }
    for i in (0..<count).reversed() where !isDependent[i] {
      for k in (i + 1)..<count { b[i] -= lower[k * count + i] * b[k] }
      b[i] /= lower[i * count + i]
    }
    for i in 0..<count { b[i] *= scale[i] }
    return b
  }
}
