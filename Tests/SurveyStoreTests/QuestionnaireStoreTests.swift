import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct QuestionnaireStoreTests {
  let folder: WorkFolder
  let study: StudyFile

  init() throws {
    folder = try WorkFolder()
    study = try folder.study(nil)
  }

  @Test func `the same text is added once and kept in full`() throws {
    let questionnaire = Sample.questionnaire()
    let text = "questionnaire: hai-long\n# ghi chú\n"
    #expect(
      try study.addQuestionnaire(
        questionnaire,
        fileName: "q.yaml",
        text: text,
        at: Sample.moment(1)
      )
    )
    #expect(
      try !study.addQuestionnaire(
        questionnaire,
        fileName: "x.yaml",
        text: text,
        at: Sample.moment(2)
      )
    )
    let stored = try study.questionnaires()
    #expect(stored.count == 1)
    #expect(stored.first?.text == text)
    #expect(stored.first?.fileName == "q.yaml")
    #expect(stored.first?.sha256 == sha256Hex(of: text.utf8))
    #expect(stored.first?.added == Sample.moment(1))
  }

  @Test func `another text under the same version is refused`() throws {
    let questionnaire = Sample.questionnaire()
    try study.addQuestionnaire(questionnaire, fileName: "q", text: "một", at: Sample.moment(1))
    let error = fault { () throws(StudyError) in
      try study.addQuestionnaire(questionnaire, fileName: "q", text: "hai", at: Sample.moment(1))
    }
    #expect(error == .versionExists(id: "hai-long", version: "2026.1"))
    #expect(try study.questionnaires().map(\.text) == ["một"])
  }

  @Test func `ids that look alike in SQL get tables of their own`() throws {
    for id in ["a-b", "a_b", "A.B"] {
      try study.addQuestionnaire(
        Sample.questionnaire(id: id),
        fileName: id,
        text: id,
        at: Sample.moment(1)
      )
      try study.save(
        Sample.interview(),
        of: Sample.questionnaire(id: id),
        wave: "2026",
        by: id
      )
    }
    #expect(try study.overview(of: "A.B").interviews == 1)
    let views = try folder.rows("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
      .map { $0["name"] as String }
    #expect(
      views == [
        "A_B_3_current", "A_B_3_labels", "a_b_2_current", "a_b_2_labels", "a_b_current",
        "a_b_labels",
      ]
    )
  }

  @Test func `an interview of an unknown or changed questionnaire is refused`() throws {
    let unknown = fault { () throws(StudyError) in
      try study.save(Sample.interview(), of: Sample.questionnaire(), wave: "2026", by: "a")
    }
    #expect(unknown == .unknownQuestionnaire(id: "hai-long", version: "2026.1", known: []))
    try study.addQuestionnaire(
      Sample.questionnaire(),
      fileName: "q",
      text: "t",
      at: Sample.moment(1)
    )
    var kinds = Sample.kinds
    kinds[4].1 = .decimal
    let changed = fault { () throws(StudyError) in
      try study.save(Sample.interview(), of: Sample.questionnaire(kinds), wave: "2026", by: "a")
    }
    #expect(
      changed == .questionnaireDiffers(id: "hai-long", version: "2026.1", question: "tuoi")
    )
    kinds.removeLast(5)
    let shorter = fault { () throws(StudyError) in
      try study.save(Sample.interview(), of: Sample.questionnaire(kinds), wave: "2026", by: "a")
    }
    #expect(
      shorter == .questionnaireDiffers(id: "hai-long", version: "2026.1", question: "tuoi")
    )
  }

  @Test func `a study has at most one plan`() throws {
    #expect(try study.plan() == nil)
    try study.setPlan(id: "p1", fileName: "p1.yaml", text: "plan: p1")
    try study.setPlan(id: "p2", fileName: "p2.yaml", text: "plan: p2")
    let plan = try study.plan()
    #expect(plan?.id == "p2")
    #expect(plan?.text == "plan: p2")
    #expect(plan?.fileName == "p2.yaml")
    #expect(plan?.sha256 == sha256Hex(of: "plan: p2".utf8))
  }
}
