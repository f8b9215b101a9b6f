import SurveyStatistics
import Testing

/// Indices of several items, with standard errors from the covariances of the items in R survey.
struct IndexAgainstRTests {
  private let survey: EstimationSurvey

  init() throws { survey = try EstimationSurvey() }

  private func column(_ name: String) -> [Double] { survey.table.numbers(name) }

  /// Every index of R with the estimate of its domain, or of its group in a breakdown.
  private func check(
    _ name: String,
    _ key: String,
    _ estimates: (SampleDesign, Grouping?) throws -> [Estimate?]
  ) throws {
    let design = try survey.design(name)
    let cases = survey.results["designs"][name]["indices"].list
    #expect(cases.count == 3)
    for want in cases {
      let domain = survey.domain(want).map { Grouping(domain: $0) }
      var found = [try estimates(design, domain)[0]]
      if let column = want["domain"].string {
        let levels = Set(survey.table.texts(column)).sorted()
        let position = try #require(levels.firstIndex(of: want["level"].text))
        found.append(try estimates(design, survey.grouping(column))[position])
      }
      for estimate in found {
        let what: Comment = "\(name) \(key) \(want["level"].text)"
        #expect(want[key]["se"].number ?? 0 > 0, what)
        #expect(agrees(estimate?.value, want[key]["value"].number), what)
        #expect(agrees(estimate?.standardError, want[key]["se"].number), what)
      }
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `items that count the same make an index as in R`(name: String) throws {
    let items = ["q1", "q3", "q4"].map { column($0) }
    try check(name, "complete") { design, groups in
      try design.linearCombination(of: items, coefficients: [1, 1, 1].map { $0 / 3 }, by: groups)
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `elements that count the same make an index as in R`(name: String) throws {
    // One element of one item, one of two.
    let items = ["q1", "q3", "q4"].map { column($0) }
    try check(name, "elements") { design, groups in
      try design.linearCombination(of: items, coefficients: [0.5, 0.25, 0.25], by: groups)
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `items keep their own missing answers as in R`(name: String) throws {
    let items = ["q1", "q2", "minutes"].map { column($0) }
    try check(name, "missing") { design, groups in
      try design.linearCombination(of: items, coefficients: [0.5, 0.25, 0.25], by: groups)
    }
  }

  @Test(arguments: EstimationSurvey.designs)
  func `pooled answers are a ratio as in R`(name: String) throws {
    let items = ["q1", "q2", "q3"].map { column($0) }
    let rows = survey.table.rows
    let known = (0..<rows).map { row in items.map { $0[row] }.filter { !$0.isNaN } }
    try check(name, "pooled") { design, groups in
      try design.ratios(
        of: known.map { $0.reduce(0, +) },
        to: known.map { Double($0.count) },
        by: groups
      )
    }
  }

  @Test func `unequal weights cost as much as in R`() throws {
    let design = try survey.design("weights")
    let want = survey.results["weighting"]
    #expect(agrees(design.weightingEffect, want["effect"].number))
    #expect(agrees(design.effectiveSampleSize, want["size"].number))
    // Of answers that have nothing to do with the weights, the effect of the design is this.
    let estimate = try #require(try design.mean(of: column("minutes")))
    let effect = try #require(estimate.designEffectWithReplacement)
    #expect(agrees(estimate.effectiveSampleSize, Double(estimate.sampleSize) / effect))
  }
}
