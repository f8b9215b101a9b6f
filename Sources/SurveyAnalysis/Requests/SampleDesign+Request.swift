import SurveyModel
import SurveyStatistics

extension SampleDesign {
  /// The design after the adjustments that a request names.
  func adjusted(
    _ adjustments: [EstimateRequest.Adjustment],
    _ columns: RequestColumns
  ) throws(EstimateRequestError) -> SampleDesign {
    var design = self
    for adjustment in adjustments {
      var margins: [Margin] = []
      for margin in adjustment.margins { margins.append(try columns.margin(margin)) }
      var values: [[Double]] = []
      for total in adjustment.totals { values.append(try columns.designNumbers(total.column)) }
      do throws(WeightingError) {
        switch adjustment {
        case .poststratify:
          for margin in margins {
            design = try design.poststratified(by: margin.groups, to: margin.totals)
          }
        case .rake:
          design = try design.raked(to: margins)
        case .calibrate(_, let totals, let distance):
          design = try design.calibrated(
            to: totals.map(\.total),
            columns: values,
            margins: margins,
            distance: distance
          )
        }
      } catch {
        throw adjustment.named(error)
      }
    }
    return design
  }
}

extension EstimateRequest.Adjustment {
  fileprivate func named(_ error: WeightingError) -> EstimateRequestError {
    if case .marginsDiffer(let total, let margin, let otherTotal, let other) = error,
      margins.indices.contains(margin), margins.indices.contains(other)
    {
      return .marginsDiffer(
        column: margins[margin].column,
        total: total,
        other: margins[other].column,
        otherTotal: otherTotal
      )
    }
    let names = AdjustmentNames(
      margins: margins.map {
        AdjustmentNames.Margin(column: $0.column, groups: $0.totals.keys.sorted())
      },
      columns: totals.map(\.column)
    )
    return .weighting(error, names)
  }
}

extension RequestColumns {
  /// A margin of the table, with its population sizes in the order of its groups.
  fileprivate func margin(
    _ known: EstimateRequest.KnownMargin
  ) throws(EstimateRequestError) -> Margin {
    let column = try texts(known.column)
    let names = known.totals.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let present = Set(column.texts)
    if let text = column.texts.first(where: { places[$0] == nil }) {
      let row = column.firstRow { $0 == text } ?? 0
      if text.isEmpty { throw .missingDesignCell(column: known.column, row: row + 1) }
      throw .notInMargin(column: known.column, value: text, row: row + 1)
    }
    if let name = names.first(where: { !present.contains($0) && known.totals[$0] != 0 }) {
      throw .notInSample(column: known.column, value: name)
    }
    let table = column.texts.map { Int32(places[$0] ?? -1) }
    do throws(SampleDesignError) {
      let groups =
        switch column.codes {
        case .narrow(let codes): try Grouping(bytes: codes, groups: table, count: names.count)
        case .wide: try Grouping(compact: column.map(table), count: names.count)
        }
      return Margin(groups, totals: names.map { known.totals[$0] ?? 0 })
    } catch {
      throw .statistics(error)
    }
  }
}
