package import SurveyModel
package import SurveyStatistics

/// The scale on which an indicator is read.
package enum IndicatorUnit: Hashable, Sendable {
  /// 0...1, shown as a percentage.
  case share
  /// 0...100, shown with two decimals.
  case index
  /// In the unit of the question.
  case number
  /// 0...`maximum` points.
  case points(maximum: Double)
}

/// An indicator with its estimates.
package struct IndicatorResult: Sendable {
  /// What else the kind of the indicator has to show.
  package enum Detail: Sendable {
    case none
    /// The tree of an index: whole, parts, elements, items.
    case index(IndexResult)
    /// The mean points of each item.
    case points(items: [(question: Question, estimate: Estimate?)])
    /// The share of each option.
    case choices([(choice: Choice, estimates: DomainEstimates)])
  }

  /// The indicator.
  package let indicator: Indicator
  /// The scale on which it is read.
  package let unit: IndicatorUnit
  /// Overall and by group.
  package internal(set) var estimates: DomainEstimates
  /// What else there is.
  package let detail: Detail
}
