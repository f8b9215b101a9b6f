import RealModule

/// The plan of a survey that is to decide whether at least a target says yes.
///
/// The verdict is that of ``TargetDecision``: met if L ≥ T, missed if U < T, else undecided, with
/// L and U the one-sided bounds at α. Chances are exact binomial sums over all counts.
public struct TargetPlan: Hashable, Sendable {
  /// The bounds with which the survey will be judged.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Clopper-Pearson bounds, on the effective sample size those of Korn and Graubard.
    case exact
    /// Wilson's score bounds.
    case wilson
  }

  /// The chances of the three verdicts.
  public struct Chances: Hashable, Sendable {
    /// The chance of "met".
    public let met: Double
    /// The chance of "missed".
    public let missed: Double
    /// The chance that the survey cannot tell.
    public var undecided: Double { max(0, 1 - met - missed) }
  }

  /// The target, above 0 and below 1.
  public let target: Double
  /// The chance of a false claim.
  public let alpha: Double
  /// The bounds.
  public let rule: Rule

  /// Makes a plan for a target.
  public init(
    target: Double,
    alpha: Double = 0.05,
    rule: Rule = .exact
  ) throws(PlanningError) {
    guard target > 0, target < 1 else { throw .notAShare(.target, target) }
    guard alpha > 0, alpha < 0.5 else { throw .notAShare(.error, alpha) }
    self.target = target
    self.alpha = alpha
    self.rule = rule
  }

  /// The fewest independent answers with which "met" is possible at all, when all say yes.
  ///
  ///     exact n ≥ ln α / ln T     Wilson n ≥ z² T/(1 - T)
  public var floorForMet: Int { floor(yes: true) }

  /// The fewest independent answers with which "missed" is possible at all, when none says yes.
  public var floorForMissed: Int { floor(yes: false) }

  /// The counts that decide among `size` independent answers.
  ///
  /// - Returns: the smallest count that proves the target met and the largest that proves it
  ///   missed, nil where no count does.
  public func decidingCounts(of size: Int) -> (met: Int?, missed: Int?) {
    guard size > 0 else { return (nil, nil) }
    switch rule {
    case .exact:
      return (
        SimpleBinomial.smallestCountMet(of: size, target: target, alpha: alpha),
        SimpleBinomial.largestCountMissed(of: size, target: target, alpha: alpha)
      )
    case .wilson:
      let (mean, half) = score(size)
      let met = max(Int((mean + half - 1e-9).rounded(.up)), 0)
      // U < T strictly.
      let missed = Int((mean - half - 1e-9).rounded(.up)) - 1
      return (met <= size ? met : nil, missed >= 0 ? missed : nil)
    }
  }

  /// The chances of the verdicts when the true rate is `truth` and `size` independent people
  /// answer.
  public func chances(of size: Int, truth: Double) throws(PlanningError) -> Chances {
    guard truth >= 0, truth <= 1 else { throw .notAShare(.rate, truth) }
    guard size > 0 else { throw .invalidSampleSize(size) }
    let binomial = Binomial(trials: size, probability: truth)
    let counts = decidingCounts(of: size)
    return Chances(
      met: counts.met.map { binomial.atLeast($0) } ?? 0,
      missed: counts.missed.map { binomial.cumulative($0) } ?? 0
    )
  }

  /// nT and z √(nT(1 - T)): Wilson's bounds reach T exactly where the score test does.
  private func score(_ size: Int) -> (mean: Double, half: Double) {
    let n = Double(size)
    let z = -NormalDistribution.quantile(alpha)
    return (n * target, z * (n * target * (1 - target)).squareRoot())
  }

  private func floor(yes: Bool) -> Int {
    let share = yes ? target : 1 - target
    switch rule {
    case .exact:
      return SampleSize.ceiling(min(1e15, Double.log(alpha) / Double.log(share)))
    case .wilson:
      // All of n: n(1 - T) ≥ z √(nT(1 - T)), so n ≥ z² T/(1 - T).
      let z = NormalDistribution.quantile(alpha)
      let least = SampleSize.ceiling(min(1e15, z * z * share / (1 - share)))
      // None of n must be strictly below.
      return yes || Double(least) > z * z * share / (1 - share) ? max(1, least) : least + 1
    }
  }
}
