import SurveyStatistics
import Testing

/// What the cases of the reference hold beside estimates and intervals.
@Suite(.enabled(if: Reference.isPresent))
struct GoldenDetailTests {
  /// Every kind of figure that the reference has; a new one needs a test.
  private static let kinds: Set<String> = [
    // GoldenEstimateTests, GoldenWeightingTests, GoldenReplicationTests, QuantileTests
    "design", "mean_total", "prop", "ratio", "weights", "variance", "quantile", "quantile_point",
    // This suite
    "mean_vector", "domain_right", "subset_wrong_for_contrast", "error",
    // GoldenAssociationTests, GoldenReliabilityTests
    "chisq", "reliability", "svycralpha",
    // LotQualityTests, SimpleBinomialTests, TargetPlanTests, PValueAdjustmentTests
    "lqas_min_n", "lqas_table", "decision_table", "three_way_power", "p_adjust",
    // SampfordTests, SampleSizeTests, AllocationTests
    "inclusion_probabilities", "joint_probs", "ss_wald", "ss_two_prop_R_power_prop_test",
    "ss_one_prop_one_sided", "ss_exact_binomial_first_n", "allocation",
  ]
  /// SpecialFunctionsTests, BinomialIntervalTests and PresentationStandardTests read these.
  private static let whole: Set<String> = [
    "special_functions", "binomial_intervals", "nchs_standard",
  ]

  @Test func `no kind of figure is without a test`() throws {
    let names = Reference.names { _ in true }
    #expect(names.count >= 76)
    for name in names where !Self.whole.contains(name) {
      let content = try Reference.load(name)
      if content["tags"].list.contains(where: { $0.string == "informational" }) { continue }
      for expected in content["expected"].list {
        #expect(Self.kinds.contains(expected["stat"].string ?? ""), "\(name)")
      }
    }
  }

  static let taylor = Reference.names {
    $0["design"]["type"].string == "taylor" && $0["steps"].list.isEmpty
      && !$0["tags"].list.contains { $0.string == "informational" }
  }

  @Test(arguments: taylor)
  func `covariances of vectors of means are those of R`(name: String) throws {
    let golden = try GoldenCase(name)
    for want in golden.content["expected"].list where want["stat"].string == "mean_vector" {
      let columns = want["vars"].texts.map { golden.table.numbers($0) }
      let complete = (0..<golden.table.rows).map { row in columns.allSatisfy { !$0[row].isNaN } }
      let found = try golden.design.vectorOfMeans(columns, where: complete)
      #expect(agree(found.means, want["estimate"].numbers))
      for (row, wanted) in zip(found.matrix, want["vcov"].list) {
        #expect(agree(row, wanted.numbers), "\(name)")
      }
    }
  }

  @Test func `ten cases have vectors of means`() throws {
    let names = Reference.names {
      $0["expected"].list.contains { $0["stat"].string == "mean_vector" }
    }
    #expect(names.count == 10 && Set(names).isSubset(of: Self.taylor))
  }

  @Test(arguments: taylor)
  func `sizes, limits of the normal and what R leaves inexact are as said`(name: String) throws {
    let golden = try GoldenCase(name)
    for want in golden.content["expected"].list where want["stat"].string == "prop" {
      guard let n = want["n"].int, n > 0, !want["error"].exists else { continue }
      let values = golden.indicator(want["indicator"])
      let domain = golden.domain(want)
      let estimate = try #require(try golden.design.proportion(of: values, in: domain))
      #expect(agrees(estimate.variance, want["var"].number))
      #expect(agrees(estimate.weightedSize, want["sum_weights"].number))
      #expect(golden.design.degreesOfFreedom == want["df_full"].int)
      let events = values.indices.count {
        values[$0] == 1 && domain?[$0] ?? true && golden.design.weights[$0] != 0
      }
      #expect(events == want["n_event"].int)
      guard !want["degenerate"].flag else { continue }
      for (key, level) in [("ci90", 0.9), ("ci95", 0.95), ("ci99", 0.99)] {
        checkInexact(estimate, want[key], level, name)
      }
    }
  }

  private func checkInexact(
    _ estimate: Estimate,
    _ want: JSON,
    _ level: Double,
    _ name: String
  ) {
    let z = NormalDistribution.quantile(1 - (1 - level) / 2)
    let half = z * estimate.standardError
    if let ends = pair(want["wald_z"]) {
      #expect(agrees(estimate.value - half, ends.0), "\(name)")
      #expect(agrees(estimate.value + half, ends.1), "\(name)")
    }
    // R fits a logistic model, which stops short of the root.
    if let ends = pair(want["logit"]),
      let interval = ProportionInterval.xlogit.interval(for: estimate, level: level)
    {
      #expect(agrees(interval.lower, ends.0, relative: 1e-6), "\(name)")
      #expect(agrees(interval.upper, ends.1, relative: 1e-6), "\(name)")
    }
    // R interpolates the profile of the likelihood.
    if let ends = pair(want["likelihood"]), want["likelihood_exact"].exists,
      let interval = ProportionInterval.likelihood.interval(for: estimate, level: level)
    {
      #expect((interval.lower - ends.0).magnitude < 2e-3, "\(name)")
      #expect((interval.upper - ends.1).magnitude < 2e-3, "\(name)")
    }
    // R lets the effective size exceed the number of answers; the interval is narrower then.
    if let ends = pair(want["beta"]), let capped = pair(want["beta_nchs"]),
      let interval = ProportionInterval.beta.interval(for: estimate, level: level)
    {
      if agrees(capped.0, ends.0), agrees(capped.1, ends.1) {
        #expect(agrees(interval.lower, ends.0) && agrees(interval.upper, ends.1), "\(name)")
      } else {
        #expect(interval.lower < ends.0 && interval.upper > ends.1, "\(name)")
      }
    }
  }

