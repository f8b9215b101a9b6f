import SurveyStatistics
import Testing

/// Replicates of a sample whose weights were adjusted to known totals.
struct AdjustedReplicationTests {
  private func adjusted(_ survey: RandomSurvey) throws -> SampleDesign {
    let design = try ReplicationPropertyTests.pairs(survey)
    return try design.poststratified(by: cells(rows: design.rows), to: [300, 200])
  }

  private func cells(rows: Int) throws -> Grouping {
    try Grouping(codes: (0..<rows).map { $0 % 2 }, count: 2)
  }

  @Test func `no replicates are made after weights were adjusted to totals`() throws {
    let design = try adjusted(RandomSurvey(seed: 3))
    var random = SplitMix(seed: 1)
    let refusal = ReplicateDesignError.adjustedToTotals
    #expect(throws: refusal) { try design.jackknife() }
    #expect(throws: refusal) { try design.jkn() }
    #expect(throws: refusal) { try design.halfSamples() }
    #expect(throws: refusal) { try design.halfSamples(rho: 0.5) }
    #expect(throws: refusal) { try design.bootstrap(replicates: 9, using: &random) }
    #expect(throws: refusal) { try design.subbootstrap(replicates: 9, using: &random) }
    #expect(throws: refusal) { try design.multistageBootstrap(replicates: 9, using: &random) }
    let single = try SampleDesign(rows: 4).poststratified(by: cells(rows: 4), to: [5, 6])
    #expect(throws: refusal) { try single.jk1() }
    #expect(refusal.text(.english).contains("ReplicateDesign.adjusted(by:)"))
    #expect(refusal.text(.vietnamese).contains("ReplicateDesign.adjusted(by:)"))
  }

  @Test func `weights that were only trimmed make replicates`() throws {
    let survey = RandomSurvey(seed: 5)
    let trimmed = try survey.design().trimmed(lower: 0.8, upper: 3)
    #expect(!trimmed.adjustments.isEmpty)
    #expect(try trimmed.jackknife().weights == trimmed.weights)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `replicates made before know of the totals when each is adjusted`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let groups = try cells(rows: survey.rows)
    let jackknife = try design.jackknife().adjusted { weights in
      var sums = [0.0, 0]
      for (row, weight) in weights.enumerated() { sums[row % 2] += weight }
      return weights.enumerated().map { $1 * [300, 200][$0 % 2] / sums[$0 % 2] }
    }
    let linearised = try design.poststratified(by: groups, to: [300, 200])
    let (one, other) = (
      try #require(try jackknife.mean(of: survey.score)),
      try #require(try linearised.mean(of: survey.score))
    )
    #expect(agrees(one.value, other.value, relative: 1e-12))
    // They agree to first order, and both know that the sizes of the cells have no error.
    #expect((one.standardError / other.standardError - 1).magnitude < 0.5)
    let half = (0..<survey.rows).map { Double($0 % 2) }
    #expect((try jackknife.total(of: half)?.standardError ?? 1) < 1e-9)
    #expect(try linearised.total(of: half)?.standardError == 0)
  }
}
