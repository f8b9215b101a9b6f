import Foundation
import Testing

/// A level of the scale of the trial form.
typealias TrialLevel = (code: String, vi: String, en: String, isPositive: Bool)

/// Tests of a study whose form changes while it is in the field; all answers are made up.
protocol VersionTrial {
  var folder: Folder { get }
}

extension VersionTrial {
  static var study: String { "thu.thuocdo" }

  /// The form: a number, an age, and a rating on a scale.
  static func form(
    version: String,
    levels: [TrialLevel] = Self.levels,
    direction: String = "ascending",
    rating: String = "muc",
    age: String = "{id: tuoi, type: integer, label: {vi: Tuổi, en: Age}}",
    more: String = ""
  ) -> String {
    let lines = levels.map { level in
      "      - {code: \(level.code), label: {vi: \(level.vi), en: \(level.en)}"
        + (level.isPositive ? ", positive: true}" : "}")
    }
    return """
      questionnaire: thu
      version: "\(version)"
      languages: [vi, en]
      title: {vi: Phiếu thử, en: Trial}
      consent: {version: "1", text: {vi: Xin phép hỏi., en: May we ask?}}
      key: [so]
      scales:
        hai-long:
          kind: ordered
          direction: \(direction)
          levels:
      \(lines.joined(separator: "\n"))
      sections:
        - id: a
          title: {vi: A, en: A}
          questions:
            - {id: so, type: integer, label: {vi: Số phiếu, en: Number}}
            - \(age)
            - {id: \(rating), type: select_one, scale: hai-long, label: {vi: Mức hài lòng, en: Satisfaction}}
      \(more)indicators:
        - {id: tot, label: {vi: Hài lòng, en: Satisfied}, kind: share, item: \(rating)}
        - {id: diem, label: {vi: Điểm, en: Score}, kind: mean, item: \(rating)}

      """
  }

  static var levels: [TrialLevel] {
    [
      ("1", "Rất kém", "Very bad", false), ("2", "Kém", "Bad", false),
      ("3", "Bình thường", "Neither", false), ("4", "Tốt", "Good", true),
      ("5", "Rất tốt", "Very good", true),
    ]
  }

  /// The same words turned round, without the level in the middle.
  static var turned: [TrialLevel] {
    [
      ("1", "Rất tốt", "Very good", true), ("2", "Tốt", "Good", true), ("4", "Kém", "Bad", false),
      ("5", "Rất kém", "Very bad", false),
    ]
  }

  static var map: String {
    """
    version_map: thu
    from: "1"
    to: "2"
    questions:
      - question: muc
        becomes: danh_gia
        recode: {1: 5, 2: 4, 3: not-comparable, 4: 2, 5: 1}

    """
  }

  /// A folder with a study that holds six interviews of the first version, and what comes next.
  static func studyInTheField() throws -> Folder {
    let folder = try Folder()
    try folder.write("v1.yaml", form(version: "1"))
    try folder.write(
      "v2.yaml",
      form(version: "2", levels: turned, direction: "descending", rating: "danh_gia")
    )
    try folder.write("map.yaml", map)
    try folder.write("cu.csv", "so,tuoi,muc\n1,20,5\n2,31,4\n3,42,3\n4,53,1\n5,64,5\n6,25,2\n")
    let made = try Program.run(
      ["new", study, "--questionnaire", "v1.yaml", "--wave", "2026"],
      in: folder,
      language: "vi"
    )
    try #require(made.ended(0), made.summary)
    let taken = try Program.run(["import", study, "cu.csv"], in: folder, language: "vi")
    try #require(taken.ended(0), taken.summary)
    return folder
  }

  @discardableResult
  func run(
    _ arguments: String...,
    input: String = "",
    language: String = "vi"
  ) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, input: input, language: language)
  }

  func figures(_ study: String = Self.study, _ arguments: String...) throws -> [Figure] {
    let outcome = try Program.run(
      ["estimate", study, "--format", "json"] + arguments,
      in: folder,
      language: "vi"
    )
    try #require(outcome.ended(0), outcome.summary)
    return try Figure.all(in: outcome.outputBytes)
  }
}
