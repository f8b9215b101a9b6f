import SurveyStatistics
import Testing

struct SampleDesignTests {
  @Test func `columns must have one value per row`() {
    #expect(throws: SampleDesignError.unequalColumns(.weights, rows: 2, expected: 3)) {
      try SampleDesign(rows: 3, weights: [1, 1])
    }
    #expect(throws: SampleDesignError.unequalColumns(.clusters(stage: 2), rows: 1, expected: 3)) {
      try SampleDesign(rows: 3, clusters: [[0, 1, 2], [0]])
    }
    #expect(throws: SampleDesignError.unequalColumns(.fpc(stage: 1), rows: 1, expected: 3)) {
      try SampleDesign(rows: 3, fpc: [[9]])
    }
  }

  @Test(arguments: [-1, .infinity, Double.nan])
  func `a weight is a finite number of at least zero`(weight: Double) throws {
    let error = #expect(throws: SampleDesignError.self) {
      try SampleDesign(rows: 2, weights: [1, weight])
    }
    guard case .invalidWeight(_, row: 1) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a selection probability is above zero and at most one`() throws {
    #expect(throws: SampleDesignError.invalidProbability(0, row: 1)) {
      try SampleDesign(rows: 2, probabilities: [0.5, 0])
    }
    #expect(throws: SampleDesignError.weightsAndProbabilities) {
      try SampleDesign(rows: 1, weights: [1], probabilities: [1])
    }
    let design = try SampleDesign(rows: 2, probabilities: [0.5, 0.25])
    #expect(design.weights == [2, 4])
  }

  @Test func `a cluster in two strata needs nesting`() throws {
    let strata = [0, 0, 1, 1]
    let clusters = [1, 2, 1, 2]
    let error = SampleDesignError.clusterInTwoStrata(cluster: 1, stage: 1, row: 0, otherRow: 2)
    #expect(throws: error) {
      try SampleDesign(rows: 4, strata: [strata], clusters: [clusters])
    }
    let nested = try SampleDesign(rows: 4, strata: [strata], clusters: [clusters], nest: true)
    #expect(nested.primaryUnits == 4)
    #expect(nested.degreesOfFreedom == 2)
  }

  @Test func `population sizes are checked`() {
    #expect(throws: SampleDesignError.mixedFPC(row: 0, otherRow: 1)) {
      try SampleDesign(rows: 2, fpc: [[10, 0.5]])
    }
    #expect(
      throws: SampleDesignError.fpcBelowSample(population: 2, sampled: 3, stage: 1, row: 0)
    ) {
      try SampleDesign(rows: 3, fpc: [[2, 2, 2]])
    }
    #expect(throws: SampleDesignError.fpcVaries(stage: 1, row: 0, otherRow: 1)) {
      try SampleDesign(rows: 2, fpc: [[10, 11]])
    }
    #expect(throws: SampleDesignError.invalidFPC(0, stage: 1, row: 1)) {
      try SampleDesign(rows: 2, fpc: [[10, 0]])
    }
    #expect(throws: SampleDesignError.fpcStages(columns: 1, stages: 2)) {
      try SampleDesign(rows: 2, clusters: [[0, 1], [0, 1]], fpc: [[10, 10]])
    }
  }

  @Test func `missing codes and surplus strata are refused`() {
    #expect(throws: SampleDesignError.missingCode(.strata(stage: 1), row: 1)) {
      try SampleDesign(rows: 2, strata: [[0, -1]])
    }
    #expect(throws: SampleDesignError.tooManyStrata(columns: 2, stages: 1)) {
      try SampleDesign(rows: 2, strata: [[0, 0], [1, 1]])
    }
    #expect(throws: SampleDesignError.invalidGroup(3, row: 1)) {
      try Grouping(codes: [0, 3], count: 3)
    }
    #expect(throws: SampleDesignError.tooManyGroups(.max)) {
      try Grouping(codes: [], count: .max)
    }
  }

  @Test func `weights follow from population sizes`() throws {
    // 2 of 10 communes, then 2 of 6 and 1 of 3 households.
    let design = try SampleDesign(
      rows: 3,
      clusters: [[0, 0, 1], [0, 1, 0]],
      fpc: [[10, 10, 10], [6, 6, 3]]
    )
    #expect(design.weights == [15, 15, 15])
    #expect(try SampleDesign(rows: 2).weights == [1, 1])
    #expect(try SampleDesign(rows: 2, fpc: [[0.25, 0.25]]).weights == [4, 4])
  }

  @Test func `an empty table has no estimate`() throws {
    let design = try SampleDesign(rows: 0)
    #expect(try design.mean(of: []) == nil)
    #expect(design.degreesOfFreedom == 0)
    #expect(try SampleDesign(rows: 2, weights: [0, 0]).mean(of: [1, 2]) == nil)
  }

  @Test func `codes of any size are accepted`() throws {
    let design = try SampleDesign(
      rows: 4,
      strata: [[.max, .max, 5, 5]],
      clusters: [[.max, 3, .max - 1, 77]]
    )
    #expect(design.degreesOfFreedom == 2)
  }
}
