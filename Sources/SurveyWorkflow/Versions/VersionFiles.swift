import SurveyFormats
import SurveyModel

extension Workflow {
  /// Reads the map at `path` and refuses it when it does not lead from `old` to `new`.
  func versionMap(
    at path: String,
    from old: Questionnaire,
    to new: Questionnaire
  ) throws(WorkflowError) -> (map: VersionMap, text: String) {
    try attempt(path) {
      let text = try SourceFile(path: path).text()
      let (map, findings) = YAMLVersionMapReader().read(text, file: path)
      guard let map, !findings.containsErrors else {
        throw WorkflowError(FindingList(findings, wanted: .versionMap))
      }
      let wanted = (map.questionnaire, map.from, map.to)
      guard wanted == (new.id, old.version, new.version) else {
        throw WorkflowError(
          VersionProblem.otherMap(map, id: new.id, from: old.version, to: new.version),
          at: path
        )
      }
      let problems = map.check(from: old, to: new)
      guard problems.isEmpty else {
        throw WorkflowError(FindingList(problems, wanted: .versionMap))
      }
      return (map, text)
    }
  }
}
