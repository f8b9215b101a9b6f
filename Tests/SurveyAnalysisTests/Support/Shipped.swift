import Foundation
import SurveyFormats
import SurveyModel
import Testing

/// The questionnaires and plans of the checkout.
enum Shipped {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

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
