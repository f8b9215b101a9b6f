import SurveyModel
import SurveyStatistics

extension RequestDesign {
  /// For each statistic its figures in every group of every breakdown.
  ///
  /// All proportions of a sample design are made in one pass over the rows.
  func figures(
    of statistics: [EstimateRequest.Statistic],
    by groupings: [Grouping],
    _ columns: RequestColumns,
    level: Double
  ) throws(EstimateRequestError) -> [[Figure]] {
    var items: [ShareItem] = []
    for case .proportion(let condition) in statistics { items.append(try columns.item(condition)) }
    var shares = try self.shares(of: items, by: groupings)[...]
    var figures: [[Figure]] = []
    for statistic in statistics {
      if statistic.isProportion, let estimates = shares.popFirst() {
        figures.append(estimates.joined().map { .estimate($0) })
        continue
      }
      var parts: [Figure] = []
      for groups in groupings {
        parts += try self.figures(of: statistic, by: groups, columns, level: level)
      }
      figures.append(parts)
    }
    return figures
  }

  private func shares(
    of items: [ShareItem],
    by groupings: [Grouping]
  ) throws(EstimateRequestError) -> [[[Estimate?]]] {
    do throws(SampleDesignError) {
      switch self {
      case .sample(let design):
        return try design.shares(of: items, by: groupings)
      case .replicates(let design, _):
        var shares: [[[Estimate?]]] = []
        for item in items {
          var estimates: [[Estimate?]] = []
          for groups in groupings {
            estimates.append(try design.proportions(of: item.values, by: groups))
          }
          shares.append(estimates)
        }
        return shares
      }
    } catch {
      throw .statistics(error)
    }
  }

  private func figures(
    of statistic: EstimateRequest.Statistic,
    by groups: Grouping,
    _ columns: RequestColumns,
    level: Double
  ) throws(EstimateRequestError) -> [Figure] {
    let values: [[Double]]
    switch statistic {
    case .mean(let name), .total(let name), .quantile(let name, _):
      values = [try columns.numbers(name)]
    case .ratio(let above, let below):
      values = [try columns.numbers(above), try columns.numbers(below)]
    case .proportion: return []
    }
    do throws(SampleDesignError) {
      switch (statistic, self) {
      case (.mean, .sample(let design)):
        return try design.means(of: values[0], by: groups).map { .estimate($0) }
      case (.mean, .replicates(let design, _)):
        return try design.means(of: values[0], by: groups).map { .estimate($0) }
      case (.total, .sample(let design)):
        return try design.totals(of: values[0], by: groups).map { .estimate($0) }
      case (.total, .replicates(let design, _)):
        return try design.totals(of: values[0], by: groups).map { .estimate($0) }
      case (.ratio, .sample(let design)):
        return try design.ratios(of: values[0], to: values[1], by: groups).map { .estimate($0) }
      case (.ratio, .replicates(let design, _)):
        return try design.ratios(of: values[0], to: values[1], by: groups).map { .estimate($0) }
      case (.quantile(_, let p), .sample(let design)):
        return try design.quantiles(p, of: values[0], by: groups, level: level)
          .map { .quantile($0) }
      case (.quantile(_, let p), .replicates(let design, _)):
        return try design.quantiles(of: values[0], at: [p], by: groups, level: level)
          .map { .quantile($0.first.flatMap { $0 }) }
      case (.proportion, _): return []
      }
    } catch {
      throw .statistics(error)
    }
  }
}

extension RequestDesign.Figure {
  /// The figure with its standard error.
  var estimate: Estimate? {
    switch self {
    case .estimate(let estimate): estimate
    case .quantile(let quantile):
      quantile.map {
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
}
