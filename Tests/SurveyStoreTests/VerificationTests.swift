import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

/// Sittings, and forms that are keyed a second time.
@Suite struct VerificationTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Questionnaire(
    id: "phieu",
    version: "1",
    languages: ["vi"],
    title: Sample.words("Phiếu"),
    sections: [
      Section(
        id: "a",
        title: Sample.words("A"),
        questions: [Sample.question("tuoi", .integer), Sample.question("ten", .text)]
      )
    ]
  )

  init() throws {
    folder = try WorkFolder()
    study = try StudyFile.create(
      at: folder.path(),
      station: 7,
      created: Sample.moment(0),
      wave: Wave(id: "1", label: "1")
    )
    try study.addQuestionnaire(questionnaire, fileName: "q", text: "q", at: Sample.moment(0))
  }

  @discardableResult
  private func save(_ mode: Mode, by keyer: String, age: Int) throws -> InterviewID {
    let interview = Interview(
      answers: [.integer(age), .text("x")],
      mode: mode,
      language: "vi",
      started: Sample.moment(1),
      finished: Sample.moment(2)
    )
    return try study.save(interview, of: questionnaire, wave: "1", by: keyer)
  }

  private func start(_ kind: Sitting.Kind, by: String = "B2") -> Sitting.Start {
    Sitting.Start(
      kind: kind,
      by: by,
      questionnaire: "phieu",
      version: "1",
      wave: "1",
      started: Sample.moment(5)
    )
  }

  private func verified(
    _ id: InterviewID,
    revision: Int64 = 1,
    corrected: [Answer]? = nil
  ) -> VerifiedForm {
    VerifiedForm(
      id: id,
      revision: revision,
      keyer: "A1",
      fields: 2,
      keyerErrors: corrected == nil ? [] : ["tuoi"],
      verifierErrors: ["ten"],
      corrected: corrected,
      warnings: corrected == nil ? [] : [0]
    )
  }

  private func structure() throws -> Int? {
    try folder.rows("PRAGMA user_version").first.map { $0[0] }
  }

  @Test func `paper forms can be verified and others not`() throws {
    let paper = try save(.paper, by: "A1", age: 30)
    try save(.terminal, by: "A1", age: 31)
    let other = try save(.paper, by: "", age: 32)
    let forms = try study.verifiableForms(of: questionnaire, wave: "1")
    #expect(forms.map(\.id) == [paper, other])
    #expect(forms.map(\.keyer) == ["A1", ""])
    #expect(forms.allSatisfy { !$0.isVerified })
  }

  @Test func `a wrong answer becomes a revision with its counts`() throws {
    let id = try save(.paper, by: "A1", age: 30)
    let sitting = try study.begin(start(.verify))
    try study.record(
      verified(id, corrected: [.integer(33), .text("x")]),
      in: sitting,
      of: questionnaire,
      by: "B2",
      at: Sample.moment(6),
      why: "verify"
    )
    let stored = try study.interview(id, of: questionnaire)
    #expect(stored.answers == [.integer(33), .text("x")])
    #expect(stored.acceptedWarnings == [0])
    #expect(stored.mode == .paper)
    #expect(try study.history(of: id).map(\.kind) == [.original, .replace])
    #expect(try study.history(of: id).last?.by == "B2")
    let counts = try #require(try study.verifications().first)
    #expect(counts.interview == id)
    #expect(counts.keyer == "A1")
    #expect(counts.verifier == "B2")
    #expect(counts.fields == 2)
    #expect(counts.keyerErrors == 1)
    #expect(counts.verifierErrors == 1)
    #expect(counts.isFirst)
    let errors = try folder.rows("SELECT question, kind FROM verification_error ORDER BY question")
    let texts: [String] = errors.map { ($0["question"] as String) + " " + ($0["kind"] as String) }
    #expect(texts == ["ten verifier", "tuoi keyer"])
    let verified: [Bool] = try study.verifiableForms(of: questionnaire, wave: "1").map(\.isVerified)
    #expect(verified == [true])
  }

  @Test func `what was right stays as it is`() throws {
    let id = try save(.paper, by: "A1", age: 30)
    for number in 1...2 {
      let sitting = try study.begin(start(.verify))
      try study.record(
        verified(id),
        in: sitting,
        of: questionnaire,
        by: "B2",
        at: Sample.moment(Int64(number) + 6),
        why: "verify"
      )
    }
    #expect(try study.history(of: id).count == 1)
    let isFirst: [Bool] = try study.verifications().map(\.isFirst)
    #expect(isFirst == [true, false])
  }

  @Test func `a form that was changed meanwhile is refused whole`() throws {
    let id = try save(.paper, by: "A1", age: 30)
    try study.revise(
      id,
      of: questionnaire,
      answers: [.integer(40), .text("x")],
      by: "C",
      at: Sample.moment(5),
      why: ""
    )
    let sitting = try study.begin(start(.verify))
    #expect(throws: StudyError.interviewChanged(id)) {
      try study.record(
        verified(id, corrected: [.integer(33), .text("x")]),
        in: sitting,
        of: questionnaire,
        by: "B2",
        at: Sample.moment(6),
        why: "verify"
      )
    }
    #expect(try study.verifications().isEmpty)
    #expect(try study.interview(id, of: questionnaire).answers.first == .integer(40))
  }

  @Test func `a sitting keeps its last counts`() throws {
    let sitting = try study.begin(start(.entry, by: ""))
    for forms in 1...2 {
      try study.update(
        sitting,
        TypingCounts(
          forms: forms,
          fields: 2 * forms,
          keystrokes: 9 * forms,
          refused: 1,
          activeMilliseconds: 1_000
        ),
        at: Sample.moment(8)
      )
    }
    let kept = try #require(try study.sittings().first)
    #expect(kept.start == start(.entry, by: ""))
    #expect(kept.finished == Sample.moment(8))
    #expect(kept.counts.forms == 2)
    #expect(kept.counts.keystrokes == 18)
    #expect(try study.sittings().count == 1)
  }

  @Test func `a study of the second structure is read as it is`() throws {
    try save(.paper, by: "A1", age: 30)
    try study.close()
    try folder.execute(
      """
      DROP TABLE verification_error; DROP TABLE verification; DROP TABLE sitting;
      DROP TABLE remark; DROP TABLE audit_event; DROP TABLE dossier_key;
      DROP TABLE version_fate; DROP TABLE version_step; DROP TABLE administrative_count;
      ALTER TABLE questionnaire DROP COLUMN withdrawn;
      ALTER TABLE questionnaire DROP COLUMN withdrawn_by; PRAGMA user_version = 2;
      DELETE FROM grdb_migrations WHERE identifier >= '3';
      """
    )
    let older = try StudyFile.open(path: folder.path(), access: .readOnly)
    #expect(try older.sittings().isEmpty)
    #expect(try older.verifications().isEmpty)
    #expect(try older.verifiableForms(of: questionnaire, wave: "1").count == 1)
    try older.close()
    #expect(try structure() == 2)
    let renewed = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(try renewed.sittings().isEmpty)
    try renewed.close()
    #expect(try structure() == 5)
  }
}
