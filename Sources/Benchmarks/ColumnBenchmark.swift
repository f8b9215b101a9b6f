import Foundation
import SurveyModel
import SurveyStore

/// Times reading columns from the wide tables of a study and from those that it keeps, in one run.
///
/// The study has forty closed questions with made-up answers. Five columns are those of a newer
/// version that asks no more.
struct ColumnBenchmark {
  private static let place = SourceLocation(file: "benchmark", line: 1, column: 1)

  let rows: Int

  /// One line of JSON.
  func run() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("columns-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("made-up.thuocdo").path
    let all = Self.questionnaire(version: "1", questions: 40)
    let few = Self.questionnaire(version: "2", questions: 5)
    try make(all, at: path)
    var line: [String: Any] = ["tool": "thuocdo", "task": "study columns", "rows": rows]
    line["columns_40"] = try measure(all, path)
    let study = try StudyFile.open(path: path, access: .readWrite)
    try study.adopt(
      few,
      fileName: "few",
      text: "few",
      step: AdoptedStep(VersionStep(), from: "1", by: "", at: Timestamp(milliseconds: 0))
    )
    try study.close()
    line["columns_5"] = try measure(few, path)
    line["peak_mb"] = Benchmarks.peak
    let data = try JSONSerialization.data(withJSONObject: line, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  /// Seconds of reading every interview, of reading and keeping, and of reading what is kept.
  private func measure(_ questionnaire: Questionnaire, _ path: String) throws -> [String: Any] {
    let direct = try read(questionnaire, path, StudyOptions(rowsKept: .max))
    let keeping = try read(questionnaire, path, StudyOptions(rowsKept: 1))
    let kept = try read(questionnaire, path, StudyOptions(rowsKept: 1))
    return [
      "table_seconds": direct, "keeping_seconds": keeping, "kept_seconds": kept,
      "ratio": direct / kept,
    ]
  }

  private func read(
    _ questionnaire: Questionnaire,
    _ path: String,
    _ options: StudyOptions
  ) throws -> Double {
    let study = try StudyFile.open(path: path, access: .readOnly, options: options)
    var count = 0
    let time = try ContinuousClock().measure {
      count = try study.dataset(of: questionnaire).count
    }
    try study.close()
    guard count == rows else { throw CocoaError(.fileReadCorruptFile) }
    return Benchmarks.seconds(time)
  }

  private func make(_ questionnaire: Questionnaire, at path: String) throws {
    let moment = Timestamp(milliseconds: 0)
    let wave = Wave(id: "1", label: "1")
    let study = try StudyFile.create(at: path, station: 1, created: moment, wave: wave)
    try study.addQuestionnaire(questionnaire, fileName: "all", text: "all", at: moment)
    let start = BatchStart(
      id: BatchID(1),
      fileName: "made-up",
      wave: wave.id,
      started: moment,
      by: "",
      toolVersion: ""
    )
    let writer = try study.beginBatch(start, of: questionnaire)
    _ = try writer.blockWriter()
    let codes = (1...5).map { Answer.choice(String($0)) }
    for row in 0..<rows {
      let answers = questionnaire.questions.indices.map { question -> Answer in
        // One answer in about thirty is missing.
        let number = (row &* 2_654_435_761 &+ question &* 40_503) >> 7
        return number % 31 == 0 ? .missing(.doNotKnow) : codes[number % 5]
      }
      try writer.append(answers, ordinal: row + 1)
    }
    try writer.complete(BatchCounts(rejected: 0), fileSHA256: "", at: moment)
    try study.close()
  }

  private static func questionnaire(version: String, questions: Int) -> Questionnaire {
    let words = LocalizedText(["en": "made up"])
    let choices = (1...5).map { Choice(code: String($0), label: words) }
    return Questionnaire(
      id: "made-up",
      version: version,
      languages: ["en"],
      title: words,
      sections: [
        Section(
          id: "s",
          title: words,
          questions: (1...questions).map { number in
            Question(
              id: "q\(number)",
              kind: .selectOne(ChoiceList(id: "levels", choices: choices)),
              label: words,
              location: place
            )
          }
        )
      ]
    )
  }
}
