/// The rank of a matrix of analysis weights, rows by replicates.
///
/// A column counts unless it is a combination of the columns before it, up to 10⁻⁵ of its
/// length; that is what R's `qr(tol = 1e-05)$rank` counts. Jackknife and half-samples made here
/// have it from their strata (``ReplicatedStrata``). The test depends on the matrix A
/// by AᵀA only, so that rows of one pattern enter as one row of their common length.
///
/// Many rows with patterns of their own are first mixed into 2R + 16 rows, each row with
/// random sign and size into four of them (a sparse embedding after Clarkson and Woodruff
/// 2013). Mixing never raises the rank, and lowers it with probability 0; the random
/// numbers are a fixed function of the position. The cost is 4 · rows · R instead of
/// rows · R².
struct ReplicateRank {
  private static let tolerance = 1e-5
  /// Below this many multiplications the matrix is taken as it is.
  private static let exactLimit = 1 << 22

  /// The rank over all rows; `weights` multiply the patterns if given.
  static func ofAllRows(_ store: ReplicateStore, weights: [Double]?) -> Int {
    let count = store.patternCount
    guard let weights else {
      return rank(patterns: Array(0..<Int32(count)), lengths: nil, store)
    }
    var squares = [Double](repeating: 0, count: count)
    for (row, weight) in weights.enumerated() {
      squares[store.pattern(of: row)] += weight * weight
    }
    let lengths = squares.map { $0.squareRoot() }
    return rank(patterns: Array(0..<Int32(count)), lengths: lengths, store)
  }

  /// The rank of some patterns, each times its length.
  static func rank(patterns: [Int32], lengths: [Double]?, _ store: ReplicateStore) -> Int {
    if let strata = store.strata {
      let used = patterns.indices.filter { lengths?[$0] != 0 }
      return strata.rank(of: used.map { patterns[$0] })
    }
    let columns = store.width - 1
    let mixedRows = 2 * columns + 16
    let isSmall =
      patterns.count <= mixedRows || patterns.count <= exactLimit / max(1, columns * columns)
    let rows = isSmall ? patterns.count : mixedRows
    guard rows > 0, columns > 0 else { return 0 }
    var matrix = [Double](repeating: 0, count: rows * columns)
    var mixer = Mixer(rows: rows)
    for (position, pattern) in patterns.enumerated() {
      let length = lengths?[position] ?? 1
      let first = Int(pattern) * store.width + 1
      if isSmall {
        for column in 0..<columns {
          matrix[column * rows + position] = length * store.values[first + column]
        }
        continue
      }
      for (target, factor) in mixer.targets() {
        let factor = factor * length
        // Mixed rows are kept one after another until all are there.
        let start = target * columns
        for column in 0..<columns {
          matrix[start + column] += factor * store.values[first + column]
        }
      }
    }
    return rank(isSmall ? matrix : transposed(matrix, rows: rows), rows: rows)
  }

  private static func transposed(_ matrix: [Double], rows: Int) -> [Double] {
    let columns = matrix.count / rows
    var result = matrix
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = matrix[row * columns + column] }
    }
    return result
  }

  /// Gram and Schmidt, modified, a second time where much was taken away.
  private static func rank(_ matrix: [Double], rows: Int) -> Int {
    var basis: [Double] = []
    var rank = 0
    for start in stride(from: 0, to: matrix.count, by: rows) where rank < rows {
      var column = Array(matrix[start..<start + rows])
      let length = norm(column)
      guard length > 0 else { continue }
      project(&column, off: basis)
      if norm(column) < 0.1 * length { project(&column, off: basis) }
      let rest = norm(column)
      guard rest >= tolerance * length else { continue }
      basis += column.map { $0 / rest }
      rank += 1
    }
    return rank
  }

  private static func project(_ column: inout [Double], off basis: [Double]) {
    let rows = column.count
    let directions = basis.span
    var rest = column.mutableSpan
    for start in stride(from: 0, to: basis.count, by: rows) {
      let direction = directions.extracting(start..<start + rows)
      var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
      var row = 0
      while row + 4 <= rows {
        first += direction[row] * rest[row]
        second += direction[row + 1] * rest[row + 1]
        third += direction[row + 2] * rest[row + 2]
        fourth += direction[row + 3] * rest[row + 3]
        row += 4
      }
      while row < rows {
        first += direction[row] * rest[row]
        row += 1
      }
      let share = (first + second) + (third + fourth)
      for row in 0..<rows { rest[row] -= share * direction[row] }
    }
  }

  private static func norm(_ column: [Double]) -> Double {
    let largest = column.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite else { return 0 }
    let sum = column.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }
    return largest * sum.squareRoot()
  }
}

/// Where rows are mixed to: a fixed sequence (SplitMix64, Steele, Lea and Flood 2014).
private struct Mixer {
  let rows: Int
  private var state: UInt64 = 0x5EED

  init(rows: Int) { self.rows = rows }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Four rows with factors of random sign between 0.5 and 1.5.
  mutating func targets() -> [(row: Int, factor: Double)] {
    (0..<4).map { _ in
      let row = Int(next() % UInt64(rows))
      let bits = next()
      let size = 0.5 + Double(bits >> 11) * 0x1p-53
      return (row, bits & 1 == 0 ? size : -size)
    }
  }
}
