import RealModule

/// How many interviews decide about a target.
public struct TargetPlanSize: Hashable, Sendable {
  /// Whether the truth is on the right side, so that "met" is the right verdict.
  public let isMet: Bool
  /// The smallest number of independent answers with the wanted chance of the right verdict.
  public let independent: Int
  /// The number from which on the chance never falls below the wanted one again.
  ///
  /// The chance goes up and down with the rounding of counts, so that a few more interviews can
  /// be a little worse.
  public let lasting: Int
  /// The deciding count among ``independent`` answers.
  public let decidingCount: Int
  /// The chances at ``independent`` answers.
  public let chances: TargetPlan.Chances
  /// The interviews and invitations, for the conditions of the survey.
  public let size: SampleSize
}

extension TargetPlan {
  /// The most independent answers that are looked at.
  public static let limit = 1_000_000

  /// The smallest sample whose chance of the right verdict is at least `power`.
  ///
  /// Sizes are tried one after the other. The deciding counts grow by 0 or 1 with each answer, so
  /// that a size costs a constant number of binomial tails. The design effect, the correction for
  /// a small population and the response rate follow as in ``SampleSize``.
  ///
  /// With `clusterSize` interviews in a cluster the sample grows further by
  /// [t_df(α) / t_{n-1}(α)]², df = n/clusterSize - 1, the price of few clusters in
  /// ``ProportionInterval/beta``.
  public func size(
    truth: Double,
    power: Double = 0.8,
    conditions: SurveyConditions = SurveyConditions(),
    clusterSize: Double? = nil
  ) throws(PlanningError) -> TargetPlanSize {
    guard truth > 0, truth < 1 else { throw .notAShare(.rate, truth) }
    guard power > 0, power < 1 else { throw .notAShare(.power, power) }
    if truth == target { throw .sameRates(truth) }
    try conditions.check()
    let guess = try SampleSize.telling(target, from: truth, power: power, alpha: alpha).simple
    // Where even the rarer answer is frequent, the rounding of counts moves the size by far less
    // than a tenth.
    let rarest = min(min(target, 1 - target), min(truth, 1 - truth))
    let first = guess * rarest > 500 ? guess * 0.9 : 1
    let last = guess * 1.25 + 200
    guard last < Double(Self.limit) else { throw .tooMany(limit: Self.limit) }
    var search = Search(plan: self, truth: truth, size: max(1, Int(first)))
    var smallest: (size: Int, count: Int)?
    var lasting = 1
    while search.size <= Int(last) {
      if search.chance >= power {
        if smallest == nil, let count = search.count { smallest = (search.size, count) }
      } else {
        lasting = search.size + 1
      }
      search.advance()
    }
    guard let smallest, lasting <= Int(last) else { throw .tooMany(limit: Self.limit) }
    return TargetPlanSize(
      isMet: truth > target,
      independent: smallest.size,
      lasting: lasting,
      decidingCount: smallest.count,
      chances: try chances(of: smallest.size, truth: truth),
      size: try enlarged(smallest.size, conditions, clusterSize)
    )
  }

  private func enlarged(
    _ independent: Int,
    _ conditions: SurveyConditions,
    _ clusterSize: Double?
  ) throws(PlanningError) -> SampleSize {
    let simple = Double(independent)
    guard let clusterSize else { return try SampleSize(simple: simple, conditions: conditions) }
    guard clusterSize >= 1, clusterSize.isFinite else {
      throw .notPositive(.clusterSize, clusterSize)
    }
    func suffices(_ inflated: Double) -> Bool {
      let n = inflated * conditions.designEffect
      let df = n / clusterSize - 1
      guard df > 0, n > 1 else { return false }
      let ratio =
        StudentT(degreesOfFreedom: df).quantile(alpha)
        / StudentT(degreesOfFreedom: n - 1).quantile(alpha)
      return inflated >= simple * max(1, ratio * ratio)
    }
    var (low, high) = (simple, 2 * simple + 16 * clusterSize + 16)
    for _ in 0..<60 where !suffices(high) { high *= 2 }
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if middle <= low || middle >= high { break }
      if suffices(middle) { high = middle } else { low = middle }
    }
    return try SampleSize(simple: high, conditions: conditions)
  }

  /// Walks through the sizes with the count that decides for the right verdict.
  private struct Search {
    private let plan: TargetPlan
    private let truth: Double
    private(set) var size: Int
    private(set) var count: Int?

    init(plan: TargetPlan, truth: Double, size: Int) {
      self.plan = plan
      self.truth = truth
      self.size = size
      count = nil
      count = decidingCount
    }

    /// The chance of the right verdict.
    var chance: Double {
      guard let count else { return 0 }
      let binomial = Binomial(trials: size, probability: truth)
      return truth > plan.target ? binomial.atLeast(count) : binomial.cumulative(count)
    }

    mutating func advance() {
      size += 1
      guard plan.rule == .exact, let known = count else {
        count = decidingCount
        return
      }
      let binomial = Binomial(trials: size, probability: plan.target)
      if truth > plan.target {
        if binomial.atLeast(known) > plan.alpha { count = known + 1 }
      } else {
        if binomial.cumulative(known + 1) <= plan.alpha { count = known + 1 }
      }
    }

    private var decidingCount: Int? {
      let counts = plan.decidingCounts(of: size)
      return truth > plan.target ? counts.met : counts.missed
    }
  }
}
