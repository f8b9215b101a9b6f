import SurveyStatistics
import Testing

/// What theory says about replicates made from a design; the seed that fails is in the name.
struct ReplicationPropertyTests {
  /// The survey with primary units numbered so that each stratum has two.
  static func pairs(_ survey: RandomSurvey, fpc: Bool = false) throws -> SampleDesign {
    let rows = (0..<survey.rows).filter {
      survey.clusters[$0] / 2 < (survey.clusters.max() ?? 0) / 2
    }
    return try SampleDesign(
      rows: rows.count,
      weights: rows.map { survey.weights[$0] },
      strata: [rows.map { survey.clusters[$0] / 2 }],
      clusters: [rows.map { survey.clusters[$0] }],
      fpc: fpc ? [rows.map { _ in 10 }] : []
    )
  }

  static func complete(_ survey: RandomSurvey) throws -> SampleDesign {
    var units: [Int: Set<Int>] = [:]
    for row in 0..<survey.rows {
      units[survey.strata[row], default: []].insert(survey.clusters[row])
    }
    return try SampleDesign(
      rows: survey.rows,
      weights: survey.weights,
      strata: [survey.strata],
      clusters: [survey.clusters],
      fpc: [survey.strata.map { Double((units[$0]?.count ?? 0) * ($0 == 0 ? 1 : $0 + 1)) }]
    )
  }

