extension SampleDesign {
  /// The covariance matrix of sums of influence values, such as those of several means.
  ///
  /// Each column holds the influence z of each row on one statistic, weight included; NaN
  /// and rows outside `analysed` count as 0. The matrix follows the design as every
  /// variance here does: all stages with population sizes, else ultimate clusters, with the
  /// design's rule for lonely units (see ``means(of:by:)``), and weights that were adjusted
  /// to known totals are accounted for.
  ///
  ///     V = Σ_h (1 - n_h/N_h) n_h/(n_h - 1) Σ_j (t_hj - t̄_h)(t_hj - t̄_h)'      at each stage
  ///
  /// - Parameters:
  ///   - influences: A column per statistic, each with a value per row.
  ///   - analysed: The rows over which units and strata are counted; by default those with
  ///     a value in any column. Rows without weight never count.
  /// - Returns: The matrix, and the units, strata and rows that it was estimated from.
  /// - Throws: ``SampleDesignError/unequalColumns(_:rows:expected:)`` and
  ///   ``SampleDesignError/lonelyPSU(stratum:stage:row:)``.
  /// - Complexity: O(rows × columns + units × columns²).
  public func covariance(
    of influences: [[Double]],
    analysed: [Bool]? = nil
  ) throws(SampleDesignError) -> InfluenceCovariance {
    for column in influences { try check(column, nil) }
    if let analysed, analysed.count != rows {
      throw .unequalColumns(.groups, rows: analysed.count, expected: rows)
    }
    var counts = [Bool](repeating: false, count: rows)
    for row in 0..<rows where weights[row] != 0 {
      counts[row] = analysed?[row] ?? influences.contains { !$0[row].isNaN }
    }
    return try covariance(columns: influences.count, analysed: counts) { influences[$0] }
  }

  /// The covariance of columns that are made one at a time, to save room.
  func covariance(
    columns: Int,
    analysed: [Bool],
    influence: (Int) -> [Double]
  ) throws(SampleDesignError) -> InfluenceCovariance {
    var sum = CovarianceSum(design: self, columns: columns)
    try sum.run(unitTotals(columns: columns, analysed, influence))
    return InfluenceCovariance(
      matrix: sum.matrix,
      primaryUnits: sum.primaryUnits,
      primaryStrata: sum.primaryStrata,
      sampleSize: analysed.count { $0 },
      isCensus: sum.isCensus
    )
  }

  /// Adds up influence values over units of the last stage; units that have neither
  /// analysed rows nor influence are left out.
  func unitTotals(
    columns: Int,
    _ analysed: [Bool],
    _ influence: (Int) -> [Double]
  ) -> UnitTotals {
    let count = stages.last?.unitCount ?? 0
    var isAnalysed = [Bool](repeating: false, count: count)
    for row in 0..<rows where analysed[row] { isAnalysed[Int(unitOfRow[row])] = true }
    var totals = [Double](repeating: 0, count: count * columns)
    var before = calibration == nil ? [] : totals
    for k in 0..<columns {
      let inside = zip(influence(k), analysed).map { $1 && !$0.isNaN ? $0 : 0 }
      for (row, value) in residuals(of: inside).enumerated() where value != 0 {
        totals[Int(unitOfRow[row]) * columns + k] += value
      }
      guard calibration != nil else { continue }
      for (row, value) in inside.enumerated() where value != 0 {
        before[Int(unitOfRow[row]) * columns + k] += value
      }
    }
    // As for one variance, these rules count the units of an adjusted design that have no
    // residual, too.
    let keepsZeros = lonelyPSU == .average || lonelyPSU == .adjust
    let isPresent = (0..<count).map { unit in
      if isAnalysed[unit] { return true }
      if let calibration, keepsZeros, !calibration.unitSums.row(unit).isEmpty { return true }
      return totals[(unit * columns)..<((unit + 1) * columns)].contains { $0 != 0 }
    }
    var present = UnitTotals()
    present.scale = (0..<columns).map { k in
      CompensatedSum.of(
        before.indices.lazy.filter { $0 % columns == k }.map {
          let magnitude = before[$0].magnitude + (totals[$0] - before[$0]).magnitude
          return magnitude * magnitude
        }
      )
    }
    for unit in 0..<count where isPresent[unit] {
      present.units.append(Int32(unit))
      present.isAnalysed.append(isAnalysed[unit])
      present.totals += totals[(unit * columns)..<((unit + 1) * columns)]
    }
    return present
  }
}
