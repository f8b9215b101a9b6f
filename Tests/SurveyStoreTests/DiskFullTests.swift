import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct DiskFullTests {
  @Test func `a full disk loses only what did not fit`() throws {
    let folder = try WorkFolder()
    let questionnaire = Sample.questionnaire()
    let setup = try folder.study(questionnaire)
    try setup.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a")
    try setup.close()
    let study = try StudyFile.open(
      path: folder.path(),
      access: .readWrite,
      options: StudyOptions(maximumPageCount: 60)
    )
    var answers = Sample.answers
    answers[6] = .text(String(repeating: "dài ", count: 1000))
    var saved = 1
    var error: StudyError?
    while error == nil, saved < 500 {
      error = fault { () throws(StudyError) in
        try study.save(Sample.interview(answers), of: questionnaire, wave: "2026", by: "a")
      }
      if error == nil { saved += 1 }
    }
    #expect(error == .diskFull(path: folder.path()))
    #expect(saved > 1)
    #expect(try study.overview(of: "hai-long").interviews == saved)
    try study.close()
    let again = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(try again.dataset(of: questionnaire).count == saved)
    try again.save(Sample.interview(answers), of: questionnaire, wave: "2026", by: "a")
    #expect(try folder.rows("PRAGMA integrity_check").first?["integrity_check"] == "ok")
  }

  @Test func `an import on a full disk leaves nothing behind`() throws {
    let folder = try WorkFolder()
    let questionnaire = Sample.questionnaire()
    try folder.study(questionnaire).close()
    let study = try StudyFile.open(
      path: folder.path(),
      access: .readWrite,
      options: StudyOptions(maximumPageCount: 200)
    )
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    let error = fault { () throws(StudyError) in
      for row in 0..<20_000 { try writer.append(Sample.answers, ordinal: row) }
      try writer.complete(rejected: 0, at: Sample.moment(40))
    }
    #expect(error == .diskFull(path: folder.path()))
    try writer.abandon()
    #expect(try study.batches().isEmpty)
    #expect(try study.dataset(of: questionnaire).count == 0)
  }
}
