package import SurveyModel
package import SurveyStatistics

/// The interviews that a report compares its own with.
package struct EarlierWave: Sendable {
  /// What tells it from every other wave or period.
  package let key: String
  /// How the wave or the period is called.
  package let label: String
  /// Its interviews, read as the same version of the same questionnaire.
  package let data: Dataset

  /// Names interviews; without a key, by what they are called.
  package init(key: String? = nil, label: String, data: Dataset) {
    self.key = key ?? label
    self.label = label
    self.data = data
  }
}

/// Why two waves cannot be compared.
package enum WaveComparisonError: Error, Sendable {
  /// The design of the earlier wave cannot be built.
  case earlier(StudyDesignError)
  /// What was asked for in the two waves does not fit.
  case waves(WaveError)
}

extension WaveComparisonError: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    let reason =
      switch self {
      case .earlier(let error): error.text(in: language)
      case .waves(let error): error.text(language == .vietnamese ? .vietnamese : .english)
      }
    return language.choose(
      "không so sánh được với kỳ trước: \(reason)",
      "cannot be compared with the wave before: \(reason)"
    )
  }
}
