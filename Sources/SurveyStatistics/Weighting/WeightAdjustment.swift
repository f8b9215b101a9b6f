/// What one adjustment did to the weights, to be reported with the estimates.
public struct WeightAdjustment: Hashable, Sendable {
  /// Which rule changed the weights.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Cells to known totals.
    case poststratification
    /// Several margins to known totals, one after another.
    case raking
    /// Columns to known totals.
    case calibration
    /// The same composition in each group.
    case standardization
    /// Extreme weights to limits.
    case trimming
    /// Respondents for those of their cell who did not answer.
    case nonresponse
  }

  /// Which rule changed the weights.
  public let method: Method
  /// Sweeps of raking, steps of calibration, rounds of trimming; 1 for everything else.
  public let iterations: Int
  /// The largest distance of an adjusted total from its target, relative to the target.
  public let misfit: Double
  /// The least and the largest factor by which a weight above 0 was multiplied.
  public let factors: ClosedRange<Double>
  /// By what all weights were multiplied first, because they were far below the targets.
  ///
  /// Not 1 only after calibration with bounds; these then hold for what the weights were
  /// multiplied with afterwards.
  public let rescaling: Double

  init(
    _ method: Method,
    from old: [Double],
    to new: [Double],
    iterations: Int = 1,
    misfit: Double = 0,
    rescaling: Double = 1
  ) {
    self.method = method
    self.iterations = iterations
    self.misfit = misfit
    self.rescaling = rescaling
    var (least, most) = (Double.infinity, -Double.infinity)
    for (before, after) in zip(old, new) where before > 0 {
      let factor = after / before
      least = min(least, factor)
      most = max(most, factor)
    }
    factors = least <= most ? least...most : 1...1
  }
}
