import Foundation
import Testing

/// `count` from outside: the year 2024 is over on every clock.
@Suite struct CountTests {
  private let folder: Folder
  private let study = "xa.thuocdo"

  init() throws {
    folder = try Folder()
    try folder.write("phieu.yaml", SmallStudy.questionnaire)
    try folder.write("ke-hoach.yaml", Self.plan)
    let made = try run("new", study, "--questionnaire", "phieu.yaml", "--plan", "ke-hoach.yaml")
    try #require(made.ended(0), made.summary)
  }

  private func run(
    _ arguments: String...,
    input: String = "",
    language: String = "vi"
  ) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, input: input, language: language)
  }

  private func enter(_ name: String, _ value: String, _ span: String...) throws -> Program.Outcome {
    try Program.run(
      ["count", study, name, value] + span + ["--evidence", "Báo cáo 12/BC-UBND"],
      in: folder,
      language: "vi"
    )
  }

  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: outcome.outputBytes) as? [String: Any]
    )
  }

  @Test func `a study without interviews has verdicts on its counts`() throws {
    let before = try run("targets", study)
    #expect(before.ended(2), before.summary)
    for outcome in [
      try enter("can_bo", "45", "--on", "31/12/2024"),
      try enter("da_hoc", "45", "--on", "2024-12-31"),
      try enter("tin_bai", "2", "--quarter", "1/2024"),
      try enter("tin_bai", "1", "--quarter", "2024-Q2"),
    ] { #expect(outcome.ended(0), outcome.summary) }
    let open = try run("targets", study)
    #expect(open.ended(0), open.summary)
    #expect(open.output.contains("45/45 = 100%"))
    #expect(open.output.contains("sai số chọn mẫu"))
    #expect(open.output.contains("Báo cáo 12/BC-UBND"))
    #expect(open.output.contains("Thiếu số liệu: quý III, quý IV năm 2024."), open.summary)
    #expect(open.output.contains("trả lời bằng phiếu “phieu-thu”; chưa có phiếu nào"))
    #expect(try run("targets", study, "--strict").ended(0))
    #expect(try enter("tin_bai", "0", "--quarter", "quý III/2024").ended(0))
    let failed = try run("targets", study, "--strict", language: "en")
    #expect(failed.ended(1), failed.summary)
    #expect(failed.output.contains("Not met: quarter III of 2024."))
    let answer = try json(try run("targets", study, "--format", "json"))
    let blocks = try #require(answer["blocks"] as? [[String: Any]])
    let evidence = blocks.compactMap { $0["evidence"] as? [String: Any] }
    #expect(evidence.map { $0["samplingError"] as? Bool } == [false, false])
    #expect(evidence[1]["missing"] as? [String] == ["2024-Q4"])
    let quarter = try run("targets", study, "--period", "2024-Q2", "--strict")
    #expect(quarter.ended(0), quarter.summary)
    #expect(quarter.output.contains("Mỗi quý một tin: 1, chỉ tiêu 1 mỗi quý."), quarter.summary)
    #expect(quarter.output.contains("từ 01/04/2024 đến 30/06/2024"))
    let later = try run("targets", study, "--period", "2025-Q1")
    #expect(later.output.contains("từ 01/01/2024 đến 31/12/2024"), later.summary)
    let page = try run("targets", study, "--format", "html")
    #expect(page.output.contains("45/45 = 100%"))
  }

  @Test func `counts stand beside a survey, once, in targets and in report`() throws {
    #expect(try run("import", study, "-", input: SmallStudy.goodRows).ended(0))
    #expect(try enter("can_bo", "45", "--year", "2024").ended(0))
    #expect(try enter("da_hoc", "44", "--year", "2024").ended(0))
    for command in ["targets", "report"] {
      let outcome = try run(command, study)
      #expect(outcome.ended(0), outcome.summary)
      #expect(outcome.output.components(separatedBy: "44/45 = 97,78%").count == 2, outcome.summary)
      #expect(outcome.output.contains("Mỗi quý một tin: chỉ tiêu theo số liệu hành chính"))
    }
    #expect(try run("targets", study, "--strict").ended(1))
  }

  @Test func `the list says what is needed, entered and missing`() throws {
    let empty = try run("count", study)
    #expect(empty.ended(0), empty.summary)
    for name in ["da_hoc", "can_bo", "tin_bai"] { #expect(empty.output.contains(name)) }
    #expect(empty.output.contains("quý I – quý IV năm 2024"))
    #expect(try enter("tin_bai", "2", "--quarter", "1/2024").ended(0))
    let list = try json(try run("count", study, "--format", "json"))
    let counts = try #require(list["counts"] as? [[String: Any]])
    #expect(counts.map { $0["name"] as? String } == ["da_hoc", "can_bo", "tin_bai"])
    #expect(counts[0]["missing"] as? [String] == ["2024"])
    #expect(counts[2]["missing"] as? [String] == ["2024-Q2", "2024-Q3", "2024-Q4"])
    #expect((counts[2]["entered"] as? [[String: Any]])?.first?["value"] as? Int == 2)
  }

  @Test(
    arguments: [
      ("tin_bia", "1", ["--quarter", "1/2024"], "có phải là 'tin_bai'?"),
      (
        "tin_bai", "1.000", ["--quarter", "1/2024"],
        "hàng nghìn hoặc số lẻ; viết liền không dấu, ví dụ 1000"
      ),
      ("tin_bai", "1,000", ["--quarter", "1/2024"], "hàng nghìn hoặc số lẻ"),
      ("tin_bai", "1.5", ["--quarter", "1/2024"], "không phải số nguyên"),
      ("tin_bai", "1", ["--on", "01/01/2999"], "chưa tới"),
      ("tin_bai", "1", [], "chưa ghi ngày hoặc kỳ"),
      ("tin_bai", "1", ["--quarter", "1/2024", "--year", "2024"], "nhiều ngày, kỳ cùng lúc"),
    ]
  )
  func `what cannot be understood is refused, and nothing is written`(
    name: String,
    value: String,
    span: [String],
    repair: String
  ) throws {
    let outcome = try Program.run(
      ["count", study, name, value] + span + ["--evidence", "x"],
      in: folder,
      language: "vi"
    )
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains(repair), outcome.summary)
    let history = try run("count", study, "--history")
    #expect(history.output.contains("Chưa nhập số liệu nào"), history.summary)
  }

  @Test func `negative numbers, more than all and missing evidence are refused`() throws {
    let negative = try run(
      "count",
      study,
      "--quarter",
      "1/2024",
      "--evidence",
      "x",
      "--",
      "tin_bai",
      "-1"
    )
    #expect(negative.ended(2), negative.summary)
    #expect(negative.errors.contains("số đếm nhỏ nhất là 0"), negative.summary)
    let bare = try run("count", study, "tin_bai", "1", "--quarter", "1/2024")
    #expect(bare.ended(2), bare.summary)
    #expect(bare.errors.contains("chưa ghi căn cứ"), bare.summary)
    #expect(try enter("can_bo", "45", "--year", "2024").ended(0))
    let more = try enter("da_hoc", "46", "--year", "2024")
    #expect(more.ended(2), more.summary)
    #expect(more.errors.contains("'da_hoc' = 46 lớn hơn 'can_bo' = 45"), more.summary)
  }

  @Test(
    arguments: [
      ["count", "xa.thuocdo", "tin_bai", "1", "--month", "quý 1/2024", "--evidence", "x"],
      ["count", "xa.thuocdo", "--month", "1/2024"], ["count", "xa.thuocdo", "--withdraw"],
      ["count", "xa.thuocdo", "tin_bai", "--why", "x"], ["count", "xa.thuocdo", "--dry-run"],
      ["count", "xa.thuocdo", "--import", "a.csv", "--template", "b.csv"],
      ["count", "xa.thuocdo", "tin_bai", "1", "--history"],
      ["count", "xa.thuocdo", "--format", "pdf"],
    ]
  )
  func `options that mean nothing together are told`(arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: folder, language: "vi")
    #expect(outcome.ended(64), outcome.summary)
  }

  @Test func `corrections and withdrawals are kept in the record`() throws {
    #expect(try enter("tin_bai", "1", "--quarter", "1/2024").ended(0))
    let corrected = try enter("tin_bai", "4", "--quarter", "1/2024")
    #expect(corrected.output.contains("thay cho 1"), corrected.summary)
    let withdrawn = try run(
      "count",
      study,
      "tin_bai",
      "--withdraw",
      "--quarter",
      "1/2024",
      "--why",
      "Nhầm phiếu",
      "--operator",
      "B2"
    )
    #expect(withdrawn.ended(0), withdrawn.summary)
    let history = try json(try run("count", study, "tin_bai", "--history", "--format", "json"))
    let entries = try #require(history["entries"] as? [[String: Any]])
    #expect(entries.map { $0["value"] as? Int } == [1, 4, nil])
    #expect(entries.map { $0["supersedes"] as? Int } == [nil, 1, 2])
    #expect(entries.map { $0["holds"] as? Bool } == [false, false, false])
    #expect(entries[2]["evidence"] as? String == "Nhầm phiếu")
    #expect(entries[2]["by"] as? String == "B2")
    let again = try run("count", study, "tin_bai", "--withdraw", "--quarter", "1/2024")
    #expect(again.ended(2), again.summary)
    #expect(again.errors.contains("để rút"))
  }

  @Test func `a filled template comes in, and comes in again without writing`() throws {
    #expect(try run("count", study, "--template", "so.csv").ended(0))
    let template = try folder.read("so.csv")
    #expect(template.contains("tin_bai,Mỗi quý một tin.,,Quý IV năm 2024,,"))
    let untouched = try run("count", study, "--import", "so.csv")
    #expect(untouched.ended(0), untouched.summary)
    #expect(untouched.output.contains("đã ghi 0 số liệu; 6 dòng chưa điền"), untouched.summary)
    let filled =
      template
      .replacing(",,Quý I năm 2024,,", with: ",3,Quý I năm 2024,\"Sổ tin, trang 2\",")
      .replacing(",,2024,,", with: ",45,2024,QĐ 5,")
    try folder.write("dien.csv", filled)
    let trial = try run("count", study, "--import", "dien.csv", "--dry-run")
    #expect(trial.output.contains("sẽ ghi 3 số liệu"), trial.summary)
    let written = try run("count", study, "--import", "dien.csv")
    #expect(written.output.contains("đã ghi 3 số liệu; 3 dòng chưa điền"), written.summary)
    let again = try run("count", study, "--import", "dien.csv", "--format", "json")
    #expect(try json(again)["same"] as? Int == 3)
    let history = try json(try run("count", study, "--history", "--format", "json"))
    let entries = try #require(history["entries"] as? [[String: Any]])
    #expect(entries.map { $0["line"] as? Int } == [2, 3, 4])
    #expect(entries[2]["file"] as? String == "dien.csv")
    #expect(try run("count", study, "--template", "so.csv").ended(2))
    #expect(try run("count", study, "--template", "so.csv", "--force").ended(0))
    #expect(try folder.read("so.csv").contains(",3,Quý I năm 2024,\"Sổ tin, trang 2\","))
  }

  @Test func `every bad line of a file is told, and none of the file is taken`() throws {
    try folder.write(
      "xau.csv",
      """
      Tên,Giá trị,Kỳ,Căn cứ
      tin_bai,1,quý I/2024,BC 1
      tin_bia,1,quý II/2024,BC 1
      tin_bai,"1.000",quý II/2024,BC 1
      tin_bai,1,quý V/2024,BC 1
      tin_bai,1,quý III/2024,
      tin_bai,2,Q1/2024,BC 2
      can_bo,3,2024,BC 3
      da_hoc,4,2024,BC 3

      """
    )
    let outcome = try run("count", study, "--import", "xau.csv")
    #expect(outcome.ended(1), outcome.summary)
    for line in [3, 4, 5, 6, 7, 8, 9] {
      #expect(outcome.errors.contains("xau.csv:\(line): "), outcome.summary)
    }
    #expect(!outcome.errors.contains("xau.csv:2: "))
    #expect(outcome.errors.contains("đã có ở dòng trước; chỉ giữ một dòng (dòng 2)"))
    #expect(outcome.output.contains("Chưa ghi gì: 7 dòng có lỗi"), outcome.summary)
    let history = try run("count", study, "--history", language: "en")
    #expect(history.output.contains("No count was entered yet."))
    let answer = try json(try run("count", study, "--import", "xau.csv", "--format", "json"))
    #expect((answer["errors"] as? [Any])?.count == 7)
    #expect(answer["written"] as? Int == 0)
  }

  @Test func `several questionnaires tell each count once`() throws {
    let other = SmallStudy.questionnaire.replacing("phieu-thu", with: "phieu-hai")
    try folder.write("hai.yaml", other)
    let made = try run(
      "new",
      "hai.thuocdo",
      "--questionnaire",
      "phieu.yaml",
      "hai.yaml",
      "--plan",
      "ke-hoach.yaml"
    )
    try #require(made.ended(0), made.summary)
    for (name, value) in [("can_bo", "10"), ("da_hoc", "10")] {
      let entered = try run(
        "count",
        "hai.thuocdo",
        name,
        value,
        "--year",
        "2024",
        "--evidence",
        "QĐ 5"
      )
      #expect(entered.ended(0), entered.summary)
    }
    let none = try run("targets", "hai.thuocdo")
    #expect(none.ended(0), none.summary)
    #expect(none.output.components(separatedBy: "10/10 = 100%").count == 2)
    for form in ["phieu-thu", "phieu-hai"] {
      let rows = try run(
        "import",
        "hai.thuocdo",
        "-",
        "--questionnaire",
        form,
        input: SmallStudy.goodRows
      )
      #expect(rows.ended(0), rows.summary)
    }
    let both = try run("targets", "hai.thuocdo")
    #expect(both.ended(0), both.summary)
    #expect(both.output.components(separatedBy: "10/10 = 100%").count == 2, both.summary)
  }

  @Test func `the shipped made-up counts fit the shipped plan`() throws {
    let checkout = Program.checkout.path
    let made = try run(
      "new",
      "thi-xa.thuocdo",
      "--questionnaire",
      "\(checkout)/Questionnaires/nhan-thuc-nguoi-dan/questionnaire.yaml",
      "--plan",
      "\(checkout)/Data/plans/vinh-chau-2024.yaml"
    )
    try #require(made.ended(0), made.summary)
    let file = "\(checkout)/Data/samples/so-lieu-vinh-chau-2024.csv"
    let entered = try run("count", "thi-xa.thuocdo", "--import", file)
    #expect(entered.ended(0), entered.summary)
    #expect(entered.errors.isEmpty, entered.summary)
    #expect(entered.output.contains("đã ghi 40 số liệu; 1 dòng chưa điền"), entered.summary)
    let answer = try json(try run("targets", "thi-xa.thuocdo", "--format", "json"))
    let blocks = try #require(answer["blocks"] as? [[String: Any]])
    let verdicts = blocks.compactMap { block -> String? in
      guard let evidence = block["evidence"] as? [String: Any],
        let target = evidence["target"] as? String, block["verdict"] as? String != "met"
      else { return nil }
      return target
    }
    #expect(verdicts == ["nhiem_vu_hoan_thanh", "tin_cong_thi_xa"])
    #expect(blocks.count { $0["type"] as? String == "verdict" } == 17)
  }

  private static let plan = """
    plan: ke-hoach-thu
    office: {vi: Xã thử, en: A commune}
    document: {vi: Kế hoạch thử, en: A plan}
    period: {year: 2024, report: [quarter, year]}
    targets:
      - id: nguoi_dan_hai_long
        promise: {vi: 80% người dân hài lòng., en: 80% are satisfied.}
        source: "1"
        questionnaire: phieu-thu
        indicator: hai_long
        at_least: 80%
      - id: hoc
        promise: {vi: Mọi cán bộ được học., en: All officials are trained.}
        source: "2"
        count: {done: da_hoc, of: can_bo}
        at_least: 100%
      - id: tin
        promise: {vi: Mỗi quý một tin., en: One item a quarter.}
        count: {done: tin_bai, every: quarter}
        at_least: 1

    """
}
