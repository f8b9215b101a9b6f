import Foundation
import Testing

/// A form that changes while a study is in the field; all answers are made up.
@Suite struct VersionsTests: VersionTrial {
  let folder: Folder

  init() throws { folder = try Self.studyInTheField() }

  @Test func `two forms are compared in words, as a table and for programs`() throws {
    let same = try run("compare", "v1.yaml", "v1.yaml")
    #expect(same.ended(0))
    #expect(same.output.contains("Không có gì khác nhau."))
    let text = try run("compare", Self.study, "v2.yaml")
    #expect(text.ended(1))
    #expect(text.output.contains("Câu 'danh_gia' (Mức hài lòng): câu mới"))
    let json = try run("compare", "v1.yaml", "v2.yaml", "--format", "json", "--map", "map.yaml")
    #expect(
      json.output.contains("\"change\":\"option-recoded\"")
        || json.output.contains("option-recoded")
    )
    #expect(!json.output.contains("\"forbidden\""))
    let csv = try run("compare", "v1.yaml", "v2.yaml", "--format", "csv", language: "en")
    #expect(csv.output.contains("impact,change,about,id,settled_by_map,text"))
    try folder.write(
      "khac.yaml",
      Self.form(version: "1").replacing("questionnaire: thu", with: "questionnaire: khac")
    )
    #expect(try run("compare", "v1.yaml", "khac.yaml").ended(2))
  }

  @Test func `estimates after a migration are those of answers in the new version`() throws {
    let migrated = try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    try #require(migrated.ended(0), migrated.summary)
    try folder.write("moi.csv", "so,tuoi,danh_gia\n7,26,1\n8,37,4\n9,48,2\n")
    let taken = try run("import", Self.study, "moi.csv")
    try #require(taken.ended(0), taken.summary)
    // The same people, entered in the new version: the third level has no answer there.
    try folder.write(
      "tat-ca.csv",
      "so,tuoi,danh_gia\n1,20,1\n2,31,2\n3,42,\n4,53,5\n5,64,1\n6,25,4\n7,26,1\n8,37,4\n9,48,2\n"
    )
    try run("new", "thang.thuocdo", "--questionnaire", "v2.yaml", "--wave", "2026")
    let direct = try run("import", "thang.thuocdo", "tat-ca.csv")
    try #require(direct.ended(0), direct.summary)
    let asked = ["--indicator", "tot", "--indicator", "diem", "--mean", "tuoi"]
    func all(_ study: String) throws -> Program.Outcome {
      try Program.run(["estimate", study, "--format", "json"] + asked, in: folder, language: "vi")
    }
    let one = try Figure.all(in: try all(Self.study).outputBytes)
    let other = try Figure.all(in: try all("thang.thuocdo").outputBytes)
    #expect(one.map(\.variable) == other.map(\.variable))
    #expect(one.map(\.n) == [8, 8, 9].sorted() || one.map(\.n).sorted() == [8, 8, 9])
    #expect(one.map(\.n) == other.map(\.n))
    #expect(one.map(\.estimate) == other.map(\.estimate))
    #expect(try all(Self.study).errors.contains("mã 3 ở câu 'danh_gia' không tính chung"))
  }

  @Test func `the original cell is still shown`() throws {
    try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    let why = try run("why", Self.study, "cu.csv:2")
    try #require(why.ended(0), why.summary)
    let line = why.output.split(separator: "\n").first { $0.contains("muc") }
    let shown = try #require(line)
    #expect(shown.contains("cu.csv, dòng 2"))
    #expect(shown.contains("danh_gia = 1"))
    #expect(shown.split(separator: " ").contains("5"))
    let found = try run("why", Self.study, "danh_gia=Rất kém")
    #expect(found.ended(0))
    #expect(found.output.contains("cu.csv, dòng 5"))
  }

  @Test func `without a map what would be misread is refused and nothing changes`() throws {
    try folder.write(
      "lat.yaml",
      Self.form(version: "2", levels: Self.turned, direction: "descending")
    )
    let before = try figures(Self.study, "--indicator", "tot")
    for arguments in [
      ["migrate", Self.study, "--to", "lat.yaml"],
      ["import", Self.study, "cu.csv", "--form", "lat.yaml"],
      ["interview", Self.study, "--form", "lat.yaml"],
    ] {
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.ended(2), outcome.summary)
      #expect(outcome.errors.contains("--write-map"))
      #expect(outcome.errors.contains("trước có mã 5, nay có mã 1"))
    }
    #expect(try figures(Self.study, "--indicator", "tot").map(\.estimate) == before.map(\.estimate))
    #expect(try run("compare", Self.study, "v1.yaml").ended(0))
  }

  @Test func `a proposed map waits for a person and then is taken`() throws {
    let proposed = try run("compare", Self.study, "v2.yaml", "--write-map", "de-xuat.yaml")
    #expect(proposed.ended(1))
    var text = try folder.read("de-xuat.yaml")
    #expect(text.contains("becomes: danh_gia"))
    let early = try run("migrate", Self.study, "--to", "v2.yaml", "--map", "de-xuat.yaml")
    #expect(early.ended(2))
    #expect(early.errors.contains("[version-map-not-confirmed]"))
    text = text.replacing("confirmed: false", with: "confirmed: true")
    try folder.write("de-xuat.yaml", text)
    let taken = try run("migrate", Self.study, "--to", "v2.yaml", "--map", "de-xuat.yaml")
    #expect(taken.ended(0), taken.summary)
    let again = try run("migrate", Self.study, "--to", "v2.yaml", "--map", "de-xuat.yaml")
    #expect(again.ended(0))
    #expect(again.errors.contains("không có gì thay đổi"))
    #expect(try figures(Self.study, "--indicator", "tot").map(\.n) == [5])
  }

  @Test func `a harmless version is taken at work, with a word on it`() throws {
    try folder.write(
      "v2b.yaml",
      Self.form(
        version: "2",
        age: "{id: tuoi, type: integer, constraint: \". > 0\", label: {vi: Tuổi, en: Age}}",
        more: "            - {id: y_kien, type: text, label: {vi: Ý kiến, en: Opinion}}\n"
          .replacing("            -", with: "      -")
      )
    )
    try folder.write("moi.csv", "so,tuoi,muc,y_kien\n7,26,4,tốt\n")
    let taken = try run("import", Self.study, "moi.csv", "--form", "v2b.yaml")
    #expect(taken.ended(0), taken.summary)
    #expect(taken.errors.contains("Nghiên cứu nhận phiên bản '2' (trước là '1'); 6 phiếu"))
    #expect(taken.errors.contains("Câu 'y_kien' (Ý kiến): câu mới"))
    let figure = try figures(Self.study, "--indicator", "tot", "--proportion", "y_kien=tốt")
    #expect(figure.map(\.n).sorted() == [1, 7])
    let only = try figures(Self.study, "--indicator", "tot", "--form-version", "1")
    #expect(only.map(\.n) == [6])
  }

  @Test func `what became incomparable is decided by somebody and marked`() throws {
    try folder.write(
      "bon.yaml",
      Self.form(version: "2", levels: Self.levels.filter { $0.code != "3" })
    )
    let work = try run("import", Self.study, "cu.csv", "--form", "bon.yaml")
    #expect(work.ended(2))
    #expect(work.errors.contains("thuocdo migrate thu.thuocdo --to bon.yaml"))
    let trial = try run("migrate", Self.study, "--to", "bon.yaml", "--dry-run")
    #expect(trial.ended(0))
    #expect(trial.errors.contains("chưa ghi gì"))
    let decided = try run("migrate", Self.study, "--to", "bon.yaml")
    #expect(decided.ended(0), decided.summary)
    try folder.write("moi.csv", "so,tuoi,muc\n7,26,4\n8,27,1\n")
    try run("import", Self.study, "moi.csv")
    let outcome = try run("estimate", Self.study, "--indicator", "tot", "--format", "json")
    #expect(try Figure.all(in: outcome.outputBytes).map(\.n) == [2])
    #expect(outcome.output.contains("\"notes\""))
    #expect(outcome.errors.contains("6 phiếu của phiên bản '1' không tính chung ở câu 'muc'"))
    let ages = try run("estimate", Self.study, "--mean", "tuoi", "--format", "json")
    #expect(try Figure.all(in: ages.outputBytes).map(\.n) == [8])
    #expect(!ages.errors.contains("không tính chung"))
    let report = try run("report", Self.study)
    #expect(report.output.contains("6 phiếu của phiên bản '1' không tính chung"), report.summary)
    let older = try run("report", Self.study, "--form-version", "1")
    #expect(older.ended(0), older.summary)
    #expect(!older.output.contains("không tính chung"))
  }

  @Test func `a type never changes under stored answers`() throws {
    let text = "{id: tuoi, type: text, label: {vi: Tuổi, en: Age}}"
    try folder.write("chu.yaml", Self.form(version: "2", age: text))
    let refused = try run("migrate", Self.study, "--to", "chu.yaml")
    #expect(refused.ended(2))
    #expect(refused.errors.contains("kiểu trước là 'integer', nay là 'text'"))
    #expect(try figures(Self.study, "--mean", "tuoi").map(\.estimate) == [235.0 / 6])
    // Somebody says that the two are to be counted apart.
    try folder.write(
      "rieng.yaml",
      "version_map: thu\nfrom: \"1\"\nto: \"2\"\nquestions:\n  - {question: tuoi, comparable: false}\n"
    )
    let taken = try run("migrate", Self.study, "--to", "chu.yaml", "--map", "rieng.yaml")
    #expect(taken.ended(0), taken.summary)
    try folder.write("moi.csv", "so,tuoi,muc\n7,ba mươi,4\n")
    #expect(try run("import", Self.study, "moi.csv").ended(0))
    let words = try run("estimate", Self.study, "--proportion", "tuoi=ba mươi", "--format", "json")
    #expect(try Figure.all(in: words.outputBytes).map(\.n) == [1])
    #expect(words.errors.contains("6 phiếu của phiên bản '1' không tính chung ở câu 'tuoi'"))
    #expect(try figures(Self.study, "--indicator", "tot").map(\.n) == [7])
    #expect(
      try figures(Self.study, "--mean", "tuoi", "--form-version", "1").map(\.estimate)
        == [235.0 / 6]
    )
    let why = try run("why", Self.study, "cu.csv:2")
    #expect(why.output.contains("không tính chung"))
  }

  @Test func `an interview with a form that is new goes on with the older drafts`() throws {
    let answered = try run(
      "interview",
      Self.study,
      "--plain",
      input: "1\n11\n"
    )
    #expect(answered.ended(0), answered.summary)
    try folder.write(
      "v2b.yaml",
      Self.form(
        version: "2",
        more: "      - {id: y_kien, type: text, label: {vi: Ý kiến, en: Opinion}}\n"
      )
    )
    let next = try run(
      "interview",
      Self.study,
      "--form",
      "v2b.yaml",
      "--plain",
      input: "1\n12\n33\n4\ntốt\n\n\n"
    )
    #expect(next.ended(0), next.summary)
    #expect(next.errors.contains("Nghiên cứu nhận phiên bản '2'"))
    #expect(next.errors.contains("--form-version 1"))
    #expect(next.output.contains("Đã lưu 1 phiếu."))
    #expect(try figures(Self.study, "--indicator", "tot").map(\.n) == [7])
    let older = try run(
      "interview",
      Self.study,
      "--form-version",
      "1",
      "--plain",
      input: "1\n44\n5\n\n\n"
    )
    #expect(older.ended(0), older.summary)
    #expect(older.output.contains("Đã lưu 1 phiếu."))
    #expect(try figures(Self.study, "--indicator", "tot").map(\.n) == [8])
    #expect(try figures(Self.study, "--indicator", "tot", "--form-version", "1").map(\.n) == [7])
  }

  @Test func `rows that were sent back are read by the version of their file`() throws {
    try folder.write("sai.csv", "so,tuoi,muc\n20,30,4\n21,31,9\n")
    #expect(try run("import", Self.study, "sai.csv").ended(1))
    try folder.write(
      "lat.yaml",
      Self.form(version: "2", levels: Self.turned, direction: "descending")
    )
    try folder.write("lat-map.yaml", Self.map.replacing("    becomes: danh_gia\n", with: ""))
    let taken = try run("migrate", Self.study, "--to", "lat.yaml", "--map", "lat-map.yaml")
    try #require(taken.ended(0), taken.summary)
    let mended = try folder.read("sai.loi.csv").replacing(",31,9", with: ",31,5")
    try folder.write("sai.loi.csv", mended)
    let wrong = try run("import", Self.study, "sai.loi.csv")
    #expect(wrong.ended(2))
    #expect(wrong.errors.contains("--form-version 1"))
    let right = try run("import", Self.study, "sai.loi.csv", "--form-version", "1")
    #expect(right.ended(0), right.summary)
    // 4 and 5 of the older version are 2 and 1 now, and both are good.
    #expect(try figures(Self.study, "--proportion", "muc=1").map(\.count) == [3])
    #expect(try figures(Self.study, "--proportion", "muc=2").map(\.count) == [2])
  }

  @Test func `forms of an older version can still be entered`() throws {
    try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    try folder.write("muon.csv", "so,tuoi,muc\n10,70,5\n")
    let taken = try run("import", Self.study, "muon.csv", "--form-version", "1")
    #expect(taken.ended(0), taken.summary)
    #expect(try figures(Self.study, "--indicator", "tot").map(\.n) == [6])
    #expect(try run("import", Self.study, "muon.csv", "--form-version", "7").ended(2))
  }

  @Test(arguments: [
    "", "version_map: thu", "version_map: khac\nfrom: \"1\"\nto: \"2\"\n",
    "version_map: thu\nfrom: \"1\"\nto: \"2\"\nquestions:\n  - {question: khong_co, becomes: danh_gia}\n",
    "version_map: thu\nfrom: \"1\"\nto: \"2\"\nquestions:\n  - {question: muc, becomes: danh_gia, recode: {3: 3}}\n",
    "version_map: thu\nfrom: \"1\"\nto: \"2\"\nquestions:\n  - {question: so, becomes: tuoi}\n  - {question: tuoi, becomes: so}\n",
    "version_map: thu\nfrom: \"1\"\nto: \"2\"\nquestions:\n  - {question: muc, becomes: danh_gia}\n  - {question: tuoi, becomes: danh_gia}\n",
  ])
  func `a map that cannot be is refused with the place and the study stays`(text: String) throws {
    try folder.write("xau.yaml", text)
    let outcome = try run("migrate", Self.study, "--to", "v2.yaml", "--map", "xau.yaml")
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("xau.yaml"))
    #expect(try figures(Self.study, "--indicator", "tot").map(\.n) == [6])
  }
}
