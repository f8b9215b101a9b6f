/// What a rank is turned into before groups are compared.
public enum RankScore: String, Hashable, Sendable, CaseIterable {
  /// The rank itself, as a share (Wilcoxon; Kruskal and Wallis for more groups).
  case wilcoxon
  /// The normal quantile of the rank (van der Waerden).
  case normal
  /// Whether the rank is in the upper half (Mood).
  case median

  func score(_ share: Double) -> Double {
    switch self {
    case .wilcoxon: share
    case .normal: NormalDistribution.quantile(share)
    case .median: share > 0.5 + 1e-12 ? 1 : 0
    }
  }
}

/// A rank test under the design.
public struct RankTest: Hashable, Sendable {
  /// The mean score of each group, nil for groups without rows.
  public let meanScores: [Double?]
  /// The F test that all groups have the same mean score.
  public let test: WaldTest
  /// The difference of the mean scores, second group minus first, when there are two.
  public let difference: TTest?
  /// The number of analysed rows.
  public let sampleSize: Int
}

extension SampleDesign {
  /// Tests whether the values of groups tend to be larger in some of them.
  ///
  /// Lumley and Scott (2013): estimated population ranks are compared by a regression on
  /// the groups. The rank of a value is the weight below it plus half the weight of the
  /// same value, as a share of all weight. R's `svyranktest` averages tied ranks without
  /// weights, so that with ties and unequal weights its result depends on the order of the
  /// rows; this one does not.
  ///
  /// The F test has groups - 1 and primary units - strata - (groups - 1) degrees of freedom;
  /// with two groups it is the square of the t test in ``RankTest/difference``.
  ///
  /// - Throws: ``InferenceError/tooFewGroups(_:)``, ``InferenceError/singularCovariance``,
  ///   ``InferenceError/noDegreesOfFreedom(_:)``, ``InferenceError/noVariance``, and
  ///   ``SampleDesignError``.
  public func rankTest(
    of values: [Double],
    by groups: Grouping,
    scores: RankScore = .wilcoxon
  ) throws -> RankTest {
    try check(values, groups)
    let analysed = try analysedRows([values], in: groups.codes.map { $0 >= 0 })
    let occupied = Set(analysed.map { groups.codes[$0] }).sorted()
    guard occupied.count > 1 else { throw InferenceError.tooFewGroups(occupied.count) }
    let ranks = midranks(of: values, analysed)
    var column = [Double](repeating: .nan, count: rows)
    for (position, row) in analysed.enumerated() { column[row] = scores.score(ranks[position]) }
    var predictors: [Predictor] = []
    for group in occupied.dropFirst() {
      predictors.append(
        Predictor(name: String(group), values: groups.codes.map { $0 == group ? 1 : 0 })
      )
    }
    let model = try linearRegression(of: column, on: predictors, in: mask(analysed))
    var means = [Double?](repeating: nil, count: groups.count)
    let base = model.coefficients[0].value
    for (position, group) in occupied.enumerated() {
      means[group] = position == 0 ? base : base + model.coefficients[position].value
    }
    var difference: TTest?
    if occupied.count == 2 {
      difference = try TTest(
        value: model.coefficients[1].value,
        standardError: model.coefficients[1].standardError,
        degreesOfFreedom: model.degreesOfFreedom,
        sampleSize: model.sampleSize
      )
    }
    return RankTest(
      meanScores: means,
      test: try model.waldTest(of: Array(1..<occupied.count)),
      difference: difference,
      sampleSize: model.sampleSize
    )
  }

  /// The weighted mid-rank of each analysed row, between 0 and 1.
  private func midranks(of values: [Double], _ analysed: [Int]) -> [Double] {
    let order = analysed.indices.sorted { values[analysed[$0]] < values[analysed[$1]] }
    let whole = CompensatedSum.of(analysed.lazy.map { weights[$0] })
    var ranks = [Double](repeating: 0, count: analysed.count)
    var below = CompensatedSum()
    var start = 0
    while start < order.count {
      let value = values[analysed[order[start]]]
      var end = start
      var tied = CompensatedSum()
      while end < order.count, values[analysed[order[end]]] == value {
        tied.add(weights[analysed[order[end]]])
        end += 1
      }
      for position in start..<end {
        ranks[order[position]] = (below.value + tied.value / 2) / whole
      }
      below.add(tied.value)
      start = end
    }
    return ranks
  }
}
