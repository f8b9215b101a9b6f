import SurveyStatistics
import Testing

struct WeightingTests {
  private func design(weights: [Double] = [1, 1, 1, 1, 2, 2]) throws -> SampleDesign {
    try SampleDesign(rows: weights.count, weights: weights)
  }

  private let halves = [0, 0, 0, 1, 1, 1]

  private func grouping(_ codes: [Int], _ count: Int = 2) throws -> Grouping {
    try Grouping(codes: codes, count: count)
  }

  @Test func `an adjustment makes a new design and leaves the old one`() throws {
    let old = try design()
    let new = try old.poststratified(by: grouping(halves), to: [30, 10])
    #expect(old.weights == [1, 1, 1, 1, 2, 2])
    #expect(old.adjustments.isEmpty)
    #expect(new.weights == [10, 10, 10, 2, 4, 4])
    #expect(new.adjustments.map(\.method) == [.poststratification])
    #expect(new.adjustments.first?.factors == 2...10)
    #expect(new.sumOfWeights == 40)
  }

  @Test func `cells that are everybody in their population have no error`() throws {
    let census = try SampleDesign(rows: 6, fpc: [[Double](repeating: 6, count: 6)])
    let adjusted = try census.poststratified(by: grouping(halves), to: [3, 3])
    let mean = try #require(try adjusted.mean(of: [1, 4, 2, 8, 5, 7], in: halves.map { $0 == 0 }))
    #expect(mean.isCensus)
    #expect(mean.standardError == 0)
    #expect(mean.degreesOfFreedom == 2)
    let sample = try SampleDesign(rows: 6, fpc: [[Double](repeating: 12, count: 6)])
      .poststratified(by: grouping(halves), to: [6, 6])
    let other = try #require(try sample.mean(of: [1, 4, 2, 8, 5, 7]))
    #expect(!other.isCensus)
    #expect(other.standardError > 0)
  }

  @Test func `a domain is a census when its own cells are, whatever the others`() throws {
    let design = try SampleDesign(rows: 6, strata: [halves], fpc: [[3, 3, 3, 9, 9, 9]])
      .poststratified(by: grouping(halves), to: [3, 9])
    let values = [1.0, 4, 2, 8, 5, 7]
    let means = try design.means(of: values, by: grouping(halves))
    #expect(means[0]?.isCensus == true)
    #expect(means[0]?.standardError == 0)
    #expect(means[1]?.isCensus == false)
    #expect((means[1]?.standardError ?? 0) > 0)
  }

