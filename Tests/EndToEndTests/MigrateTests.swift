import Foundation
import Testing

/// New versions are taken into a study and out of it again, with maps and plans.
@Suite struct MigrateTests: VersionTrial {
  let folder: Folder

  init() throws { folder = try Self.studyInTheField() }

  @Test func `two versions in a new study are read through their step`() throws {
    try run("new", "hai.thuocdo", "--questionnaire", "v1.yaml", "v2.yaml", "--wave", "2026")
    let older = try run("import", "hai.thuocdo", "cu.csv", "--form-version", "1")
    #expect(older.ended(0), older.summary)
    // Nobody has said that 'muc' is 'danh_gia'.
    let figure = try figures("hai.thuocdo", "--indicator", "tot", "--mean", "tuoi")
    #expect(figure.map(\.n).sorted() == [0, 6])
  }

  @Test func `the plan of a study fits the newest version or comes anew with it`() throws {
    func plan(_ indicator: String, _ group: String) -> String {
      """
      plan: ke-hoach
      office: {vi: Nơi thử, en: A trial}
      document: {vi: Kế hoạch thử, en: A trial plan}
      period: {year: 2026, report: [year]}
      targets:
        - id: t1
          promise: {vi: Tám mươi phần trăm hài lòng, en: Eighty percent are satisfied}
          source: "1"
          questionnaire: thu
          indicator: \(indicator)
          at_least: 80%
          by: [\(group)]

      """
    }
    try folder.write("ke-hoach.yaml", plan("tot", "muc"))
    try folder.write("ke-hoach-moi.yaml", plan("tot", "danh_gia"))
    let made = try run(
      "new",
      "co.thuocdo",
      "--questionnaire",
      "v1.yaml",
      "--plan",
      "ke-hoach.yaml",
      "--wave",
      "2026"
    )
    try #require(made.ended(0), made.summary)
    try run("import", "co.thuocdo", "cu.csv")
    let refused = try run("migrate", "co.thuocdo", "--to", "v2.yaml", "--map", "map.yaml")
    #expect(refused.ended(2))
    #expect(refused.errors.contains("migrate --plan"))
    #expect(refused.errors.contains("'muc'"))
    let taken = try run(
      "migrate",
      "co.thuocdo",
      "--to",
      "v2.yaml",
      "--map",
      "map.yaml",
      "--plan",
      "ke-hoach-moi.yaml"
    )
    #expect(taken.ended(0), taken.summary)
    let targets = try run("targets", "co.thuocdo")
    #expect(targets.ended(0), targets.summary)
    #expect(targets.output.contains("Tám mươi phần trăm hài lòng"))
    #expect(targets.output.contains("mã 3 ở câu 'danh_gia' không tính chung"))
    #expect(try run("migrate", "co.thuocdo", "--undo").ended(2))
    // The plan is the newest version's; the older one is reported without it.
    #expect(try run("targets", "co.thuocdo", "--form-version", "1").ended(2))
    let older = try run("report", "co.thuocdo", "--form-version", "1")
    #expect(older.ended(0), older.summary)
    #expect(try figures("co.thuocdo", "--indicator", "tot", "--form-version", "1").map(\.n) == [6])
    // Out it goes with the plan that fitted the version before.
    let undone = try run("migrate", "co.thuocdo", "--undo", "--plan", "ke-hoach.yaml")
    #expect(undone.ended(0), undone.summary)
    #expect(try run("targets", "co.thuocdo").ended(0))
  }

  @Test func `one label is one text`() throws {
    try folder.write(
      "khac.yaml",
      Self.form(version: "1", age: "{id: tuoi, type: decimal, label: {vi: Tuổi, en: Age}}")
    )
    let outcome = try run("migrate", Self.study, "--to", "khac.yaml")
    #expect(outcome.ended(2))
    #expect(outcome.errors.contains("hãy đổi 'version' trong tệp"))
    let twice = try run("new", "hai.thuocdo", "--questionnaire", "v1.yaml", "khac.yaml")
    #expect(twice.ended(2))
    #expect(try !folder.names().contains("hai.thuocdo"))
  }

  @Test func `a version of which nothing came is withdrawn`() throws {
    try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    let trial = try run("migrate", Self.study, "--undo", "--dry-run")
    #expect(trial.ended(0), trial.summary)
    #expect(trial.output.contains("chưa ghi gì"))
    #expect(try run("compare", Self.study, "v2.yaml").output.contains("Không có gì khác nhau."))
    let outcome = try run("migrate", Self.study, "--undo")
    #expect(outcome.ended(0), outcome.summary)
    #expect(try figures(Self.study, "--indicator", "tot").map(\.n) == [6])
    #expect(try run("migrate", Self.study, "--undo").ended(2))
  }

  @Test func `a version in use stays, in a trial too`() throws {
    try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    try folder.write("moi.csv", "so,tuoi,danh_gia\n7,26,1\n")
    try run("import", Self.study, "moi.csv")
    #expect(try run("migrate", Self.study, "--undo", "--dry-run").ended(2))
    #expect(try run("migrate", Self.study, "--undo").ended(2))
  }

  /// Three forms of which the second does not ask the place, and the third asks it with other codes.
  private func writeThree() throws {
    let place =
      "      - {id: noi, type: select_one, scale: hai-long, label: {vi: Nơi chờ, en: Place}}\n"
    try folder.write("n1.yaml", Self.form(version: "1", more: place))
    try folder.write("n2.yaml", Self.form(version: "2"))
    try folder.write(
      "n3.yaml",
      Self.form(version: "3", levels: Self.turned, direction: "descending", more: place)
    )
    try folder.write("n.csv", "so,tuoi,muc,noi\n1,20,5,5\n2,31,4,4\n3,42,4,1\n")
  }

