import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

@Suite struct ReplicateRequestTests {
  private static let full = [2.0, 1, 3, 2, 1, 3]
  private static let repeated: [[Double]] = [
    [4, 0, 6, 0, 2, 0], [0, 2, 0, 4, 0, 6], [4, 2, 0, 0, 2, 6], [0, 0, 6, 4, 1, 0],
  ]
  private static let y = [1.0, 4, 2, .nan, 5, 3]
  private static let x = [2.0, 3, 4, 5, 6, 7]

  private static func cells(_ values: [Double]) -> [String] {
    values.map { $0.isNaN ? "" : "\($0)" }
  }

  private let table = TextTable(
    names: ["y", "x", "g", "k", "w", "rep1", "rep2", "rep3", "rep10"],
    columns: [
      cells(y), cells(x), ["a", "b", "a", "b", "a", "b"], ["p", "q", "q", "p", "q", "q"],
      cells(full),
    ]
      + repeated.map(cells)
  )

  private func request(
    _ type: ReplicateType,
    _ change: (inout EstimateRequest.Replicates) -> Void = { _ in }
  ) throws -> EstimateRequest {
    var request = EstimateRequest()
    request.design.weight = "w"
    var replicates = EstimateRequest.Replicates(pattern: "rep*", type: type)
    change(&replicates)
    request.design.replicates = replicates
    request.statistics = [
      .mean("y"), .total("y"), .ratio("y", "x"), .quantile("x", 0.5),
      .proportion(try #require(EstimateRequest.Condition("y>=3"))),
    ]
    request.breakdowns = [["g"]]
    return request
  }

  private func expected(_ design: ReplicateDesign) throws -> [Estimate?] {
    let all = try Grouping(codes: [0, 0, 0, 0, 0, 0], count: 1)
    let g = try Grouping(codes: [0, 1, 0, 1, 0, 1], count: 2)
    var expected: [Estimate?] = []
    for groups in [all, g] { expected += try design.means(of: Self.y, by: groups) }
    for groups in [all, g] { expected += try design.totals(of: Self.y, by: groups) }
    for groups in [all, g] { expected += try design.ratios(of: Self.y, to: Self.x, by: groups) }
    for groups in [all, g] {
      expected += try design.quantiles(of: Self.x, at: [0.5], by: groups).map { quantile in
        quantile[0].map {
          Estimate(
            value: $0.value,
            standardError: $0.standardError,
            degreesOfFreedom: $0.degreesOfFreedom,
            sampleSize: $0.sampleSize,
            weightedSize: $0.weightedSize
          )
        }
      }
    }
    let atLeast: [Double] = [0, 1, 0, .nan, 1, 1]
    for groups in [all, g] { expected += try design.proportions(of: atLeast, by: groups) }
    return expected
  }

  private static let types: [ReplicateType] = [
    .jk1, .jk2, .brr, .fay(rho: 0.3), .bootstrap, .subbootstrap, .mrbbootstrap, .acs,
    .successiveDifference, .other,
  ]

  @Test(arguments: types)
  func `each type gives the figures of its design`(type: ReplicateType) throws {
    let answer = try request(type).answer(from: table)
    let design = try ReplicateDesign(
      rows: 6,
      weights: Self.full,
      replicateWeights: Self.repeated,
      form: .combined,
      type: type
    )
    let expected = try expected(design)
    #expect(answer.lines.count == expected.count)
    for (line, expected) in zip(answer.lines, expected) {
      #expect(line.estimate.isClose(to: expected), "\(line.statistic) \(line.domain)")
    }
    #expect(answer.design.replicates == 4)
    #expect(answer.design.primaryUnits == nil)
    #expect(answer.design.degreesOfFreedom == design.degreesOfFreedom)
  }

  @Test func `scale, factors, deviations and multipliers are passed on`() throws {
    let factors = [0.5, 0.25, 1, 0.5]
    let answer = try request(.other) {
      $0.form = .multipliers
      $0.scale = 0.7
      $0.rscales = factors
      $0.mse = true
    }.answer(from: table)
    let design = try ReplicateDesign(
      rows: 6,
      weights: Self.full,
      replicateWeights: Self.repeated,
      form: .multipliers,
      type: .other,
      scale: 0.7,
      rscales: factors,
      mse: true
    )
    for (line, expected) in zip(answer.lines, try expected(design)) {
      #expect(line.estimate.isClose(to: expected), "\(line.statistic) \(line.domain)")
    }
  }

  @Test func `the stratified jackknife takes its factors`() throws {
    let factors = [0.5, 0.5, 0.5, 0.5]
    let answer = try request(.jkn) { $0.rscales = factors }.answer(from: table)
    let design = try ReplicateDesign(
      rows: 6,
      weights: Self.full,
      replicateWeights: Self.repeated,
      form: .combined,
      type: .jkn,
      rscales: factors
    )
    for (line, expected) in zip(answer.lines, try expected(design)) {
      #expect(line.estimate.isClose(to: expected), "\(line.statistic) \(line.domain)")
    }
    #expect(throws: EstimateRequestError.replicates(.factorsNeeded, column: nil)) {
      try request(.jkn).answer(from: table)
    }
  }

