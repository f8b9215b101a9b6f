import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct RevisionTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Sample.questionnaire()
  let id: InterviewID

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
    id = try study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a")
    try study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a")
  }

  private func revise(_ answers: [Answer], _ minute: Int64) throws(StudyError) {
    try study.revise(
      id,
      of: questionnaire,
      answers: answers,
      by: "người sửa",
      at: Sample.moment(minute),
      why: "gõ nhầm tuổi"
    )
  }

  @Test func `an edit is a revision with who, when and why`() throws {
    var answers = Sample.answers
    answers[4] = .integer(50)
    try revise(answers, 100)
    let stored = try study.interview(id, of: questionnaire)
    #expect(stored.answers == answers)
    #expect(stored.revision == 2)
    #expect(stored.started == Sample.moment(10))
    let history = try study.history(of: id)
    #expect(history.map(\.kind) == [.original, .replace])
    #expect(history.map(\.number) == [1, 2])
    #expect(history.last?.parent == 1)
    #expect(history.last?.by == "người sửa")
    #expect(history.last?.at == Sample.moment(100))
    #expect(history.last?.why == "gõ nhầm tuổi")
    #expect(history.first?.by == "a")
    let dataset = try study.dataset(of: questionnaire)
    #expect(dataset.count == 2)
    #expect(try folder.rows("SELECT 1 FROM data_hai_long_2026_1").count == 3)
    #expect(try folder.rows("SELECT 1 FROM hai_long_current WHERE tuoi = 50").count == 1)
  }

  @Test func `a void interview no longer counts and cannot be edited`() throws {
    try study.void(id, by: "b", at: Sample.moment(101), why: "phiếu thử")
    #expect(try study.overview(of: "hai-long").interviews == 1)
    #expect(try study.dataset(of: questionnaire).count == 1)
    #expect(try study.interviewIDs(of: questionnaire).map(\.sequence) == [2])
    #expect(try study.history(of: id).map(\.kind) == [.original, .void])
    #expect(
      fault { () throws(StudyError) in try revise(Sample.answers, 102) } == .interviewVoided(id)
    )
    #expect(
      fault { () throws(StudyError) in
        try study.void(id, by: "b", at: Sample.moment(103), why: "")
      } == .interviewVoided(id)
    )
  }

  @Test func `revisions form a chain`() throws {
    try revise(Sample.missing(.refused), 100)
    try revise(Sample.answers, 101)
    #expect(try study.history(of: id).map(\.parent) == [nil, 1, 2])
    #expect(try study.interview(id, of: questionnaire).answers == Sample.answers)
    #expect(try study.dataset(of: questionnaire).count == 2)
  }

  @Test func `two heads of one interview are a conflict`() throws {
    try revise(Sample.answers, 100)
    try study.close()
    try DatabaseQueue(path: folder.path()).write { database in
      try database.execute(
        sql: """
          INSERT INTO revision SELECT station, sequence, number, 4711, parent, parent_station,
            kind, 'máy khác', at, at_offset, why, batch FROM revision WHERE number = 2
          """
      )
    }
    let again = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(
      fault { () throws(StudyError) in try again.interview(id, of: questionnaire) }
        == .conflictingRevisions(id)
    )
    #expect(try again.history(of: id).count == 3)
  }

  @Test func `a revision that does not fit changes nothing`() throws {
    var answers = Sample.answers
    answers[1] = .choice("8")
    #expect(fault { () throws(StudyError) in try revise(answers, 100) } != nil)
    #expect(try study.history(of: id).count == 1)
    #expect(try study.interview(id, of: questionnaire).answers == Sample.answers)
  }
}
