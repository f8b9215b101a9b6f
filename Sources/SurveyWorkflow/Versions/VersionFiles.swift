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

/// Why versions cannot be compared or brought together.
enum VersionProblem: LocalizedMessage {
  case otherQuestionnaire(String, String)
  case otherMap(VersionMap, id: String, from: String, to: String)

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.otherQuestionnaire(let one, let other), .vietnamese):
      "'\(one)' và '\(other)' là hai phiếu khác nhau, không phải hai phiên bản của một phiếu; "
        + "xem lại mã ở khóa 'questionnaire'"
    case (.otherQuestionnaire(let one, let other), .english):
      "'\(one)' and '\(other)' are two questionnaires, not two versions of one; "
        + "check the key 'questionnaire'"
    case (.otherMap(let map, let id, let from, let to), .vietnamese):
      "bản đồ này từ '\(map.questionnaire)' bản '\(map.from)' sang bản '\(map.to)'; "
        + "cần bản đồ từ '\(id)' bản '\(from)' sang bản '\(to)'"
    case (.otherMap(let map, let id, let from, let to), .english):
      "this map leads from '\(map.questionnaire)' version '\(map.from)' to '\(map.to)'; "
        + "needed is one from '\(id)' version '\(from)' to '\(to)'"
    }
  }
}
