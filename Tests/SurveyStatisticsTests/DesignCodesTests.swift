import Testing

@testable import SurveyStatistics

struct DesignCodesTests {
  @Test(arguments: 0..<20 as Range<UInt64>, [false, true])
  func `codes in any width make the same design`(seed: UInt64, nest: Bool) throws {
    let survey = RandomSurvey(seed: seed)
    let clusters = nest ? survey.houses : survey.clusters
    let plain = try SampleDesign(
      rows: survey.rows,
      weights: survey.weights,
      strata: [survey.strata],
      clusters: [clusters],
      nest: nest,
      lonelyPSU: .remove
    )
    let expected = try plain.means(of: survey.score, by: survey.grouping())
    let forms: [([Int]) -> DesignCodes] = [
      { .integers($0.map { $0 << 40 }) },
      { .words($0.map { Int32($0) }) },
      { .bytes($0.map { UInt8($0) }) },
    ]
    for form in forms {
      let design = try SampleDesign(
        rows: survey.rows,
        weights: survey.weights,
        strataCodes: [form(survey.strata)],
        clusterCodes: [form(clusters)],
        nest: nest,
        lonelyPSU: .remove
      )
      #expect(design.primaryUnits == plain.primaryUnits)
      #expect(design.primaryStrata == plain.primaryStrata)
      #expect(try design.means(of: survey.score, by: survey.grouping()) == expected)
    }
  }

  @Test func `a missing code and a cluster in two strata are named by their rows`() {
    #expect(throws: SampleDesignError.missingCode(.strata(stage: 1), row: 1)) {
      try SampleDesign(rows: 2, strataCodes: [.words([0, -1])], clusterCodes: [])
    }
    let expected = SampleDesignError.clusterInTwoStrata(
      cluster: 7,
      stage: 1,
      row: 0,
      otherRow: 2
    )
    #expect(throws: expected) {
      try SampleDesign(
        rows: 3,
        strataCodes: [.bytes([0, 0, 1])],
        clusterCodes: [.bytes([7, 8, 7])]
      )
    }
  }

  @Test func `pairs are numbered in the order of their first rows`() {
    // Few enough pairs for a table, and too many.
    for shift in [1, 100_000] {
      let first = DenseCodes([5, 5, 0, 5, 0].map { $0 * shift })
      let second = DenseCodes([1, 2, 1, 1, 2].map { $0 * shift })
      let pairs = DenseCodes(first, second)
      #expect(pairs.codes == [0, 1, 2, 0, 3])
      #expect(pairs.count == 4)
    }
    let many = DenseCodes(each: 70_000)
    let halves = DenseCodes((0..<70_000).map { $0 % 2 })
    #expect(DenseCodes(many, halves).count == 70_000)
  }
}
