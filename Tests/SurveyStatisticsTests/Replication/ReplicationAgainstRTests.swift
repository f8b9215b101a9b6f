import SurveyStatistics
import Testing

/// The made-up survey with replicates by R survey (`replication.R`).
struct ReplicationAgainstRTests {
  static let names = ["jk1", "jk1_mse", "jkn", "jkn_stages", "bootstrap", "fay"]

  @Test(arguments: names)
  func `figures are those of R survey`(name: String) throws {
    let table = try ShippedSurvey.table("survey.csv")
    let results = try ShippedSurvey.results("replication.json")[name]
    let design = try Self.design(name, table, results)
    #expect(agrees(design.scale, results["scale"].number))
    #expect(design.rscales.count == results["rscales"].list.count)
    #expect(design.degreesOfFreedom == results["df"].int)
    #expect(design.notes == (name == "jkn_stages" ? [.laterStagesDropped] : []))
    let figures = results["figures"].list
    #expect(figures.count > 60)
    for figure in figures { try check(figure, design, table) }
  }

  private static func design(
    _ name: String,
    _ table: Table,
    _ results: JSON
  ) throws -> ReplicateDesign {
    let (weights, psu) = (table.numbers("weight"), table.codes("psu"))
    switch name {
    case "jk1", "jk1_mse":
      return try SampleDesign(rows: table.rows, weights: weights, clusters: [psu])
        .jk1(mse: name == "jk1_mse")
    case "jkn":
      return try strata(table).jkn()
    case "jkn_stages":
      return try stages(table).jkn()
    case "bootstrap":
      return try ReplicateDesign(
        rows: table.rows,
        weights: weights,
        replicateWeights: ShippedSurvey.table("replication_bootstrap.csv").replicates,
        form: .multipliers,
        type: .bootstrap,
        scale: results["scale"].number
      )
    default:
      return try ReplicateDesign(
        rows: table.rows,
        weights: weights,
        replicateWeights: ShippedSurvey.table("replication_fay.csv").replicates,
        type: .fay(rho: 0.3)
      )
    }
  }

  static func strata(_ table: Table) throws -> SampleDesign {
    try SampleDesign(
      rows: table.rows,
      weights: table.numbers("weight"),
      strata: [table.codes("stratum")],
      clusters: [table.codes("psu")],
      fpc: [table.numbers("fpc1")]
    )
  }

  static func stages(_ table: Table) throws -> SampleDesign {
    try SampleDesign(
      rows: table.rows,
      weights: table.numbers("weight"),
      strata: [table.codes("stratum")],
      clusters: [table.codes("psu"), table.codes("household")],
      fpc: [table.numbers("fpc1"), table.numbers("fpc2")],
      nest: true
    )
  }

  private func check(_ figure: JSON, _ design: ReplicateDesign, _ table: Table) throws {
    let domain = figure["level"].string.map { level in
      table.texts(figure["domain"].string ?? "").map { $0 == level }
    }
    let values = table.numbers(figure["var"].string ?? "")
    switch figure["stat"].string {
    case "mean": compare(try design.mean(of: values, in: domain), figure)
    case "total": compare(try design.total(of: values, in: domain), figure)
    case "prop": compare(try design.proportion(of: values, in: domain), figure)
    case "ratio":
      let (minutes, age) = (table.numbers("minutes"), table.numbers("age"))
      compare(try design.ratio(of: minutes, to: age, in: domain), figure)
    case "quantile": try checkQuantiles(figure, design, values, domain)
    case "covariances", "difference":
      let areas = try Self.areas(table)
      let matrix = try design.covariances(of: values, by: areas, among: [0, 1, 2])
      for (row, wanted) in figure["value"].list.enumerated() {
        for (column, value) in wanted.list.enumerated() {
          #expect(agrees(matrix[row][column], value.number))
        }
      }
      guard figure["stat"].string == "difference" else { return }
      compare(try design.difference(of: values, by: areas, between: 0, and: 1), figure)
    case "cells":
      let matrix = try design.covariances(of: Self.cells(table))
      for (row, wanted) in figure["value"].list.enumerated() {
        for (column, value) in wanted.list.enumerated() {
          #expect(agrees(matrix[row][column], value.number))
        }
      }
    default: Issue.record("unknown figure")
    }
  }

  private static func areas(_ table: Table) throws -> Grouping {
    let names = ["a", "b", "c"]
    return try Grouping(
      codes: table.texts("area").map { names.firstIndex(of: $0) ?? -1 },
      count: names.count
    )
  }

  private static func cells(_ table: Table) -> [[Double]] {
    let (happy, sex) = (table.texts("happy"), table.texts("sex"))
    return [("0", "nam"), ("1", "nam"), ("0", "nu"), ("1", "nu")].map { cell in
      (0..<table.rows).map { happy[$0] == cell.0 && sex[$0] == cell.1 ? 1 : 0 }
    }
  }

