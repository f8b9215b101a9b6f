import Foundation
import SurveyStatistics
import Testing

/// Every case of the reference with replicate weights (R survey 4.1-1).
@Suite(.enabled(if: Reference.isPresent))
struct GoldenReplicationTests {
  static let names = Reference.names { $0["design"]["type"].string == "replicate" }

  @Test(arguments: names)
  func `estimates with replicate weights are those of R survey`(name: String) throws {
    let golden = try ReplicationCase(name)
    for expected in golden.content["expected"].list {
      switch expected["stat"].string {
      case "design": checkDesign(golden, expected)
      case "mean_total": try checkMeanAndTotal(golden, expected)
      case "prop": try checkProportion(golden, expected)
      case "ratio": try checkRatio(golden, expected)
      case "quantile": try checkQuantiles(golden, expected)
      default: break
      }
    }
  }

  @Test(arguments: ["rep_jk1", "rep_jk1_fpc", "rep_jk1_fpc_mse", "rep_jkn_fpc"])
  func `the jackknife made here is the one of R survey`(name: String) throws {
    let golden = try ReplicationCase(name)
    let from = golden.content["design"]["made_from"]
    let table = golden.table
    let made = try SampleDesign(
      rows: table.rows,
      weights: table.numbers(from["weights"].string ?? ""),
      strata: from["strata"].texts.map { table.codes($0) },
      clusters: from["ids"].texts.map { table.codes($0) },
      fpc: from["fpc"].texts.map { table.numbers($0) }
    ).jackknife(mse: golden.design.mse)
    #expect(made.type == golden.design.type)
    #expect(made.replicateCount == golden.design.replicateCount)
    #expect(made.degreesOfFreedom == golden.design.degreesOfFreedom)
    #expect(agrees(made.scale, golden.design.scale, relative: 1e-12))
    for (mine, theirs) in zip(made.rscales.sorted(), golden.design.rscales.sorted()) {
      #expect(agrees(mine, theirs, relative: 1e-12))
    }
    let values = table.numbers("api00")
    for domain in [nil, table.texts("stype").map { $0 == "H" }] {
      let (mine, theirs) = (
        try made.mean(of: values, in: domain), try golden.design.mean(of: values, in: domain)
      )
      #expect(agrees(mine?.value, theirs?.value))
      #expect(agrees(mine?.standardError, theirs?.standardError))
      #expect(mine?.degreesOfFreedom == theirs?.degreesOfFreedom)
    }
  }

  private func checkDesign(_ golden: ReplicationCase, _ expected: JSON) {
    #expect(golden.design.degreesOfFreedom == expected["df"].int)
    #expect(golden.design.replicateCount == expected["n_rep"].int)
    #expect(agrees(golden.design.scale, expected["scale"].number, relative: 1e-12))
    #expect(golden.design.mse == expected["mse"].flag)
    for (got, want) in zip(golden.design.rscales, expected["rscales"].list) {
      #expect(agrees(got, want.number, relative: 1e-12))
    }
  }

  private func checkMeanAndTotal(_ golden: ReplicationCase, _ expected: JSON) throws {
    let values = golden.table.numbers(expected["var"].string ?? "")
    let domain = golden.domain(expected)
    let mean = try #require(try golden.design.mean(of: values, in: domain))
    let total = try #require(try golden.design.total(of: values, in: domain))
    for (kind, estimate) in [("mean", mean), ("total", total)] {
      #expect(agrees(estimate.value, expected[kind].number))
      #expect(agrees(estimate.standardError, expected["\(kind)_se"].number))
      #expect(agrees(estimate.designEffect, expected["\(kind)_deff"].number))
      #expect(estimate.degreesOfFreedom == expected["df"].int)
      #expect(estimate.sampleSize == expected["n"].int)
      let ends = expected["\(kind)_ci95_t"].list
      let interval = ProportionInterval.mean.interval(for: estimate)
      guard ends.count == 2 else { continue }
      #expect(agrees(interval?.lower, ends[0].number))
      #expect(agrees(interval?.upper, ends[1].number))
    }
  }

