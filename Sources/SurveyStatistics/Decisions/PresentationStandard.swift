/// Rules on when a proportion may be published.
public enum PresentationStandard: String, Hashable, Sendable, CaseIterable {
  /// The standards of the US National Center for Health Statistics for proportions.
  ///
  /// Parker et al., Vital and Health Statistics 2(175), 2017, table on page 2.
  case nchs2017

  /// What may be done with a proportion.
  public enum Decision: Hashable, Sendable {
    /// It may be shown.
    case present
    /// It may be shown with a note that its complement may be unreliable.
    case footnote
    /// It must not be shown.
    case suppress(SuppressionReason)
    /// A statistician should look at it before it is shown.
    case review([ReviewReason], footnote: Bool)
  }

  /// Why a proportion must not be shown.
  public enum SuppressionReason: Hashable, Sendable {
    /// Fewer than 30 answers, or an effective sample size below 30.
    case smallSample
    /// The 95% interval is 30 points wide or wider.
    case wideInterval
    /// The 95% interval is wider than 130% of the proportion.
    case wideRelativeInterval
    /// There is no interval, because there are no degrees of freedom.
    case noInterval
  }

  /// Why a statistician should look at a proportion.
  public enum ReviewReason: Hashable, Sendable {
    /// Fewer than 8 degrees of freedom.
    case fewDegreesOfFreedom
    /// Nobody or everybody said yes.
    case noOrAllEvents
  }

  /// Judges a proportion by its size and its 95% Korn-Graubard interval.
  ///
  /// In this order: n or effective n below 30, suppress; width of .30 or more, suppress;
  /// width above .05 and above 130% of p, suppress; degrees of freedom below 8, or p = 0 or
  /// 1, review; width above .05 and above 130% of 1 - p, footnote. Not meant for a census.
  public func decision(for estimate: Estimate) -> Decision {
    let p = estimate.value
    // The slack forgives the rounding of p(1-p)/V.
    if estimate.sampleSize < 30 || estimate.effectiveProportionSize < 30 - 1e-9 {
      return .suppress(.smallSample)
    }
    guard let width = ProportionInterval.beta.interval(for: estimate)?.width else {
      return .suppress(.noInterval)
    }
    if width >= 0.30 { return .suppress(.wideInterval) }
    let isUnanimous = p == 0 || p == 1
    let isRelative = width > 0.05 && !isUnanimous
    if isRelative, width / p > 1.30 { return .suppress(.wideRelativeInterval) }
    let footnote = isRelative && width / (1 - p) > 1.30
    var reasons: [ReviewReason] = []
    if estimate.degreesOfFreedom < 8 { reasons.append(.fewDegreesOfFreedom) }
    if isUnanimous { reasons.append(.noOrAllEvents) }
    if !reasons.isEmpty { return .review(reasons, footnote: footnote) }
    return footnote ? .footnote : .present
  }
}
