import RealModule

/// The ranks that several groups may have, all with one confidence.
///
/// All pairs are compared at once, with the covariance of groups that share primary units and
/// Holm's (1979) correction. The best rank of a group is one more than the groups surely above it,
/// its last rank leaves room for those surely below: with confidence 1 - α all true ranks are
/// within their intervals (Mohamad, van Zwet, Solari and Goeman 2019). Rank 1 is the largest.
public struct RankIntervals: Hashable, Sendable {
  /// The best and the last rank of each group; nil for a group without an estimate.
  public let ranks: [ClosedRange<Int>?]
  /// For each group those that are surely below it.
  public let below: [[Int]]

  /// Ranks groups by their estimates and the covariances among them.
  ///
  /// A sample in which all agree has a variance of 0 that is no certainty: that of p̃(1-p̃)/(n+2)
  /// with p̃ = (np+1)/(n+2) stands for it (Agresti and Caffo 2000) when `isProportion`.
  ///
  /// - Returns: nil unless the matrix is as large as the list.
  public init?(
    _ estimates: [Estimate?],
    covariances: [[Double]],
    alpha: Double = 0.05,
    isProportion: Bool = true
  ) {
    let count = estimates.count
    guard covariances.count == count, covariances.allSatisfy({ $0.count == count }) else {
      return nil
    }
    let variances = estimates.indices.map { index -> Double in
      guard let estimate = estimates[index] else { return .nan }
      let variance = covariances[index][index]
      guard variance <= 0, !estimate.isCensus, isProportion else { return variance }
      let size = Double(estimate.sampleSize)
      let middle = (size * estimate.value + 1) / (size + 2)
      return middle * (1 - middle) / (size + 2)
    }
    let pairs = estimates.indices.flatMap { i in (0..<i).map { (i, $0) } }
    let values = pairs.map { i, j -> Double? in
      guard let one = estimates[i], let other = estimates[j] else { return nil }
      let difference = (one.value - other.value).magnitude
      if one.isCensus, other.isCensus { return difference > 1e-12 ? 0 : 1 }
      let degrees = min(
        one.isCensus ? .max : one.degreesOfFreedom,
        other.isCensus ? .max : other.degreesOfFreedom
      )
      let variance = variances[i] + variances[j] - 2 * covariances[i][j]
      guard variance > 0, variance.isFinite, degrees > 0 else { return 1 }
      let t = difference / variance.squareRoot()
      return min(1, 2 * StudentT(degreesOfFreedom: Double(degrees)).upperTail(t))
    }
    let adjusted = PValueAdjustment.holm(values)
    var below = [[Int]](repeating: [], count: count)
    for ((i, j), p) in zip(pairs, adjusted) {
      guard let p, p <= alpha, let one = estimates[i], let other = estimates[j] else { continue }
      if one.value > other.value { below[i].append(j) } else { below[j].append(i) }
    }
    self.below = below.map { $0.sorted() }
    let ranked = estimates.count { $0 != nil }
    ranks = estimates.indices.map { index in
      guard estimates[index] != nil else { return nil }
      let above = below.count { $0.contains(index) }
      return 1 + above...max(1 + above, ranked - below[index].count)
    }
  }
}
