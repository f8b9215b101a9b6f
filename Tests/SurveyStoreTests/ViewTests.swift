import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct ViewTests {
  @Test func `plain SQL reads answers, waves and labels`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    try study.save(Sample.interview(), of: Sample.questionnaire(), wave: "2026", by: "a")
    let current = try #require(try folder.rows("SELECT * FROM hai_long_current").first)
    #expect(current["wave"] == "2026")
    #expect(current["questionnaire_version"] == "2026.1")
    #expect(current["mode"] == "terminal")
    #expect(current["interview_date"] == "2026-11-20")
    #expect(current["muc"] == 2)
    #expect(current["xa"] == "a b")
    #expect(current["kenh__1"] == 1)
    #expect(current["kenh__2"] == 0)
    #expect(current["kenh__khac"] == 1)
    #expect(current["tuoi"] == -41)
    #expect(current["thu_nhap"] == 2.5)
    #expect(current["ngay"] == "2026-11-20")
    #expect(current["tinh"] == 7.0)
    let labels = try #require(try folder.rows("SELECT muc, xa, tuoi FROM hai_long_labels").first)
    #expect(labels["muc"] == "mức 2")
    #expect(labels["xa"] == "mức a b")
    #expect(labels["tuoi"] == -41)
  }

  @Test func `the view has the newest version's columns for all versions`() throws {
    let folder = try WorkFolder()
    let study = try folder.study()
    let new = Sample.questionnaire(version: "2", [("tuoi", .integer), ("them", .text)])
    try study.save(Sample.interview(), of: Sample.questionnaire(), wave: "2026", by: "a")
    try study.addQuestionnaire(new, fileName: "q", text: "2", at: Sample.moment(3))
    try study.save(
      Sample.interview([.integer(8), .text("x")]),
      of: new,
      wave: "2026",
      by: "a"
    )
    let rows = try folder.rows(
      "SELECT questionnaire_version, tuoi, them FROM hai_long_current ORDER BY tuoi"
    )
    #expect(rows.map { $0["questionnaire_version"] as String } == ["2026.1", "2"])
    #expect(rows.map { $0["tuoi"] as Int } == [-41, 8])
    #expect(rows.map { $0["them"] as String? } == [nil, "x"])
  }
}
