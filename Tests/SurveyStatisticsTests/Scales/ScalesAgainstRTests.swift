import SurveyStatistics
import Testing

/// The results of R survey 4.1-1 and `factanal` on the sample that comes with the tests.
struct ScalesAgainstRTests {
  static let items = ["q1", "q2", "q3", "q4"]

  @Test(arguments: SampleSurvey.designs)
  func `alpha is that of svycralpha, with its linearised standard error`(name: String) throws {
    let survey = try SampleSurvey("scales", design: name)
    let items = Self.items.map { survey.table.numbers($0) }
    let scale = try survey.design().reliability(of: items)
    #expect(agrees(scale.alpha, survey.expected["alpha"].number))
    #expect(agrees(scale.standardError, survey.expected["alpha_se"].number))
    let interval = try #require(scale.interval())
    #expect(interval.lower < scale.alpha && scale.alpha < interval.upper)
    #expect(interval.upper < 1)
  }

  @Test(arguments: SampleSurvey.designs)
  func `importance and performance are those of R`(name: String) throws {
    let survey = try SampleSurvey("scales", design: name)
    let design = try survey.design()
    let items = Self.items.dropLast().map { survey.table.numbers($0) }
    let overall = survey.table.numbers("q4")
    let found = try design.importancePerformance(of: items, overall: overall)
    for (item, want) in zip(found.items, survey.expected["correlations"].list) {
      #expect(agrees(item.importance.value, want["r"].number))
      #expect(agrees(item.importance.standardError, want["se"].number))
      #expect(agrees(item.performance.value, want["mean"].number))
      #expect(agrees(item.performance.standardError, want["mean_se"].number))
    }
    let regression = try design.importancePerformance(
      of: items,
      overall: overall,
      measure: .regression
    )
    for (item, beta) in zip(regression.items, survey.expected["beta"].numbers) {
      #expect(agrees(item.importance.value, beta))
      #expect(item.importance.standardError > 0)
    }
  }

  @Test func `an unweighted scale is that of R`() throws {
    let survey = try SampleSurvey("scales", design: "unweighted")
    let scale = try ScaleReliability(items: Self.items.map { survey.table.numbers($0) })
    let want = survey.expected
    #expect(agrees(scale.alpha, want["alpha"].number))
    for (index, item) in scale.items.enumerated() {
      #expect(agrees(item.alphaIfDropped, want["dropped"].numbers[index]))
      #expect(agrees(item.itemTotalCorrelation, want["item_total"].numbers[index]))
      #expect(agrees(item.itemRestCorrelation, want["item_rest"].numbers[index]))
    }
    #expect(scale.sampleSize == want["n"].int)
    #expect(agrees(scale.standardisedAlpha, want["standardised"].number))
    #expect(agrees(scale.lambda2, want["lambda2"].number))
    let feldt = try #require(scale.feldtInterval())
    #expect(agree([feldt.lower, feldt.upper], want["feldt"].numbers))
    for (loading, wanted) in zip(scale.omega?.loadings ?? [], want["loadings"].numbers) {
      #expect((loading.magnitude - wanted).magnitude < 1e-5)
    }
    // R stops its search early.
    #expect(agrees(scale.omega?.value, want["omega"].number, relative: 1e-5))
    #expect(scale.standardError == nil)
  }
}
