import SurveyStatistics
import Testing

/// The made-up survey as R survey 4.1-1 estimates it (`R/estimation.R`).
struct EstimationAgainstRTests {
  private let survey: EstimationSurvey

  init() throws { survey = try EstimationSurvey() }

  @Test(arguments: EstimationSurvey.designs)
  func `designs count and weigh as in R`(name: String) throws {
    let (design, want) = (try survey.design(name), survey.results["designs"][name])
    #expect(design.degreesOfFreedom == want["df"].int)
    #expect(design.primaryUnits == want["units"].int)
    #expect(agrees(design.sumOfWeights, want["sum"].number))
  }

  @Test(arguments: EstimationSurvey.designs)
  func `means, totals, shares and ratios are those of R`(name: String) throws {
    let figures = survey.results["designs"][name]["figures"].list
    #expect(figures.count == 20)
    for figure in figures { try check(figure, survey.design(name), name) }
  }

  @Test func `lonely units count as in R under every rule`() throws {
    let cases = survey.results["lonely"].list
    #expect(cases.count == 26)
    for lonely in cases {
      let name = "\(lonely["rule"].text) \(lonely["fpc"].text) \(lonely["inside"].flag)"
      let figures = lonely["figures"].list
      #expect(figures.count == 20)
      for figure in figures { try check(figure, survey.lonely(lonely), name) }
    }
  }

