import SurveyModel
import SurveyStore
import Testing

/// The interview that was saved last.
@Suite struct LastSavedTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Sample.questionnaire()

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  @discardableResult
  private func save(
    _ age: Int,
    mode: Mode = .terminal,
    wave: String = "2026"
  ) throws -> InterviewID {
    var answers = Sample.answers
    answers[4] = .integer(age)
    return try study.save(
      Sample.interview(answers, mode: mode),
      of: questionnaire,
      wave: wave,
      by: "a"
    )
  }

  private func last(_ modes: [Mode] = [.terminal, .paper]) throws -> [Answer]? {
    try study.lastSaved(of: questionnaire, modes: modes)
  }

  @Test func `a study without interviews has none`() throws {
    #expect(try last() == nil)
  }

  @Test func `every answer comes back as it was given`() throws {
    try save(1)
    try save(-41)
    #expect(try last() == Sample.answers)
    try study.save(
      Sample.interview(Sample.missing(.refused)),
      of: questionnaire,
      wave: "2026",
      by: "a"
    )
    #expect(try last()?.dropFirst() == Sample.missing(.refused).dropFirst())
  }

  @Test func `it is the one saved last, in any wave and of the modes that are asked for`() throws {
    try study.addWave(Wave(id: "2027", label: "Đợt 2027"))
    try save(30, wave: "2027")
    #expect(try last()?[4] == .integer(30))
    try save(31)
    #expect(try last()?[4] == .integer(31))
    try save(32, mode: .paper)
    #expect(try last()?[4] == .integer(32))
    try save(33, mode: .kiosk)
    #expect(try last()?[4] == .integer(32))
    #expect(try last([.terminal])?[4] == .integer(31))
  }

  @Test func `an import is never it`() throws {
    try save(30)
    let writer = try study.beginBatch(Sample.batch(), of: questionnaire)
    try writer.append(BatchTests.row(7), ordinal: 1)
    try writer.complete(rejected: 0, at: Sample.moment(60))
    #expect(try study.overview(of: "hai-long").interviews == 2)
    #expect(try last()?[4] == .integer(30))
  }

  @Test func `it is read as it stands now, and not when it is void`() throws {
    let first = try save(30)
    let second = try save(40)
    var answers = Sample.answers
    answers[4] = .integer(41)
    try study.revise(
      second,
      of: questionnaire,
      answers: answers,
      by: "b",
      at: Sample.moment(50),
      why: "gõ nhầm"
    )
    #expect(try last()?[4] == .integer(41))
    answers[4] = .integer(31)
    try study.revise(
      first,
      of: questionnaire,
      answers: answers,
      by: "b",
      at: Sample.moment(60),
      why: "gõ nhầm"
    )
    #expect(try last()?[4] == .integer(41))
    try study.void(second, by: "b", at: Sample.moment(70), why: "phiếu thử")
    #expect(try last()?[4] == .integer(31))
    try study.void(first, by: "b", at: Sample.moment(80), why: "phiếu thử")
    #expect(try last() == nil)
  }
}
