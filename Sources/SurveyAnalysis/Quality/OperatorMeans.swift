import SurveyModel

/// One operator's mean far from that of the others.
///
/// Interviewers differ, by chance, by whom they meet and by what they do (Kish 1962, *Journal of the
/// American Statistical Association* 57: 92–115; West and Blom 2017, *Journal of Survey Statistics and
/// Methodology* 5: 175–211). Places are rarely given to operators at random, so a mean that is surely
/// another may be that of the place. It is told from a fifth of a standard deviation on ("small" by
/// Cohen 1988), at the rule's error over all operators and indicators (Holm).
enum OperatorMeans {
  /// Each indicator as one value for each interview; an index as the mean of its items.
  static func subjects(in data: Dataset) -> [OperatorComparison.Subject] {
    data.questionnaire.indicators.compactMap { indicator in
      let values: [Double]? =
        switch indicator.kind {
        case .share, .allPositive, .anyPositive, .atLeast, .test, .mean, .netPromoter:
          IndicatorScores.values(of: indicator, in: data)
        case .index(let index): IndexScores(index, in: data).personMeans
        case .points(let items, _): points(items, in: data)
        case .ratio, .countOfChoices: nil
        }
      return values.map { OperatorComparison.Subject(id: indicator.id, values: $0) }
    }
  }

  /// The sum of points, of those who answered all items.
  private static func points(_ items: [String], in data: Dataset) -> [Double] {
    var sums = Array(repeating: 0.0, count: data.count)
    for item in items {
      let column = IndicatorScores.points(of: item, in: data)
      for row in sums.indices { sums[row] += column[row] }
    }
    return sums
  }
}
