/// What would decide an undecided target, and what the present sample could have decided.
public struct DecisionOutlook: Hashable, Sendable {
  /// How many further interviews would decide with the wanted chance.
  public enum Further: Hashable, Sendable {
    /// This many.
    case interviews(Int)
    /// Everybody who was not asked yet, this many people; nothing is left to chance then.
    case everybody(Int)
    /// More than the limit of the search.
    case moreThan(Int)
  }

  /// How many further interviews would decide, if the quantity stays as it was observed.
  public let further: Further
  /// The chance of a verdict that was asked for.
  public let power: Double
  /// Rows per independent answer, at least 1; nil for quantities that are not proportions.
  public let designEffect: Double?
  /// The largest true value that the present sample would call missed with that chance.
  public let detectableBelow: Double?
  /// The smallest true value that the present sample would call met with that chance.
  public let detectableAbove: Double?
}

extension Estimate {
  /// What would decide a target, with a chance of `power`, if the true value is the observed one.
  ///
  /// A proportion of n rows worth n_e independent answers (``effectiveProportionSize``) is worth
  /// k = n_e (1 + a/n) answers after `a` further interviews by the same design, and X of them are
  /// thought to be binomial with the observed proportion. The chance is that of the counts X which
  /// the rule of `method` decides, with degrees of freedom that grow as n does. In a simple random
  /// sample and with ``ProportionInterval/beta`` this is the exact binomial power: 365 answers for
  /// 85% against 80%. Chances rise in saw teeth; the smallest number that reaches `power` is given.
  /// Other quantities are thought to be normal with a known standard error.
  ///
  /// `population` is the number of people in the domain, where it is known; the search ends at
  /// `limit` further interviews.
  ///
  /// - Returns: nil when there is no estimate, no degrees of freedom or an argument is invalid.
  public func outlook(
    toDecide target: Double,
    method: ProportionInterval = .beta,
    alpha: Double = 0.05,
    power: Double = 0.8,
    population: Int? = nil,
    limit: Int = 10_000
  ) -> DecisionOutlook? {
    guard
      let chance = DecisionChance(self, target: target, method: method, alpha: alpha),
      power > 0, power < 1, limit >= 0, limit <= 1 << 30
    else { return nil }
    let left = population.map { max(0, $0 - sampleSize) }
    let within = min(limit, left ?? limit)
    var further = DecisionOutlook.Further.moreThan(limit)
    if let number = chance.smallestAddition(power: power, limit: within) {
      further = left.map { number >= $0 } == true ? .everybody(number) : .interviews(number)
    } else if let left, left <= limit {
      further = .everybody(left)
    }
    return DecisionOutlook(
      further: further,
      power: power,
      designEffect: method == .mean ? nil : max(1, Double(sampleSize) / effectiveProportionSize),
      detectableBelow: chance.detectable(power: power, above: false),
      detectableAbove: chance.detectable(power: power, above: true)
    )
  }
}

extension FinitePopulationBounds {
  /// What would decide a target with a chance of `power`, if the share in the population is the
  /// observed one.
  ///
  /// The exact counterpart of ``Estimate/outlook(toDecide:method:alpha:power:population:limit:)``:
  /// answers are drawn without replacement, and asking everybody always decides.
  public func outlook(
    toDecide target: Double,
    alpha: Double = 0.05,
    power: Double = 0.8,
    limit: Int = 10_000
  ) -> DecisionOutlook? {
    guard !isCensus, alpha > 0, alpha < 0.5, power > 0, power < 1, limit > 0 else { return nil }
    let left = population - sampleSize
    let share = Double(successes) / Double(sampleSize)
    let observed = Int((share * Double(population)).rounded())
    func decides(_ count: Int, _ size: Int) -> Bool {
      size >= population
        || chance(of: size, yes: count, target: target, alpha: alpha) >= power
    }
    var further = DecisionOutlook.Further.moreThan(limit)
    if decides(observed, sampleSize + min(left, limit)) {
      var (open, decided) = (0, min(left, limit))
      while decided - open > 1 {
        let middle = open + (decided - open) / 2
        if decides(observed, sampleSize + middle) { decided = middle } else { open = middle }
      }
      further = decided == left ? .everybody(left) : .interviews(decided)
    }
    let needed = neededCount(target)
    return DecisionOutlook(
      further: further,
      power: power,
      designEffect: 1,
      detectableBelow: edge(0, max(0, needed - 1)) { decides($0, sampleSize) },
      detectableAbove: edge(population, min(population, needed)) { decides($0, sampleSize) }
    )
  }

  /// The count nearest to `near` that still decides, from `sure` on, as a share.
  private func edge(_ sure: Int, _ near: Int, _ decides: (Int) -> Bool) -> Double? {
    guard decides(sure) else { return nil }
    if decides(near) { return Double(near) / Double(population) }
    var (good, bad) = (sure, near)
    while abs(bad - good) > 1 {
      let middle = good + (bad - good) / 2
      if decides(middle) { good = middle } else { bad = middle }
    }
    return Double(good) / Double(population)
  }

  /// The chance that `size` of the population, of whom `yes` say yes, decide.
  private func chance(of size: Int, yes: Int, target: Double, alpha: Double) -> Double {
    func outcome(_ count: Int) -> TargetDecision.Outcome {
      FinitePopulationBounds(successes: count, sampleSize: size, population: population)?
        .decision(target: target, alpha: alpha).outcome ?? .undecided
    }
    let drawn = Hypergeometric(successes: yes, failures: population - yes, draws: size)
    let met = Self.first(in: 0...(size + 1)) { $0 > size || outcome($0) == .met }
    let open = Self.first(in: 0...met) { $0 >= met || outcome($0) != .missed }
    return (met <= size ? drawn.atLeast(met) : 0) + (open > 0 ? drawn.cumulative(open - 1) : 0)
  }

  private static func first(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
