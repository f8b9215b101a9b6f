import GRDB
import SurveyModel
import SurveyStore
import Testing

/// Whatever happens to a study, the columns that are kept are never those of another state.
@Suite struct CacheStateTests {
  private enum Change: CaseIterable {
    case save, saveSeveral, revise, void, importRows, replaceRows, beginImport, abandonImport
    case undo, adopt, step, addWave, withdraw, otherQuestionnaire
  }

  private final class Course {
    var numbers: SeededNumbers
    let trial: CacheTrial
    var versions: [Questionnaire]
    var waves = ["2026"]
    var interviews: [InterviewID] = []
    var batches: [BatchID] = []
    var open: BatchWriter?
    var unused: Questionnaire?
    var moment: Int64 = 100
    var serial = 0

    init(seed: Int) throws {
      numbers = SeededNumbers(state: UInt64(seed))
      let first = Sample.questionnaire()
      versions = [first]
      trial = try CacheTrial(first)
    }

    var newest: Questionnaire { versions[versions.count - 1] }

    func pick<Element>(_ elements: [Element]) -> Element? {
      elements.randomElement(using: &numbers)
    }

    func tick() -> Timestamp {
      moment += 1
      return Sample.moment(moment)
    }

    /// Answers of any kind, some of them missing, on days before, in and after a quarter.
    func answers(_ questionnaire: Questionnaire) -> [Answer] {
      serial += 1
      return questionnaire.questions.map { question -> Answer in
        if Int.random(in: 0..<5, using: &numbers) == 0 {
          return .missing(pick(MissingReason.allCases) ?? .refused)
        }
        switch question.shape {
        case .nothing: return Sample.note
        case .selectOne(let list): return .choice(pick(list.choices.map(\.code)) ?? "1")
        case .selectMultiple(let list):
          return .choices(
            list.choices.map(\.code).filter { _ in Bool.random(using: &numbers) }
          )
        case .integer: return .integer(Int.random(in: -9...9, using: &numbers))
        case .decimal: return .decimal(Double(Int.random(in: 0...99, using: &numbers)) / 8)
        case .text: return .text("lời \(Int.random(in: 0...3, using: &numbers))")
        case .date:
          let day = pick(["2026-03-31", "2026-04-01", "2026-06-30", "2026-11-20"]) ?? ""
          return .date(Sample.date(day))
        case .calculate:
          return serial.isMultiple(of: 6) ? .text("quý \(serial % 4)") : .decimal(Double(serial))
        }
      }
    }
  }

  private func begin(_ course: Course) throws -> BatchWriter? {
    guard course.open == nil, let wave = course.pick(course.waves) else { return nil }
    course.serial += 1
    var start = Sample.batch(UInt128(course.serial), wave: wave)
    start = BatchStart(
      id: start.id,
      fileName: "f",
      wave: wave,
      started: course.tick(),
      by: "a",
      toolVersion: "0"
    )
    return try course.trial.study.beginBatch(start, of: course.newest)
  }

  private func append(_ rows: Int, to writer: BatchWriter, _ course: Course) throws {
    for ordinal in 0..<rows {
      try writer.append(course.answers(course.newest), ordinal: ordinal + 1)
    }
  }

  private func save(_ course: Course) throws {
    guard let form = course.pick(course.versions), let wave = course.pick(course.waves) else {
      return
    }
    let id = try course.trial.study.save(
      Sample.interview(course.answers(form), mode: course.pick(Mode.allCases) ?? .paper),
      of: form,
      wave: wave,
      by: "a"
    )
    course.interviews.append(id)
  }

