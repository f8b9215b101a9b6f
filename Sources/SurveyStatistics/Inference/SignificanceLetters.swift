/// Letters that say which groups differ: groups that share a letter do not.
///
/// All pairs of groups are compared by t tests that count the covariance of groups in the
/// same primary units, adjusted for their number, and the letters are made by inserting and
/// absorbing (Piepho 2004). The group with the largest mean has an `a`. Sharing a letter is
/// no proof of equality.
public struct SignificanceLetters: Hashable, Sendable {
  /// The comparison of two groups.
  public struct Pair: Hashable, Sendable {
    /// The group with the smaller number.
    public let first: Int
    /// The other group.
    public let second: Int
    /// Mean of the first minus mean of the second.
    public let difference: Double
    /// The standard error of the difference.
    public let standardError: Double
    /// Primary units - strata - 1, over the rows of both groups.
    public let degreesOfFreedom: Int
    /// The two-sided p value; nil when the difference cannot be tested.
    public let pValue: Double?
    /// The p value adjusted for the number of pairs.
    public let adjustedPValue: Double?
  }

  /// The mean of each group, nil without answers.
  public let means: [Double?]
  /// The letters of each group, empty without answers.
  public let letters: [String]
  /// All pairs of groups with answers.
  public let pairs: [Pair]
  /// Adjusted p values below this count as a difference.
  public let alpha: Double

  /// The most groups that can be compared.
  public static let mostGroups = 200

  /// Makes the letters for groups ordered from the largest mean to the smallest.
  ///
  /// `differs` holds the pairs of positions in that order. Returns the sets of positions
  /// that share a letter.
  static func sets(count: Int, differs: [(Int, Int)]) -> [[Int]] {
    guard count > 0 else { return [] }
    var sets: [Set<Int>] = [Set(0..<count)]
    for (i, j) in differs {
      var next: [Set<Int>] = []
      for set in sets {
        if set.contains(i), set.contains(j) {
          next.append(set.subtracting([i]))
          next.append(set.subtracting([j]))
        } else {
          next.append(set)
        }
      }
      // A set within another says nothing new.
      var kept: [Set<Int>] = []
      for set in next.sorted(by: { $0.count > $1.count })
      where !kept.contains(where: { set.isSubset(of: $0) }) {
        kept.append(set)
      }
      sets = kept
    }
    return sets.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// a to z, then a2 to z2 and so on.
  static func letter(_ index: Int) -> String {
    let round = index / 26
    let letter = Character(UnicodeScalar(UInt8(97 + index % 26)))
    return round == 0 ? String(letter) : "\(letter)\(round + 1)"
  }
}

extension SampleDesign {
  /// Compares the means or shares of all pairs of groups, and gives letters.
  ///
  /// - Parameters:
  ///   - values: The answers; 0 and 1 for shares.
  ///   - groups: At most ``SignificanceLetters/mostGroups`` of them.
  ///   - alpha: The chance of any false difference that is accepted.
  ///   - adjustment: How p values are adjusted, by default after Holm.
  /// - Returns: The letters, with all comparisons.
  /// - Throws: ``InferenceError/invalidLevel(_:)`` for an alpha outside 0...1,
  ///   ``InferenceError/tooFewGroups(_:)``, ``InferenceError/tooLarge(_:most:)`` and
  ///   what ``means(of:by:)`` throws. A pair without variance or degrees of freedom is
  ///   not tested, and counts as not different.
  public func significanceLetters(
    of values: [Double],
    by groups: Grouping,
    alpha: Double = 0.05,
    adjustment: ([Double?]) -> [Double?] = PValueAdjustment.holm
  ) throws -> SignificanceLetters {
    guard alpha > 0, alpha < 1 else { throw InferenceError.invalidLevel(alpha) }
    guard groups.count <= SignificanceLetters.mostGroups else {
      throw InferenceError.tooLarge(groups.count, most: SignificanceLetters.mostGroups)
    }
    try requireFinite(values)
    let sums = try sums(of: values, by: groups, centre: Self.centre(of: values))
    return try significanceLetters(
      of: try statistics(ofMeans: sums),
      alpha: alpha,
      adjustment: adjustment
    )
  }

