package import SurveyModel
import SurveyStatistics

extension EstimateRequest {
  /// The columns that the request needs.
  package var needs: EncodedTable.Needs {
    var needs = EncodedTable.Needs()
    for statistic in statistics {
      switch statistic {
      case .mean(let name), .total(let name), .quantile(let name, _): needs.numbers.insert(name)
      case .ratio(let above, let below): needs.numbers.formUnion([above, below])
      case .proportion(let condition): needs.texts.insert(condition.variable)
      }
    }
    needs.texts.formUnion(breakdowns.joined())
    needs.texts.formUnion(design.strata + design.clusters)
    needs.numbers.formUnion(design.fpc)
    needs.numbers.formUnion([design.weight, design.probability].compactMap { $0 })
    return needs
  }

  /// Answers the request from a table of texts.
  ///
  /// See ``answer(from:)-(EncodedTable)``.
  package func answer(from table: TextTable) throws(EstimateRequestError) -> EstimateAnswer {
    try answer(from: EncodedTable(table, needs, missing: missing))
  }

  /// Answers the request from `table`.
  ///
  /// A missing cell of an outcome leaves the row in the design and out of the domain; a missing cell
  /// of a breakdown leaves it out of that breakdown's domains.
  package func answer(from table: EncodedTable) throws(EstimateRequestError) -> EstimateAnswer {
    guard !statistics.isEmpty else { throw .nothingAsked }
    guard table.rowCount > 0 else { throw .noRows }
    let columns = RequestColumns(table: table, missing: missing)
    let design = try sampleDesign(columns)
    var domains: [[(String, String)]] = [[]]
    var groupings: [Grouping] = []
    do throws(SampleDesignError) {
      groupings.append(try Grouping(codes: [Int](repeating: 0, count: table.rowCount), count: 1))
    } catch {
      throw .statistics(error)
    }
    for names in breakdowns {
      let (values, grouping) = try columns.group(names)
      domains += values.map { Array(zip(names, $0)) }
      groupings.append(grouping)
    }
    let estimates = try estimates(columns, design, groupings)
    var lines: [EstimateAnswer.Line] = []
    for (statistic, estimates) in zip(statistics, estimates) {
      lines += zip(domains, estimates).map { line(statistic, $0, $1) }
    }
    return EstimateAnswer(design: design, request: self, lines: lines)
  }

  /// For each statistic its estimates in every group of every breakdown.
  ///
  /// All proportions are made in one pass over the rows.
  private func estimates(
    _ columns: RequestColumns,
    _ design: SampleDesign,
    _ groupings: [Grouping]
  ) throws(EstimateRequestError) -> [[Estimate?]] {
    var items: [ShareItem] = []
    for case .proportion(let condition) in statistics { items.append(try columns.item(condition)) }
    do {
      var shares = try design.shares(of: items, by: groupings).map { Array($0.joined()) }[...]
      var estimates: [[Estimate?]] = []
      for statistic in statistics {
        if case .proportion = statistic {
          estimates.append(shares.removeFirst())
        } else {
          let parts = try groupings.map { try estimate(statistic, columns, design, $0) }
          estimates.append(Array(parts.joined()))
        }
      }
      return estimates
    } catch let error as SampleDesignError {
      throw .statistics(error)
    } catch let error as EstimateRequestError {
      throw error
    } catch {
      return []
    }
  }

  private func estimate(
    _ statistic: Statistic,
    _ columns: RequestColumns,
    _ design: SampleDesign,
    _ groups: Grouping
  ) throws -> [Estimate?] {
    switch statistic {
    case .mean(let name): try design.means(of: columns.numbers(name), by: groups)
    case .total(let name): try design.totals(of: columns.numbers(name), by: groups)
    case .ratio(let above, let below):
      try design.ratios(of: columns.numbers(above), to: columns.numbers(below), by: groups)
    case .quantile(let name, let share):
      try design.quantiles(share, of: columns.numbers(name), by: groups)
    case .proportion: []
    }
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
}

extension EstimateRequest.Statistic {
  /// The word of the command line and of JSON.
  package var name: String {
    switch self {
    case .mean: "mean"
    case .total: "total"
    case .proportion: "proportion"
    case .ratio: "ratio"
    case .quantile: "quantile"
    }
  }

  /// The text that was asked for.
  package var text: String {
    switch self {
    case .mean(let name), .total(let name): name
    case .proportion(let condition): condition.text
    case .ratio(let above, let below): "\(above)/\(below)"
    case .quantile(let name, let share): "\(name)@\(share)"
    }
  }
}
