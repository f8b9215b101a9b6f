/// What an estimate says about a target.
public struct TargetDecision: Hashable, Sendable {
  /// The three answers that a sample can give.
  public enum Outcome: Hashable, Sendable {
    /// The quantity is on the right side of the target, with confidence 1 - α.
    case met
    /// It is on the wrong side, with confidence 1 - α.
    case missed
    /// The sample cannot tell.
    case undecided
  }

  /// Which side of the target is wanted.
  public enum Direction: Hashable, Sendable {
    /// The quantity should be at least the target.
    case atLeast
    /// The quantity should be at most the target.
    case atMost
  }

  /// The answer.
  public let outcome: Outcome
  /// The one-sided lower bound at α, nil when the rule does not apply.
  public let lowerBound: Double?
  /// The one-sided upper bound at α, nil when the rule does not apply.
  public let upperBound: Double?
  /// The p value of the claim "met", nil when the rule does not apply.
  public let pValueMet: Double?
  /// The p value of the claim "missed", nil when the rule does not apply.
  public let pValueMissed: Double?

  /// Makes a decision from figures that are known.
  public init(
    outcome: Outcome,
    lowerBound: Double?,
    upperBound: Double?,
    pValueMet: Double?,
    pValueMissed: Double?
  ) {
    self.outcome = outcome
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.pValueMet = pValueMet
    self.pValueMissed = pValueMissed
  }
}

extension Estimate {
  /// Decides whether a target is reached.
  ///
  /// With L and U the one-sided bounds at `alpha` and T the target, for `.atLeast`
  ///
  ///     met if L ≥ T      missed if U < T      undecided otherwise
  ///
  /// and for `.atMost` met if U ≤ T, missed if L > T. Both claims cannot be wrong at once,
  /// so the chance of a false one is at most `alpha`. A census is compared as it is.
  public func decision(
    target: Double,
    direction: TargetDecision.Direction = .atLeast,
    method: ProportionInterval = .beta,
    alpha: Double = 0.05
  ) -> TargetDecision {
    let lower = method.lowerBound(for: self, alpha: alpha)
    let upper = method.upperBound(for: self, alpha: alpha)
    let above = method.pValueMet(for: self, target: target)
    let below = method.pValueMissed(for: self, target: target)
    var outcome = TargetDecision.Outcome.undecided
    if let lower, let upper {
      // Sums of weights make 0.8 out of 4/5 only up to rounding.
      let slack = isCensus ? 1e-12 * max(1, target.magnitude) : 0
      outcome =
        switch direction {
        case .atLeast where lower >= target - slack: .met
        case .atLeast where upper < target: .missed
        case .atMost where upper <= target + slack: .met
        case .atMost where lower > target: .missed
        case .atLeast, .atMost: .undecided
        }
    }
    return TargetDecision(
      outcome: outcome,
      lowerBound: lower,
      upperBound: upper,
      pValueMet: direction == .atLeast ? above : below,
      pValueMissed: direction == .atLeast ? below : above
    )
  }

  /// How many further interviews would decide, if the rate stayed as it is.
  ///
  /// The further interviews are thought to be drawn by the same design: the variance falls
  /// as 1/n, and the degrees of freedom grow with n (as many more primary units as people).
  ///
  /// - Returns: the smallest number, 0 when the target is decided already, nil when more
  ///   than `limit` would be needed or the rule does not apply.
  public func furtherInterviews(
    toDecide target: Double,
    direction: TargetDecision.Direction = .atLeast,
    method: ProportionInterval = .beta,
    alpha: Double = 0.05,
    limit: Int = 100_000
  ) -> Int? {
    func decides(_ additional: Int) -> Bool {
      enlarged(by: additional).decision(
        target: target,
        direction: direction,
        method: method,
        alpha: alpha
      ).outcome != .undecided
    }
    guard sampleSize > 0, limit >= 0, limit <= 1 << 40 else { return nil }
    if decides(0) { return 0 }
    guard decides(limit) else { return nil }
    var (undecided, decided) = (0, limit)
    while decided - undecided > 1 {
      let middle = undecided + (decided - undecided) / 2
      if decides(middle) { decided = middle } else { undecided = middle }
    }
    return decided
  }

  /// The same figure from a larger sample by the same design.
  func enlarged(by additional: Int) -> Estimate {
    let growth = Double(additional) / Double(sampleSize)
    return Estimate(
      value: value,
      standardError: standardError / (1 + growth).squareRoot(),
      degreesOfFreedom: degreesOfFreedom + Int(Double(degreesOfFreedom) * growth),
      sampleSize: sampleSize + additional,
      weightedSize: weightedSize,
      designEffect: designEffect,
      designEffectWithReplacement: designEffectWithReplacement,
      isCensus: isCensus
    )
  }
}
