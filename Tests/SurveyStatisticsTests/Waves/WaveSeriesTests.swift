import SurveyStatistics
import Testing

struct WaveSeriesTests {
  private let rules: [LonelyPSU] = [.remove, .certainty, .average, .adjust]

  /// A stratified sample of two stages, in which a stratum has one unit.
  private func design(_ seed: UInt64, _ rule: LonelyPSU, known: Bool) throws -> SampleDesign {
    let survey = RandomSurvey(seed: seed)
    var strata = survey.strata
    let last = survey.clusters[survey.rows - 1]
    for row in 0..<survey.rows where survey.clusters[row] == last { strata[row] = 77 }
    let persons = (0..<survey.rows).map { $0 }
    return try SampleDesign(
      rows: survey.rows,
      weights: survey.weights,
      strata: [strata],
      clusters: known ? [survey.clusters, persons] : [survey.clusters],
      fpc: known
        ? [strata.map { $0 == 77 ? 3 : 20 }, persons.map { _ in 30 }] : [],
      lonelyPSU: rule,
      lonelyInDomains: seed % 2 == 0
    )
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `one wave has the variance that its design says`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let groups = try survey.grouping()
    for (rule, known) in rules.flatMap({ [($0, false), ($0, true)] }) {
      let design = try design(seed, rule, known: known)
      let wanted = try design.means(of: survey.yes, by: groups)
      let totals = try design.totals(of: survey.score, by: groups)
      let series = try WaveSeries([WaveSample(design: design, units: [survey.clusters])])
      let shares = try design.linearisedMeans(of: survey.yes, by: groups)
      let sums = try design.linearisedTotals(of: survey.score, by: groups)
      for (statistics, wanted) in [(shares, wanted), (sums, totals)] {
        for (got, want) in zip(
          try series.contrasts(of: [statistics], coefficients: [1]),
          wanted
        ) {
          #expect((got == nil) == (want == nil))
          #expect(agrees(got?.value, want?.value))
          #expect(agrees(got?.standardError, want?.standardError))
          #expect((got?.standardError.isNaN) == (want?.standardError.isNaN))
          #expect(got?.degreesOfFreedom == want?.degreesOfFreedom)
          #expect(got?.sampleSize == want?.sampleSize)
          #expect(agrees(got?.weightedSize, want?.weightedSize))
          #expect(got?.isCensus == want?.isCensus)
        }
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `without common units variances add`(seed: UInt64) throws {
    let (first, second) = (RandomSurvey(seed: seed), RandomSurvey(seed: seed + 100))
    let designs = [try first.design(), try second.design()]
    let shifted = second.clusters.map { $0 + 1000 }
    let shares = [
      try designs[0].linearisedMeans(of: first.yes), try designs[1].linearisedMeans(of: second.yes),
    ]
    let single = [
      try #require(try designs[0].mean(of: first.yes)),
      try #require(try designs[1].mean(of: second.yes)),
    ]
    let identities: [[[Int]]] = [
      [], [first.clusters], [first.clusters.map { _ in -1 }],
    ]
    for units in identities {
      let series = try WaveSeries([
        WaveSample(design: designs[0], units: units),
        WaveSample(design: designs[1], units: [shifted]),
      ])
      #expect(series.commonPrimaryUnits(of: 0, and: 1) == 0)
      let change = try #require(try series.changes(in: shares, from: 0, to: 1)[0])
      #expect(agrees(change.value, single[1].value - single[0].value, relative: 1e-12))
      #expect(agrees(change.variance, single[0].variance + single[1].variance))
      #expect(change.degreesOfFreedom == single[0].degreesOfFreedom + single[1].degreesOfFreedom)
      #expect(change.sampleSize == single[0].sampleSize + single[1].sampleSize)
      #expect(try series.covariances(of: shares)[0][1] == 0)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a panel is the stacked file in which a cluster is one cluster`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let later = survey.score.enumerated().map { $0 % 3 == 0 ? 6 - $1 : $1 }
    let series = try WaveSeries(
      [design, design].map { WaveSample(design: $0, units: [survey.clusters]) }
    )
    let means = [
      try design.linearisedMeans(of: survey.score), try design.linearisedMeans(of: later),
    ]
    let change = try #require(try series.changes(in: means, from: 0, to: 1)[0])
    let stacked = try SampleDesign(
      rows: 2 * survey.rows,
      weights: survey.weights + survey.weights,
      strata: [survey.strata + survey.strata],
      clusters: [survey.clusters + survey.clusters]
    )
    let waves = try Grouping(
      codes: survey.weights.map { _ in 0 } + survey.weights.map { _ in 1 },
      count: 2
    )
    let want = try #require(
      try stacked.difference(of: survey.score + later, by: waves, between: 1, and: 0)
    )
    #expect(agrees(change.value, want.value, relative: 1e-12))
    #expect(agrees(change.variance, want.variance))
    #expect(change.degreesOfFreedom == want.degreesOfFreedom)
    // The change of a person is a variable of the panel.
    let persons = try #require(try design.mean(of: zip(later, survey.score).map { $0 - $1 }))
    #expect(agrees(change.variance, persons.variance))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `covariances say what the variance of a change is`(seed: UInt64) throws {
    let (first, second) = (RandomSurvey(seed: seed), RandomSurvey(seed: seed + 50))
    let designs = [try first.design(), try second.design()]
    let series = try WaveSeries([
      WaveSample(design: designs[0], units: [first.clusters]),
      WaveSample(design: designs[1], units: [second.clusters]),
    ])
    let groups = [try first.grouping(), try second.grouping()]
    let means = [
      try designs[0].linearisedMeans(of: first.score, by: groups[0]),
      try designs[1].linearisedMeans(of: second.score, by: groups[1]),
    ]
    for group in 0..<3 {
      let matrix = try series.covariances(of: means, in: group)
      #expect(matrix[0][1].isNaN ? matrix[1][0].isNaN : agrees(matrix[0][1], matrix[1][0]))
      let change = try series.changes(in: means, from: 0, to: 1)[group]
      guard let change else { continue }
      let variance = matrix[0][0] + matrix[1][1] - 2 * matrix[0][1]
      #expect((change.variance - variance).magnitude < 1e-12)
      let own = try designs[1].means(of: second.score, by: groups[1])[group]
      #expect(agrees(matrix[1][1], own?.variance))
    }
  }

  @Test func `a wave compared with itself has not changed, and nothing is left to chance`() throws {
    let survey = RandomSurvey(seed: 3)
    let wave = WaveSample(design: try survey.design(), units: [survey.clusters])
    let series = try WaveSeries([wave, wave])
    let share = try wave.design.linearisedMeans(of: survey.yes)
    for change in [
      try series.changes(in: [share, share], from: 0, to: 1)[0],
      try series.relativeChanges(in: [share, share], from: 0, to: 1)[0],
    ] {
      #expect(change?.value == 0)
      #expect(change?.standardError == 0)
    }
  }

  @Test func `a change by hand`() throws {
    // Two clusters in both waves, of one row each: d = √2 (t - t̄), t = (y - m)/2.
    let design = try SampleDesign(rows: 2)
    let series = try WaveSeries([
      WaveSample(design: design, units: [[7, 9]]), WaveSample(design: design, units: [[9, 7]]),
    ])
    let means = [
      try design.linearisedMeans(of: [1, 3]), try design.linearisedMeans(of: [8, 2]),
    ]
    // t: 7 ↦ -½, 3/2·-1 = -3/2; 9 ↦ ½, 3/2. V₁ = 2·½ = 1, V₂ = 2·9/2 = 9, C = 2·3/2 = 3.
    for (row, want) in zip(try series.covariances(of: means), [[1.0, 3], [3, 9]]) {
      #expect(agree(row, want, relative: 1e-14))
    }
    let change = try #require(try series.changes(in: means, from: 0, to: 1)[0])
    #expect(change.value == 3)
    #expect(agrees(change.variance, 1 + 9 - 6))
    #expect(change.degreesOfFreedom == 1)
    let relative = try #require(try series.relativeChanges(in: means, from: 0, to: 1)[0])
    #expect(agrees(relative.value, 1.5))
    // z = (z₂ - 2.5 z₁)/2.
    #expect(agrees(relative.variance, (9 + 6.25 - 5 * 3) / 4))
    let interval = try #require(ProportionInterval.mean.interval(for: change))
    #expect(agrees(interval.upper - interval.lower, 2 * 2 * 12.706204736432095))
  }

  @Test func `what does not fit is a typed error`() throws {
    let design = try SampleDesign(rows: 3, clusters: [[0, 0, 1]])
    #expect(
      throws: WaveError.unequalIdentities(wave: 1, stage: 1, rows: 2, expected: 3)
    ) {
      try WaveSeries([WaveSample(design: design), WaveSample(design: design, units: [[0, 0]])])
    }
    #expect(throws: WaveError.twoIdentities(wave: 0, stage: 1, row: 0, otherRow: 1)) {
      try WaveSeries([WaveSample(design: design, units: [[0, 1, 2]])])
    }
    #expect(
      throws: WaveError.sharedIdentity(4, wave: 0, stage: 1, row: 0, otherRow: 2)
    ) {
      try WaveSeries([WaveSample(design: design, units: [[4, 4, 4]])])
    }
    let series = try WaveSeries([WaveSample(design: design), WaveSample(design: design)])
    let mean = try design.linearisedMeans(of: [1, 2, 3])
    #expect(throws: WaveError.unequalWaves(1, expected: 2)) {
      try series.changes(in: [mean], from: 0, to: 1)
    }
    #expect(throws: WaveError.unequalWaves(3, expected: 2)) {
      try series.contrasts(of: [mean, mean], coefficients: [1, 2, 3])
    }
    #expect(throws: WaveError.noSuchWave(2)) {
      try series.changes(in: [mean, mean], from: 0, to: 2)
    }
    #expect(throws: WaveError.noSuchGroup(1)) {
      try series.covariances(of: [mean, mean], in: 1)
    }
    #expect(WaveError.noSuchGroup(1).description == "a wave has no group 2")
    #expect(WaveError.noSuchGroup(1).text(.vietnamese) == "có đợt không có nhóm số 2")
    #expect(WaveError.noSuchWave(2).text(.vietnamese) == "không có đợt số 3")
    #expect(throws: WaveError.unequalGroups(2, wave: 0, expected: 1)) {
      try series.contrast(of: [mean, mean], coefficients: [[1, 1], [1]])
    }
    let other = try SampleDesign(rows: 2).linearisedMeans(of: [1, 2])
    #expect(throws: WaveError.unequalRows(2, wave: 1, expected: 3)) {
      try series.changes(in: [mean, other], from: 0, to: 1)
    }
    #expect(throws: WaveError.unequalRows(2, wave: 1, expected: 3)) {
      try series.relativeChanges(in: [mean, other], from: 0, to: 1)
    }
    let twoGroups = try design.linearisedMeans(
      of: [1, 2, 3],
      by: Grouping(codes: [0, 1, 0], count: 2)
    )
    #expect(throws: WaveError.unequalGroups(2, wave: 1, expected: 1)) {
      try series.relativeChanges(in: [mean, twoGroups], from: 0, to: 1)
    }
    let lonely = try SampleDesign(rows: 2, strata: [[0, 1]])
    let alone = try WaveSeries([WaveSample(design: lonely)])
    let error = WaveError.design(.lonelyPSU(stratum: 0, stage: 1, row: 0), wave: 0)
    let statistic = try lonely.linearisedMeans(of: [1, 2])
    #expect(throws: error) { try alone.contrasts(of: [statistic], coefficients: [1]) }
    #expect(error.description.hasPrefix("wave 1: stratum"))
    #expect(error.text(.vietnamese).hasPrefix("đợt 1: tầng"))
  }

  @Test func `units of the same name are the same unit`() {
    let codes = WaveSample.codes(of: [
      ["Sơn Trà", "", "Hải Châu"], ["Hải Châu", "Sơn Trà", "", "Hòa Vang"],
    ])
    #expect(codes == [[0, -1, 1], [1, 0, -1, 2]])
    #expect(WaveSample.codes(of: []).isEmpty)
  }

  @Test func `empty groups and waves have no change`() throws {
    let design = try SampleDesign(rows: 2)
    let series = try WaveSeries([WaveSample(design: design), WaveSample(design: design)])
    let some = try design.linearisedMeans(of: [0, 0])
    let none = try design.linearisedMeans(of: [.nan, .nan])
    #expect(try series.changes(in: [some, none], from: 0, to: 1) == [nil])
    #expect(try series.relativeChanges(in: [none, some], from: 0, to: 1) == [nil])
    #expect(try series.relativeChanges(in: [some, some], from: 0, to: 1) == [nil])
    #expect(try series.covariances(of: [some, none])[0][1].isNaN)
    #expect(try WaveSeries([]).contrasts(of: [], coefficients: []).isEmpty)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `weights adjusted to known totals count in the change`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let base = try survey.design()
    let sizes = try base.totals(of: survey.weights.map { _ in 1 })
    let size = try #require(sizes[0]?.value)
    // Calibrated on the outcome itself, a wave leaves nothing to chance.
    let fitted = try base.calibrated(
      to: [size, size * 3],
      columns: [survey.weights.map { _ in 1 }, survey.score]
    )
    let series = try WaveSeries(
      [base, fitted].map { WaveSample(design: $0, units: [survey.clusters]) }
    )
    let means = [
      try base.linearisedMeans(of: survey.score), try fitted.linearisedMeans(of: survey.score),
    ]
    let change = try #require(try series.changes(in: means, from: 0, to: 1)[0])
    let alone = try #require(try base.mean(of: survey.score))
    #expect(agrees(change.value, 3 - alone.value, relative: 1e-8))
    #expect(agrees(change.standardError, alone.standardError, relative: 1e-8))
  }
}