  private func expectEqual(_ left: [Estimate?], _ right: [Estimate?], relative: Double = 1e-10) {
    #expect(left.count == right.count)
    for (one, other) in zip(left, right) {
      #expect((one == nil) == (other == nil))
      #expect(agrees(one?.value, other?.value, relative: 1e-12))
      #expect(agrees(one?.standardError, other?.standardError, relative: relative))
      #expect(one?.sampleSize == other?.sampleSize)
      #expect(agrees(one?.weightedSize, other?.weightedSize, relative: 1e-12))
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the jackknife of a total is the linearised variance`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let groups = try survey.grouping()
    for design in [try survey.design(), try Self.complete(survey)] {
      let jackknife = try design.jackknife()
      let taylor = try design.totals(of: survey.score, by: groups)
      let replicated = try jackknife.totals(of: survey.score, by: groups)
      expectEqual(replicated, taylor)
      for (one, other) in zip(replicated, taylor) {
        #expect(agrees(one?.designEffect, other?.designEffect))
        #expect(agrees(one?.designEffectWithReplacement, other?.designEffectWithReplacement))
      }
      #expect(jackknife.degreesOfFreedom <= design.degreesOfFreedom)
      #expect(jackknife.sumOfWeights == design.sumOfWeights)
    }
    #expect(
      try survey.design().jackknife().degreesOfFreedom == survey.design().degreesOfFreedom
    )
    let one = try SampleDesign(
      rows: survey.rows,
      weights: survey.weights,
      clusters: [survey.clusters]
    )
    expectEqual(
      try one.jk1(mse: true).totals(of: survey.score, by: groups),
      try one.totals(of: survey.score, by: groups)
    )
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the jackknife of linearised values is the variance of a mean`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let mean = try #require(try design.mean(of: survey.score))
    let size = survey.weights.reduce(0, +)
    let influence = survey.score.map { ($0 - mean.value) / size }
    let total = try design.jackknife().total(of: influence)
    #expect(agrees(total?.standardError, mean.standardError))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `balanced half-samples of a total are the linearised variance`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try Self.pairs(survey)
    let values = Array(survey.score.prefix(design.rows))
    let groups = try Grouping(codes: Array(survey.groups.prefix(design.rows)), count: 3)
    let taylor = try design.totals(of: values, by: groups)
    let half = try design.halfSamples()
    expectEqual(try half.totals(of: values, by: groups), taylor)
    expectEqual(try design.halfSamples(mse: true).totals(of: values, by: groups), taylor)
    let fay = try design.halfSamples(rho: 0.4)
    expectEqual(try fay.totals(of: values, by: groups), taylor)
    #expect(half.type == .brr && fay.type == .fay(rho: 0.4))
    #expect(half.degreesOfFreedom == design.degreesOfFreedom)
    #expect(fay.degreesOfFreedom == design.degreesOfFreedom)
    let zero = try design.halfSamples(rho: 0)
    for replicate in 0..<zero.replicateCount {
      #expect(zero.replicateWeights(of: replicate) == half.replicateWeights(of: replicate))
    }
    #expect(try Self.pairs(survey, fpc: true).halfSamples().notes == [.finitePopulationDropped])
    #expect(half.notes.isEmpty)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `one pass over groups equals a domain at a time`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design().jackknife(undefinedReplicates: .leaveOut)
    let together = try design.proportions(of: survey.yes, by: survey.grouping())
    let ratios = try design.ratios(of: survey.yes, to: survey.score, by: survey.grouping())
    for group in together.indices {
      let domain = survey.groups.map { $0 == group }
      #expect(try design.proportion(of: survey.yes, in: domain) == together[group])
      #expect(try design.ratio(of: survey.yes, to: survey.score, in: domain) == ratios[group])
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `degrees of freedom of domains are those of the rank in theory`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let units = (0..<3).map { group in
      Set((0..<survey.rows).filter { survey.groups[$0] == group }.map { survey.clusters[$0] })
    }
    let jk1 = try SampleDesign(
      rows: survey.rows,
      weights: survey.weights,
      clusters: [survey.clusters]
    ).jk1()
    let all = Set(survey.clusters)
    let means = try jk1.means(of: survey.score, by: survey.grouping())
    let jkn = try survey.design().jkn().means(of: survey.score, by: survey.grouping())
    for (group, members) in units.enumerated() where !members.isEmpty {
      #expect(means[group]?.degreesOfFreedom == members.count - 1)
      // Strata of which every unit is in the domain lose one dimension, all but the first.
      let full = Set(survey.strata).filter { stratum in
        all.filter { unit in
          survey.strata[survey.clusters.firstIndex(of: unit) ?? 0] == stratum
        }.isSubset(of: members)
      }.count
      #expect(jkn[group]?.degreesOfFreedom == members.count - max(full, 1))
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `figures of one design agree with each other`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let groups = try survey.grouping()
    let design = try survey.design().jackknife(undefinedReplicates: .leaveOut)
    let means = try design.means(of: survey.score, by: groups)
    guard means.allSatisfy({ $0 != nil }) else { return }
    let matrix = try design.covariances(of: survey.score, by: groups, among: [0, 1, 2])
    for group in 0..<3 { #expect(agrees(matrix[group][group], means[group]?.variance)) }
    let difference = try design.difference(of: survey.score, by: groups, between: 0, and: 2)
    #expect(agrees(difference?.variance, matrix[0][0] + matrix[2][2] - 2 * matrix[0][2]))
    let statistic = try design.variance { weights in
      (0..<3).map { group in
        var (size, sum) = (0.0, 0.0)
        for row in weights.indices where survey.groups[row] == group {
          size += weights[row]
          sum += weights[row] * survey.score[row]
        }
        return sum / size
      }
    }
    for group in 0..<3 {
      #expect(agrees(statistic.values[group], means[group]?.value))
      #expect(agrees(statistic.standardErrors[group], means[group]?.standardError))
      #expect(agrees(statistic.covariances[group][0], matrix[group][0], relative: 1e-8))
    }
    let columns = [survey.score, survey.score.map { 6 - $0 }]
    let combined = try design.linearCombination(of: columns, coefficients: [0.5, -0.5])
    let mean = try design.mean(of: survey.score)
    #expect(agrees(combined[0]?.standardError, mean?.standardError))
    let covariances = try design.covariances(of: columns)
    #expect(agrees(covariances[0][1], mean.map { -$0.variance }))
    let totals = try design.covariancesOfTotals(of: columns)
    #expect(agrees(totals[0][0], try design.total(of: survey.score)?.variance))
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `constants have no standard error`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design().jackknife(undefinedReplicates: .leaveOut)
    let values = [Double](repeating: 4.3, count: survey.rows)
    for mean in try design.means(of: values, by: survey.grouping()) {
      #expect(mean?.value ?? 4.3 == 4.3)
      #expect(mean?.standardError ?? 0 == 0 || mean?.standardError.isNaN == true)
    }
    let ones = [Double](repeating: 1, count: survey.rows)
    #expect(try design.proportion(of: ones)?.value == 1)
    #expect(try design.proportion(of: ones)?.standardError == 0)
  }
}
