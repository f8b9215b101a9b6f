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
}
