import SurveyModel
import SurveyStatistics

extension IndicatorEstimator {
  /// The statistics of an indicator with the influence of each interview; `nil` for options.
  func linearised(
    _ indicator: Indicator,
    by groups: Grouping?
  ) throws(SampleDesignError) -> LinearisedStatistics? {
    switch indicator.kind {
    case .index(let index):
      return try scores(of: index)
        .linearised(index.parts.flatMap(\.elements), design: design, by: groups)
    case .points(let items, _):
      return try design.linearisedCombination(
        of: items.map { IndicatorScores.points(of: $0, in: data) },
        coefficients: items.map { _ in 1 },
        by: groups
      )
    case .ratio(let numerator, let denominator):
      return try design.linearisedRatios(
        of: IndicatorScores.numbers(of: numerator, in: data),
        to: IndicatorScores.numbers(of: denominator, in: data),
        by: groups
      )
    case .countOfChoices:
      return nil
    case .share, .allPositive, .anyPositive, .atLeast, .test, .mean, .netPromoter:
      let values = IndicatorScores.values(of: indicator, in: data) ?? []
      return try design.linearisedMeans(of: values, by: groups)
    }
  }
}
