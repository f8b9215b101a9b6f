extension Estimate {
  /// Estimates a weighted sum of figures of independent samples.
  ///
  ///     θ = Σ_k c_k θ_k        V(θ) = Σ_k c_k² V_k
  ///
  /// Degrees of freedom are added up, as ``WaveSeries`` does for waves without common units; figures
  /// with coefficient 0 do not take part. The coefficients are taken as known.
  ///
  /// - Returns: An estimate without design effect; nil without figures, when there are not as many
  ///   coefficients, or one of them is not finite.
  public static func combination(
    of estimates: [Estimate],
    coefficients: [Double]
  ) -> Estimate? {
    guard estimates.count == coefficients.count, coefficients.allSatisfy(\.isFinite) else {
      return nil
    }
    let parts = zip(estimates, coefficients).filter { $1 != 0 }
    guard !parts.isEmpty else { return nil }
    return Estimate(
      value: CompensatedSum.of(parts.map { $1 * $0.value }),
      standardError: CompensatedSum.of(parts.map { $1 * $1 * $0.variance }).squareRoot(),
      degreesOfFreedom: parts.reduce(0) { $0 &+ $1.0.degreesOfFreedom },
      sampleSize: parts.reduce(0) { $0 &+ $1.0.sampleSize },
      weightedSize: CompensatedSum.of(parts.map { $0.0.weightedSize }),
      isCensus: parts.allSatisfy { $0.0.isCensus }
    )
  }
}
