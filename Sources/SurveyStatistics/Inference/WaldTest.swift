/// An F test of several figures at once.
public struct WaldTest: Hashable, Sendable {
  /// The F statistic.
  public let statistic: Double
  /// The degrees of freedom of the numerator.
  public let numeratorDegreesOfFreedom: Double
  /// The degrees of freedom of the denominator.
  public let denominatorDegreesOfFreedom: Double
  /// The probability of a larger statistic when nothing is going on.
  public let pValue: Double

  init(statistic: Double, numerator: Double, denominator: Double) throws(InferenceError) {
    guard statistic.isFinite, numerator > 0, numerator.isFinite else { throw .noVariance }
    guard denominator > 0 else {
      throw .noDegreesOfFreedom(Int(exactly: denominator.rounded(.down)) ?? 0)
    }
    self.statistic = statistic
    numeratorDegreesOfFreedom = numerator
    denominatorDegreesOfFreedom = denominator
    pValue = FDistribution(numerator: numerator, denominator: denominator).upperTail(statistic)
  }

  /// θ' V⁻¹ θ / q on F(q, df).
  init(
    of figures: [Double],
    covariance: Matrix,
    degreesOfFreedom: Int
  ) throws(InferenceError) {
    guard !figures.isEmpty else { throw .unequalCounts(0, expected: 1) }
    guard degreesOfFreedom > 0 else { throw .noDegreesOfFreedom(degreesOfFreedom) }
    guard let cholesky = Cholesky(covariance) else { throw .singularCovariance }
    let square = CompensatedSum.of(zip(figures, cholesky.solve(figures)).map { $0 * $1 })
    try self.init(
      statistic: square / Double(figures.count),
      numerator: Double(figures.count),
      denominator: Double(degreesOfFreedom)
    )
  }
}
