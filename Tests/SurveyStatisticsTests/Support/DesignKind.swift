import SurveyStatistics

/// The designs for which properties are tested.
enum DesignKind: CaseIterable, Sendable {
  case clusters
  /// Single-stage, with population sizes; the first stratum was sampled completely.
  case finite
  /// Clusters and houses, with population sizes.
  case twoStages
  case poststratified
  /// Two margins and a column, on clusters with population sizes.
  case calibrated
  /// Two stages, two adjustments.
  case adjustedTwice

  func design(_ survey: RandomSurvey, scale: Double = 1) throws -> SampleDesign {
    switch self {
    case .clusters: return try survey.design(scale: scale)
    case .finite: return try Self.sampled(survey, stages: 1, scale)
    case .twoStages: return try Self.sampled(survey, stages: 2, scale)
    case .poststratified:
      let margin = try Self.halves(survey)
      return try survey.design(scale: scale)
        .poststratified(by: margin.groups, to: margin.totals)
    case .calibrated:
      return try Self.sampled(survey, stages: 1, scale)
        .calibrated(
          to: [4.2 * 1000],
          columns: [survey.score.map { $0 + 1 }],
          margins: [Self.halves(survey)],
          allowsNegativeWeights: true
        )
    case .adjustedTwice:
      let margin = try Self.halves(survey)
      let strata = Set(survey.strata).count
      return try Self.sampled(survey, stages: 2, scale)
        .poststratified(by: margin.groups, to: margin.totals)
        .poststratified(
          by: Grouping(codes: survey.strata, count: strata),
          to: (0..<strata).map { 100 + 30 * Double($0) }
        )
    }
  }

  /// The sample before its weights were adjusted.
  func unadjusted(_ survey: RandomSurvey) throws -> SampleDesign {
    switch self {
    case .clusters, .poststratified: try survey.design()
    case .finite, .calibrated: try Self.sampled(survey, stages: 1, 1)
    case .twoStages, .adjustedTwice: try Self.sampled(survey, stages: 2, 1)
    }
  }

  private static func sampled(
    _ survey: RandomSurvey,
    stages: Int,
    _ scale: Double
  ) throws -> SampleDesign {
    var units: [Int: Set<Int>] = [:]
    for (stratum, cluster) in zip(survey.strata, survey.clusters) {
      units[stratum, default: []].insert(cluster)
    }
    let sizes = survey.strata.map { Double((units[$0]?.count ?? 0) + 5 * $0) }
    let houses = survey.clusters.map { Double(6 + $0 % 3) }
    return try SampleDesign(
      rows: survey.rows,
      weights: survey.weights.map { $0 * scale },
      strata: [survey.strata],
      clusters: Array([survey.clusters, survey.houses].prefix(stages)),
      fpc: Array([sizes, houses].prefix(stages)),
      lonelyPSU: .remove
    )
  }

  /// Halves by a property of rows that does not depend on their order.
  private static func halves(_ survey: RandomSurvey) throws -> Margin {
    let codes = survey.clusters.indices.map { row in
      survey.clusters[row] < 2 ? survey.clusters[row] : survey.houses[row] % 2
    }
    return Margin(try Grouping(codes: codes, count: 2), totals: [520, 480])
  }
}
