import SurveyStatistics
import Testing

/// What must hold for any survey whose weights are adjusted.
struct WeightingPropertyTests {
  private struct Sample {
    var survey: RandomSurvey
    var groups: Grouping
    var halves: Grouping

    init(seed: UInt64) throws {
      survey = RandomSurvey(seed: seed)
      groups = try Grouping(codes: survey.groups.map { $0 + 1 }, count: 4)
      var random = SplitMix(seed: seed &+ 77)
      let codes = survey.groups.map { _ in Int.random(in: 0...1, using: &random) }
      halves = try Grouping(codes: codes, count: 2)
    }

    func sums(_ design: SampleDesign, _ groups: Grouping) -> [Double] {
      var sums = [Double](repeating: 0, count: groups.count)
      for (row, code) in groups.codes.enumerated() { sums[code] += design.weights[row] }
      return sums
    }

    /// Totals that differ from the sample's by up to a fifth.
    func totals(_ design: SampleDesign, _ groups: Grouping, seed: UInt64) -> [Double] {
      var random = SplitMix(seed: seed &+ 5)
      return sums(design, groups).map { $0 * Double.random(in: 0.8...1.2, using: &random) }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `known totals are exact and without error`(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let base = try sample.survey.design()
    let cells = sample.totals(base, sample.groups, seed: seed)
    let halves = Margin(sample.halves, totals: sample.totals(base, sample.halves, seed: seed))
      .scaled(to: cells.reduce(0, +))
    guard !sample.sums(base, sample.groups).contains(0), !halves.totals.contains(0) else { return }
    let margins = [Margin(sample.groups, totals: cells), halves]
    for variance in RakingVariance.allCases {
      let raked: SampleDesign
      do {
        raked = try base.raked(to: margins, variance: variance)
      } catch WeightingError.didNotConverge {
        continue
      }
      let error = variance == .regression ? 1e-9 : 1e-3
      for margin in margins {
        let ones = [Double](repeating: 1, count: sample.survey.rows)
        for (found, total) in zip(try raked.totals(of: ones, by: margin.groups), margin.totals) {
          #expect(agrees(found?.value, total, relative: 1e-9))
          #expect((found?.standardError ?? 1) < error * total)
        }
      }
    }
    let score = sample.survey.score
    let ones = [Double](repeating: 1, count: sample.survey.rows)
    let sum = try #require(try base.total(of: score)).value
    let calibrated = try base.calibrated(
      to: [base.sumOfWeights * 1.1, sum * 1.08],
      columns: [ones, score],
      distance: .raking
    )
    let total = try #require(try calibrated.total(of: score))
    #expect(agrees(total.value, sum * 1.08))
    #expect(total.standardError < 1e-9 * sum)
    #expect(calibrated.adjustments.last?.misfit ?? 1 <= 1e-10)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `one cell is ratio estimation`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let base = try survey.design()
    let everybody = Grouping(domain: [Bool](repeating: true, count: survey.rows))
    let adjusted = try base.poststratified(by: everybody, to: [5000])
    let total = try #require(try adjusted.total(of: survey.score))
    let mean = try #require(try base.mean(of: survey.score))
    #expect(agrees(total.value, 5000 * mean.value))
    #expect(agrees(total.standardError, 5000 * mean.standardError))
    let again = try #require(try adjusted.mean(of: survey.score))
    #expect(agrees(again.standardError, mean.standardError))
    #expect(agrees(again.designEffectWithReplacement, mean.designEffectWithReplacement))

    let size = survey.weights.map { $0 + 1 }
    let known = try base.calibrated(to: [7000], columns: [size], variance: size)
    let ratio = try #require(try base.ratio(of: survey.score, to: size))
    let estimate = try #require(try known.total(of: survey.score))
    #expect(agrees(estimate.value, 7000 * ratio.value))
    #expect(agrees(estimate.standardError, 7000 * ratio.standardError))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `raking is calibration with the raking distance`(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let base = try sample.survey.design()
    let cells = sample.totals(base, sample.groups, seed: seed)
    guard !cells.contains(0), !sample.sums(base, sample.halves).contains(0) else { return }
    let halves = Margin(sample.halves, totals: sample.totals(base, sample.halves, seed: seed))
      .scaled(to: cells.reduce(0, +))
    let margins = [Margin(sample.groups, totals: cells), halves]
    guard let raked = try? base.raked(to: margins, until: .margins(within: 1e-14)) else { return }
    let calibrated = try base.calibrated(to: [], columns: [], margins: margins, distance: .raking)
    for (one, two) in zip(raked.weights, calibrated.weights) { #expect(agrees(one, two)) }
    let here = try raked.means(of: sample.survey.yes, by: sample.groups)
    let there = try calibrated.means(of: sample.survey.yes, by: sample.groups)
    for (one, two) in zip(here, there) {
      #expect(agrees(one?.standardError, two?.standardError, relative: 1e-8))
    }
    let single = try base.raked(to: [margins[0]])
    let stratified = try base.poststratified(by: sample.groups, to: cells)
    #expect(single.adjustments.last?.iterations == 1)
    let (a, b) = (
      try single.mean(of: sample.survey.yes), try stratified.mean(of: sample.survey.yes)
    )
    #expect(agrees(a?.standardError, b?.standardError))
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `the order of rows does not matter`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let other = survey.shuffled(seed: seed &+ 3)
    func estimates(_ survey: RandomSurvey) throws -> [Estimate?] {
      let groups = try Grouping(codes: survey.groups.map { $0 + 1 }, count: 4)
      let base = try survey.design()
      var sums = [Double](repeating: 0, count: 4)
      for (row, code) in groups.codes.enumerated() {
        sums[code] += survey.weights[row].rounded(.up)
      }
      let ones = [Double](repeating: 1, count: survey.rows)
      return try base.poststratified(by: groups, to: sums)
        .calibrated(to: [1000], columns: [ones], distance: .raking)
        .means(of: survey.yes, by: survey.grouping())
    }
    for (one, two) in zip(try estimates(survey), try estimates(other)) {
      #expect(agrees(one?.value, two?.value, relative: 1e-12))
      #expect(agrees(one?.standardError, two?.standardError, relative: 1e-11))
      #expect(one?.degreesOfFreedom == two?.degreesOfFreedom)
    }
  }

  /// z = w₀ ∂T/∂w₀, by central differences, where each row is a unit.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `the variance is that of the derivative of the adjusted estimator`(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let survey = sample.survey
    let ones = [Double](repeating: 1, count: survey.rows)
    let cells = [300.0, 200]
    let responded = survey.yes.map { !$0.isNaN }
    let y = zip(survey.score, survey.yes).map { $0 + ($1 == 1 ? 2 : 0) }
    let chains: [(String, (SampleDesign) throws -> SampleDesign)] = [
      ("cells", { try $0.poststratified(by: sample.halves, to: cells) }),
      (
        "linear",
        {
          try $0.calibrated(
            to: [500, 1600],
            columns: [ones, survey.score],
            allowsNegativeWeights: true
          )
        }
      ),
      ("response", { try $0.adjustedForNonresponse(in: sample.halves, responded: responded) }),
      (
        "chain",
        {
          try $0.adjustedForNonresponse(in: sample.halves, responded: responded)
            .poststratified(by: sample.halves, to: cells)
            .calibrated(
              to: [520, 1700],
              columns: [ones, survey.score],
              allowsNegativeWeights: true
            )
        }
      ),
    ]
    for (name, adjust) in chains {
      func total(_ weights: [Double]) throws -> Estimate {
        let design = try SampleDesign(rows: survey.rows, weights: weights)
        return try #require(try adjust(design).total(of: y))
      }
      guard let estimate = try? total(survey.weights) else { continue }
      let z = try survey.weights.indices.map { row in
        var (above, below) = (survey.weights, survey.weights)
        above[row] *= 1 + 1e-4
        below[row] *= 1 - 1e-4
        return (try total(above).value - total(below).value) / 2e-4
      }
      let n = Double(survey.rows)
      let mean = z.reduce(0, +) / n
      let variance = z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * n / (n - 1)
      #expect(agrees(estimate.standardError, variance.squareRoot(), relative: 1e-6), "\(name)")
    }
  }
}
