import Testing

@testable import SurveyReport

@Suite struct ReportManifestTests {
  private static let manifest = ReportManifest([
    .questionnaire: "sipas-2023", .wave: "Đợt 1 & 2 = 50%; --", .interviews: "556", .plan: "",
    .groups: "don_vi gioi_tinh",
  ])

  @Test func `a manifest is read back from any text around it`() {
    let line = Self.manifest.line
    #expect(line.allSatisfy { $0.isASCII && !$0.isWhitespace })
    for text in [
      line, "x\n\(line)\ny", "<meta content=\"\(MarkupEscaping.escape(line))\">",
      "\"manifest\": \"\(line)\"",
    ] {
      #expect(ReportManifest(in: Array(text.utf8)) == Self.manifest, "\(text)")
    }
    #expect(Self.manifest[.plan] == nil)
  }

  @Test func `what is no manifest is none`() {
    for text in [
      "", "thuocdo-report-1?", "thuocdo-report-1?wave=1", "thuocdo-report-2?questionnaire=a",
    ] {
      #expect(ReportManifest(in: Array(text.utf8)) == nil)
    }
  }

  @Test func `broken escapes do not trap`() {
    let manifest = ReportManifest(
      in: Array("thuocdo-report-1?questionnaire=a%&wave=%4&by=%zz".utf8)
    )
    #expect(manifest?[.questionnaire] == "a%")
    #expect(manifest?[.wave] == "%4")
    #expect(manifest?[.groups] == "%zz")
  }

  @Test func `differences are told by their keys`() {
    var other = Self.manifest
    other[.interviews] = "557"
    other[.data] = "00"
    #expect(Self.manifest.differences(from: other) == [.data, .interviews])
  }
}