  /// Compares the statistics of all pairs of groups, and gives letters; see
  /// ``significanceLetters(of:by:alpha:adjustment:)``.
  ///
  /// - Parameters:
  ///   - statistics: Statistics made with this design.
  ///   - groups: Those that are compared; all of them by default.
  ///   - alpha: The chance of any false difference that is accepted.
  ///   - adjustment: How p values are adjusted, by default after Holm.
  /// - Returns: The letters, with all comparisons.
  /// - Throws: What ``significanceLetters(of:by:alpha:adjustment:)`` throws.
  public func significanceLetters(
    of statistics: DomainStatistics,
    among groups: [Int]? = nil,
    alpha: Double = 0.05,
    adjustment: ([Double?]) -> [Double?] = PValueAdjustment.holm
  ) throws -> SignificanceLetters {
    guard alpha > 0, alpha < 1 else { throw InferenceError.invalidLevel(alpha) }
    let wanted = groups ?? Array(0..<statistics.count)
    let known = wanted.filter { statistics.influences[$0] != nil }.sorted()
    guard known.count <= SignificanceLetters.mostGroups else {
      throw InferenceError.tooLarge(known.count, most: SignificanceLetters.mostGroups)
    }
    guard known.count > 1 else { throw InferenceError.tooFewGroups(known.count) }
    let means = statistics.estimates.indices.map { group in
      known.contains(group) ? statistics.estimates[group]?.value : nil
    }
    let influences = known.map { statistics.influences[$0] }
    let covariances = try covariances(among: influences)

    var found: [(first: Int, second: Int, difference: Double, error: Double, df: Int)] = []
    for (i, first) in known.enumerated() {
      for (j, second) in known.enumerated().dropFirst(i + 1) {
        let sum = covariances[i][i] + covariances[j][j]
        let variance = sum - 2 * covariances[i][j]
        // What is left of a difference of nearly equal numbers is rounding.
        let error = variance > 1e-14 * sum ? variance.squareRoot() : variance.isNaN ? .nan : 0
        let difference = (means[first] ?? .nan) - (means[second] ?? .nan)
        guard let one = influences[i], let other = influences[j] else { continue }
        let counts = primaryCounts(of: one, other)
        let degrees = counts.units - counts.strata - 1
        found.append((first, second, difference, error, degrees))
      }
    }
    let raw = found.map { pair -> Double? in
      guard pair.df > 0, pair.error > 0 else { return nil }
      let t = pair.difference / pair.error
      return 2 * StudentT(degreesOfFreedom: Double(pair.df)).upperTail(t.magnitude)
    }
    let adjusted = adjustment(raw)
    guard adjusted.count == raw.count else {
      throw InferenceError.unequalCounts(adjusted.count, expected: raw.count)
    }
    let pairs = found.indices.map { index in
      SignificanceLetters.Pair(
        first: found[index].first,
        second: found[index].second,
        difference: found[index].difference,
        standardError: found[index].error,
        degreesOfFreedom: found[index].df,
        pValue: raw[index],
        adjustedPValue: adjusted[index]
      )
    }
    let order = known.sorted { (means[$1] ?? 0, $0) < (means[$0] ?? 0, $1) }
    var place = [Int](repeating: 0, count: statistics.count)
    for (position, group) in order.enumerated() { place[group] = position }
    let differs = pairs.filter { ($0.adjustedPValue ?? 1) < alpha }
      .map { (place[$0.first], place[$0.second]) }
    var letters = [String](repeating: "", count: statistics.count)
    for (index, set) in SignificanceLetters.sets(count: order.count, differs: differs).enumerated()
    {
      for position in set { letters[order[position]] += SignificanceLetters.letter(index) }
    }
    return SignificanceLetters(means: means, letters: letters, pairs: pairs, alpha: alpha)
  }
}
