import SurveyModel
import SurveyStore
import Testing

@Suite struct PeriodReadingTests {
  private let folder: WorkFolder
  private let study: StudyFile
  private let questionnaire = Sample.questionnaire()

  /// Interviews of two waves, by the day of the interview; one of an import has no day.
  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
    try study.addWave(Wave(id: "b", label: "Đợt B"))
    for (day, wave, level) in [
      ("2026-03-31", "2026", "1"), ("2026-04-01", "2026", "2"), ("2026-06-30", "b", "3"),
      ("2026-07-01", "b", "2"),
    ] {
      var answers = Sample.answers
      answers[1] = .choice(level)
      answers[7] = .date(Sample.date(day))
      _ = try study.save(Sample.interview(answers), of: questionnaire, wave: wave, by: "a")
    }
    let writer = try study.beginBatch(Sample.batch(wave: "b"), of: questionnaire)
    var answers = Sample.answers
    answers[7] = .missing(.noAnswer)
    try writer.append(answers, ordinal: 1)
    try writer.complete(at: Sample.moment(40))
  }

  private func levels(_ data: Dataset) throws -> [Int32] {
    guard case .choice(let codes)? = data.column("muc")?.values else { return [] }
    return Array(codes)
  }

  @Test func `a period takes the interviews of its days from all waves`() throws {
    let period = try #require(Period("2026-Q2"))
    let data = try study.dataset(of: questionnaire, days: period.days)
    #expect(try levels(data) == [1, 2])
    #expect(data.waves == Dataset.Waves(labels: ["Đợt 2026", "Đợt B"], codes: [0, 1]))
    let overview = try study.overview(of: "hai-long", days: period.days)
    #expect(overview.interviews == 2)
    #expect(overview.firstDay == Sample.date("2026-04-01"))
    #expect(overview.lastDay == Sample.date("2026-06-30"))
    let shares = try study.versionShares(of: questionnaire, days: period.days)
    #expect(shares.map(\.interviews) == [2])
  }

  @Test func `periods part the year, and what has no date lies in none`() throws {
    let year = try #require(Period("2026"))
    let counts = try year.parts(.quarter).map {
      try study.dataset(of: questionnaire, days: $0.days).count
    }
    #expect(counts == [1, 2, 1, 0])
    #expect(try study.dataset(of: questionnaire, days: year.days).count == 4)
    #expect(try study.undatedInterviews(of: "hai-long") == 1)
    #expect(try study.undatedInterviews(of: "hai-long", version: "2026.1") == 1)
    #expect(try study.undatedInterviews(of: "hai-long", version: "0") == 0)
    #expect(try study.dataset(of: questionnaire).waves == nil)
  }

  @Test func `waves stand in the order of time`() throws {
    #expect(try study.fieldwork(of: "hai-long").map(\.wave.id) == ["2026", "b"])
    // Added later, but earlier by its first day.
    try study.addWave(Wave(id: "cu", label: "Đợt cũ", from: Sample.date("2025-01-01")))
    #expect(try study.fieldwork(of: "hai-long").map(\.wave.id) == ["2026", "b"])
    var answers = Sample.answers
    answers[7] = .date(Sample.date("2026-12-01"))
    _ = try study.save(Sample.interview(answers), of: questionnaire, wave: "cu", by: "a")
    let waves = try study.fieldwork(of: "hai-long")
    #expect(waves.map(\.wave.id) == ["cu", "2026", "b"])
    #expect(waves.map(\.interviews) == [1, 2, 3])
    #expect(waves[1].firstDay == Sample.date("2026-03-31"))
    #expect(try study.fieldwork(of: "hai-long", version: "0").isEmpty)
  }
}
