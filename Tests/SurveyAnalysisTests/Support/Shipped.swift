import Foundation
import SurveyFormats
import SurveyModel
import Testing

/// The questionnaires and plans of the checkout.
enum Shipped {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folders of the questionnaires.
  static let questionnaires: [String] = {
    let folder = root.appendingPathComponent("Questionnaires")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { name in
      let file = folder.appendingPathComponent("\(name)/questionnaire.yaml")
      return FileManager.default.fileExists(atPath: file.path)
    }.sorted()
  }()

  static func questionnaire(_ id: String) throws -> Questionnaire {
    let file = root.appendingPathComponent("Questionnaires/\(id)/questionnaire.yaml")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try #require(YAMLQuestionnaireReader().read(text, file: "questionnaire").questionnaire)
  }

  static func plan(_ id: String) throws -> Plan {
    let file = root.appendingPathComponent("Data/plans/\(id).yaml")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return try #require(YAMLPlanReader().read(text, file: "plan").plan)
  }
}
