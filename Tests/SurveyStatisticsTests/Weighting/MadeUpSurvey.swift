import Foundation
import SurveyStatistics

/// The made-up sample that is shipped with its script, and what R made of it.
struct MadeUpSurvey {
  let table: Table

  init() throws {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent("survey.csv"),
      encoding: .utf8
    )
    table = Table(text)
  }

  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("R")
  }

  static func results(_ name: String) throws -> [JSON] {
    let data = try Data(contentsOf: folder.appendingPathComponent("\(name).json"))
    return JSON(try JSONSerialization.jsonObject(with: data)).list
  }

  var rows: Int { table.rows }
  var ones: [Double] { [Double](repeating: 1, count: rows) }
  var age: [Double] { table.numbers("age") }

  /// Stratified clusters without population sizes.
  func oneStage() throws -> SampleDesign {
    try SampleDesign(
      rows: rows,
      weights: table.numbers("weight"),
      strata: [table.codes("stratum")],
      clusters: [table.codes("psu")]
    )
  }

  /// Two stages with population sizes; members of a household may have the same weight.
  func twoStages(equalWeights: Bool = false) throws -> SampleDesign {
    let weights = table.numbers("weight")
    let household = zip(table.texts("psu"), table.texts("household")).map { "\($0) \($1)" }
    let members = Dictionary(grouping: weights.indices) { household[$0] }
    let means = members.mapValues { rows in
      rows.reduce(0) { $0 + weights[$1] } / Double(rows.count)
    }
    return try SampleDesign(
      rows: rows,
      weights: equalWeights ? household.map { means[$0] ?? .nan } : weights,
      strata: [table.codes("stratum")],
      clusters: [table.codes("psu"), table.codes("household")],
      fpc: [table.numbers("fpc1"), table.numbers("fpc2")]
    )
  }

  func grouping(_ column: String, _ levels: [String]) throws -> Grouping {
    let codes = table.texts(column).map { levels.firstIndex(of: $0) ?? -1 }
    return try Grouping(codes: codes, count: levels.count)
  }

  func sex() throws -> Grouping { try grouping("sex", ["nam", "nu"]) }
  func area() throws -> Grouping { try grouping("area", ["a", "b", "c"]) }

  /// Up to 35, up to 55, older.
  func band() throws -> Grouping {
    try Grouping(codes: age.map { $0 <= 35 ? 0 : $0 <= 55 ? 1 : 2 }, count: 3)
  }

  func margins() throws -> [Margin] {
    [
      Margin(try sex(), totals: [1650, 1900]), Margin(try area(), totals: [1700, 1200, 650]),
      Margin(try band(), totals: [1000, 1150, 1400]),
    ]
  }

  /// A column of ones, women, and age: with their totals in a made-up population.
  func auxiliary() throws -> (columns: [[Double]], totals: [Double]) {
    let women = try sex().codes.map { Double($0) }
    return ([ones, women, age], [3550, 1900, 175_000])
  }
}
