import Foundation
import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: the files that are shipped")
struct YAMLShippedFilesTests {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func files(under folder: String, named isWanted: (String) -> Bool) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
    return (paths?.allObjects ?? []).compactMap { $0 as? String }
      .filter(isWanted).sorted().map { "\(folder)/\($0)" }
  }

  private static let questionnaires = files(under: "Questionnaires") {
    $0.hasSuffix("questionnaire.yaml")
  }
  private static let plans =
    files(under: "Data/plans") { $0.hasSuffix(".yaml") }
    + files(under: "Data/demo") { $0.hasSuffix(".yaml") }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func `there are questionnaires and plans`() {
    #expect(Self.questionnaires.count >= 4)
    #expect(Self.plans.count >= 5)
  }

  @Test(arguments: questionnaires) func `questionnaires have no findings`(_ path: String) throws {
    let read = YAMLQuestionnaireReader().read(try Self.text(path), file: path)
    let all = read.diagnostics + (read.questionnaire?.check() ?? [])
    #expect(read.questionnaire != nil)
    #expect(all.map { $0.text(in: .english) } == [])
  }

  @Test(arguments: plans) func `plans have no findings`(_ path: String) throws {
    let questionnaires = try Self.questionnaires.compactMap {
      YAMLQuestionnaireReader().read(try Self.text($0), file: $0).questionnaire
    }
    let read = YAMLPlanReader().read(try Self.text(path), file: path)
    let all = read.diagnostics + (read.plan?.check(against: questionnaires) ?? [])
    #expect(read.plan != nil)
    #expect(all.map { $0.text(in: .english) } == [])
  }
}
