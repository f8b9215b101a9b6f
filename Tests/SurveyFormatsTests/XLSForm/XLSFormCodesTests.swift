import Foundation
import Testing

@testable import SurveyFormats

@Suite("XLSForm: the page of codes")
struct XLSFormCodesTests {
  private var codes: [String] {
    XLSFormSheetFinding.Code.allCases.map(\.rawValue)
      + XLSFormRowFinding.Code.allCases.map(\.rawValue)
      + XLSFormNameFinding.Code.allCases.map(\.rawValue)
      + XLSFormChoiceFinding.Code.allCases.map(\.rawValue)
      + XLSFormParameterFinding.Code.allCases.map(\.rawValue)
      + XLSFormRangeFinding.Code.allCases.map(\.rawValue)
      + XLSFormSettingFinding.Code.allCases.map(\.rawValue)
      + XLSFormEntityFinding.Code.allCases.map(\.rawValue)
      + XLSFormModelFinding.Code.allCases.map(\.rawValue)
  }

  @Test func `every code is documented`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/SurveyModel/SurveyModel.docc/XLSForm.md"),
      encoding: .utf8
    )
    for code in codes { #expect(page.contains("| `\(code)` |"), "\(code)") }
  }

  @Test func `codes are in kebab case and used once`() {
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(code.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }, "\(code)")
    }
  }
}