  @Test func `a lonely unit fails only where it matters`() throws {
    let weights = [1.0, 1, 1, 1, 1]
    let design = try SampleDesign(rows: 5, weights: weights, strata: [[0, 0, 1, 1, 2]])
      .poststratified(by: grouping([0, 0, 1, 1, 1]), to: [4, 6])
    let groups = try grouping([0, 0, 1, 1, -1])
    let values = [1.0, 4, 2, 8, 5]
    #expect(try design.mean(of: values, in: [true, true, false, false, false]) != nil)
    // The residuals of a mean add up to 0 in the cell, those of a total do not.
    #expect(try design.means(of: values, by: groups).count == 2)
    #expect(throws: SampleDesignError.lonelyPSU(stratum: 2, stage: 1, row: 4)) {
      try design.totals(of: values, by: groups)
    }
  }

  @Test func `many cells and many groups give what few of them give`() throws {
    let rows = 9000
    let cells = (0..<rows).map { $0 / 4 }
    let values = (0..<rows).map { Double(($0 * 7919) % 13) }
    let weights = (0..<rows).map { Double(1 + $0 % 3) }
    let totals = (0..<2250).map { Double(20 + $0 % 5) }
    let design = try SampleDesign(rows: rows, weights: weights)
      .poststratified(by: grouping(cells, 2250), to: totals)
    let means = try design.means(of: values, by: grouping(cells, 2250))
    for cell in [0, 17, 2249] {
      let alone = try design.mean(of: values, in: cells.map { $0 == cell })
      #expect(agrees(means[cell]?.value, alone?.value, relative: 1e-12))
      #expect(agrees(means[cell]?.standardError, alone?.standardError, relative: 1e-12))
      #expect((alone?.standardError ?? 0) > 0)
    }
    let size = try #require(try design.total(of: [Double](repeating: 1, count: rows)))
    #expect(size.standardError == 0)
  }

  @Test func `the grid of shares follows adjusted weights`() throws {
    let survey = try MadeUpSurvey()
    let design = try survey.oneStage().raked(to: survey.margins())
    let happy = survey.table.numbers("happy")
    let item = try ShareItem(happy)
    let grid = try design.shares(of: [item], by: [survey.area()])
    let alone = try design.proportions(of: happy, by: survey.area())
    for (one, other) in zip(grid[0][0], alone) {
      #expect(agrees(one?.standardError, other?.standardError))
    }
  }

  @Test func `raking reports its sweeps`() throws {
    let survey = try MadeUpSurvey()
    let raked = try survey.oneStage().raked(to: survey.margins())
    let report = try #require(raked.adjustments.first)
    #expect(report.method == .raking)
    #expect((3...50).contains(report.iterations))
    #expect(report.misfit <= 1e-10)
    let early = try survey.oneStage().raked(to: survey.margins(), until: .crossTable(change: 1))
    #expect((early.adjustments.first?.iterations ?? 99) < report.iterations)
    #expect((early.adjustments.first?.misfit ?? 0) > 1e-8)
  }

  @Test func `the variance of R's rake is chosen, not silently given`() throws {
    let survey = try MadeUpSurvey()
    let q1 = survey.table.numbers("q1")
    let theory = try survey.oneStage().raked(to: survey.margins())
    let other = try survey.oneStage().raked(to: survey.margins(), variance: .surveyPackage)
    for (one, two) in zip(theory.weights, other.weights) { #expect(one == two) }
    let (a, b) = (try theory.mean(of: q1), try other.mean(of: q1))
    #expect(a?.value == b?.value)
    #expect(a?.standardError != b?.standardError)
  }

  @Test func `trimming keeps the sum and zeros`() throws {
    let trimmed = try design(weights: [0, 1, 2, 3, 4, 10]).trimmed(lower: 1.5, upper: 6)
    #expect(trimmed.weights[0] == 0)
    #expect(agrees(trimmed.sumOfWeights, 20))
    #expect(trimmed.weights[5] == 6)
    let strict = try design(weights: [1, 1, 5.9, 12]).trimmed(upper: 6, strict: true)
    #expect(strict.weights.allSatisfy { $0 <= 6 })
    #expect(agrees(strict.sumOfWeights, 19.9))
    #expect((strict.adjustments.last?.iterations ?? 0) > 1)
  }

  @Test func `respondents stand for the others of their cell`() throws {
    let responded = [true, true, false, true, false, true]
    let design = try design()
    let values = [1.0, 3, .nan, 2, .nan, 5]
    let adjusted = try design.adjustedForNonresponse(in: grouping(halves), responded: responded)
    #expect(adjusted.weights == [1.5, 1.5, 0, 5.0 / 3, 0, 10.0 / 3])
    #expect(agrees(adjusted.sumOfWeights, design.sumOfWeights))
    #expect(adjusted.primaryUnits == 4)
    let mean = try #require(try adjusted.mean(of: values))
    #expect(mean.sampleSize == 4)
    #expect(agrees(mean.value, 0.375 * 2 + 0.625 * 4))
    // z of respondents and, with the mean of their cell, of the others.
    let z = [-1.5 - 1.25, 1.5 - 1.25, -1.25, -10.0 / 3 + 0.75, 2 * 0.75, 10.0 / 3 + 1.5]
      .map { $0 / 8 }
    let centre = z.reduce(0, +) / 6
    let variance = z.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } * 6 / 5
    #expect(agrees(mean.variance, variance))
    let known = try design.adjustedForNonresponse(
      in: grouping(halves),
      responded: responded,
      variance: .knownRates
    )
    #expect(known.weights == adjusted.weights)
    #expect(try known.mean(of: values)?.standardError != mean.standardError)
  }

  @Test func `weights that differ cost precision`() throws {
    let design = try design(weights: [1, 1, 1, 3, 0])
    #expect(agrees(design.weightingEffect, 4.0 * 12 / 36))
    #expect(agrees(design.effectiveSampleSize, 3))
    #expect(try SampleDesign(rows: 2, weights: [0, 0]).weightingEffect == nil)
    #expect(try SampleDesign(rows: 9).weightingEffect == 1)
  }

  @Test func `the composition of a group does not matter after standardisation`() throws {
    let survey = try MadeUpSurvey()
    let (band, area) = (try survey.band(), try survey.area())
    let design = try survey.oneStage()
      .standardized(by: band, to: [1, 1, 2], within: area)
    for (group, size) in try design.totals(of: survey.ones, by: area).enumerated() {
      let inside = area.codes.map { $0 == group }
      let old = zip(survey.table.numbers("weight"), inside).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      #expect(agrees(size?.value, old))
      let oldest = try design.proportion(of: band.codes.map { $0 == 2 ? 1 : 0 }, in: inside)
      #expect(agrees(oldest?.value, 0.5))
      #expect((oldest?.standardError ?? 1) < 1e-12)
    }
  }
}
