import SurveyModel
import SurveyStore
import Testing

@Suite struct InterviewTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Sample.questionnaire()

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  private func save(_ answers: [Answer]) throws -> InterviewID {
    try study.save(Sample.interview(answers), of: questionnaire, wave: "2026", by: "a")
  }

  @Test func `every kind of answer comes back as it was given`() throws {
    let id = try study.save(
      Sample.interview(warnings: [4, 5]),
      of: questionnaire,
      wave: "2026",
      by: "điều tra viên"
    )
    #expect(id == InterviewID(station: Sample.station, sequence: 1))
    let stored = try study.interview(id, of: questionnaire)
    #expect(stored.answers == Sample.answers)
    #expect(stored.acceptedWarnings == [4, 5])
    #expect(stored.mode == .terminal)
    #expect(stored.language == "vi")
    #expect(stored.wave == "2026")
    #expect(stored.started == Sample.moment(10))
    #expect(stored.finished == Sample.moment(20))
    #expect(stored.consentVersion == "1")
    #expect(stored.interviewDate == Sample.date("2026-11-20"))
    #expect(stored.revision == 1)
    #expect(stored.batch == nil)
  }

  @Test(arguments: MissingReason.allCases)
  func `every reason for no answer comes back for every kind`(reason: MissingReason) throws {
    let id = try save(Sample.missing(reason))
    #expect(try study.interview(id, of: questionnaire).answers == Sample.missing(reason))
  }

  @Test func `empty text, extreme numbers and a computed text survive`() throws {
    var answers = Sample.answers
    answers[3] = .choices([])
    answers[4] = .integer(.min)
    answers[5] = .decimal(.infinity)
    answers[6] = .text("")
    answers[8] = .text("quý 4")
    let id = try save(answers)
    #expect(try study.interview(id, of: questionnaire).answers == answers)
    answers[4] = .integer(.max)
    answers[5] = .decimal(-0.1)
    answers[6] = .text("a\u{0}b")
    let other = try save(answers)
    #expect(try study.interview(other, of: questionnaire).answers == answers)
  }

  @Test func `without a date question the day of the start counts`() throws {
    var answers = Sample.answers
    answers[7] = .missing(.refused)
    // 2026-11-18 23:30 in Vietnam is 16:30 UTC.
    let id = try save(answers)
    let stored = try study.interview(id, of: questionnaire)
    #expect(stored.interviewDate == Sample.moment(10).localDate)
  }

  static let misfits: [(Int, Answer)] = [
    (1, .choice("4")), (1, .choice("02")), (1, .text("1")), (2, .choice("1")),
    (3, .choices(["1", "x"])), (3, .choice("1")), (4, .decimal(1.5)), (4, .text("1")),
    (5, .decimal(.nan)), (6, .integer(1)), (7, .text("2026-01-01")), (8, .choice("1")),
  ]

  @Test(arguments: misfits)
  func `an answer of another kind is refused and nothing is saved`(
    index: Int,
    answer: Answer
  ) throws {
    var answers = Sample.answers
    answers[index] = answer
    let error = fault { () throws(StudyError) in
      try study.save(Sample.interview(answers), of: questionnaire, wave: "2026", by: "a")
    }
    guard case .answerDoesNotFit(let question, _) = error else {
      Issue.record("expected a refusal, got \(String(describing: error))")
      return
    }
    #expect(question == Sample.kinds[index].0)
    #expect(try study.overview(of: "hai-long").interviews == 0)
    #expect(try save(Sample.answers).sequence == 1)
  }

  @Test func `a form with too few answers is refused`() {
    let error = fault { () throws(StudyError) in
      try study.save(Sample.interview([]), of: questionnaire, wave: "2026", by: "a")
    }
    #expect(error == .answerCount(expected: 9, found: 0))
  }

  @Test func `an unknown interview is called unknown`() {
    let id = InterviewID(station: 5, sequence: 77)
    #expect(
      fault { () throws(StudyError) in try study.interview(id, of: questionnaire) }
        == .unknownInterview(id)
    )
  }

  @Test func `the overview counts modes and days`() throws {
    try study.save(
      Sample.interview(mode: .paper),
      of: questionnaire,
      wave: "2026",
      by: "a"
    )
    var answers = Sample.answers
    answers[7] = .date(Sample.date("2026-01-05"))
    for _ in 0..<2 { _ = try save(answers) }
    try study.addWave(Wave(id: "b", label: "b"))
    let overview = try study.overview(of: "hai-long")
    #expect(overview.interviews == 3)
    #expect(overview.interviewsByMode == [.paper: 1, .terminal: 2])
    #expect(overview.firstDay == Sample.date("2026-01-05"))
    #expect(overview.lastDay == Sample.date("2026-11-20"))
    #expect(try study.overview(of: "hai-long", wave: "b").interviews == 0)
    #expect(try study.overview(of: "hai-long", wave: "b").firstDay == nil)
  }
}
