import Foundation
import SurveyModel
import SurveyStore
import Testing

@Suite struct DraftTests {
  let folder: WorkFolder
  let study: StudyFile
  let questionnaire = Sample.questionnaire()

  init() throws {
    folder = try WorkFolder()
    study = try folder.study()
  }

  private func open(_ study: StudyFile) throws -> DraftID {
    try study.openDraft(
      questionnaire: "hai-long",
      version: "2026.1",
      language: "vi",
      mode: .terminal,
      started: Sample.moment(5),
      by: "điều tra viên"
    )
  }

  private func record(_ answers: [Answer], _ draft: DraftID) throws {
    for (index, answer) in answers.enumerated() {
      try study.record(
        answer,
        to: Sample.kinds[index].0,
        in: draft,
        warningAccepted: index == 4,
        at: Sample.moment(Int64(index))
      )
    }
  }

  @Test func `a draft comes back with every kind of answer and every reason`() throws {
    let draft = try open(study)
    try record(Sample.answers, draft)
    let other = try open(study)
    for (index, reason) in MissingReason.allCases.enumerated() {
      try study.record(.missing(reason), to: Sample.kinds[index].0, in: other, at: Sample.moment(1))
    }
    let drafts = try study.drafts()
    #expect(drafts.map(\.id) == [draft, other])
    let first = try #require(drafts.first)
    #expect(first.answers.map(\.answer) == Sample.answers)
    #expect(first.answers.map(\.question) == Sample.kinds.map(\.0))
    #expect(first.answers.filter(\.warningAccepted).map(\.question) == ["tuoi"])
    #expect(first.answers.map(\.at) == (0..<9).map { Sample.moment($0) })
    #expect(first.questionnaire == "hai-long")
    #expect(first.version == "2026.1")
    #expect(first.started == Sample.moment(5))
    #expect(first.by == "điều tra viên")
    #expect(drafts.last?.answers.map(\.answer) == MissingReason.allCases.map { .missing($0) })
  }

  @Test func `answering again replaces the answer and keeps its place`() throws {
    let draft = try open(study)
    try study.record(.integer(30), to: "tuoi", in: draft, at: Sample.moment(1))
    try study.record(.text("a"), to: "y_kien", in: draft, at: Sample.moment(2))
    try study.record(.integer(31), to: "tuoi", in: draft, at: Sample.moment(3))
    let answers = try study.drafts().first?.answers
    #expect(answers?.map(\.answer) == [.integer(31), .text("a")])
  }

  @Test func `a draft survives a crash`() throws {
    let draft = try open(study)
    try record(Sample.answers, draft)
    // What is on the disk while the first instance is still open is all that a crash leaves.
    let copy = try WorkFolder()
    for name in folder.names where !name.hasSuffix("-shm") {
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
    }
    let again = try StudyFile.open(path: copy.path(), access: .readWrite)
    #expect(try again.drafts().first?.answers.map(\.answer) == Sample.answers)
    let id = try again.save(
      Sample.interview(),
      of: questionnaire,
      wave: "2026",
      by: "a",
      draft: draft
    )
    #expect(try again.drafts().isEmpty)
    #expect(try again.interview(id, of: questionnaire).answers == Sample.answers)
  }

  @Test func `saving removes the draft once and keeps its times`() throws {
    let draft = try open(study)
    try record(Sample.answers, draft)
    try study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a", draft: draft)
    #expect(try folder.rows("SELECT 1 FROM paradata WHERE event = 'answered'").count == 9)
    let second = fault { () throws(StudyError) in
      try study.save(Sample.interview(), of: questionnaire, wave: "2026", by: "a", draft: draft)
    }
    #expect(second == .unknownDraft(draft))
    #expect(try study.overview(of: "hai-long").interviews == 1)
  }

  @Test func `an interview that cannot be saved keeps its draft`() throws {
    let draft = try open(study)
    try record(Sample.answers, draft)
    let error = fault { () throws(StudyError) in
      try study.save(Sample.interview([]), of: questionnaire, wave: "2026", by: "a", draft: draft)
    }
    #expect(error != nil)
    #expect(try study.drafts().first?.answers.count == 9)
    #expect(try study.overview(of: "hai-long").drafts == 1)
  }

  @Test func `a discarded draft takes no more answers`() throws {
    let draft = try open(study)
    try study.discard(draft)
    #expect(try study.drafts().isEmpty)
    let error = fault { () throws(StudyError) in
      try study.record(.integer(1), to: "tuoi", in: draft, at: Sample.moment(1))
    }
    #expect(error == .unknownDraft(draft))
    #expect(fault { () throws(StudyError) in try study.discard(draft) } == .unknownDraft(draft))
    #expect(try open(study) != draft)
  }

  @Test func `a draft needs a stored questionnaire`() {
    let error = fault { () throws(StudyError) in
      try study.openDraft(
        questionnaire: "x",
        version: "1",
        language: "vi",
        mode: .kiosk,
        started: Sample.moment(0),
        by: ""
      )
    }
    #expect(error == .unknownQuestionnaire(id: "x", version: "1", known: ["hai-long 2026.1"]))
  }

  @Test func `two instances writing at once lose nothing`() async throws {
    let path = folder.path()
    let questionnaire = questionnaire
    let ids = try await withThrowingTaskGroup(of: [InterviewID].self) { group in
      for writer in 0..<2 {
        group.addTask {
          let own = try StudyFile.open(path: path, access: .readWrite)
          var ids: [InterviewID] = []
          for number in 0..<40 {
            let draft = try own.openDraft(
              questionnaire: "hai-long",
              version: "2026.1",
              language: "vi",
              mode: .kiosk,
              started: Sample.moment(0),
              by: "\(writer)"
            )
            try own.record(.integer(number), to: "tuoi", in: draft, at: Sample.moment(1))
            if number.isMultiple(of: 2) {
              ids.append(
                try own.save(
                  Sample.interview(),
                  of: questionnaire,
                  wave: "2026",
                  by: "\(writer)",
                  draft: draft
                )
              )
            }
          }
          return ids
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids).count == 40)
    #expect(Set(ids.map(\.sequence)) == Set(1...40))
    #expect(try study.drafts().count == 40)
    #expect(try study.dataset(of: questionnaire).count == 40)
  }
}
