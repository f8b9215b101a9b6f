import SurveyStatistics
import Testing

/// The made-up survey in the designs of `R/estimation.R`.
struct EstimationSurvey {
  static let designs = [
    "weights", "people", "people_weights", "equal", "clusters", "ultimate", "ultimate_fpc",
    "fractions", "stages", "stages_inclusion",
  ]

  let table: Table
  let results: JSON

  init() throws {
    table = try ShippedSurvey.table("survey.csv")
    results = try ShippedSurvey.results("estimation.json")
  }

  func design(_ name: String) throws -> SampleDesign {
    let (weight, strata) = (table.numbers("weight"), table.codes("stratum"))
    let (psu, household) = (table.codes("psu"), table.codes("household"))
    let stages = [table.numbers("fpc1"), table.numbers("fpc2")]
    func by(_ values: [Double]) -> [Double] { strata.map { values[$0] } }
    switch name {
    case "weights": return try SampleDesign(rows: table.rows, weights: weight)
    case "equal": return try SampleDesign(rows: table.rows)
    case "people":
      return try SampleDesign(
        rows: table.rows,
        strata: [strata],
        fpc: [by([400, 700, 1800, 650])]
      )
    case "people_weights":
      return try SampleDesign(
        rows: table.rows,
        weights: weight,
        strata: [strata],
        fpc: [by([400, 700, 260, 650])]
      )
    case "clusters": return try SampleDesign(rows: table.rows, weights: weight, clusters: [psu])
    case "stages", "stages_inclusion":
      return try SampleDesign(
        rows: table.rows,
        weights: name == "stages" ? weight : nil,
        strata: [strata],
        clusters: [psu, household],
        fpc: stages,
        nest: true
      )
    default:
      let units = by([3, 4, 6, 5])
      return try SampleDesign(
        rows: table.rows,
        weights: weight,
        strata: [strata],
        clusters: [psu],
        fpc: name == "ultimate"
          ? [] : [name == "fractions" ? zip(units, stages[0]).map { $0 / $1 } : stages[0]]
      )
    }
  }

  /// The ultimate clusters with the last one alone in its stratum.
  func lonely(_ case: JSON) throws -> SampleDesign {
    let psu = table.codes("psu")
    let last = psu.max() ?? 0
    let strata = zip(table.codes("stratum"), psu).map { $1 == last ? 9 : $0 }
    let population = zip(table.numbers("fpc1"), psu).map { whole, unit in
      unit == last ? (`case`["fpc"].string == "alone" ? 4 : 1) : whole
    }
    return try SampleDesign(
      rows: table.rows,
      weights: table.numbers("weight"),
      strata: [strata],
      clusters: [psu],
      fpc: `case`["fpc"].string == "none" ? [] : [population],
      lonelyPSU: try #require(LonelyPSU(rawValue: `case`["rule"].string ?? "")),
      lonelyInDomains: `case`["inside"].flag
    )
  }

  /// The rows of the domain of a figure; nil for all.
  func domain(_ figure: JSON) -> [Bool]? {
    guard let column = figure["domain"].string else { return nil }
    return table.texts(column).map { $0 == figure["level"].text }
  }

  func grouping(_ column: String) throws -> Grouping {
    let texts = table.texts(column)
    let levels = Set(texts).sorted()
    return try Grouping(codes: texts.map { levels.firstIndex(of: $0) ?? -1 }, count: levels.count)
  }
}
