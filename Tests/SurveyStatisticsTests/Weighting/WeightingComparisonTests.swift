import SurveyStatistics
import Testing

/// R survey 4.1-1 on the shipped sample; `R/weighting.R` makes the results.
struct WeightingComparisonTests {
  @Test func `weights, means, totals, ratios and covariances are those of R survey`() throws {
    let survey = try MadeUpSurvey()
    let results = try MadeUpSurvey.results("weighting")
    #expect(results.count == 23)
    for result in results {
      let name = result["name"].text
      let design = try adjusted(name, survey)
      #expect(result["weights"].list.count == design.rows)
      for (got, want) in zip(design.weights, result["weights"].list) {
        #expect(agrees(got, want.number), "\(name) weight")
      }
      for expected in result["estimates"].list {
        try checkEstimate(name, survey, design, expected)
      }
      try checkCombined(name, survey, design, result)
    }
  }

  private func adjusted(_ name: String, _ survey: MadeUpSurvey) throws -> SampleDesign {
    let margins = try survey.margins()
    let (columns, totals) = try survey.auxiliary()
    let (sex, area, band) = (margins[0], margins[1], margins[2])
    let base =
      try name.hasPrefix("household")
      ? survey.twoStages(equalWeights: true)
      : ["two", "all", "after"].contains { name.hasSuffix("_\($0)") }
        ? survey.twoStages() : survey.oneStage()
    func fit(
      _ design: SampleDesign,
      _ distance: CalibrationDistance = .linear,
      stage: Int? = nil,
      scale: Double = 1
    ) throws -> SampleDesign {
      try design.calibrated(
        to: totals.map { $0 * scale },
        columns: columns,
        distance: distance,
        aggregateStage: stage
      )
    }
    switch name {
    case "poststratified_one", "poststratified_two":
      return try base.poststratified(by: sex.groups, to: sex.totals)
    case "rake_one", "rake_two":
      return try base.raked(
        to: margins,
        until: .crossTable(change: 1e-12),
        maximumSweeps: 5000,
        variance: .surveyPackage
      )
    case "raking_one", "raking_two": return try base.raked(to: margins)
    case "linear_one", "linear_two": return try fit(base)
    case "exponential_two": return try fit(base, .raking)
    case "logit_two": return try fit(base, .logit(lower: 0.5, upper: 1.6))
    case "bounded_one", "bounded_two":
      return try fit(base, .boundedLinear(lower: 0.9, upper: 1.19))
    case "household_two": return try fit(base, stage: 2)
    case "household_logit": return try fit(base, .logit(lower: 0.5, upper: 2), stage: 2)
    case "rescaled_logit": return try fit(base, .logit(lower: 0.8, upper: 1.3), scale: 50)
    case "chain_two": return try fit(base.poststratified(by: area.groups, to: area.totals))
    case "chain_three":
      return try fit(base).raked(to: margins).poststratified(by: area.groups, to: area.totals)
    case "standardized_one":
      return try base.standardized(by: band.groups, to: [2, 3, 1], within: area.groups)
    case "standardized_all": return try base.standardized(by: band.groups, to: [2, 3, 1])
    case "trimmed_one": return try base.trimmed(lower: 6, upper: 40)
    case "trimmed_strict": return try base.trimmed(lower: 6, upper: 40, strict: true)
    case "trimmed_after":
      return try base.poststratified(by: sex.groups, to: sex.totals).trimmed(lower: 4, upper: 45)
    case "nonresponse_known":
      let responded = survey.table.numbers("q2").map { !$0.isNaN }
      return try base.adjustedForNonresponse(
        in: sex.groups,
        responded: responded,
        variance: .knownRates
      )
    default:
      Issue.record("unknown case \(name)")
      return base
    }
  }

  private func checkEstimate(
    _ name: String,
    _ survey: MadeUpSurvey,
    _ design: SampleDesign,
    _ expected: JSON
  ) throws {
    let (sex, area) = (try survey.sex().codes, try survey.area().codes)
    let domain = (0..<survey.rows).map { row in
      switch expected["domain"].text {
      case "nu": sex[row] == 1
      case "c": area[row] == 2
      case "nam_a": sex[row] == 0 && area[row] == 0
      case "psu1": survey.table.texts("psu")[row] == "1"
      default: true
      }
    }
    let variable = expected["variable"].text
    let values = survey.table.numbers(variable)
    let mean = try #require(try design.mean(of: values, in: domain))
    let total = try #require(try design.total(of: values, in: domain))
    let what: Comment = "\(name) \(variable) \(expected["domain"].text)"
    #expect(agrees(mean.value, expected["mean"].number), what)
    #expect(agrees(mean.standardError, expected["mean_se"].number), what)
    #expect(agrees(total.value, expected["total"].number), what)
    #expect(agrees(total.standardError, expected["total_se"].number), what)
    #expect(mean.degreesOfFreedom == expected["df"].int, what)
    #expect(mean.sampleSize == expected["n"].int, what)
    if let effect = mean.designEffect {
      #expect(agrees(effect, expected["deff"].number), what)
    }
  }

  private func checkCombined(
    _ name: String,
    _ survey: MadeUpSurvey,
    _ design: SampleDesign,
    _ result: JSON
  ) throws {
    let q1 = survey.table.numbers("q1")
    let area = try survey.area()
    let women = try survey.sex().codes.map { $0 == 1 }
    let ratio = try #require(try design.ratio(of: q1, to: survey.age, in: women))
    #expect(agrees(ratio.value, result["ratio"].number), "\(name)")
    #expect(agrees(ratio.standardError, result["ratio_se"].number), "\(name)")
    let contrast = try design.contrast(of: q1, by: area, coefficients: [1, -2, 1])
    #expect(agrees(contrast?.standardError, result["contrast_se"].number), "\(name)")
    let covariances = try design.covariances(of: q1, by: area, among: [0, 1, 2])
    for (row, wanted) in zip(covariances, result["covariances"].list) {
      for (got, want) in zip(row, wanted.list) {
        #expect(agrees(got, want.number), "\(name) covariance")
      }
    }
    let sum = zip(q1, survey.table.numbers("q3")).map { $0 + 2 * $1 }
    let total = try design.total(of: sum, in: area.codes.map { $0 == 1 })
    #expect(agrees(total?.standardError, result["sum_se"].number), "\(name)")
  }
}
