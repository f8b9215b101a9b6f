import SurveyStatistics

/// Turns the description of an adjustment in the reference into a call.
struct GoldenStep {
  let golden: GoldenCase
  let step: JSON

  struct UnknownStep: Error {}

  func run() throws -> SampleDesign {
    switch step["op"].string {
    case "postStratify":
      let (groups, totals) = try cells()
      return try golden.design.poststratified(by: groups, to: totals)
    case "rake":
      return try golden.design.raked(
        to: step["margins"].list.map { margin in
          Margin(
            try grouping([margin["var"].text], margin["pop"]["levels"].texts.map { [$0] }),
            totals: margin["pop"]["totals"].list.compactMap(\.number)
          )
        },
        until: .crossTable(change: step["epsilon"].number ?? 1),
        maximumSweeps: step["maxit"].int ?? 10,
        variance: .surveyPackage
      )
    case "calibrate": return try calibrated()
    case "trimWeights":
      return try golden.design.trimmed(
        lower: step["lower"].number ?? 0,
        upper: step["upper"].number ?? .infinity,
        strict: step["strict"].flag
      )
    default: throw UnknownStep()
    }
  }

  private func calibrated() throws -> SampleDesign {
    let bounds = step["bounds"].list.compactMap(\.number)
    let isBounded = bounds.count == 2
    let distance: CalibrationDistance? =
      switch step["calfun"].string {
      case "linear" where isBounded: .boundedLinear(lower: bounds[0], upper: bounds[1])
      case "linear": .linear
      case "raking": .raking
      case "logit" where isBounded: .logit(lower: bounds[0], upper: bounds[1])
      default: nil
      }
    guard let distance else { throw UnknownStep() }
    return try golden.design.calibrated(
      to: step["totals"].list.compactMap(\.number),
      columns: step["model_terms"].texts.map(column),
      distance: distance,
      variance: step["variance"].string.map { golden.table.numbers($0) },
      aggregateStage: step["aggregate_stage"].int,
      allowsNegativeWeights: true
    )
  }

  /// A column of R's model matrix.
  private func column(_ term: String) -> [Double] {
    switch term {
    case "(Intercept)": [Double](repeating: 1, count: golden.table.rows)
    case "stypeH", "stypeM": golden.table.texts("stype").map { "stype\($0)" == term ? 1 : 0 }
    default: golden.table.numbers(term)
    }
  }

  private func cells() throws -> (Grouping, [Double]) {
    let names = step["by"].texts
    let keys: [[String]]
    let totals: [Double]
    if step["cells"].exists {
      keys = step["cells"].list.map { cell in names.map { cell[$0].text } }
      totals = step["cells"].list.compactMap { $0["Freq"].number }
    } else {
      keys = step["population"]["levels"].texts.map { [$0] }
      totals = step["population"]["totals"].list.compactMap(\.number)
    }
    return (try grouping(names, keys), totals)
  }

  private func grouping(_ names: [String], _ keys: [[String]]) throws -> Grouping {
    let columns = names.map { golden.table.texts($0) }
    let codes = (0..<golden.table.rows).map { row in
      keys.firstIndex(of: columns.map { $0[row] }) ?? -1
    }
    return try Grouping(codes: codes, count: keys.count)
  }
}
