/// McDonald's ω (total) of one common factor of standardised items.
public struct McDonaldOmega: Hashable, Sendable {
  /// (Σλ)² / ((Σλ)² + Σψ): the share of the variance of the sum that the factor explains.
  public let value: Double
  /// The loading of each item on the factor, with a positive sum.
  public let loadings: [Double]
  /// The variance of each item that the factor does not explain.
  public let uniquenesses: [Double]
  /// Whether a uniqueness ran into its lower bound of 0.005 (a Heywood case).
  public let isHeywood: Bool

  /// Fits one factor by maximum likelihood.
  ///
  /// The likelihood equations of Lawley and Jöreskog: with ψ given, λ comes from the first
  /// eigenvector of ψ^-½ R ψ^-½; with λ given, ψ = 1 - λ². Both are repeated until nothing
  /// moves. Nil for fewer than three items, or when that does not settle (McDonald 1999,
  /// ch. 6).
  init?(correlation: Matrix) {
    let count = correlation.rows
    guard count > 2, correlation.isFinite else { return nil }
    let bound = 0.005
    var unique = [Double](repeating: 0.5, count: count)
    guard var vector = Self.firstEigenvector(correlation) else { return nil }
    var loadings = [Double](repeating: 0, count: count)
    var isSettled = false
    var step = 0
    while !isSettled, step < 200_000 {
      step += 1
      var next = [Double](repeating: 0, count: count)
      let scaled = zip(vector, unique).map { $0 / $1.squareRoot() }
      for i in 0..<count {
        var sum = 0.0
        for j in 0..<count { sum += correlation[i, j] * scaled[j] }
        next[i] = sum / unique[i].squareRoot()
      }
      let root = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard root > 1, root.isFinite else { return nil }
      var change = 0.0
      for i in 0..<count {
        vector[i] = next[i] / root
        loadings[i] = vector[i] * (unique[i] * (root - 1)).squareRoot()
        let updated = max(bound, 1 - loadings[i] * loadings[i])
        change = max(change, (updated - unique[i]).magnitude)
        unique[i] = updated
      }
      isSettled = change < 1e-14
    }
    guard isSettled else { return nil }
    if loadings.reduce(0, +) < 0 { loadings = loadings.map { -$0 } }
    let common = CompensatedSum.of(loadings)
    let own = CompensatedSum.of(unique)
    self.loadings = loadings
    uniquenesses = unique
    isHeywood = unique.contains { $0 <= bound }
    value = common * common / (common * common + own)
  }

  /// The first eigenvector, nearly, by powers of the matrix on its longest column.
  private static func firstEigenvector(_ matrix: Matrix) -> [Double]? {
    let columns = matrix.nested
    func length(_ column: [Double]) -> Double {
      column.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    guard var vector = columns.max(by: { length($0) < length($1) }) else { return nil }
    for _ in 0..<200 {
      let size = length(vector)
      guard size > 0, size.isFinite else { return nil }
      vector = vector.map { $0 / size }
      vector = columns.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let size = length(vector)
    return size > 0 ? vector.map { $0 / size } : nil
  }
}
