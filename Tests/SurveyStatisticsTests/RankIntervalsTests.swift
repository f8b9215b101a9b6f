import SurveyStatistics
import Testing

struct RankIntervalsTests {
  private func share(_ value: Double, se: Double, census: Bool = false) -> Estimate {
    Estimate(
      value: value,
      standardError: se,
      degreesOfFreedom: 1_000_000,
      sampleSize: 100,
      weightedSize: 100,
      isCensus: census
    )
  }

  private func diagonal(_ estimates: [Estimate?]) -> [[Double]] {
    estimates.indices.map { row in
      estimates.indices.map { $0 == row ? estimates[row]?.variance ?? .nan : 0 }
    }
  }

  @Test func `groups that cannot be told apart share their ranks`() throws {
    // Differences .30, .28, .02 with SE .0283: z of 10.6, 9.9, .7.
    let estimates: [Estimate?] = [
      share(0.6, se: 0.02), share(0.9, se: 0.02), nil, share(0.88, se: 0.02),
    ]
    let ranks = try #require(RankIntervals(estimates, covariances: diagonal(estimates)))
    #expect(ranks.ranks == [3...3, 1...2, nil, 1...2])
    #expect(ranks.below == [[], [0], [], [0]])
  }

  @Test func `Holm asks more of many pairs`() throws {
    // z = 2.1 for one pair is p = .036: enough alone, not among three.
    let two: [Estimate?] = [share(0.80, se: 0.02), share(0.80 + 2.1 * 0.0282842712, se: 0.02)]
    #expect(try #require(RankIntervals(two, covariances: diagonal(two))).ranks == [2...2, 1...1])
    let three = two + [share(0.83, se: 0.02)]
    #expect(
      try #require(RankIntervals(three, covariances: diagonal(three))).ranks
        == [1...3, 1...3, 1...3]
    )
  }

  @Test func `shared clusters make differences surer`() throws {
    let estimates: [Estimate?] = [share(0.80, se: 0.04), share(0.86, se: 0.04)]
    let apart = try #require(RankIntervals(estimates, covariances: diagonal(estimates)))
    #expect(apart.ranks == [1...2, 1...2])
    // var = .0016 + .0016 - 2 * .0014 = .0004: z = 3.
    let together = try #require(
      RankIntervals(estimates, covariances: [[0.0016, 0.0014], [0.0014, 0.0016]])
    )
    #expect(together.ranks == [2...2, 1...1])
  }

  @Test func `all alike is no certainty, everybody asked is`() throws {
    // p̃ = 101/102, variance .0000952; with .0004: SE .02226, z = 2.25 for .05, p = .025.
    let unanimous: [Estimate?] = [share(1, se: 0), share(0.97, se: 0.02)]
    #expect(
      try #require(RankIntervals(unanimous, covariances: diagonal(unanimous))).ranks
        == [1...2, 1...2]
    )
    let census: [Estimate?] = [share(0.81, se: 0, census: true), share(0.8, se: 0, census: true)]
    #expect(
      try #require(RankIntervals(census, covariances: diagonal(census))).ranks == [1...1, 2...2]
    )
    #expect(RankIntervals(census, covariances: [[0]]) == nil)
  }
}