  @Test func `replicates are post-stratified one by one`() throws {
    var asked = try request(.bootstrap)
    let totals = ["p": 30.0, "q": 50]
    asked.design.adjustments = [
      .poststratify(EstimateRequest.KnownMargin(column: "k", totals: totals))
    ]
    let answer = try asked.answer(from: table)
    let design = try ReplicateDesign(
      rows: 6,
      weights: Self.full,
      replicateWeights: Self.repeated,
      form: .combined,
      type: .bootstrap
    ).adjusted { weights in
      let isFirst = [true, false, false, true, false, false]
      func sum(_ first: Bool) -> Double {
        zip(weights, isFirst).map { $1 == first ? $0 : 0 }.reduce(0, +)
      }
      return zip(weights, isFirst).map { $0 * ($1 ? 30 / sum(true) : 50 / sum(false)) }
    }
    for (line, expected) in zip(answer.lines, try expected(design)) {
      #expect(line.estimate.isClose(to: expected), "\(line.statistic) \(line.domain)")
    }
    #expect(answer.design.adjustments.map(\.method) == [.poststratification])
  }

  @Test func `a replicate in which a group is empty is named`() throws {
    var asked = try request(.bootstrap)
    asked.breakdowns = []
    asked.design.adjustments = [
      .poststratify(EstimateRequest.KnownMargin(column: "h", totals: ["p": 3, "q": 4]))
    ]
    let table = TextTable(
      names: self.table.names + ["h"],
      columns: self.table.columns + [["p", "q", "p", "p", "p", "q"]]
    )
    let error = #expect(throws: EstimateRequestError.self) { try asked.answer(from: table) }
    // The members of q are in rows 2 and 6, which rep1 leaves out.
    guard case .weighting(.cellWithoutSample(let cell, let total), let names) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(total == 4)
    #expect(names.replicate == "rep1")
    #expect(names.name(cell, .english) == "group 'q' of column 'h'")
  }

  @Test(arguments: [
    ("rep*", ["rep1", "rep2", "rep10", "rep_x"]), ("*", ["y", "rep1", "rep2", "rep10", "rep_x"]),
    ("rep1", ["rep1"]), ("*1*", ["rep1", "rep10"]), ("r*p*0", ["rep10"]), ("rep1*1", []),
    ("*_x", ["rep_x"]), ("", []), ("re**p2", ["rep2"]), ("x*", []), ("rep?", []),
  ])
  func `a pattern names columns in their order`(pattern: String, names: [String]) {
    let replicates = EstimateRequest.Replicates(pattern: pattern, type: .bootstrap)
    let columns = replicates.columns(among: ["y", "rep1", "rep2", "rep10", "rep_x"])
    #expect(columns == names)
  }

  @Test func `what cannot be replicates is named`() throws {
    var asked = try request(.bootstrap)
    asked.design.replicates = .init(pattern: "zep*", type: .bootstrap)
    #expect(throws: EstimateRequestError.noReplicates(pattern: "zep*", count: 0)) {
      try asked.answer(from: table)
    }
    asked.design.replicates = .init(pattern: "rep1*0", type: .bootstrap)
    #expect(throws: EstimateRequestError.noReplicates(pattern: "rep1*0", count: 1)) {
      try asked.answer(from: table)
    }
    asked = try request(.bootstrap)
    asked.design.strata = ["g"]
    #expect(throws: EstimateRequestError.replicatesAndDesign) { try asked.answer(from: table) }
    asked = try request(.fay(rho: 1))
    #expect(throws: EstimateRequestError.replicates(.invalidRho(1), column: nil)) {
      try asked.answer(from: table)
    }
    var columns = table.columns
    columns[6][2] = "-1"
    let negative = TextTable(names: table.names, columns: columns)
    let wrong = ReplicateDesignError.invalidReplicateWeight(-1, row: 2, replicate: 1)
    #expect(throws: EstimateRequestError.replicates(wrong, column: "rep2")) {
      try request(.bootstrap).answer(from: negative)
    }
  }
}
