package import SurveyModel

extension Question {
  /// Whether its answers say who the respondents are: closed, without a scale, and read by none of
  /// the indicators, whose questions are `measured`.
  package func isProfile(measured: Set<String>) -> Bool {
    guard case .selectOne(let list) = kind else { return false }
    return list.scale == nil && !measured.contains(id)
  }
}
