import SurveyModel
import SurveyStatistics

/// Whether a verdict on a share survives the errors of keying.
///
/// With at most the share λ of the records wrong, in whatever way, a share p of the data comes from
/// a share of the papers between p - λ and p + λ (Horowitz and Manski 1995, "Identification and
/// robustness with contaminated and corrupted data", Econometrica 63, 281-302). A verdict with the
/// bounds L and U on the target T therefore stands if
///
///     met: L - λ ≥ T      not met: U + λ < T      λ = u k e
///
/// where e is the upper bound of the rate of wrong answers, k the number of answers that decide one
/// record, and u the share of the records that came from paper and were not verified.
package struct KeyingOutlook: Hashable, Sendable {
  /// The one-sided error of the bound on the rate.
  package static let alpha = 0.05

  /// The measured rate of wrong answers.
  package let rate: Double
  /// The rate that it is not above, with confidence 1 - ``alpha``.
  package let upperRate: Double
  /// The largest share of wrong records, λ.
  package let mostWrong: Double
  /// Whether the verdict stands.
  package let survives: Bool
  /// How many further forms would have to be verified for it to stand, if the rate stays.
  package let further: Int?

  /// Nil where the figure is no share or nothing was decided.
  init?(
    _ line: TargetAssessment.Line,
    of indicator: Indicator,
    threshold: Double,
    measured: KeyingMeasurement,
    isWhole: Bool
  ) {
    guard let answers = indicator.answersPerRecord else { return nil }
    let margin: Double
    switch line.verdict {
    case .met: margin = (line.decidingBound ?? threshold) - threshold
    case .notMet: margin = threshold - (line.decidingBound ?? threshold)
    case .undecided, .suppressed: return nil
    }
    // In a group, or with weights, those at risk may be all of the weight.
    let share = measured.shareAtRisk
    let atRisk = isWhole || share == 0 ? share : 1
    let factor = atRisk * Double(answers)
    rate = measured.rate.estimate.value
    upperRate = measured.rate.upperBound(alpha: Self.alpha)
    mostWrong = min(1, factor * upperRate)
    // Where nobody's error can be unseen, the verdict stands however near the bound is.
    survives = mostWrong == 0 || (line.verdict == .met ? mostWrong <= margin : mostWrong < margin)
    further =
      survives
      ? nil
      : min(
        measured.unverified,
        measured.rate.furtherForms(toReach: margin / factor, limit: measured.unverified)
      )
  }
}

extension Indicator {
  /// How many answers decide one record of a share; nil for other figures.
  fileprivate var answersPerRecord: Int? {
    switch kind {
    case .share, .allPositive, .anyPositive, .atLeast, .test: items.count
    case .mean, .index, .points, .netPromoter, .ratio, .countOfChoices: nil
    }
  }
}

extension KeyingErrorRate {
  /// How many further forms bring the upper bound down to `rate`, if the measured rate stays; `limit`
  /// where more would be needed or none would do.
  func furtherForms(toReach rate: Double, limit: Int) -> Int {
    guard rate > estimate.value, limit > 0, forms > 0 else { return max(0, limit) }
    func bound(_ additional: Int) -> Double {
      let growth = 1 + Double(additional) / Double(forms)
      let enlarged = Estimate(
        value: estimate.value,
        standardError: estimate.standardError / growth.squareRoot(),
        degreesOfFreedom: max(estimate.degreesOfFreedom, forms + additional - 1),
        sampleSize: Int((Double(fields) * growth).rounded()),
        weightedSize: Double(fields) * growth
      )
      return ProportionInterval.beta.upperBound(for: enlarged, alpha: KeyingOutlook.alpha) ?? 1
    }
    guard bound(limit) <= rate else { return limit }
    var (short, enough) = (0, limit)
    while enough - short > 1 {
      let middle = short + (enough - short) / 2
      if bound(middle) <= rate { enough = middle } else { short = middle }
    }
    return enough
  }
}
