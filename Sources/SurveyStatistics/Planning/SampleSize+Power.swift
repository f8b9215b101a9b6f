import RealModule

extension SampleSize {
  /// The size at which a one-sided test of `rate` finds that the truth is another.
  ///
  ///     n₀ = [(z_α √(p₀q₀) + z_β √(p₁q₁)) / (p₁ - p₀)]²
  ///
  /// with p₀ = `rate`, p₁ = `truth`, z_α exceeded with probability `alpha` and z_β with
  /// probability 1 - `power` (Lwanga and Lemeshow 1991). For a decision about a target see
  /// ``TargetPlan``, which is exact.
  public static func telling(
    _ rate: Double,
    from truth: Double,
    power: Double = 0.8,
    alpha: Double = 0.05,
    conditions: SurveyConditions = SurveyConditions()
  ) throws(PlanningError) -> SampleSize {
    try check(rate, truth, power: power, alpha: alpha)
    let (za, zb) = (-NormalDistribution.quantile(alpha), NormalDistribution.quantile(power))
    let (s0, s1) = ((rate * (1 - rate)).squareRoot(), (truth * (1 - truth)).squareRoot())
    let ratio = max(0, za * s0 + zb * s1) / (truth - rate)
    return try SampleSize(simple: ratio * ratio, conditions: conditions)
  }

  /// The size of each of two groups at which a two-sided test finds that their rates differ.
  ///
  ///     n₀ = [(z_{α/2} √((p₁+p₂)(1 - (p₁+p₂)/2)) + z_β √(p₁q₁ + p₂q₂)) / |p₁ - p₂|]²
  ///
  /// as R's `power.prop.test` (Fleiss 1981). The conditions hold for each group.
  public static func comparing(
    _ first: Double,
    with second: Double,
    power: Double = 0.8,
    alpha: Double = 0.05,
    conditions: SurveyConditions = SurveyConditions()
  ) throws(PlanningError) -> SampleSize {
    try check(first, second, power: power, alpha: alpha)
    let (za, zb) = (-NormalDistribution.quantile(alpha / 2), NormalDistribution.quantile(power))
    let sum = first + second
    let pooled = (sum * (1 - sum / 2)).squareRoot()
    let apart = (first * (1 - first) + second * (1 - second)).squareRoot()
    let ratio = max(0, za * pooled + zb * apart) / (first - second)
    return try SampleSize(simple: ratio * ratio, conditions: conditions)
  }

  private static func check(
    _ first: Double,
    _ second: Double,
    power: Double,
    alpha: Double
  ) throws(PlanningError) {
    for rate in [first, second] where !(rate > 0 && rate < 1) { throw .notAShare(.rate, rate) }
    guard power > 0, power < 1 else { throw .notAShare(.power, power) }
    guard alpha > 0, alpha < 0.5 else { throw .notAShare(.error, alpha) }
    if first == second { throw .sameRates(first) }
  }
}