  private func check(_ figure: JSON, _ design: SampleDesign, _ name: String) throws {
    let domain = survey.domain(figure)
    let minutes = survey.table.numbers("minutes")
    let what = Comment(rawValue: "\(name) \(figure["stat"].text) \(figure["level"].text)")
    let estimate: Estimate?
    switch figure["stat"].string {
    case "fail":
      #expect(throws: SampleDesignError.self, what) { try design.mean(of: minutes, in: domain) }
      return
    case "mean": estimate = try design.mean(of: minutes, in: domain)
    case "total": estimate = try design.total(of: minutes, in: domain)
    case "share": estimate = try design.proportion(of: survey.table.numbers("happy"), in: domain)
    default:
      estimate = try design.ratio(of: minutes, to: survey.table.numbers("q2"), in: domain)
    }
    let got = try #require(estimate)
    #expect(figure["value"].number != nil && figure["se"].exists, what)
    #expect(agrees(got.value, figure["value"].number), what)
    #expect(agrees(got.standardError, figure["se"].number), what)
    if figure["se"].number?.isNaN ?? true { #expect(got.standardError.isNaN, what) }
    #expect(got.degreesOfFreedom == figure["df"].int, what)
    #expect(got.sampleSize == figure["n"].int, what)
    if !got.standardError.isNaN {
      #expect(agrees(got.designEffect, figure["deff"].number), what)
      #expect(agrees(got.designEffectWithReplacement, figure["deff_replace"].number), what)
    }
    if let ends = Optional(figure["ci"].numbers), ends.count == 2, got.degreesOfFreedom > 0 {
      let interval = ProportionInterval.mean.interval(for: got)
      #expect(agrees(interval?.lower, ends[0]), what)
      #expect(agrees(interval?.upper, ends[1]), what)
    }
    for key in figure["intervals"].keys {
      checkIntervals(got, figure["intervals"][key], Double(key) ?? .nan, what)
    }
  }

  private func checkIntervals(
    _ estimate: Estimate,
    _ want: JSON,
    _ level: Double,
    _ what: Comment
  ) {
    for method in ProportionInterval.allCases {
      // R's angles leave 0...π/2 and come back; ours stop there.
      if method == .asin, want["asin_folds"].flag { continue }
      let ends = want[method.rawValue].numbers
      guard ends.count == 2 else { continue }
      let interval = method.interval(for: estimate, level: level)
      #expect(agrees(interval?.lower, ends[0]), what)
      #expect(agrees(interval?.upper, ends[1]), what)
    }
    // R puts no limit on the effective size; below the limit the intervals are the same.
    let ends = want["beta_r"].numbers
    guard ends.count == 2, !want["capped"].flag else { return }
    let beta = ProportionInterval.beta.interval(for: estimate, level: level)
    #expect(agrees(beta?.lower, ends[0]), what)
    #expect(agrees(beta?.upper, ends[1]), what)
  }

  @Test(arguments: EstimationSurvey.designs)
  func `quantiles are those of R by every rule`(name: String) throws {
    let design = try survey.design(name)
    let minutes = survey.table.numbers("minutes")
    let cases = survey.results["designs"][name]["quantiles"].list
    #expect(cases.count == 39)
    for want in cases {
      let rule = try #require(QuantileRule(rawValue: want["rule"].string ?? ""))
      let what = Comment(rawValue: "\(name) \(rule) \(want["level"].text)")
      let method = want["interval"].string.flatMap { ProportionInterval(rawValue: $0) }
      #expect(want["value"].list.count == 5)
      for (index, p) in want["p"].numbers.enumerated() {
        let quantile = try design.quantile(
          p,
          of: minutes,
          in: survey.domain(want),
          rule: rule,
          interval: method ?? .mean
        )
        #expect(agrees(quantile?.value, want["value"].list[index].number), what)
        guard method != nil else { continue }
        if method == .beta, want["capped"].list[index].flag { continue }
        for (got, key) in [
          (quantile?.lower, "lower"), (quantile?.upper, "upper"), (quantile?.standardError, "se"),
        ] {
          #expect(agrees(got, want[key].list[index].number), what)
        }
      }
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `variances are those of R`(name: String) throws {
    let design = try survey.design(name)
    for want in survey.results["designs"][name]["spreads"].list {
      let variance = try design.variance(
        of: survey.table.numbers("minutes"),
        in: survey.domain(want)
      )
      #expect(want["value"].exists)
      #expect(agrees(variance?.value, want["value"].number), "\(name)")
      #expect(agrees(variance?.standardError, want["se"].number), "\(name)")
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `covariances and contrasts of groups are those of R`(name: String) throws {
    let (design, want) = (try survey.design(name), survey.results["designs"][name]["contrasts"])
    let (minutes, areas) = (survey.table.numbers("minutes"), try survey.grouping("area"))
    let matrix = try design.covariances(of: minutes, by: areas, among: [0, 1, 2])
    for (row, expected) in zip(matrix, want["covariance"].list) {
      // Areas share no rows: some covariances are 0 but for rounding.
      for (value, number) in zip(row, expected.numbers) {
        #expect(agrees(value, number), "\(name)")
      }
    }
    #expect(want["contrasts"].list.count == 3)
    for expected in want["contrasts"].list {
      let contrast = try design.contrast(
        of: minutes,
        by: areas,
        coefficients: expected["weights"].numbers
      )
      #expect(agrees(contrast?.value, expected["value"].number), "\(name)")
      #expect(agrees(contrast?.standardError, expected["se"].number), "\(name)")
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `contrasts of ratios, totals and indices of groups are those of R`(name: String) throws {
    let (design, want) = (try survey.design(name), survey.results["designs"][name]["contrasts"])
    let (minutes, areas) = (survey.table.numbers("minutes"), try survey.grouping("area"))
    let items = ["q1", "q3", "q4"].map { survey.table.numbers($0) }
    let statistics = [
      (
        "ratio", [-0.5, -0.5, 1],
        try design.linearisedRatios(of: minutes, to: survey.table.numbers("age"), by: areas)
      ),
      ("total", [1, -1, 0], try design.linearisedTotals(of: minutes, by: areas)),
      (
        "index", [1, 1, -2],
        try design.linearisedCombination(
          of: items,
          coefficients: [1, 1, 1].map { $0 / 3 },
          by: areas
        )
      ),
    ]
    for (key, coefficients, statistic) in statistics {
      let contrast = try design.contrast(of: statistic, coefficients: coefficients)
      #expect(want[key]["value"].exists && want[key]["se"].exists)
      #expect(agrees(contrast?.value, want[key]["value"].number), "\(name) \(key)")
      #expect(agrees(contrast?.standardError, want[key]["se"].number), "\(name) \(key)")
      let series = try WaveSeries([WaveSample(design: design)])
      let alone = try series.contrast(of: [statistic], coefficients: [coefficients])
      #expect(agrees(alone?.standardError, want[key]["se"].number), "\(name) \(key)")
      #expect(alone?.degreesOfFreedom == contrast?.degreesOfFreedom)
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `the covariance of a vector of means is that of R`(name: String) throws {
    let design = try survey.design(name)
    let want = survey.results["designs"][name]["contrasts"]["means"]
    let columns = ["minutes", "q1", "age"].map { survey.table.numbers($0) }
    let complete = survey.table.numbers("minutes").map { !$0.isNaN }
    let found = try design.vectorOfMeans(columns, where: complete)
    for (index, value) in want["value"].numbers.enumerated() {
      #expect(agrees(found.means[index], value), "\(name)")
      for (got, number) in zip(found.matrix[index], want["covariance"].list[index].numbers) {
        #expect(agrees(got, number), "\(name)")
      }
    }
  }
}

extension SampleDesign {
  /// The means of columns over complete rows, and their covariance matrix.
  func vectorOfMeans(
    _ columns: [[Double]],
    where complete: [Bool]
  ) throws -> (means: [Double], matrix: [[Double]]) {
    var means: [Double] = []
    var influences: [[Double]] = []
    for column in columns {
      let mean = try #require(try mean(of: column, in: complete))
      means.append(mean.value)
      influences.append(
        (0..<rows).map {
          complete[$0] ? weights[$0] * (column[$0] - mean.value) / mean.weightedSize : .nan
        }
      )
    }
    return (means, try covariance(of: influences).matrix)
  }
}