  private func apply(_ change: Change, _ course: Course) throws {
    let study = course.trial.study
    switch change {
    case .save: try save(course)
    case .saveSeveral: for _ in 0..<5 { try save(course) }
    case .revise:
      guard let id = course.pick(course.interviews) else { return }
      // An interview may be void, or of another version.
      try? study.revise(
        id,
        of: course.newest,
        answers: course.answers(course.newest),
        by: "b",
        at: course.tick(),
        why: "nhầm"
      )
    case .void:
      guard let id = course.pick(course.interviews) else { return }
      try? study.void(id, by: "b", at: course.tick(), why: "trùng")
    case .importRows:
      guard let writer = try begin(course) else { return }
      try append(Int.random(in: 1...8, using: &course.numbers), to: writer, course)
      try writer.complete(at: course.tick())
      course.batches.append(writer.id)
    case .replaceRows:
      guard let id = course.pick(course.interviews), let writer = try begin(course) else { return }
      try writer.append(course.answers(course.newest), ordinal: 1, replacing: id)
      do {
        try writer.complete(at: course.tick())
        course.batches.append(writer.id)
      } catch { try writer.abandon() }
    case .beginImport:
      guard let writer = try begin(course) else { return }
      try append(3, to: writer, course)
      _ = try writer.blockWriter()
      course.open = writer
    case .abandonImport:
      try course.open?.abandon()
      course.open = nil
    case .undo:
      guard let batch = course.pick(course.batches) else { return }
      _ = try? study.undo(batch, by: "b", at: course.tick(), why: "nhầm tệp")
    case .adopt: try adopt(course)
    case .step: try step(course)
    case .addWave:
      let id = "w\(course.waves.count)"
      try study.addWave(Wave(id: id, label: "Đợt \(id)"))
      course.waves.append(id)
    case .withdraw:
      guard course.versions.count > 1, course.open == nil else { return }
      let plan = course.newest
      do {
        try study.withdrawVersion(plan, by: "b", at: course.tick())
        course.versions.removeLast()
      } catch { #expect(try study.holdsAnswers(to: plan.id)) }
    case .otherQuestionnaire:
      let other = Sample.questionnaire(id: "khac", [("muc", .integer)])
      try study.addQuestionnaire(other, fileName: "k", text: "k", at: course.tick())
      let wave = course.waves[0]
      try study.save(Sample.interview([.integer(1)]), of: other, wave: wave, by: "a")
    }
  }

  private func adopt(_ course: Course) throws {
    guard course.versions.count < 3, course.open == nil else { return }
    let number = course.versions.count + 1
    var kinds = Sample.kinds
    kinds[1] = ("muc", .selectOne(Sample.list("muc", ["3", "2", "cao"])))
    kinds.append(("them_\(number)", .text))
    let next = Sample.questionnaire(version: "\(2025 + number).1", kinds)
    try course.trial.study.adopt(
      next,
      fileName: "q",
      text: "bản \(number)",
      step: AdoptedStep(
        VersionStep(),
        from: course.newest.version,
        by: "a",
        at: course.tick()
      )
    )
    course.versions.append(next)
  }

  private func step(_ course: Course) throws {
    guard course.versions.count > 1 else { return }
    course.serial += 1
    let codes: [String: VersionMap.Target] = [
      "1": course.serial.isMultiple(of: 2) ? .code("3") : .missing(.refused),
      "9": .notComparable,
    ]
    try course.trial.study.adopt(
      course.newest,
      fileName: "q",
      text: "bản",
      step: AdoptedStep(
        VersionStep(fates: ["muc": .carried(to: "muc", codes: codes)]),
        from: course.versions[course.versions.count - 2].version,
        mapFileName: "m",
        mapText: "map \(course.serial)",
        by: "a",
        at: course.tick()
      )
    )
  }

  @Test(arguments: 1...8)
  func `after any change the columns are those of the interviews`(seed: Int) throws {
    let course = try Course(seed: seed)
    for _ in 0..<20 {
      try apply(course.pick(Change.allCases) ?? .save, course)
      // Most changes are seen at once; sometimes several come together.
      if Int.random(in: 0..<4, using: &course.numbers) == 0 { continue }
      let trial = course.trial
      try trial.expectSame(trial.study, course.newest, waves: course.waves)
      let reader = try trial.reader()
      try trial.expectSame(reader, course.newest, waves: course.waves)
      try reader.close()
    }
    try course.open?.abandon()
    try save(course)
    _ = try course.trial.study.dataset(of: course.newest)
    let newest = try course.trial.folder.rows(
      "SELECT max(key) AS key FROM questionnaire WHERE id = 'hai-long' AND withdrawn IS NULL"
    )
    #expect(try course.trial.kept() == newest.map { $0["key"] })
  }
}
