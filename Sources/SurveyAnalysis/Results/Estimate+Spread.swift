package import SurveyStatistics

extension Estimate {
  /// Whether the values of a sample do not vary, but for the noise of binary fractions: a mean of
  /// them has an error of 0, which is no certainty.
  package var lacksSpread: Bool {
    !isCensus && standardError <= 1e-12 * max(1, value.magnitude)
  }
}
