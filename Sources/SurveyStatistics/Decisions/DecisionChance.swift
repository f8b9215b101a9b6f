/// The chance that a sample like a given one decides a target on the right side.
struct DecisionChance {
  private let estimate: Estimate
  private let target: Double
  private let method: ProportionInterval
  private let alpha: Double
  /// Independent answers per row.
  private let worth: Double

  /// Nil where no rule applies.
  init?(_ estimate: Estimate, target: Double, method: ProportionInterval, alpha: Double) {
    guard estimate.sampleSize > 0, estimate.degreesOfFreedom > 0, !estimate.isCensus,
      estimate.value.isFinite, estimate.standardError.isFinite, target.isFinite,
      alpha > 0, alpha < 0.5
    else { return nil }
    if method == .mean {
      guard estimate.standardError > 0 else { return nil }
    } else {
      guard estimate.value >= 0, estimate.value <= 1, target > 0, target < 1 else { return nil }
    }
    self.estimate = estimate
    self.target = target
    self.method = method
    self.alpha = alpha
    worth = estimate.effectiveProportionSize / Double(estimate.sampleSize)
  }

  /// The fewest further interviews, at most `limit`, after which the chance is at least `power`.
  func smallestAddition(power: Double, limit: Int) -> Int? {
    guard estimate.value != target else { return nil }
    return method == .mean
      ? additionForMean(power: power, limit: limit)
      : additionForShare(power: power, limit: limit)
  }

  /// The true value nearest to the target that the present sample decides with chance `power`.
  func detectable(power: Double, above: Bool) -> Double? {
    if method == .mean {
      guard let t = estimate.criticalValue(alpha: alpha) else { return nil }
      let distance = (t - NormalDistribution.quantile(1 - power)) * estimate.standardError
      return above ? target + distance : target - distance
    }
    let size = max(1, Int(estimate.effectiveProportionSize + 1e-9))
    let rows = estimate.sampleSize
    let start = Int((target * Double(size)).rounded())
    guard let edge = edge(size, rows: rows, above: above, from: start) else { return nil }
    // The chance rises as the true value leaves the target.
    func decides(_ rate: Double) -> Bool {
      probability(beyond: edge, of: size, rate: rate, above: above) >= power
    }
    guard decides(above ? 1 : 0) else { return nil }
    var (open, decided) = (target, above ? 1.0 : 0.0)
    for _ in 0..<60 {
      let middle = 0.5 * (open + decided)
      if decides(middle) { decided = middle } else { open = middle }
    }
    return decided
  }

  private func additionForMean(power: Double, limit: Int) -> Int? {
    func decides(_ addition: Int) -> Bool {
      let larger = estimate.enlarged(by: addition)
      guard let t = larger.criticalValue(alpha: alpha) else { return false }
      let distance = (estimate.value - target).magnitude / larger.standardError
      return NormalDistribution.cumulative(distance - t) >= power
    }
    guard decides(limit) else { return nil }
    if decides(0) { return 0 }
    var (open, decided) = (0, limit)
    while decided - open > 1 {
      let middle = open + (decided - open) / 2
      if decides(middle) { decided = middle } else { open = middle }
    }
    return decided
  }

  /// Sizes are tried in turn, because the chances rise in saw teeth.
  private func additionForShare(power: Double, limit: Int) -> Int? {
    let p = estimate.value
    let above = p > target
    let rows = Double(estimate.sampleSize)
    let present = max(1, Int(rows * worth + 1e-9))
    let last = Int((rows + Double(limit)) * worth)
    // The normal approximation says where it is worth to begin.
    let quantile = -NormalDistribution.quantile(alpha)
    let spread =
      quantile * (target * (1 - target)).squareRoot()
      - NormalDistribution.quantile(1 - power) * (p * (1 - p)).squareRoot()
    let about = spread / (p - target) * (spread / (p - target))
    guard about.isFinite, about * 0.6 < Double(last) else { return nil }
    var size = max(present, Int(about * 0.6) - 20)
    var edge = Int((target * Double(size)).rounded())
    while size <= last {
      let needed = max(estimate.sampleSize, Int((Double(size) / worth - 1e-9).rounded(.up)))
      if let found = self.edge(size, rows: needed, above: above, from: edge) {
        edge = found
        if probability(beyond: found, of: size, rate: p, above: above) >= power {
          return min(limit, needed - estimate.sampleSize)
        }
      }
      size += 1
    }
    return nil
  }

  /// The smallest count that is called met, or the largest that is called missed.
  private func edge(_ size: Int, rows: Int, above: Bool, from start: Int) -> Int? {
    let growth = Double(rows) / Double(estimate.sampleSize)
    let degrees = Int(Double(estimate.degreesOfFreedom) * growth)
    func decides(_ count: Int) -> Bool {
      guard (0...size).contains(count) else { return false }
      let share = Double(count) / Double(size)
      let sample = Estimate(
        value: share,
        standardError: (share * (1 - share) / Double(size)).squareRoot(),
        degreesOfFreedom: max(1, degrees),
        // All alike are worth no more than the answers that are independent.
        sampleSize: count == 0 || count == size ? size : max(2, rows),
        weightedSize: estimate.weightedSize
      )
      return above
        ? (method.lowerBound(for: sample, alpha: alpha) ?? -1) >= target
        : (method.upperBound(for: sample, alpha: alpha) ?? 2) < target
    }
    let outward = above ? 1 : -1
    var count = min(max(start, 0), size)
    while (0...size).contains(count), !decides(count) { count += outward }
    guard (0...size).contains(count) else { return nil }
    while decides(count - outward) { count -= outward }
    return count
  }

  private func probability(beyond edge: Int, of size: Int, rate: Double, above: Bool) -> Double {
    if rate <= 0 { return !above || edge <= 0 ? 1 : 0 }
    if rate >= 1 { return above || edge >= size ? 1 : 0 }
    let binomial = Binomial(trials: size, probability: rate)
    return above ? binomial.atLeast(edge) : binomial.cumulative(edge)
  }
}
