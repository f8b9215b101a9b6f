import Foundation
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

/// The made-up survey of `SurveyStatisticsTests/R` as two waves of one questionnaire, as
/// `comparison.R` makes them.
struct TwoWaves {
  /// Which sampling units the two waves have in common.
  enum Kind: String, CaseIterable {
    case panel, fresh, mixed, people
  }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SurveyStatisticsTests/R")

  /// What R found for a kind of design.
  static func results(_ kind: Kind) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appendingPathComponent("comparison.json"))
    let json = try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]]
    return try #require(json?[kind.rawValue])
  }

  let kind: Kind
  private let names: [String]
  private let rows: [[String]]

  init(_ kind: Kind) throws {
    self.kind = kind
    let file = Self.folder.appendingPathComponent("survey.csv")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    let cells = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    names = try #require(cells.first)
    rows = Array(cells.dropFirst())
  }

  var sample: SampleDeclaration {
    kind == .people
      ? SampleDeclaration(weight: "weight", strata: ["stratum"], panel: "person")
      : SampleDeclaration(weight: "weight", strata: ["stratum"], clusters: ["psu"])
  }

  var questionnaire: Questionnaire {
    let levels = ChoiceList(
      id: "q",
      choices: (1...5).map {
        Choice(code: "\($0)", label: Made.text("L\($0)"), isPositive: $0 > 3, points: Double($0))
      },
      scale: Scale(direction: .ascending, neutral: nil)
    )
    func index(_ rule: CombineRule) -> Indicator.Kind {
      let elements = [["q1", "q2"], ["q3"]].enumerated().map {
        Index.Element(id: "e\($0)", label: Made.text("E\($0)"), items: $1)
      }
      let part = Index.Part(id: "p", label: Made.text("P"), elements: elements)
      return .index(Index(itemFormula: .topLevels, combine: rule, parts: [part]))
    }
    return Made.questionnaire(
      [
        Made.question("stratum", .text), Made.question("psu", .text),
        Made.question("person", .text), Made.question("weight", .decimal),
        Made.question("sex", .selectOne(Made.choices(["nam", "nu"]))),
        Made.question("q1", .selectOne(levels)), Made.question("q2", .selectOne(levels)),
        Made.question("q3", .selectOne(levels)), Made.question("q4", .selectOne(levels)),
        Made.question("minutes", .decimal),
      ],
      sample: sample,
      indicators: [
        Made.indicator("all", .allPositive(items: ["q1", "q2"])),
        Made.indicator("minutes", .mean(item: "minutes")),
        Made.indicator("items_equal", index(.itemsEqual)),
        Made.indicator("pooled", index(.answersPooled)),
        Made.indicator("points", .points(items: ["q1", "q4"], classes: [])),
      ]
    )
  }

  /// The interviews of some waves, one wave after the other.
  func data(_ waves: [Int]) -> Dataset {
    let form = questionnaire
    var answers: [[Answer]] = []
    for wave in waves {
      for index in rows.indices { answers.append(interview(index, wave, form)) }
    }
    let codes = waves.enumerated().flatMap { place, _ in rows.map { _ in place } }
    return Dataset(
      questionnaire: form,
      answers: answers,
      waves: waves.count > 1 ? Dataset.Waves(labels: waves.map { "wave \($0)" }, codes: codes) : nil
    )
  }

  private func interview(_ index: Int, _ wave: Int, _ form: Questionnaire) -> [Answer] {
    let row = Dictionary(uniqueKeysWithValues: zip(names, rows[index]))
    let number = index + 1
    return form.questions.map { question in
      let cell = cell(question.id, row, number, wave)
      if cell.isEmpty { return .missing(.noAnswer) }
      return switch question.shape {
      case .selectOne: .choice(cell)
      case .decimal: .decimal(Double(cell) ?? .nan)
      default: .text(cell)
      }
    }
  }

  private func cell(_ id: String, _ row: [String: String], _ number: Int, _ wave: Int) -> String {
    let own = row[id] ?? ""
    if id == "person" { return "\(number)" }
    guard wave == 1 else { return own }
    let isOther = kind == .fresh || kind == .mixed && ["1", "3"].contains(row["stratum"] ?? "")
    switch id {
    case "psu": return isOther ? "other \(own)" : own
    case "weight": return "\((Double(own) ?? .nan) * (1 + Double(number % 7) / 10))"
    case "minutes":
      if number % 13 == 0 || own.isEmpty { return "" }
      return "\((Double(own) ?? .nan) * 0.9 + Double(number % 5))"
    case "q1": return "\(min(5, max(1, (Int(own) ?? 0) + number % 3 - 1)))"
    case "q2": return row["q3"] ?? ""
    default: return own
    }
  }
}

/// Whether a figure is R's to nine digits.
func agrees(_ value: Double?, _ json: Any?) -> Bool {
  guard let value, let want = (json as? NSNumber)?.doubleValue else { return false }
  return abs(value - want) <= 1e-9 * max(1e-3, abs(want))
}
