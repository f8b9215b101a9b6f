import SurveyStatistics
import Testing

struct PresentationStandardTests {
  private func estimate(_ p: Double, _ se: Double, n: Int, df: Int) -> Estimate {
    Estimate(
      value: p,
      standardError: se,
      degreesOfFreedom: df,
      sampleSize: n,
      weightedSize: Double(n)
    )
  }

  @Test func `each rule of the standard decides`() {
    let standard = PresentationStandard.nchs2017
    #expect(standard.decision(for: estimate(0.8, 0.02, n: 400, df: 50)) == .present)
    #expect(
      standard.decision(for: estimate(0.8, 0.0743, n: 29, df: 28)) == .suppress(.smallSample)
    )
    #expect(
      standard.decision(for: estimate(0.8, 0.076, n: 90, df: 28)) == .suppress(.smallSample)
    )
    #expect(
      standard.decision(for: estimate(0.5, 0.0845, n: 35, df: 6)) == .suppress(.wideInterval)
    )
    #expect(
      standard.decision(for: estimate(0.1, 0.0316, n: 90, df: 40))
        == .suppress(.wideRelativeInterval)
    )
    #expect(standard.decision(for: estimate(0.9, 0.0316, n: 90, df: 40)) == .footnote)
    #expect(
      standard.decision(for: estimate(0.5, 0.0387, n: 200, df: 6))
        == .review([.fewDegreesOfFreedom], footnote: false)
    )
    #expect(
      standard.decision(for: estimate(1, 0, n: 500, df: 5))
        == .review([.fewDegreesOfFreedom, .noOrAllEvents], footnote: false)
    )
    #expect(
      standard.decision(for: estimate(0.5, 0.01, n: 500, df: 0)) == .suppress(.noInterval)
    )
  }

  @Test(.enabled(if: Reference.isPresent))
  func `decisions are those of the reference`() throws {
    let cases = try Reference.load("nchs_standard")["expected"].list
    #expect(cases.count == 23)
    for expected in cases {
      let estimate = estimate(
        try #require(expected["p"].number),
        try #require(expected["se"].number),
        n: try #require(expected["n"].int),
        df: try #require(expected["df"].int)
      )
      let interval = ProportionInterval.beta.interval(for: estimate)
      #expect(agrees(interval?.lower, expected["ci"].list[0].number))
      #expect(agrees(interval?.upper, expected["ci"].list[1].number))
      #expect(agrees(estimate.effectiveProportionSize, expected["n_eff"].number))
      var reviews: [PresentationStandard.ReviewReason] = []
      if expected["review_df"].flag { reviews.append(.fewDegreesOfFreedom) }
      if expected["review_zero_events"].flag { reviews.append(.noOrAllEvents) }
      let footnote = expected["footnote_complement"].flag
      let wanted: PresentationStandard.Decision =
        switch expected["reason"].string {
        case "n_or_neff_below_30": .suppress(.smallSample)
        case "abs_width_ge_30pts": .suppress(.wideInterval)
        case "rel_width_gt_130pct": .suppress(.wideRelativeInterval)
        default:
          reviews.isEmpty
            ? (footnote ? .footnote : .present) : .review(reviews, footnote: footnote)
        }
      #expect(PresentationStandard.nchs2017.decision(for: estimate) == wanted)
    }
  }
}
