import Foundation
import Testing

@testable import SurveyFormats

@Suite("YAML: the page of codes")
struct YAMLCodesTests {
  private var codes: [String] {
    YAMLSyntaxFinding.Code.allCases.map(\.rawValue) + StructureFinding.Code.allCases.map(\.rawValue)
      + ValueFinding.Code.allCases.map(\.rawValue) + VocabularyFinding.codes
      + LanguageFinding.Code.allCases.map(\.rawValue)
      + QuestionFinding.Code.allCases.map(\.rawValue)
      + TargetFinding.Code.allCases.map(\.rawValue) + MapFinding.Code.allCases.map(\.rawValue)
  }

  @Test func `every code of the readers is documented`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/SurveyModel/SurveyModel.docc/Diagnostics.md"),
      encoding: .utf8
    )
    for code in codes {
      #expect(page.contains("| `\(code)` |"), "\(code)")
    }
  }

  @Test func `codes are in kebab case and used once`() {
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(code.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }, "\(code)")
    }
  }
}
