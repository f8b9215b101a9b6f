/// Fisher's F distribution, for design-based Wald and Rao-Scott tests.
public struct FDistribution: Hashable, Sendable {
  /// The degrees of freedom of the numerator.
  public let numerator: Double
  /// The degrees of freedom of the denominator.
  public let denominator: Double

  /// Makes the distribution; its tail is NaN unless both degrees of freedom are positive.
  public init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The probability of a value above `x`.
  ///
  ///     P(F > x) = I_{d₂/(d₂ + d₁x)}(d₂/2, d₁/2)
  public func upperTail(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let scaled = numerator * x
    guard scaled.isFinite else { return 0 }
    return BetaTails(
      x: denominator / (denominator + scaled),
      y: scaled / (denominator + scaled),
      a: denominator / 2,
      b: numerator / 2
    ).lower
  }
}