  private func checkProportion(_ golden: ReplicationCase, _ expected: JSON) throws {
    let values = golden.indicator(expected["indicator"])
    let domain = golden.domain(expected)
    let estimate = try #require(try golden.design.proportion(of: values, in: domain))
    #expect(agrees(estimate.value, expected["estimate"].number))
    #expect(agrees(estimate.standardError, expected["se"].number))
    #expect(agrees(estimate.variance, expected["var"].number))
    #expect(agrees(estimate.weightedSize, expected["sum_weights"].number))
    #expect(estimate.degreesOfFreedom == expected["df"].int)
    #expect(golden.design.degreesOfFreedom == expected["df_full"].int)
    #expect(estimate.sampleSize == expected["n"].int)
    for (key, level) in [("ci90", 0.90), ("ci95", 0.95), ("ci99", 0.99)] {
      checkIntervals(estimate, expected[key], level)
      try checkLogit(golden, estimate, values, domain, expected[key]["logit"].list, level)
    }
  }

  private func checkIntervals(_ estimate: Estimate, _ intervals: JSON, _ level: Double) {
    for method in ProportionInterval.allCases where method != .likelihood {
      let ends = intervals[method == .beta ? "beta_nchs" : method.rawValue].list
      guard ends.count == 2, let low = ends[0].number, let high = ends[1].number else { continue }
      let interval = method.interval(for: estimate, level: level)
      if method == .asin, estimate.exceedsArcsine(level) { continue }
      #expect(agrees(interval?.lower, low), "\(method) \(level) lower")
      #expect(agrees(interval?.upper, high), "\(method) \(level) upper")
    }
  }

  /// R fits a logistic model to each replicate, which is the replicated logit of the share.
  private func checkLogit(
    _ golden: ReplicationCase,
    _ estimate: Estimate,
    _ values: [Double],
    _ domain: [Bool]?,
    _ ends: [JSON],
    _ level: Double
  ) throws {
    guard ends.count == 2, let low = ends[0].number, let high = ends[1].number else { return }
    let logit = try golden.design.variance { weights in
      var (size, yes) = (0.0, 0.0)
      for row in weights.indices where domain?[row] ?? true && !values[row].isNaN {
        size += weights[row]
        yes += weights[row] * values[row]
      }
      return [log(yes / (size - yes))]
    }
    let t = StudentT(degreesOfFreedom: Double(estimate.degreesOfFreedom))
      .quantile(1 - (1 - level) / 2)
    let half = t * logit.standardErrors[0]
    #expect(agrees(1 / (1 + exp(half - logit.values[0])), low, relative: 1e-6))
    #expect(agrees(1 / (1 + exp(-half - logit.values[0])), high, relative: 1e-6))
  }

  private func checkRatio(_ golden: ReplicationCase, _ expected: JSON) throws {
    let numerator = golden.table.numbers(expected["num"].string ?? "")
    let denominator = golden.table.numbers(expected["den"].string ?? "")
    let ratio = try #require(try golden.design.ratio(of: numerator, to: denominator))
    #expect(agrees(ratio.value, expected["estimate"].number))
    #expect(agrees(ratio.standardError, expected["se"].number))
    if let df = expected["df"].int { #expect(ratio.degreesOfFreedom == df) }
  }

  private func checkQuantiles(_ golden: ReplicationCase, _ expected: JSON) throws {
    let values = golden.table.numbers(expected["var"].string ?? "")
    let probabilities = expected["p"].list.compactMap(\.number)
    let quantiles = try golden.design.quantiles(of: values, at: probabilities)[0]
    #expect(expected["interval"].string == "mean")
    #expect(quantiles.count == probabilities.count)
    for (index, quantile) in quantiles.enumerated() {
      #expect(agrees(quantile?.value, expected["estimate"].list[index].number))
      #expect(agrees(quantile?.lower, expected["ci_l"].list[index].number))
      #expect(agrees(quantile?.upper, expected["ci_u"].list[index].number))
      #expect(agrees(quantile?.standardError, expected["se"].list[index].number))
    }
  }
}

extension Estimate {
  /// Whether R's arcsine interval leaves 0...π/2, where it comes back from the other side.
  fileprivate func exceedsArcsine(_ level: Double) -> Bool {
    let t = StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantile(1 - (1 - level) / 2)
    let half = t * standardError / (2 * (value * (1 - value)).squareRoot())
    let angle = asin(value.squareRoot())
    return angle - half < 0 || angle + half > Double.pi / 2
  }
}
