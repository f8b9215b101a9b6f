import SurveyStatistics
import Testing

struct ContrastTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a difference has the variance that the covariances say`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let groups = try survey.grouping()
    let means = try design.means(of: survey.score, by: groups)
    let matrix = try design.covariances(of: survey.score, by: groups, among: [0, 2])
    guard let first = means[0], let second = means[2],
      let difference = try design.difference(of: survey.score, by: groups, between: 0, and: 2)
    else { return }
    #expect(agrees(difference.value, first.value - second.value, relative: 1e-12))
    #expect(agrees(matrix[0][0], first.variance))
    #expect(agrees(matrix[1][1], second.variance))
    #expect(matrix[0][1] == matrix[1][0])
    let variance = matrix[0][0] + matrix[1][1] - 2 * matrix[0][1]
    #expect(agrees(difference.variance, variance, relative: 1e-10))
    #expect(difference.sampleSize == first.sampleSize + second.sampleSize)
  }

  @Test func `groups in the same units are not independent`() throws {
    // Pairs in a unit that move together: the difference varies less than its parts.
    let design = try SampleDesign(rows: 6, clusters: [[0, 0, 1, 1, 2, 2]])
    let groups = try Grouping(codes: [0, 1, 0, 1, 0, 1], count: 2)
    let values: [Double] = [1, 2, 5, 6, 9, 10]
    let difference = try #require(
      try design.difference(of: values, by: groups, between: 1, and: 0)
    )
    #expect(difference.value == 1)
    #expect(difference.standardError < 1e-12)
    #expect(try #require(try design.means(of: values, by: groups)[0]).standardError > 2)
  }

  @Test func `contrasts need a coefficient for each group and answers in them`() throws {
    let design = try SampleDesign(rows: 2)
    let groups = try Grouping(codes: [0, 0], count: 2)
    #expect(throws: SampleDesignError.unequalCoefficients(1, expected: 2)) {
      try design.contrast(of: [1, 2], by: groups, coefficients: [1])
    }
    let means = try design.linearisedMeans(of: [1, 2], by: groups)
    #expect(throws: SampleDesignError.unequalCoefficients(1, expected: 2)) {
      try design.contrast(of: means, coefficients: [1])
    }
    #expect(try design.contrast(of: means, coefficients: [1, 1]) == nil)
    let other = try SampleDesign(rows: 3)
    #expect(throws: SampleDesignError.unequalColumns(.values, rows: 2, expected: 3)) {
      try other.contrast(of: means, coefficients: [1, 0])
    }
    #expect(try design.difference(of: [1, 2], by: groups, between: 0, and: 1) == nil)
    #expect(try design.difference(of: [1, 2], by: groups, between: 0, and: 7) == nil)
    #expect(try design.covariances(of: [1, 2], by: groups, among: [1])[0][0].isNaN)
    #expect(throws: SampleDesignError.invalidGroup(2, row: 0)) {
      try design.covariances(of: [1, 2], by: groups, among: [2])
    }
  }
}
