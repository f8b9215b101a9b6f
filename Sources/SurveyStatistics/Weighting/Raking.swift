/// When raking is finished.
public enum RakingStop: Hashable, Sendable {
  /// After a sweep no margin's cell is further from its total than this share of it.
  case margins(within: Double)
  /// A sweep changes no cell of the cross table of all margins by more than this weight.
  ///
  /// The rule of R survey's `rake`: values below 1 are multiplied by the sum of the weights.
  /// Its default of 1 stops early; margins are then only nearly reached.
  case crossTable(change: Double)
}

/// How raking enters the variance.
public enum RakingVariance: Hashable, Sendable, CaseIterable {
  /// Residuals from the regression on all margins, weighted by the weights before raking:
  /// the variance of the generalised regression estimator (Deville and Särndal 1992).
  case regression
  /// Ten rounds of subtracting unweighted cell means, margin by margin.
  ///
  /// What R survey's `rake` does, to compare with it; standard errors differ from theory by
  /// some per cent.
  case surveyPackage
}

/// Iterative proportional fitting on the cells of the cross table that occur.
///
/// All rows of a cell keep the same factor, so that a sweep costs cells, not rows.
struct Raking {
  let totals: [[Double]]
  /// For each margin its group in each cell; cells without weight have none.
  private let groupOfCell: [[Int32]]
  /// The sum of the weights of each cell, before and now.
  private let base: [Double]
  private var current: [Double]
  /// The sums after each margin of the last sweep.
  private var afterMargin: [[Double]]
  private(set) var sweeps = 0

  /// Prepares checked margins; `sums` are those of the weights in `cells`.
  init(_ margins: [Margin], _ cells: MarginCells, _ sums: [Double]) {
    let target = CompensatedSum.of(margins.first?.totals ?? [])
    totals = margins.map { $0.scaled(to: target).totals }
    groupOfCell = cells.groupOfCell.map { groups in
      zip(groups, sums).map { $1 > 0 ? $0 : -1 }
    }
    base = sums
    current = sums
    afterMargin = margins.map { _ in [] }
  }

  /// Sweeps over the margins in their order until the rule is fulfilled.
  mutating func run(until stop: RakingStop, atMost limit: Int) throws(WeightingError) {
    while sweeps < limit {
      let before = current
      for margin in totals.indices {
        let sums = self.sums(of: margin)
        for (cell, group) in groupOfCell[margin].enumerated() where current[cell] > 0 {
          current[cell] *= totals[margin][Int(group)] / sums[Int(group)]
        }
        afterMargin[margin] = current
      }
      sweeps += 1
      switch stop {
      case .margins(let tolerance):
        if misfit().value <= tolerance { return }
      case .crossTable(let change):
        let limit = change < 1 ? change * CompensatedSum.of(base) : change
        let largest = zip(before, current).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
        if largest < limit { return }
      }
    }
    let worst = misfit()
    throw .didNotConverge(iterations: sweeps, worst.column, misfit: worst.value)
  }

  /// The largest distance of a cell of a margin from its total, relative to it.
  func misfit() -> (value: Double, column: CalibrationColumn) {
    var worst = (value: 0.0, column: CalibrationColumn.cell(0, margin: 0))
    for margin in totals.indices {
      for (group, sum) in sums(of: margin).enumerated() where totals[margin][group] > 0 {
        let distance = (sum - totals[margin][group]).magnitude / totals[margin][group]
        if !(distance <= worst.value) { worst = (distance, .cell(group, margin: margin)) }
      }
    }
    return worst
  }

  /// The factor of each cell, after all margins or after one of the last sweep.
  func factors(after margin: Int? = nil) -> [Double] {
    let sums = margin.map { afterMargin[$0] } ?? current
    return zip(sums, base).map { $1 > 0 ? $0 / $1 : 1 }
  }

  private func sums(of margin: Int) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: totals[margin].count)
    for (cell, group) in groupOfCell[margin].enumerated() where group >= 0 {
      sums[Int(group)].add(current[cell])
    }
    return sums.map(\.value)
  }
}
