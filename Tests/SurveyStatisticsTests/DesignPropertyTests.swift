import Testing

@testable import SurveyStatistics

/// What must hold for every kind of design, with two hundred surveys each.
///
/// Each seed makes another survey. From each come ultimate clusters and two of the other
/// designs in turn; shares come from the single pass over a grid too.
struct DesignPropertyTests {
  private static let seeds = 0..<200 as Range<UInt64>

  private func kinds(_ seed: UInt64) -> [DesignKind] {
    let others = DesignKind.allCases.filter { $0 != .clusters }
    let first = Int(seed % UInt64(others.count))
    return [.clusters, others[first], others[(first + 2) % others.count]]
  }

  /// Means, totals and shares by group, and the same shares from a grid.
  private func figures(
    _ design: SampleDesign,
    _ survey: RandomSurvey
  ) throws -> (means: [Estimate?], totals: [Estimate?], shares: [Estimate?], grid: [Estimate?]) {
    let groups = try survey.grouping()
    return (
      try design.means(of: survey.score, by: groups),
      try design.totals(of: survey.score, by: groups),
      try design.proportions(of: survey.yes, by: groups),
      try design.shares(of: [ShareItem(survey.yes)], by: [groups])[0][0]
    )
  }

  private func expectEqual(_ left: [Estimate?], _ right: [Estimate?], scale: Double = 1) {
    #expect(left.count == right.count)
    for (one, other) in zip(left, right) {
      #expect((one == nil) == (other == nil))
      guard let one, let other else { continue }
      #expect(agrees(one.value * scale, other.value, relative: 1e-12))
      // What rounding leaves of a variance of 0 has no digits to compare.
      if max(one.standardError, other.standardError) > 1e-9 * (1 + other.value.magnitude) {
        #expect(agrees(one.standardError * scale, other.standardError, relative: 1e-12))
      }
      #expect(one.standardError.isFinite && other.standardError.isFinite)
      #expect(one.sampleSize == other.sampleSize)
      #expect(one.degreesOfFreedom == other.degreesOfFreedom)
      #expect(one.isCensus == other.isCensus)
    }
  }

  @Test(arguments: seeds)
  func `weights may be rescaled`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    for kind in kinds(seed) {
      let plain = try figures(kind.design(survey), survey)
      let scaled = try figures(kind.design(survey, scale: 37.5), survey)
      expectEqual(plain.means, scaled.means)
      expectEqual(plain.shares, scaled.shares)
      expectEqual(plain.grid, scaled.grid)
      // Weights that were adjusted have one scale.
      let isAdjusted = try kind.design(survey).calibration != nil
      expectEqual(plain.totals, scaled.totals, scale: isAdjusted ? 1 : 37.5)
      for case let (one?, other?) in zip(plain.shares, scaled.shares) {
        let rule = ProportionInterval.wilson
        let (mine, theirs) = (rule.interval(for: one), rule.interval(for: other))
        #expect(agrees(theirs?.lower, mine?.lower, relative: 1e-11))
        #expect(agrees(theirs?.upper, mine?.upper, relative: 1e-11))
      }
    }
  }

  @Test(arguments: seeds)
  func `the order of rows does not matter`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let other = survey.shuffled(seed: seed &+ 1000)
    for kind in kinds(seed) {
      let here = try figures(kind.design(survey), survey)
      let there = try figures(kind.design(other), other)
      expectEqual(here.means, there.means)
      expectEqual(here.totals, there.totals)
      expectEqual(here.shares, there.shares)
      expectEqual(here.grid, there.grid)
      expectEqual(here.shares, here.grid)
    }
  }

  @Test(arguments: seeds)
  func `groups add up to everybody`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let groups = try Grouping(codes: survey.groups.map { $0 + 1 }, count: 4)
    for kind in kinds(seed) {
      let design = try kind.design(survey)
      let parts = try design.totals(of: survey.score, by: groups).compactMap { $0 }
      let whole = try #require(try design.total(of: survey.score))
      #expect(agrees(parts.reduce(0) { $0 + $1.value }, whole.value, relative: 1e-12))
      #expect(parts.reduce(0) { $0 + $1.sampleSize } == whole.sampleSize)
      #expect(agrees(parts.reduce(0) { $0 + $1.weightedSize }, whole.weightedSize))
      // So do the weights that said yes, in the grid; and variances with covariances.
      let everyone = try Grouping(codes: survey.groups.map { _ in 0 }, count: 1)
      let grid = try design.shares(of: [ShareItem(survey.yes)], by: [groups, everyone])[0]
      let yes = grid[0].reduce(0) { $0 + ($1.map { $0.value * $0.weightedSize } ?? 0) }
      let all = try #require(grid[1][0])
      #expect(agrees(yes, all.value * all.weightedSize, relative: 1e-12))
      let influences = (0..<4).map { group in
        (0..<survey.rows).map { row in
          groups.codes[row] == group ? design.weights[row] * survey.score[row] : 0
        }
      }
      let matrix = try design.covariance(of: influences).matrix
      let sum = matrix.joined().reduce(0, +)
      let size = (0..<4).reduce(0) { $0 + matrix[$1][$1] }
      #expect((sum - whole.variance).magnitude <= 1e-11 * max(size, whole.variance))
    }
  }

  @Test(arguments: seeds)
  func `a constant has no standard error`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let groups = try survey.grouping()
    let (values, ones) = (
      [Double](repeating: 4.3, count: survey.rows), [Double](repeating: 1, count: survey.rows)
    )
    for kind in kinds(seed) {
      let design = try kind.design(survey)
      for case let mean? in try design.means(of: values, by: groups) {
        #expect(mean.value == 4.3)
        #expect(mean.standardError == 0)
      }
      for case let ratio? in try design.ratios(of: values, to: values, by: groups) {
        #expect(ratio.value == 1)
        #expect(ratio.standardError == 0)
      }
      let shares = try design.proportions(of: ones, by: groups)
      let grid = try design.shares(of: [ShareItem(ones)], by: [groups])[0][0]
      for case let share? in shares + grid {
        #expect(share.value == 1)
        #expect(share.standardError == 0)
      }
    }
  }

  @Test(arguments: seeds)
  func `the jackknife of linearised values is the linearised variance`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    for kind in kinds(seed) {
      let design = try kind.design(survey)
      // The jackknife knows the first stage only.
      guard design.stages.count == 1 else { continue }
      let jackknife = try kind.unadjusted(survey).jackknife()
      for domain in [nil, survey.groups.map { $0 == 1 }] {
        guard let mean = try design.mean(of: survey.score, in: domain) else { continue }
        let influence = (0..<survey.rows).map { row in
          domain?[row] ?? true
            ? design.weights[row] * (survey.score[row] - mean.value) / mean.weightedSize : 0
        }
        // Its weights are in the values already.
        let values = zip(design.residuals(of: influence), jackknife.weights).map { $0 / $1 }
        let total = try #require(try jackknife.total(of: values))
        if mean.standardError > 1e-9 {
          #expect(agrees(total.standardError, mean.standardError, relative: 1e-10))
        } else {
          #expect(total.standardError < 1e-9)
        }
      }
    }
  }
}
