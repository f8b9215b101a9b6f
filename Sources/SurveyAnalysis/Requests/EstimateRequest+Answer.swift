package import SurveyModel
import SurveyStatistics

extension EstimateRequest {
  /// Answers the request from `table`.
  ///
  /// A missing cell of an outcome leaves the row in the design and out of the domain; a missing cell
  /// of a breakdown leaves it out of that breakdown's domains.
  package func answer(from table: TextTable) throws(EstimateRequestError) -> EstimateAnswer {
    guard !statistics.isEmpty else { throw .nothingAsked }
    guard table.rowCount > 0 else { throw .noRows }
    let columns = RequestColumns(table: table, missing: missing)
    let design = try sampleDesign(columns)
    var groupings: [(names: [String], values: [[String]], grouping: Grouping)] = []
    for names in breakdowns { groupings.append(try group(names, columns)) }
    var lines: [EstimateAnswer.Line] = []
    for statistic in statistics {
      let outcome = try columns.outcome(of: statistic)
      do throws(SampleDesignError) {
        let overall = try estimate(outcome, design, nil)
        lines.append(line(statistic, [], overall.first.flatMap { $0 }))
        for (names, values, grouping) in groupings {
          let estimates = try estimate(outcome, design, grouping)
          for (value, estimate) in zip(values, estimates) {
            lines.append(line(statistic, Array(zip(names, value)), estimate))
          }
        }
      } catch {
        throw .statistics(error)
      }
    }
    return EstimateAnswer(design: design, request: self, lines: lines)
  }

  private func line(
    _ statistic: Statistic,
    _ domain: [(String, String)],
    _ estimate: Estimate?
  ) -> EstimateAnswer.Line {
    let rules: [ProportionInterval] =
      if case .proportion = statistic { intervals } else { [.mean] }
    return EstimateAnswer.Line(
      statistic: statistic.name,
      variable: statistic.text,
      domain: domain.map { (column: $0.0, value: $0.1) },
      estimate: estimate,
      intervals: rules.map { rule in
        (rule, estimate.flatMap { rule.interval(for: $0, level: level) })
      }
    )
  }

  private func estimate(
    _ outcome: RequestColumns.Outcome,
    _ design: SampleDesign,
    _ groups: Grouping?
  ) throws(SampleDesignError) -> [Estimate?] {
    switch outcome {
    case .mean(let values): try design.means(of: values, by: groups)
    case .total(let values): try design.totals(of: values, by: groups)
    case .proportion(let values): try design.proportions(of: values, by: groups)
    case .ratio(let above, let below): try design.ratios(of: above, to: below, by: groups)
    }
  }

  private func sampleDesign(
    _ columns: RequestColumns
  ) throws(EstimateRequestError) -> SampleDesign {
    var strata: [[Int]] = []
    var clusters: [[Int]] = []
    var fpc: [[Double]] = []
    for name in design.strata { strata.append(try columns.designCodes(name)) }
    for name in design.clusters { clusters.append(try columns.designCodes(name)) }
    for name in design.fpc { fpc.append(try columns.designNumbers(name)) }
    var weights: [Double]?
    if let weight = design.weight { weights = try columns.designNumbers(weight) }
    var probabilities: [Double]?
    if let probability = design.probability {
      probabilities = try columns.designNumbers(probability)
    }
    do throws(SampleDesignError) {
      return try SampleDesign(
        rows: columns.table.rowCount,
        weights: weights,
        probabilities: probabilities,
        strata: strata,
        clusters: clusters,
        fpc: fpc,
        nest: design.nest,
        lonelyPSU: design.lonelyPSU,
        lonelyInDomains: design.lonelyInDomains
      )
    } catch {
      throw .statistics(error)
    }
  }

  /// The combinations of values that occur, in the order of their codes.
  private func group(
    _ names: [String],
    _ columns: RequestColumns
  ) throws(EstimateRequestError) -> (names: [String], values: [[String]], grouping: Grouping) {
    var cells: [[String]] = []
    for name in names { cells.append(try columns.cells(name)) }
    var positions: [[String]: Int] = [:]
    var keys: [[String]?] = []
    for row in 0..<columns.table.rowCount {
      let key = cells.map { $0[row] }
      let isKnown = !key.contains { $0.isEmpty || missing.contains($0) }
      keys.append(isKnown ? key : nil)
      if isKnown { positions[key] = 0 }
    }
    let values = positions.keys.sorted(by: Self.precedes)
    for (position, value) in values.enumerated() { positions[value] = position }
    do throws(SampleDesignError) {
      let codes = keys.map { $0.flatMap { positions[$0] } ?? -1 }
      return (names, values, try Grouping(codes: codes, count: values.count))
    } catch {
      throw .statistics(error)
    }
  }

  private static func precedes(_ one: [String], _ other: [String]) -> Bool {
    for (left, right) in zip(one, other) where left != right {
      if let low = NumberText.parse(left), let high = NumberText.parse(right), low != high {
        return low < high
      }
      return VietnameseOrder.precedes(left, right)
    }
    return false
  }
}

extension EstimateRequest.Statistic {
  /// The word of the command line and of JSON.
  package var name: String {
    switch self {
    case .mean: "mean"
    case .total: "total"
    case .proportion: "proportion"
    case .ratio: "ratio"
    }
  }

  /// The text that was asked for.
  package var text: String {
    switch self {
    case .mean(let name), .total(let name): name
    case .proportion(let condition): condition.text
    case .ratio(let above, let below): "\(above)/\(below)"
    }
  }
}
