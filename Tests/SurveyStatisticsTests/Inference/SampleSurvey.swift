import Foundation
import SurveyStatistics
import Testing

/// The made-up sample of the folder R, in the three designs that its scripts use.
struct SampleSurvey {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("R")

  let table: Table
  let expected: JSON
  private let name: String

  /// The designs, by the names that the scripts give them.
  static let designs = ["twostage", "ultimate", "adjusted"]

  init(_ area: String, design: String) throws {
    name = design
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent("survey.csv"),
      encoding: .utf8
    )
    table = Table(text)
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("\(area).json"))
    expected = JSON(try JSONSerialization.jsonObject(with: data))[design]
  }

  func design() throws -> SampleDesign {
    let isTwoStage = name != "ultimate"
    let design = try SampleDesign(
      rows: table.rows,
      weights: table.numbers("weight"),
      strata: [table.codes("stratum")],
      clusters: isTwoStage ? [table.codes("psu"), table.codes("household")] : [table.codes("psu")],
      fpc: isTwoStage ? [table.numbers("fpc1"), table.numbers("fpc2")] : [],
      nest: true
    )
    guard name == "adjusted" else { return design }
    let ones = [Double](repeating: 1, count: table.rows)
    return try design.calibrated(
      to: [3550, 1900, 175_000],
      columns: [ones, indicator("sex", "nu"), table.numbers("age")]
    )
  }

  /// The answers of a column as groups, in the order of their texts as in R.
  func groups(_ column: String) throws -> Grouping {
    let texts = table.texts(column)
    let levels = Set(texts).subtracting([""]).sorted()
    return try Grouping(
      codes: texts.map { levels.firstIndex(of: $0) ?? -1 },
      count: levels.count
    )
  }

  func indicator(_ column: String, _ value: String) -> [Double] {
    table.texts(column).map { $0 == value ? 1 : 0 }
  }
}
