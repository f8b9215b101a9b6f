import SurveyStatistics
import Testing

struct RatioTests {
  @Test func `the ratio of a variable to itself is one without error`() throws {
    let survey = RandomSurvey(seed: 3)
    let ratio = try survey.design().ratio(of: survey.score, to: survey.score)
    #expect(ratio?.value == 1)
    #expect(ratio?.standardError == 0)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `the ratio to a constant is a mean`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let ones = [Double](repeating: 1, count: survey.rows)
    let means = try design.means(of: survey.yes, by: survey.grouping())
    let ratios = try design.ratios(of: survey.yes, to: ones, by: survey.grouping())
    for (mean, ratio) in zip(means, ratios) {
      #expect(agrees(ratio?.value, mean?.value, relative: 1e-12))
      #expect(agrees(ratio?.standardError, mean?.standardError, relative: 1e-10))
      #expect(agrees(ratio?.designEffect, mean?.designEffect, relative: 1e-10))
      #expect(ratio?.sampleSize == mean?.sampleSize)
      #expect(ratio?.degreesOfFreedom == mean?.degreesOfFreedom)
    }
  }

  @Test func `rows that miss a part are outside`() throws {
    let design = try SampleDesign(rows: 4)
    let ratio = try #require(try design.ratio(of: [1, .nan, 3, 5], to: [2, 9, .nan, 4]))
    #expect(ratio.value == 1)
    #expect(ratio.sampleSize == 2)
    #expect(try design.ratio(of: [1, 1, 1, 1], to: [0, 0, 0, 0]) == nil)
  }
}
