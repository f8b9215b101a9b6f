/// A small dense matrix, row by row.
struct Matrix {
  let rows: Int
  let columns: Int
  private(set) var elements: [Double]

  /// A matrix of zeros.
  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// A square matrix from nested rows, or nil when they do not make a square.
  init?(square nested: [[Double]]) {
    guard nested.allSatisfy({ $0.count == nested.count }) else { return nil }
    rows = nested.count
    columns = nested.count
    elements = nested.flatMap { $0 }
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The matrix as nested rows.
  var nested: [[Double]] {
    (0..<rows).map { Array(elements[($0 * columns)..<(($0 + 1) * columns)]) }
  }

  var isFinite: Bool { elements.allSatisfy(\.isFinite) }

  /// The sum of the diagonal.
  var trace: Double { CompensatedSum.of((0..<min(rows, columns)).map { self[$0, $0] }) }

  /// The rows and columns of some indices.
  func selecting(_ indices: [Int]) -> Matrix {
    var part = Matrix(rows: indices.count, columns: indices.count)
    for (i, row) in indices.enumerated() {
      for (j, column) in indices.enumerated() { part[i, j] = self[row, column] }
    }
    return part
  }

  /// The matrix product.
  func times(_ other: Matrix) -> Matrix {
    var product = Matrix(rows: rows, columns: other.columns)
    for i in 0..<rows {
      for j in 0..<other.columns {
        product[i, j] = CompensatedSum.of((0..<columns).lazy.map { self[i, $0] * other[$0, j] })
      }
    }
    return product
  }

  /// The quadratic form a' M b.
  func form(_ left: [Double], _ right: [Double]) -> Double {
    var sum = CompensatedSum()
    for (i, a) in left.enumerated() where a != 0 {
      for (j, b) in right.enumerated() { sum.add(a * self[i, j] * b) }
    }
    return sum.value
  }

  var transposed: Matrix {
    var other = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { other[j, i] = self[i, j] }
    }
    return other
  }
}
