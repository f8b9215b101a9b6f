import SurveyStatistics
import Testing

/// Every case of the reference whose weights are adjusted (R survey 4.1-1).
@Suite(.enabled(if: Reference.isPresent))
struct GoldenWeightingTests {
  static let names = Reference.names { content in
    content["design"]["type"].string == "taylor" && !content["steps"].list.isEmpty
  }

  @Test func `cases are there`() { #expect(Self.names.count == 18) }

  @Test(arguments: names)
  func `adjusted weights and their standard errors are those of R survey`(name: String) throws {
    var golden = try GoldenCase(name)
    for step in golden.content["steps"].list {
      golden.design = try GoldenStep(golden: golden, step: step).run()
    }
    for expected in golden.content["expected"].list where expected["stat"].string == "weights" {
      let wanted = try Reference.table(expected["csv"].string ?? "").numbers("weight")
      #expect(wanted.count == golden.design.rows)
      let relative = name.hasPrefix("rake3") ? 1e-8 : 1e-9
      for (got, want) in zip(golden.design.weights, wanted) {
        #expect(agrees(got, want, relative: relative))
      }
    }
    try GoldenEstimateTests().checkEstimates(golden)
  }
}
