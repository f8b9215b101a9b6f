import SurveyStatistics
import Testing

/// Weights below 0, which linear calibration makes when it is allowed to.
struct NegativeWeightTests {
  private func design(_ survey: RandomSurvey) throws -> SampleDesign {
    let mean = survey.score.reduce(0, +) / Double(survey.rows)
    return try survey.design().calibrated(
      to: [600, 600 * (mean + 1.2)],
      columns: [survey.score.map { _ in 1 }, survey.score],
      allowsNegativeWeights: true
    )
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `every estimator counts the same rows`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try design(survey)
    let groups = try survey.grouping()
    let values = (0..<survey.rows).map { Double($0 % 7) }
    let means = try design.means(of: values, by: groups)
    guard let first = means[0], let second = means[1], first.weightedSize > 1,
      second.weightedSize > 1
    else { return }
    let difference = try #require(try design.difference(of: values, by: groups, between: 1, and: 0))
    #expect(agrees(difference.value, second.value - first.value))
    #expect(difference.sampleSize == first.sampleSize + second.sampleSize)
    let influence = (0..<survey.rows).map { row in
      survey.groups[row] == 0
        ? design.weights[row] * (values[row] - first.value) / first.weightedSize : .nan
    }
    let joint = try design.covariance(of: [influence])
    #expect(agrees(joint.matrix[0][0], first.variance, relative: 1e-9))
    #expect(joint.sampleSize == first.sampleSize)
    #expect(joint.degreesOfFreedom == first.degreesOfFreedom)
  }

  @Test func `models, ranks and tables say so when weights below 0 have no meaning`() throws {
    let survey = RandomSurvey(seed: 2)
    let design = try design(survey)
    let row = try #require(design.weights.firstIndex { $0 < 0 })
    let refusal = InferenceError.negativeWeight(row: row)
    let all = [Bool](repeating: true, count: survey.rows)
    #expect(throws: refusal) { try design.linearRegression(of: survey.score, on: [], in: all) }
    #expect(throws: refusal) {
      try design.logisticRegression(of: survey.score.map { $0 > 2 ? 1 : 0 }, on: [])
    }
    let single = try Grouping(codes: (0..<survey.rows).map { $0 == row ? 0 : 1 }, count: 2)
    #expect(throws: refusal) { try design.crossTable(of: single, and: single) }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a quantile is the first value with enough weight below`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try design(survey)
    let values = (0..<survey.rows).map { Double($0 * 37 % 11) }
    for p in [0.1, 0.5, 0.8] {
      let quantile = try #require(try design.quantile(p, of: values))
      let whole = design.weights.reduce(0, +)
      let expected = Set(values).sorted().first { value in
        let below = zip(values, design.weights).reduce(0) { $0 + ($1.0 <= value ? $1.1 : 0) }
        return below >= p * whole
      }
      #expect(quantile.value == expected)
      for rule in QuantileRule.allCases {
        let other = try #require(try design.quantile(p, of: values, rule: rule))
        #expect(other.value.isFinite)
      }
    }
  }
}
