package import SurveyModel
import SurveyStatistics

extension EstimateRequest {
  /// Answers the request from a table of texts.
  ///
  /// See ``answer(from:)-(EncodedTable)``.
  package func answer(from table: TextTable) throws(EstimateRequestError) -> EstimateAnswer {
    try answer(from: EncodedTable(table, needs(among: table.names), missing: missing))
  }

  /// Answers the request from `table`.
  ///
  /// A missing cell of an outcome leaves the row in the design and out of the domain; a missing cell
  /// of a breakdown leaves it out of that breakdown's domains.
  package func answer(from table: EncodedTable) throws(EstimateRequestError) -> EstimateAnswer {
    guard !statistics.isEmpty else { throw .nothingAsked }
    guard table.rowCount > 0 else { throw .noRows }
    let columns = RequestColumns(table: table, missing: missing)
    do throws(EstimateRequestError) {
      return try answer(from: columns)
    } catch {
      throw columns.placed(error, self.design)
    }
  }

  private func answer(
    from columns: RequestColumns
  ) throws(EstimateRequestError) -> EstimateAnswer {
    let table = columns.table
    let design = try RequestDesign(self.design, columns)
    var domains: [[(String, String)]] = [[]]
    var groupings: [Grouping] = []
    do throws(SampleDesignError) {
      groupings.append(
        try Grouping(compact: [Int32](repeating: 0, count: table.rowCount), count: 1)
      )
    } catch {
      throw .statistics(error)
    }
    for names in breakdowns {
      let (values, grouping) = try columns.group(names)
      domains += values.map { Array(zip(names, $0)) }
      groupings.append(grouping)
    }
    let figures = try design.figures(of: statistics, by: groupings, columns, level: level)
    var lines: [EstimateAnswer.Line] = []
    for (statistic, figures) in zip(statistics, figures) {
      lines += zip(domains, figures).map { line(statistic, $0, $1) }
    }
    return EstimateAnswer(design: design.summary, request: self, lines: lines)
  }

  private func line(
    _ statistic: Statistic,
    _ domain: [(String, String)],
    _ figure: RequestDesign.Figure
  ) -> EstimateAnswer.Line {
    var intervals: [(ProportionInterval, ConfidenceInterval?)]
    switch figure {
    case .estimate(let estimate):
      let rules = statistic.isProportion ? self.intervals : [.mean]
      intervals = rules.map { rule in
        (rule, estimate.flatMap { rule.interval(for: $0, level: level) })
      }
    case .quantile(let quantile):
      intervals = [(.mean, quantile?.interval)]
    }
    return EstimateAnswer.Line(
      statistic: statistic.name,
      variable: statistic.text,
      domain: domain.map { (column: $0.0, value: $0.1) },
      estimate: figure.estimate,
      intervals: intervals.map { (rule: $0.0, interval: $0.1) }
    )
  }
}

extension EstimateRequest.Statistic {
  var isProportion: Bool {
    if case .proportion = self { true } else { false }
  }

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
