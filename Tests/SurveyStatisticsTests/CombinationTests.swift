import SurveyStatistics
import Testing

struct CombinationTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `complete items combine like the mean of their sums`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let second = survey.score.map { 6 - $0 * 0.5 }
    let index = zip(survey.score, second).map { 0.25 * $0 + 0.75 * $1 }
    let means = try design.means(of: index, by: survey.grouping())
    let combined = try design.linearCombination(
      of: [survey.score, second],
      coefficients: [0.25, 0.75],
      by: survey.grouping()
    )
    for (mean, combination) in zip(means, combined) {
      #expect(agrees(combination?.value, mean?.value, relative: 1e-12))
      #expect(agrees(combination?.standardError, mean?.standardError, relative: 1e-10))
      #expect(combination?.degreesOfFreedom == mean?.degreesOfFreedom)
      #expect(combination?.sampleSize == mean?.sampleSize)
    }
  }

  @Test func `each item keeps its own answers`() throws {
    // Means 2 over rows 0-1 and 7 over rows 1-2; z = (y1 - 2)/2·½ + (y2 - 7)/2·½.
    let design = try SampleDesign(rows: 4)
    let combined = try #require(
      try design.linearCombination(
        of: [[1, 3, .nan, .nan], [.nan, 6, 8, .nan]],
        coefficients: [0.5, 0.5]
      )[0]
    )
    #expect(combined.value == 4.5)
    #expect(combined.sampleSize == 3)
    #expect(combined.degreesOfFreedom == 2)
    // z = -¼, ¼ - ¼ = 0, ¼, 0; V = 4/3 · 2/16.
    #expect(agrees(combined.variance, 4.0 / 3 / 8))
  }

  @Test func `an item without answers leaves no index`() throws {
    let design = try SampleDesign(rows: 2)
    let columns: [[Double]] = [[1, 2], [.nan, .nan]]
    #expect(try design.linearCombination(of: columns, coefficients: [1, 1]) == [nil])
    #expect(throws: SampleDesignError.unequalCoefficients(1, expected: 2)) {
      try design.linearCombination(of: columns, coefficients: [1])
    }
  }
}
