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
