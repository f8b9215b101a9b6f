import SurveyStatistics

extension Optional where Wrapped == Estimate {
  /// Whether all figures agree to a relative 1e-12: sums may be made in another order.
  func isClose(to other: Estimate?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.value.isClose(to: other.value)
      && self.standardError.isClose(to: other.standardError)
      && self.weightedSize.isClose(to: other.weightedSize)
      && self.sampleSize == other.sampleSize && self.degreesOfFreedom == other.degreesOfFreedom
      && (self.designEffect ?? .nan).isClose(to: other.designEffect ?? .nan)
  }
}

extension Double {
  func isClose(to other: Double) -> Bool {
    (isNaN && other.isNaN) || self == other
      || (self - other).magnitude <= 1e-12 * max(magnitude, other.magnitude)
  }
}
