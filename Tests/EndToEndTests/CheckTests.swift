import Foundation
import Testing

@Suite struct CheckTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `a good questionnaire has nothing to mend`() throws {
    try folder.write("phieu.yaml", SmallStudy.questionnaire)
    let outcome = try Program.run(["check", "phieu.yaml"], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    #expect(
      outcome.output == """
        phieu.yaml: không có điều gì phải sửa
        phieu.yaml: khảo sát: đã chứng minh 1 · bác bỏ 0 · chưa xác định 0

        """
    )
    #expect(outcome.errors.isEmpty)
  }

  @Test func `warnings alone exit with 0`() throws {
    let text = SmallStudy.questionnaire.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("consent:") }.joined(separator: "\n")
    try folder.write("phieu.yaml", text)
    let outcome = try Program.run(["check", "phieu.yaml"], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("phieu.yaml:1:1: cảnh báo:"))
  }

  @Test func `errors exit with 1 and name place and code`() throws {
    let text = SmallStudy.questionnaire.replacing("scale: muc-2", with: "scale: muc-3")
    try folder.write("phieu.yaml", text)
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("muc-3") }
    )
    let outcome = try Program.run(["check", "phieu.yaml"], in: folder)
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("phieu.yaml:\(line + 1):"))
    #expect(outcome.output.contains("lỗi:"))
    let english = try Program.run(["check", "phieu.yaml", "--lang", "en"], in: folder)
    #expect(english.ended(1))
    #expect(english.output.contains("error:"))
  }

  @Test func `a plan is held against the questionnaires beside it`() throws {
    try folder.write("phieu.yaml", SmallStudy.questionnaire)
    try folder.write("ke-hoach.yaml", SmallStudy.plan)
    let good = try Program.run(["check", "ke-hoach.yaml", "phieu.yaml"], in: folder)
    #expect(good.ended(0), good.summary)
    try folder.write("ke-hoach.yaml", SmallStudy.plan.replacing("hai_long\n", with: "hai_lng\n"))
    let bad = try Program.run(["check", "ke-hoach.yaml", "phieu.yaml"], in: folder)
    #expect(bad.ended(1), bad.summary)
    #expect(bad.output.contains("'hai_lng'"))
    #expect(bad.output.contains("'hai_long'"))
  }

  @Test func `what ships has no errors`() throws {
    let files = FileManager.default
    let questionnaires = Program.checkout.appendingPathComponent("Questionnaires")
    let plans = Program.checkout.appendingPathComponent("Data/plans")
    let paths =
      try files.contentsOfDirectory(atPath: questionnaires.path).sorted()
      .map { "\(questionnaires.path)/\($0)/questionnaire.yaml" }
      .filter { files.fileExists(atPath: $0) }
      + files.contentsOfDirectory(atPath: plans.path).sorted().filter { $0.hasSuffix(".yaml") }
      .map { "\(plans.path)/\($0)" }
    #expect(paths.count >= 9)
    let outcome = try Program.run(["check"] + paths + ["--budget", "60"], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    let examined = outcome.output.split(separator: "\n").filter { $0.contains(": khảo sát: ") }
    #expect(examined.count == Program.shipped.count)
    #expect(examined.allSatisfy { $0.hasSuffix("bác bỏ 0 · chưa xác định 0") }, outcome.summary)
    #expect(!outcome.output.contains("[label-") && !outcome.output.contains("[scale-"))
  }
}
