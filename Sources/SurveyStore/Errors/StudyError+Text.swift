package import SurveyModel

extension StudyError: LocalizedMessage {
  /// Place, rule and repair.
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}

/// Names in quotes, in one line.
func quoted(_ names: [String]) -> String {
  names.map { "'\($0)'" }.joined(separator: ", ")
}
