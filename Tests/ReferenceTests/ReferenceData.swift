import Foundation
import SurveyAnalysis
import SurveyFormats
import SurveyModel
import Testing

/// Made-up interviews that both we and R have computed with.
///
/// `RECORD_REFERENCE=1` writes `Data/*.csv` anew and fails; then run `make-reference.R`.
struct ReferenceData {
  static let seed: UInt64 = 7
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_REFERENCE"] == "1"

  let id: String
  let data: Dataset
  let design: StudyDesign

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The interviews of `Data/<id>.csv`.
  init(_ id: String) throws {
    self.id = id
    let root = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
    let yaml = root.appendingPathComponent("Questionnaires/\(id)/questionnaire.yaml")
    let text = String(decoding: try Data(contentsOf: yaml), as: UTF8.self)
    let questionnaire = try #require(
      YAMLQuestionnaireReader().read(text, file: "questionnaire").questionnaire
    )
    let file = Self.folder.appendingPathComponent("Data/\(id).csv")
    if Self.isRecording {
      try Data(try Self.csv(questionnaire).utf8).write(to: file)
      Issue.record("recorded Data/\(id).csv; run make-reference.R")
    }
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",").map { String($0) }
    let rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      let cellOf = Dictionary(zip(header, cells)) { one, _ in one }
      return questionnaire.questions.map { Self.answer(cellOf[$0.id], $0) }
    }
    data = Dataset(questionnaire: questionnaire, answers: rows)
    design = try StudyDesign(questionnaire.sample, of: data)
  }

  /// The results that R wrote to `Results/<id>.json`.
  func results() throws -> ReferenceResults {
    let file = Self.folder.appendingPathComponent("Results/\(id).json")
    return try JSONDecoder().decode(ReferenceResults.self, from: Data(contentsOf: file))
  }

  /// Questions by which results are broken down, beside those of the indicators and the design.
  static let groups = ["don_vi", "gioi_tinh", "loai_nguoi_tra_loi"]

  /// Codes, numbers and words; `?reason` where there is no answer.
  ///
  /// No cell holds a comma.
  private static func csv(_ questionnaire: Questionnaire) throws -> String {
    var shape = MadeUpPopulation.Shape()
    shape.clusters = [9, 8, 7]
    shape.drawnClusters = [5, 4, 4]
    shape.people = 18...40
    shape.drawnPeople = 14
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 2))
    let population = MadeUpPopulation(
      plan: try InterviewPlan(questionnaire),
      seed: seed,
      shape: shape,
      firstDay: day
    )
    let wanted = Set(
      questionnaire.sample.questionIDs + groups + questionnaire.indicators.flatMap(\.items)
    )
    let columns = questionnaire.questions.indices.filter {
      wanted.contains(questionnaire.questions[$0].id)
    }
    let header = columns.map { questionnaire.questions[$0].id }
    let rows = population.sample.map { answers in
      columns.map { index in
        answers[index].missingReason.map { "?\($0.rawValue)" } ?? answers[index].text
      }
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func answer(_ cell: String?, _ question: Question) -> Answer {
    guard let cell else { return .missing(.notCollected) }
    if cell.hasPrefix("?") {
      return .missing(MissingReason(rawValue: String(cell.dropFirst())) ?? .notCollected)
    }
    switch question.kind.shape {
    case .selectOne: return .choice(cell)
    case .selectMultiple: return .choices(cell.split(separator: " ").map { String($0) })
    case .integer, .decimal:
      return NumberText.parse(cell).map { .decimal($0) } ?? .missing(.notCollected)
    case .text, .date, .nothing, .calculate: return .text(cell)
    }
  }
}

/// What R computed from one file.
struct ReferenceResults: Decodable {
  /// One figure.
  struct Line: Decodable {
    let indicator: String
    /// `overall`, `part:ID`, `element:ID`, `item:ID`, `choice:CODE` or `QUESTION=CODE`.
    let scope: String
    let estimate: Double
    let se: Double
    let df: Int
    let n: Int
    /// 90% intervals of shares by rule; `null` where the rule gives none.
    let intervals: [String: [Double]]?
  }

  let program: String
  let version: String
  let script: String
  let data: String
  let seed: UInt64
  let lines: [Line]
}