  private func pair(_ ends: JSON) -> (Double, Double)? {
    let list = ends.list
    guard list.count == 2, let low = list[0].number, let high = list[1].number else { return nil }
    return (low, high)
  }

  /// Totals are compared below: R 4.1 takes the square of a lonely total itself, 4.4 that of
  /// its distance from the mean of all unit totals.
  @Test(arguments: ["lonely_adjust", "lonely_adjust_fpc"])
  func `adjusted lonely strata are those of R for means and shares`(name: String) throws {
    try GoldenEstimateTests().checkEstimates(GoldenCase(name), totals: false)
  }

  @Test(arguments: ["lonely_adjust", "lonely_adjust_fpc"])
  func `a lonely total is compared with the mean of all`(name: String) throws {
    let golden = try GoldenCase(name)
    let (psu, strata) = (golden.table.codes("psu"), golden.table.codes("st"))
    let population = golden.table.numbers("Npsu")
    let values = golden.table.numbers("x")
    var totals: [Int: Double] = [:]
    var stratum: [Int: Int] = [:]
    var size: [Int: Double] = [:]
    for row in 0..<golden.table.rows {
      totals[psu[row], default: 0] += golden.design.weights[row] * values[row]
      stratum[psu[row]] = strata[row]
      size[strata[row]] = name.hasSuffix("fpc") ? population[row] : .infinity
    }
    let centre = totals.values.reduce(0, +) / Double(totals.count)
    var difference = 0.0
    for (unit, total) in totals {
      let own = try #require(stratum[unit])
      guard stratum.values.count(where: { $0 == own }) == 1 else { continue }
      let share = 1 - 1 / (size[own] ?? .infinity)
      difference += share * (total * total - (total - centre) * (total - centre))
    }
    let want = try #require(
      golden.content["expected"].list.first { $0["stat"].string == "mean_total" }
    )
    let older = try #require(want["total_se"].number)
    let total = try #require(try golden.design.total(of: values))
    #expect(agrees(total.value, want["total"].number))
    #expect(agrees(total.variance, older * older - difference))
    #expect(difference != 0)
  }

  @Test(arguments: ["lonely_fail", "lonely_fail_fpc"])
  func `where R stops for a lonely unit, a typed error names the stratum`(name: String) throws {
    let golden = try GoldenCase(name)
    let errors = golden.content["expected"].list.filter { $0["stat"].string == "error" }
    #expect(!errors.isEmpty)
    let text = try #require(errors.first?["message"].string)
    let letter = try #require(text.split(separator: "(").last?.first)
    do {
      _ = try golden.design.mean(of: golden.table.numbers("x"))
      Issue.record("no error")
    } catch .lonelyPSU(_, let stage, let row) {
      #expect(stage == 1)
      #expect(golden.table.texts("st")[row] == String(letter))
    } catch {
      Issue.record("another error")
    }
  }

  @Test func `a design of some rows only has other standard errors`() throws {
    let golden = try GoldenCase("subset_vs_domain")
    let expected = golden.content["expected"].list
    let right = try #require(expected.first { $0["stat"].string == "domain_right" })
    let wrong = try #require(
      expected.first { $0["stat"].string == "subset_wrong_for_contrast" }
    )
    let domain = try #require(golden.domain(right))
    let kept = domain.indices.filter { domain[$0] }
    let values = golden.table.numbers("mid")
    let cut = try SampleDesign(
      rows: kept.count,
      weights: kept.map { golden.design.weights[$0] },
      strata: [kept.map { golden.table.codes("st")[$0] }],
      clusters: [kept.map { golden.table.codes("psu")[$0] }]
    )
    let naive = try #require(try cut.mean(of: kept.map { values[$0] }))
    let naiveTotal = try #require(try cut.total(of: kept.map { values[$0] }))
    #expect(agrees(naive.standardError, wrong["se"].number))
    #expect(agrees(naiveTotal.standardError, wrong["total_se"].number))
    let total = try #require(try golden.design.total(of: values, in: domain))
    #expect(agrees(total.standardError, right["total_se"].number))
    #expect(total.standardError > 1.5 * naiveTotal.standardError)
  }
}