  @Test func `a question that was away and comes back otherwise is set apart in a new study`()
    throws
  {
    try writeThree()
    let forms = ["n1.yaml", "n2.yaml", "n3.yaml"]
    let made = try Program.run(["new", "ba.thuocdo", "--questionnaire"] + forms, in: folder)
    try #require(made.ended(0), made.summary)
    let taken = try run("import", "ba.thuocdo", "n.csv", "--form-version", "1")
    try #require(taken.ended(0), taken.summary)
    let figure = try figures("ba.thuocdo", "--proportion", "noi=5", "--mean", "tuoi")
    #expect(figure.map(\.n).sorted() == [0, 3])
  }

  @Test func `the map that is proposed speaks of a question that was away`() throws {
    try writeThree()
    try run("new", "ba.thuocdo", "--questionnaire", "n1.yaml", "n2.yaml")
    let taken = try run("import", "ba.thuocdo", "n.csv", "--form-version", "1")
    try #require(taken.ended(0), taken.summary)
    #expect(try run("compare", "ba.thuocdo", "n3.yaml", "--write-map", "m.yaml").ended(1))
    let text = try folder.read("m.yaml")
    #expect(text.contains("question: noi"))
    try folder.write("m.yaml", text.replacing("confirmed: false", with: "confirmed: true"))
    let next = try run("migrate", "ba.thuocdo", "--to", "n3.yaml", "--map", "m.yaml")
    #expect(next.ended(0), next.summary)
    #expect(try figures("ba.thuocdo", "--proportion", "noi=5").map(\.count) == [1])
    #expect(try run("compare", "ba.thuocdo", "n3.yaml", "--form-version", "2").ended(1))
  }

  @Test func `a plan never comes by itself or with an older version`() throws {
    try folder.write(
      "ke-hoach.yaml",
      """
      plan: ke-hoach
      office: {vi: Nơi thử, en: A trial}
      document: {vi: Kế hoạch thử, en: A trial plan}
      period: {year: 2026, report: [year]}
      targets:
        - id: t1
          promise: {vi: Tám mươi phần trăm hài lòng, en: Eighty percent are satisfied}
          source: "1"
          questionnaire: thu
          indicator: tot
          at_least: 80%

      """
    )
    let known = try run("migrate", Self.study, "--to", "v1.yaml", "--plan", "ke-hoach.yaml")
    #expect(known.ended(2))
    #expect(known.errors.contains("hãy bỏ --plan"))
    try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    try folder.write("v3.yaml", Self.form(version: "3", rating: "danh_gia"))
    let taken = try run("migrate", Self.study, "--to", "v3.yaml", "--map", "khac.yaml")
    #expect(taken.ended(2))
    try folder.write(
      "khac.yaml",
      "version_map: thu\nfrom: \"2\"\nto: \"3\"\nquestions:\n"
        + "  - {question: danh_gia, recode: {1: 5, 2: 4, 4: 2, 5: 1}}\n"
    )
    let arguments = ["--to", "v3.yaml", "--map", "khac.yaml", "--plan", "ke-hoach.yaml"]
    func migrate() throws -> Program.Outcome {
      try Program.run(["migrate", Self.study] + arguments, in: folder, language: "vi")
    }
    #expect(try migrate().ended(0))
    #expect(try migrate().errors.contains("không có gì thay đổi"))
    #expect(try run("targets", Self.study).ended(0))
    let text = try folder.read("ke-hoach.yaml").replacing("80%", with: "90%")
    try folder.write("ke-hoach.yaml", text)
    let older = try run(
      "migrate",
      Self.study,
      "--to",
      "v2.yaml",
      "--map",
      "map.yaml",
      "--plan",
      "ke-hoach.yaml"
    )
    #expect(older.ended(2))
    #expect(older.errors.contains("hãy bỏ --plan"))
  }

  @Test func `a map for a version in use counts the interviews before it`() throws {
    try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    try folder.write("moi.csv", "so,tuoi,danh_gia\n7,26,1\n8,37,4\n9,48,2\n")
    try run("import", Self.study, "moi.csv")
    try folder.write("map.yaml", Self.map.replacing("3: not-comparable", with: "3: 4"))
    let again = try run("migrate", Self.study, "--to", "v2.yaml", "--map", "map.yaml")
    #expect(again.ended(0), again.summary)
    #expect(again.errors.contains("6 phiếu đã có"), again.summary)
  }

  @Test func `what a version never had is not said to be counted apart`() throws {
    func place(_ type: String) -> String {
      "      - {id: noi, type: \(type), label: {vi: Nơi chờ, en: Place}}\n"
    }
    try folder.write("n2.yaml", Self.form(version: "2", more: place("integer")))
    try folder.write("n3.yaml", Self.form(version: "3", more: place("text")))
    try folder.write(
      "rieng.yaml",
      "version_map: thu\nfrom: \"2\"\nto: \"3\"\nquestions:\n  - {question: noi, comparable: false}\n"
    )
    #expect(try run("migrate", Self.study, "--to", "n2.yaml").ended(0))
    try folder.write("moi.csv", "so,tuoi,muc,noi\n7,26,1,3\n")
    #expect(try run("import", Self.study, "moi.csv").ended(0))
    let taken = try run("migrate", Self.study, "--to", "n3.yaml", "--map", "rieng.yaml")
    #expect(taken.ended(0), taken.summary)
    let estimate = try run("estimate", Self.study, "--proportion", "noi=3")
    #expect(estimate.errors.contains("1 phiếu của phiên bản '2' không tính chung ở câu 'noi'"))
    #expect(estimate.errors.contains("6 phiếu của phiên bản '1' không được hỏi câu 'noi'"))
  }
}
