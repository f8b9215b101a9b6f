import Foundation
import Testing

/// Paper forms that are keyed twice, over a pipe.
@Suite struct VerifyCommandTests {
  private static let form = ["Tổ A", "45", "2"]

  private func enter(_ forms: [[String]], by code: String, in study: SmallStudy) throws {
    let lines = forms.map { ["1"] + $0 + [""] }.joined(separator: [""])
    let outcome = try study.run(
      "interview",
      SmallStudy.name,
      "--entry",
      "--plain",
      "--operator",
      code,
      input: lines.joined(separator: "\n") + "\n0\n"
    )
    try #require(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Ghi lên phiếu giấy: số 1."))
  }

  private func verify(
    _ lines: [String],
    _ options: String...,
    in study: SmallStudy
  ) throws -> Program.Outcome {
    let outcome = try Program.run(
      ["interview", SmallStudy.name, "--verify", "--plain", "--operator", "B2"] + options,
      in: study.folder,
      input: lines.joined(separator: "\n") + "\n"
    )
    return outcome
  }

  struct Operators: Decodable {
    struct Rate: Decodable {
      let `operator`: String?
      let forms: Int
      let fields: Int
      let errors: Int
      let interval: [Double]
    }
    struct Sitting: Decodable {
      let kind: String
      let `operator`: String
      let forms: Int
      let fields: Int
      let keyer_errors: Int
      let verifier_errors: Int
    }
    let keying_errors: [Rate]
    let sittings: [Sitting]
  }

  @Test func `a wrong answer is mended and counted against its keyer`() throws {
    let study = try SmallStudy()
    try enter([Self.form, ["Tổ B", "54", "1"]], by: "A1", in: study)
    // The second form says 45: keyed twice, it takes the place of 54. A slip is no error of A1.
    let lines = ["Tổ A", "45", "1", "2", "", "Tổ B", "45", "45", "1"]
    let outcome = try verify(lines, in: study)
    #expect(outcome.ended(0), outcome.summary)
    #expect(
      outcome.output.hasSuffix("Đã kiểm 2 phiếu, 6 câu: 1 lỗi người nhập, 1 lỗi người kiểm.\n")
    )
    let told = try study.run("operators", SmallStudy.name, "--format", "json")
    #expect(told.ended(0), told.summary)
    let operators = try JSONDecoder().decode(Operators.self, from: told.outputBytes)
    let rate = try #require(operators.keying_errors.first)
    #expect(rate.operator == "A1")
    #expect(rate.forms == 2)
    #expect(rate.fields == 6)
    #expect(rate.errors == 1)
    #expect(rate.interval[0] < 1.0 / 6 && rate.interval[1] > 1.0 / 6)
    #expect(operators.sittings.map(\.kind) == ["entry", "verify"])
    #expect(operators.sittings.map(\.operator) == ["A1", "B2"])
    let sitting = try #require(operators.sittings.last)
    #expect(sitting.forms == 2)
    #expect(sitting.fields == 6)
    #expect(sitting.keyer_errors == 1)
    #expect(sitting.verifier_errors == 1)
    let text = try study.run("operators", SmallStudy.name)
    #expect(text.output.contains("Lỗi của người nhập"))
    let why = try study.run("why", SmallStudy.name, "tuoi=45")
    #expect(why.output.contains("kiểm nhập"))
    let again = try verify([], in: study)
    #expect(again.output.contains("Không còn phiếu nào phải kiểm."))
  }

  @Test func `a share chooses the same forms each time`() throws {
    let study = try SmallStudy()
    try enter((0..<9).map { ["Tổ \($0)", "\(20 + $0)", "2"] }, by: "A1", in: study)
    let first = try verify([], "--share", "30%", "--seed", "5", in: study)
    #expect(first.ended(0), first.summary)
    #expect(first.errors.contains("Đợt này có 9 phiếu giấy"))
    #expect(first.errors.contains("lần này kiểm 3."))
    let same = try verify([], "--share", "30%", "--seed", "5", in: study)
    #expect(same.output == first.output)
    for problem in [
      ["--share", "120%"], ["--share", "0"], ["--entry"], ["--operator", "Tên Họ"],
    ] {
      let refused = try Program.run(
        ["interview", SmallStudy.name, "--verify"] + problem,
        in: study.folder
      )
      #expect(refused.ended(64), refused.summary)
    }
    let stray = try study.run("interview", SmallStudy.name, "--share", "10%")
    #expect(stray.ended(64), stray.summary)
  }

  @Test func `a verdict says whether it survives the errors that were found`() throws {
    let study = try SmallStudy(planned: true)
    let forms = (0..<40).map { ["Tổ \($0)", "\(20 + $0)", "2"] }
    try enter(forms, by: "A1", in: study)
    let before = try study.run("targets", SmallStudy.name)
    #expect(before.ended(0), before.summary)
    #expect(!before.output.contains("Sai sót nhập liệu"))
    let again = Array(forms.prefix(30).joined(separator: [""])) + ["0"]
    try #require(try verify(again, in: study).ended(0))
    let sure = try study.run("targets", SmallStudy.name)
    #expect(
      sure.output.contains("Sai sót nhập liệu đo được 0,00% số câu, nhiều nhất"),
      sure.summary
    )
    #expect(sure.output.contains("kết luận không đổi"))
    let english = try study.run("targets", SmallStudy.name, language: "en")
    #expect(english.output.contains("Keying errors were measured in 0.00% of the answers"))
    let json = try study.run("targets", SmallStudy.name, "--format", "json")
    #expect(json.output.contains("\"survives\""))
  }
}
