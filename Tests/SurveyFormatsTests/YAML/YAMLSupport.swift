import SurveyFormats
import SurveyModel

/// What the reader says about a questionnaire: `code@line:column`, in the order of the file.
func findings(_ yaml: String) -> [String] {
  YAMLQuestionnaireReader().read(yaml, file: "q.yaml").diagnostics.map(\.place)
}

/// What the reader says about a plan.
func planFindings(_ yaml: String) -> [String] {
  YAMLPlanReader().read(yaml, file: "p.yaml").diagnostics.map(\.place)
}

/// Both wordings of all findings about a questionnaire.
func texts(_ yaml: String) -> (vietnamese: [String], english: [String]) {
  let diagnostics = YAMLQuestionnaireReader().read(yaml, file: "q.yaml").diagnostics
  return (diagnostics.map { $0.text(in: .vietnamese) }, diagnostics.map { $0.text(in: .english) })
}

extension Diagnostic {
  /// `code@line:column`.
  var place: String { "\(code)@\(location.line):\(location.column)" }
}

/// A questionnaire whose only language is Vietnamese, around `questions` (from line 8).
func form(_ questions: String, extra: String = "") -> String {
  """
  questionnaire: q
  version: "1"
  languages: [vi]
  title: {vi: T}
  sections:
    - id: s
      title: {vi: S}
      questions:
  \(questions)
  \(extra)
  """
}

/// The place of a finding; Swift Testing has a type of the same name.
typealias Place = SurveyModel.SourceLocation
