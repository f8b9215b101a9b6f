import SurveyModel
import Testing

@testable import SurveyStore

/// How interviews were conducted, beside their answers.
@Suite struct CourseTests {
  private let folder: WorkFolder
  private let study: StudyFile
  private let questionnaire = Questionnaire(
    id: "phieu",
    version: "1",
    languages: ["vi"],
    title: Sample.words("Phiếu"),
    sections: [
      Section(
        id: "a",
        title: Sample.words("A"),
        questions: [Sample.question("tuoi", .integer)]
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
  private func save(
    _ age: Int,
    by keyer: String,
    mode: Mode,
    at minute: Int64
  ) throws
    -> InterviewID
  {
    let interview = Interview(
      answers: [.integer(age)],
      mode: mode,
      language: "vi",
      started: Sample.moment(minute),
      finished: Sample.moment(minute + 4)
    )
    return try study.save(interview, of: questionnaire, wave: "1", by: keyer)
  }

  @Test func `courses stand beside the rows of the dataset`() throws {
    let first = try save(30, by: "k1", mode: .paper, at: 10)
    try save(40, by: "", mode: .kiosk, at: 20)
    let third = try save(50, by: "k2", mode: .terminal, at: 30)
    let gone = try save(60, by: "k2", mode: .terminal, at: 40)
    try study.void(gone, by: "k9", at: Sample.moment(60), why: "twice")
    let courses = try study.courses(of: questionnaire, wave: "1")
    #expect(courses.ids.count == 3 && courses.ids.first == first && courses.ids.last == third)
    #expect(courses.modes == [.paper, .kiosk, .terminal])
    #expect(courses.operators == ["k1", "", "k2"])
    #expect(courses.started == [10, 20, 30].map { Sample.moment($0) })
    #expect(courses.finished == [14, 24, 34].map { Sample.moment($0) })
    #expect(try study.courses(of: questionnaire).ids == courses.ids)
    #expect(try study.interviewIDs(of: questionnaire, wave: "1") == courses.ids)
  }

  @Test func `whoever corrects an answer did not conduct the interview`() throws {
    let first = try save(30, by: "k1", mode: .paper, at: 10)
    try save(31, by: "k2", mode: .paper, at: 11)
    try study.revise(
      first,
      of: questionnaire,
      answers: [.integer(33)],
      by: "k3",
      at: Sample.moment(99),
      why: "paper"
    )
    let courses = try study.courses(of: questionnaire, wave: "1")
    let data = try study.dataset(of: questionnaire, wave: "1")
    guard case .number(let ages)? = data.columns.first?.values else {
      Issue.record("no ages")
      return
    }
    let byAge = Dictionary(uniqueKeysWithValues: zip(ages, courses.operators))
    #expect(byAge == [33: "k1", 31: "k2"])
    #expect(courses.started.contains(Sample.moment(10)))
    #expect(!courses.started.contains(Sample.moment(99)))
  }
}
