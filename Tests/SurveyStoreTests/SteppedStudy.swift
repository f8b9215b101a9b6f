import SurveyModel
import SurveyStore
import Testing

/// A study with four interviews of a questionnaire that has a newer version.
struct SteppedStudy {
  let folder: WorkFolder
  let study: StudyFile

  static let first = Sample.questionnaire(
    version: "1",
    [
      ("muc", .selectOne(Sample.list("muc", ["1", "2", "3", "4", "5"]))),
      ("kenh", .selectMultiple(Sample.list("kenh", ["a", "b", "c"]))),
      ("tuoi", .integer),
      ("cu", .text),
    ]
  )
  static let second = Sample.questionnaire(
    version: "2",
    [
      ("muc", .selectOne(Sample.list("muc", ["1", "2", "4", "5"]))),
      ("kenh", .selectMultiple(Sample.list("kenh", ["x", "c"]))),
      ("age", .integer),
      ("moi", .text),
    ]
  )
  static let flip = VersionStep(fates: [
    "muc": .carried(
      to: "muc",
      codes: [
        "1": .code("5"), "2": .code("4"), "3": .notComparable, "4": .missing(.refused),
        "5": .code("1"),
      ]
    ),
    "kenh": .carried(to: "kenh", codes: ["a": .code("x"), "b": .code("x")]),
    "tuoi": .carried(to: "age", codes: [:]),
  ])

  init() throws {
    folder = try WorkFolder()
    study = try folder.study(Self.first)
    let rows: [[Answer]] = [
      [.choice("1"), .choices(["a", "b"]), .integer(20), .text("p")],
      [.choice("3"), .choices(["c"]), .integer(30), .text("q")],
      [.choice("4"), .choices([]), .missing(.refused), .text("r")],
      [.choice("5"), .choices(["b"]), .integer(50), .missing(.doNotKnow)],
    ]
    for row in rows {
      try study.save(Sample.interview(row), of: Self.first, wave: "2026", by: "a")
    }
  }

  func step(_ step: VersionStep = Self.flip, map: String? = "bản đồ") -> AdoptedStep {
    AdoptedStep(
      step,
      from: "1",
      mapFileName: map.map { _ in "m.yaml" },
      mapText: map,
      by: "a",
      at: Sample.moment(30)
    )
  }

  @discardableResult
  func adopt(
    _ questionnaire: Questionnaire = Self.second,
    step: AdoptedStep
  ) throws -> Bool {
    try study.adopt(questionnaire, fileName: "q2.yaml", text: "bản hai", step: step)
  }

  func codes(_ data: Dataset, _ id: String) throws -> [String?] {
    let question = try #require(data.questionnaire.questions.first { $0.id == id })
    let list = question.kind.choiceList?.choices.map(\.code) ?? []
    guard case .choice(let positions) = try #require(data.column(id)).values else { return [] }
    return positions.map { $0 < 0 ? nil : list[Int($0)] }
  }
}
