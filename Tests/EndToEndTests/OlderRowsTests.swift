import Foundation
import Testing

/// Rows of an older version of the form, beside interviews of a newer one; all answers are made up.
@Suite struct OlderRowsTests: VersionTrial {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func begin(_ form: String) throws {
    try folder.write("v1.yaml", form)
    let made = try run("new", Self.study, "--questionnaire", "v1.yaml", "--wave", "2026")
    try #require(made.ended(0), made.summary)
  }

  @Test func `a row of an older version does not take later answers away`() throws {
    try begin(Self.form(version: "1"))
    try folder.write(
      "v2.yaml",
      Self.form(
        version: "2",
        more: "      - {id: moi, type: integer, label: {vi: Mới, en: New}}\n"
      )
    )
    #expect(try run("migrate", Self.study, "--to", "v2.yaml").ended(0))
    try folder.write("moi.csv", "so,tuoi,muc,moi\n1,20,5,7\n2,30,4,\n")
    let taken = try run("import", Self.study, "moi.csv")
    #expect(taken.ended(0), taken.summary)
    try folder.write("cu.csv", "so,tuoi,muc\n1,21,5\n2,31,4\n")
    let version = ["--form-version", "1"]
    let shown = try run("import", Self.study, "cu.csv", "--form-version", "1")
    #expect(shown.output.contains("2 dòng khác với phiếu đã lưu"), shown.summary)
    for language in ["vi", "en"] {
      let outcome = try Program.run(
        ["import", Self.study, "cu.csv", "--on-change", "replace", "--dry-run"] + version,
        in: folder,
        language: language
      )
      #expect(outcome.ended(1), outcome.summary)
      let lead =
        language == "vi"
        ? "dòng 2: Phiếu đã lưu trả lời câu 'moi', mà phiên bản '1' của phiếu hỏi không có"
        : "line 2: The stored interview answers 'moi', which version '1' of the form does not ask"
      #expect(outcome.errors.contains(lead), outcome.summary)
      #expect(outcome.errors.contains("[D11]"), outcome.summary)
    }
    let replaced = try run(
      "import",
      Self.study,
      "cu.csv",
      "--form-version",
      "1",
      "--on-change",
      "replace"
    )
    #expect(replaced.output.contains("1 phiếu được thay bằng bản sửa"), replaced.summary)
    // By the newer version the other answers stay.
    let newer = try run("import", Self.study, "cu.csv", "--on-change", "replace", "--again")
    #expect(newer.ended(0), newer.summary)
    #expect(try figures(Self.study, "--mean", "tuoi").map(\.estimate) == [26])
    #expect(try figures(Self.study, "--mean", "moi").map(\.estimate) == [7])
  }

  private static let more =
    "      - {id: moi, type: integer, label: {vi: Mới, en: New}}\n"

  /// A study of two versions, with an interview of the newer one and a row that would lose from it.
  private func sendBack(_ newer: String, map: String? = nil, rows: String = "1,21,5\n") throws {
    try begin(Self.form(version: "1"))
    try folder.write("v2.yaml", newer)
    var words = ["migrate", Self.study, "--to", "v2.yaml"]
    if let map {
      try folder.write("map.yaml", map)
      words += ["--map", "map.yaml"]
    }
    let migrated = try Program.run(words, in: folder)
    try #require(migrated.ended(0), migrated.summary)
    try folder.write("moi.csv", "so,tuoi,muc,moi\n1,20,5,7\n9,30,4,\n")
    #expect(try run("import", Self.study, "moi.csv").ended(0))
    try folder.write("cu.csv", "so,tuoi,muc\n" + rows)
    let sent = try replace("cu.csv", "--form-version", "1")
    #expect(sent.ended(1), sent.summary)
    #expect(sent.errors.contains("[D11]"), sent.summary)
  }

  private func replace(_ file: String, _ extra: String...) throws -> Program.Outcome {
    try Program.run(
      ["import", Self.study, file, "--on-change", "replace"] + extra,
      in: folder,
      language: "vi"
    )
  }

  @Test(arguments: [[], ["--form-version", "2"]])
  func `rows sent back for later answers continue by the newer version`(said: [String]) throws {
    try sendBack(Self.form(version: "2", more: Self.more))
    let rejects = try folder.read("cu.loi.csv")
    let advice = "Nhập tệp các dòng bị trả lại với --form-version 2 --on-change replace."
    #expect(rejects.contains(advice))
    let older = try replace("cu.loi.csv", "--form-version", "1")
    #expect(older.errors.contains("[D11]"), older.summary)
    // What the newer version does not take still follows it.
    try folder.write("sua.csv", rejects.replacing("1,21,5", with: "1,21,8"))
    let wrong = try Program.run(
      ["import", Self.study, "sua.csv", "--on-change", "replace"] + said,
      in: folder
    )
    #expect(wrong.ended(1), wrong.summary)
    let again = try folder.read("sua.loi.csv")
    #expect(again.contains(" | D11"), "\(again)")
    try folder.write("sua.loi.csv", again.replacing("1,21,8", with: "1,21,5"))
    let taken = try Program.run(
      ["import", Self.study, "sua.loi.csv", "--on-change", "replace"] + said,
      in: folder,
      language: "vi"
    )
    #expect(taken.ended(0), taken.summary)
    #expect(taken.output.contains("1 phiếu được thay bằng bản sửa"), taken.summary)
    #expect(taken.output.contains("Tiếp tục lô của cu.csv"), taken.summary)
    #expect(taken.output.contains("còn 0 dòng"), taken.summary)
    #expect(try figures(Self.study, "--mean", "tuoi").map(\.estimate) == [25.5])
    #expect(try figures(Self.study, "--mean", "moi").map(\.estimate) == [7])
  }

