/// A test of estimated shares against given ones.
public struct GoodnessOfFitTest: Hashable, Sendable {
  /// Pearson's X² of the estimated shares with the number of rows as its scale.
  public let pearson: Double
  /// What X² is divided by.
  public let scale: Double
  /// The degrees of freedom of the chi-square distribution of X²/scale.
  public let degreesOfFreedom: Double
  /// The probability of a larger statistic when the given shares are true.
  public let pValue: Double

  /// Tests estimated totals with a known covariance, such as one of replicate weights.
  ///
  /// With E_k = N p_k and r_k = (T_k - E_k)/√E_k, linearised in all totals,
  ///
  ///     X² = Σ r_k²      scale = tr(V_r²)/tr(V_r)      df = (tr V_r)²/tr(V_r²)
  ///
  /// after Satterthwaite (Rao and Scott 1984; R's `svygofchisq`).
  ///
  /// - Parameters:
  ///   - totals: The estimated total of each category.
  ///   - covariance: The covariance matrix of the totals.
  ///   - shares: The given shares; they are divided by their sum.
  ///   - sampleSize: The number of answers, by which X² is scaled.
  /// - Throws: ``InferenceError/invalidShares``, ``InferenceError/noRows``,
  ///   ``InferenceError/noVariance``.
  public init(
    totals: [Double],
    covariance: [[Double]],
    shares: [Double],
    sampleSize: Int
  ) throws(InferenceError) {
    let sum = CompensatedSum.of(shares)
    guard shares.count == totals.count, shares.count > 1, sum.isFinite,
      shares.allSatisfy({ $0 > 0 })
    else { throw .invalidShares }
    guard covariance.count == totals.count, let v = Matrix(square: covariance) else {
      throw .unequalCounts(covariance.count, expected: totals.count)
    }
    let whole = CompensatedSum.of(totals)
    guard sampleSize > 0, whole > 0, whole.isFinite else { throw .noRows }
    guard v.isFinite else { throw .noVariance }
    let count = totals.count
    var statistic = CompensatedSum()
    var gradients = Matrix(rows: count, columns: count)
    for i in 0..<count {
      let share = shares[i] / sum
      let expected = whole * share
      let distance = totals[i] - expected
      statistic.add(distance * distance / expected)
      let root = expected.squareRoot()
      for j in 0..<count {
        gradients[i, j] = (i == j ? 1 / root : 0) - share * (1 + distance / (2 * expected)) / root
      }
    }
    let matrix = gradients.times(v).times(gradients.transposed)
    let (first, second) = (matrix.trace, matrix.times(matrix).trace)
    guard first > 0, second > 0 else { throw .noVariance }
    let perRow = Double(sampleSize) / whole
    pearson = statistic.value * perRow
    scale = second / first * perRow
    degreesOfFreedom = first * first / second
    pValue = ChiSquare(degreesOfFreedom: degreesOfFreedom)
      .upperTail(statistic.value * first / second)
  }
}

extension SampleDesign {
  /// Tests whether the shares of categories are the given ones.
  ///
  /// See ``GoodnessOfFitTest/init(totals:covariance:shares:sampleSize:)``. Categories
  /// without answers count with 0.
  ///
  /// - Throws: ``InferenceError`` as there, and ``SampleDesignError``.
  public func goodnessOfFit(
    of categories: Grouping,
    shares: [Double],
    in domain: [Bool]? = nil
  ) throws -> GoodnessOfFitTest {
    guard shares.count == categories.count else { throw InferenceError.invalidShares }
    guard shares.count <= CrossTable.mostCells else {
      throw InferenceError.tooLarge(shares.count, most: CrossTable.mostCells)
    }
    guard categories.codes.count == rows else {
      throw SampleDesignError.unequalColumns(
        .groups,
        rows: categories.codes.count,
        expected: rows
      )
    }
    let codes = categories.codes.map { $0 < 0 ? Double.nan : 0 }
    let analysed = try analysedRows([codes], in: domain)
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: shares.count)
    for row in analysed { sums[categories.codes[row]].add(weights[row]) }
    let found = try covariance(columns: shares.count, analysed: mask(analysed)) { category in
      zip(categories.codes, weights).map { $0 == category ? $1 : 0 }
    }
    return try GoodnessOfFitTest(
      totals: sums.map(\.value),
      covariance: found.matrix,
      shares: shares,
      sampleSize: analysed.count
    )
  }
}