  private func compare(_ estimate: Estimate?, _ figure: JSON) {
    #expect(agrees(estimate?.value, figure["value"].number))
    #expect(agrees(estimate?.standardError, figure["se"].number))
    if figure["deff"].exists {
      #expect(agrees(estimate?.designEffect, figure["deff"].number))
    }
    if figure["deff_replace"].exists {
      let effect = estimate?.designEffectWithReplacement
      #expect(agrees(effect, figure["deff_replace"].number))
    }
    if let df = figure["df"].int { #expect(estimate?.degreesOfFreedom == df) }
    if let n = figure["n"].int { #expect(estimate?.sampleSize == n) }
    let ends = figure["ci"].list
    if let estimate, ends.count == 2 {
      let interval = ProportionInterval.xlogit.interval(for: estimate)
      #expect(agrees(interval?.lower, ends[0].number))
      #expect(agrees(interval?.upper, ends[1].number))
    }
  }

  private func checkQuantiles(
    _ figure: JSON,
    _ design: ReplicateDesign,
    _ values: [Double],
    _ domain: [Bool]?
  ) throws {
    let method: ReplicateDesign.QuantileMethod =
      switch figure["type"].string {
      case "mean": .woodruff(.mean)
      case "xlogit": .woodruff(.xlogit)
      default: .replicates
      }
    let rule = try #require(
      figure["rule"].string.flatMap { ReplicateDesign.QuantileRule(rawValue: $0) }
    )
    let quantiles = try design.quantiles(
      of: values,
      at: figure["p"].list.compactMap(\.number),
      by: domain.map { Grouping(domain: $0) },
      method: method,
      rule: rule
    )[0]
    for (index, quantile) in quantiles.enumerated() {
      #expect(agrees(quantile?.value, figure["value"].list[index].number))
      #expect(agrees(quantile?.standardError, figure["se"].list[index].number))
      #expect(agrees(quantile?.lower, figure["lower"].list[index].number))
      #expect(agrees(quantile?.upper, figure["upper"].list[index].number))
    }
  }

  @Test func `single units follow their rule as in R survey`() throws {
    let all = try ShippedSurvey.table("survey.csv")
    let (strata, psu) = (all.codes("stratum"), all.codes("psu"))
    let kept = (0..<all.rows).filter { strata[$0] != 0 || psu[$0] == 0 }
    let values = kept.map { all.numbers("q1")[$0] }
    for wanted in try ShippedSurvey.results("replication.json")["lonely"].list {
      let rule = try #require(wanted["rule"].string.flatMap { LonelyPSU(rawValue: $0) })
      let design = try SampleDesign(
        rows: kept.count,
        weights: kept.map { all.numbers("weight")[$0] },
        strata: [kept.map { strata[$0] }],
        clusters: [kept.map { psu[$0] }],
        lonelyPSU: rule
      ).jkn()
      #expect(design.replicateCount == wanted["replicates"].int)
      let mean = try design.mean(of: values)
      let total = try design.total(of: values)
      #expect(agrees(mean?.standardError, wanted["mean_se"].number))
      #expect(agrees(total?.standardError, wanted["total_se"].number))
    }
  }

  @Test func `weights are adjusted column by column as in R survey`() throws {
    let table = try ShippedSurvey.table("survey.csv")
    let results = try ShippedSurvey.results("replication.json")
    let sex = table.texts("sex").map { $0 == "nam" ? 0 : 1 }
    let groups = try Grouping(codes: sex, count: 2)
    #expect(results["adjusted"].list.count == 3)
    for (name, wanted) in zip(["jkn", "bootstrap", "fay"], results["adjusted"].list) {
      let design = try Self.design(name, table, results[name]).adjusted { weights in
        var sums = [0.0, 0.0]
        for (row, weight) in weights.enumerated() { sums[sex[row]] += weight }
        return zip(weights, sex).map { $0 * [2100, 1500][$1] / sums[$1] }
      }
      #expect(design.degreesOfFreedom == wanted["df"].int)
      let mean = try design.mean(of: table.numbers("q1"))
      let total = try design.total(of: table.numbers("happy"))
      #expect(agrees(mean?.value, wanted["mean"].number))
      #expect(agrees(mean?.standardError, wanted["mean_se"].number))
      #expect(agrees(total?.value, wanted["total"].number))
      #expect(agrees(total?.standardError, wanted["total_se"].number))
      let ones = [Double](repeating: 1, count: table.rows)
      for (known, size) in zip([2100.0, 1500], try design.totals(of: ones, by: groups)) {
        #expect(agrees(size?.value, known, relative: 1e-13))
        #expect((size?.standardError ?? 1) < 1e-9)
      }
    }
  }

  @Test func `adjustments that make no weights are refused`() throws {
    let design = try ReplicateDesignTests.design()
    #expect(throws: ReplicateDesignError.unequalWeights(rows: 1, expected: 3)) {
      try design.adjusted { _ in [1] }
    }
    #expect(throws: ReplicateDesignError.invalidWeight(.infinity, row: 0)) {
      try design.adjusted { _ in [.infinity, 1, 1] }
    }
    #expect(throws: ReplicateDesignError.unequalColumns(replicate: 0, rows: 2, expected: 3)) {
      try design.adjusted { $0 == [1, 2, 3] ? $0 : [1, 1] }
    }
    #expect(throws: ReplicateDesignError.invalidReplicateWeight(.infinity, row: 1, replicate: 0)) {
      try design.adjusted { $0 == [1, 2, 3] ? $0 : [1, .infinity, 1] }
    }
  }
}
