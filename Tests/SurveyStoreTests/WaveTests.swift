import SurveyModel
import SurveyStore
import Testing

@Suite struct WaveTests {
  let folder: WorkFolder
  let study: StudyFile

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  @Test func `a wave is kept with all it says`() throws {
    let wave = Wave(
      id: "2026-q4",
      label: "Quý IV",
      from: Sample.date("2026-10-01"),
      to: Sample.date("2026-12-31"),
      questionnaire: "hai-long",
      version: "2026.1"
    )
    try study.addWave(wave)
    #expect(try study.waves() == [Wave(id: "2026", label: "Đợt 2026"), wave])
  }

  @Test func `the only open wave is the default`() throws {
    #expect(try study.defaultWave().id == "2026")
    try study.addWave(Wave(id: "b", label: "b"))
    let several = fault { () throws(StudyError) in try study.defaultWave() }
    #expect(several == .severalOpenWaves(["2026", "b"]))
    try study.closeWave("2026", at: Sample.moment(5))
    #expect(try study.defaultWave().id == "b")
    try study.closeWave("b", at: Sample.moment(6))
    #expect(fault { () throws(StudyError) in try study.defaultWave() } == .noOpenWave)
  }

  @Test func `a wave is refused when its id is taken or its days run backwards`() throws {
    let taken = fault { () throws(StudyError) in try study.addWave(Wave(id: "2026", label: "")) }
    #expect(taken == .waveExists(id: "2026"))
    let backwards = fault { () throws(StudyError) in
      try study.addWave(
        Wave(id: "x", label: "", from: Sample.date("2026-02-01"), to: Sample.date("2026-01-31"))
      )
    }
    #expect(backwards == .wavePeriod(id: "x"))
  }

  @Test func `an unknown wave is refused everywhere`() {
    let questionnaire = Sample.questionnaire()
    let expected = StudyError.unknownWave(id: "x", known: ["2026"])
    #expect(
      fault { () throws(StudyError) in
        try study.save(Sample.interview(), of: questionnaire, wave: "x", by: "a")
      } == expected
    )
    #expect(
      fault { () throws(StudyError) in
        try study.beginBatch(Sample.batch(wave: "x"), of: questionnaire)
      } == expected
    )
    #expect(
      fault { () throws(StudyError) in try study.dataset(of: questionnaire, wave: "x") } == expected
    )
    #expect(
      fault { () throws(StudyError) in try study.overview(of: "hai-long", wave: "x") } == expected
    )
    #expect(
      fault { () throws(StudyError) in try study.closeWave("x", at: Sample.moment(0)) } == expected
    )
  }
}
