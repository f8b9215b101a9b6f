import Foundation
import Testing

@testable import SurveyModel

@Suite("Checks: the page of codes")
struct DiagnosticCodesTests {
  @Test func `every code of the checks and of expressions is documented`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/SurveyModel/SurveyModel.docc/Diagnostics.md"),
      encoding: .utf8
    )
    let errors: [ExpressionError] = [
      .tooLong(length: 1, limit: 1), .empty, .tooDeep(limit: 1, offset: 0),
      .unexpectedCharacter("", offset: 0), .unterminatedString(offset: 0),
      .unterminatedReference(offset: 0), .emptyReference(offset: 0),
      .unexpectedToken("", offset: 0), .unexpectedEnd(offset: 0),
      .foreignOperator("", use: "", offset: 0), .unknownFunction("", suggestion: nil, offset: 0),
      .argumentCount(function: "", given: 0, accepted: 1...1, offset: 0),
      .argumentIsNoQuestion(function: "", offset: 0),
      .unknownName("", suggestion: nil, offset: 0), .bareName("", isQuestion: true, offset: 0),
      .invalidPattern("", .tooLarge, offset: 0), .invalidDate("", offset: 0),
      .invalidDateFormat("", offset: 0), .unsupported(.attribute, offset: 0),
    ]
    let codes =
      errors.map(\.code) + ["cycle"] + QuestionnaireFinding.Code.allCases.map(\.rawValue)
      + ExaminationFinding.Code.allCases.map(\.rawValue)
      + WordsFinding.Code.allCases.map(\.rawValue)
      + IndicatorFinding.Code.allCases.map(\.rawValue) + PlanFinding.Code.allCases.map(\.rawValue)
      + VersionMapFinding.Code.allCases.map(\.rawValue)
      + UnitFinding.Code.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(page.contains("| `\(code)` |"), "\(code)")
    }
  }
}