  @Test func `rows sent back for other reasons stay with their version`() throws {
    try sendBack(Self.form(version: "2", more: Self.more), rows: "1,21,5\n2,33,9\n")
    let mended = try folder.read("cu.loi.csv").replacing("2,33,9", with: "2,33,4")
    try folder.write("cu.loi.csv", mended)
    let refused = try replace("cu.loi.csv", "--form-version", "2")
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("thêm --form-version 1"), refused.summary)
    #expect(try figures(Self.study, "--mean", "tuoi").map(\.estimate) == [25])
    let older = try replace("cu.loi.csv", "--form-version", "1")
    #expect(older.output.contains("Nhận 1 phiếu, trả lại 1 dòng."), older.summary)
    let newer = try replace("cu.loi.loi.csv", "--form-version", "2")
    #expect(newer.ended(0), newer.summary)
    #expect(try figures(Self.study, "--mean", "tuoi").map(\.estimate) == [28])
  }

  @Test func `rows are not read by codes that the newer version turned round`() throws {
    try sendBack(
      Self.form(version: "2", levels: Self.turned, direction: "descending", more: Self.more),
      map: Self.map.replacing("    becomes: danh_gia\n", with: "")
    )
    let rejects = try folder.read("cu.loi.csv")
    #expect(rejects.contains("Phiên bản '2' có câu hoặc mã khác cho 'muc': ghi lại dòng này"))
    for said in [[], ["--form-version", "2"]] {
      let refused = try Program.run(
        ["import", Self.study, "cu.loi.csv", "--on-change", "replace"] + said,
        in: folder,
        language: "en"
      )
      #expect(refused.ended(2), refused.summary)
      #expect(refused.errors.contains("these rows follow version '1'"), refused.summary)
    }
    #expect(try figures(Self.study, "--proportion", "muc=5").map(\.count) == [1])
  }

  @Test func `a known file by another version that is said is another reading`() throws {
    try sendBack(Self.form(version: "2", more: Self.more), rows: "1,21,5\n3,42,4\n")
    let silent = try replace("cu.csv")
    #expect(silent.output.contains("không thay đổi gì."), silent.summary)
    let taken = try replace("cu.csv", "--form-version", "2")
    #expect(taken.ended(0), taken.summary)
    #expect(taken.output.contains("nay được đọc khác"), taken.summary)
    #expect(taken.output.contains("1 phiếu được thay bằng bản sửa"), taken.summary)
    #expect(try figures(Self.study, "--mean", "tuoi").map(\.estimate) == [31])
    #expect(try figures(Self.study, "--mean", "moi").map(\.estimate) == [7])
    let again = try replace("cu.csv", "--form-version", "2")
    #expect(again.output.contains("không thay đổi gì."), again.summary)
  }

  @Test func `a key whose codes changed is known in an older file`() throws {
    func keyed(_ form: String, _ question: String) -> String {
      form.replacing("key: [so]", with: "key: [\(question), so]")
    }
    try begin(keyed(Self.form(version: "1"), "muc"))
    try folder.write(
      "v2.yaml",
      keyed(
        Self.form(version: "2", levels: Self.turned, direction: "descending", rating: "danh_gia"),
        "danh_gia"
      )
    )
    try folder.write("map.yaml", Self.map)
    let migrated = try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    try #require(migrated.ended(0), migrated.summary)
    try folder.write("moi.csv", "so,tuoi,danh_gia\n1,20,1\n2,30,4\n")
    #expect(try run("import", Self.study, "moi.csv").ended(0))
    try folder.write("cu.csv", "so,tuoi,muc\n1,21,5\n2,31,2\n3,40,4\n1,22,4\n")
    let shown = try run("import", Self.study, "cu.csv", "--form-version", "1")
    #expect(shown.output.contains("Nhận 2 phiếu"), shown.summary)
    #expect(shown.output.contains("2 dòng khác với phiếu đã lưu"), shown.summary)
    try folder.write("cu-2.csv", "so,tuoi,muc\n3,40,4\n1,22,4\n")
    let again = try run("import", Self.study, "cu-2.csv", "--form-version", "1")
    #expect(again.output.contains("2 dòng đã có từ trước"), again.summary)
  }
}
