import SurveyStatistics
import Testing

struct ReplicateRankTests {
  /// Weights of rows that are random combinations of a few patterns.
  private func design(rows: Int, replicates: Int, patterns: Int) throws -> ReplicateDesign {
    var random = SplitMix(seed: 17)
    let base = (0..<patterns).map { _ in
      (0..<replicates).map { _ in Double.random(in: 0.5...1.5, using: &random) }
    }
    var columns = [[Double]](repeating: [], count: replicates)
    for _ in 0..<rows {
      let (one, other) = (
        base[Int.random(in: 0..<patterns, using: &random)],
        base[Int.random(in: 0..<patterns, using: &random)]
      )
      let share = Double.random(in: 0...1, using: &random)
      for replicate in 0..<replicates {
        columns[replicate].append(share * one[replicate] + (1 - share) * other[replicate])
      }
    }
    return try ReplicateDesign(
      rows: rows,
      weights: [Double](repeating: 1, count: rows),
      replicateWeights: columns,
      type: .bootstrap
    )
  }

  @Test(arguments: [(300, 40, 25), (8000, 200, 150), (8000, 200, 230), (9000, 180, 12)])
  func `the rank is found among few rows and many`(rows: Int, columns: Int, patterns: Int) throws {
    let design = try design(rows: rows, replicates: columns, patterns: patterns)
    #expect(design.degreesOfFreedom == min(columns, patterns) - 1)
    let domain = (0..<rows).map { $0 % 8 != 0 }
    let values = [Double](repeating: 1, count: rows)
    #expect(try design.mean(of: values, in: domain)?.degreesOfFreedom == min(columns, patterns) - 1)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `the rank by strata is that of a decomposition`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let last = survey.strata.max() ?? 0
    // The first stratum is complete, so that its units are never left out.
    var units: [Int: Set<Int>] = [:]
    for (stratum, cluster) in zip(survey.strata, survey.clusters) {
      units[stratum, default: []].insert(cluster)
    }
    let designs = [
      try SampleDesign(
        rows: survey.rows,
        weights: survey.weights,
        strata: [survey.strata],
        clusters: [survey.clusters],
        fpc: [survey.strata.map { Double(units[$0]?.count ?? 0) * ($0 == 0 ? 1 : 4) }]
      ).jackknife(),
      try survey.design().jackknife(),
      try ReplicationPropertyTests.pairs(survey).halfSamples(rho: 0.25),
    ]
    for design in designs {
      let given = try ReplicateDesign(
        rows: design.rows,
        weights: design.weights,
        replicateWeights: (0..<design.replicateCount).map {
          design.replicateWeights(of: $0) ?? []
        },
        type: .other,
        scale: design.scale,
        rscales: design.rscales
      )
      #expect(given.degreesOfFreedom == design.degreesOfFreedom)
      let values = [Double](repeating: 1, count: design.rows)
      var groups = Array(survey.groups.prefix(design.rows))
      for row in groups.indices where survey.strata[row] == last { groups[row] = 3 }
      let grouping = try Grouping(codes: groups, count: 4)
      let (mine, theirs) = (
        try design.totals(of: values, by: grouping), try given.totals(of: values, by: grouping)
      )
      for (one, other) in zip(mine, theirs) {
        #expect(one?.degreesOfFreedom == other?.degreesOfFreedom)
        #expect(agrees(one?.standardError, other?.standardError))
      }
    }
  }

  @Test func `thousands of units are no burden`() throws {
    let rows = 4000
    let design = try SampleDesign(rows: rows, strata: [(0..<rows).map { $0 / 2 }]).halfSamples()
    #expect(design.degreesOfFreedom == 2000)
    let domain = (0..<rows).map { $0 % 3 == 0 }
    let mean = try design.mean(of: (0..<rows).map { Double($0 % 7) }, in: domain)
    #expect(mean?.degreesOfFreedom == domain.count { $0 } - 1)
  }

  @Test func `rows without weight have no part in degrees of freedom`() throws {
    let pattern = (0..<8).map { $0 / 2 }
    let replicates = (0..<4).map { left in pattern.map { $0 == left ? 0 : 4.0 / 3 } }
    let design = try ReplicateDesign(
      rows: 8,
      weights: [1, 2, 1, 2, 1, 2, 0, 2],
      replicateWeights: replicates,
      form: .multipliers,
      type: .jk1
    )
    let values = (0..<8).map { Double($0 * $0) }
    #expect(try design.mean(of: values)?.degreesOfFreedom == 3)
    // One row of each unit; that of the last unit has no weight.
    let domain = (0..<8).map { $0.isMultiple(of: 2) }
    #expect(try design.mean(of: values, in: domain)?.degreesOfFreedom == 2)
    #expect(try design.total(of: values, in: domain)?.degreesOfFreedom == 2)
    var missing = values
    missing[6] = .nan
    #expect(try design.mean(of: missing, in: domain)?.degreesOfFreedom == 2)
  }
}
