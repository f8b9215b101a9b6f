import RealModule

extension SampleDesign {
  /// Places items by how they are rated and how much they count for the overall rating.
  ///
  /// Performance is the mean of an item over its valid answers. Importance is derived, with
  /// linearised standard errors: the weighted correlation r with the overall rating over
  /// the rows with both, interval by Fisher's z; or the standardised coefficient
  /// β_k = b_k s_k/s_y of a regression over complete rows, interval by t:
  ///
  ///     z_r = w [u_x u_y - r (u_x² + u_y²)/2] / Σw        u standardised
  ///     z_β = (s_k/s_y) z_b + β w [(u_k² - 1) - (u_y² - 1)] / (2 Σw)
  ///
  /// The quadrants meet at the means over the items, whose sampling error is counted in the
  /// distances.
  ///
  /// - Throws: ``InferenceError/tooFewItems(_:)``, ``InferenceError/constantItem(_:)`` for
  ///   an item (nil for the overall rating) that does not vary,
  ///   ``InferenceError/dependentColumns(_:)`` (of the regression, the intercept being
  ///   column 0), ``InferenceError/noRows``, ``InferenceError/invalidLevel(_:)``, and
  ///   ``SampleDesignError``.
  public func importancePerformance(
    of items: [[Double]],
    overall: [Double],
    measure: ImportanceMeasure = .correlation,
    in domain: [Bool]? = nil,
    level: Double = 0.95
  ) throws -> ImportancePerformance {
    guard items.count > 1 else { throw InferenceError.tooFewItems(items.count) }
    guard level > 0, level < 1 else { throw InferenceError.invalidLevel(level) }
    let found: InfluenceCovariance
    let all: [Double]
    if measure == .correlation, domain == nil, calibration == nil {
      (all, found) = try correlations(of: items, with: overall)
    } else {
      (all, found) = try influences(of: items, overall, measure, in: domain)
    }
    guard let matrix = Matrix(square: found.matrix) else { throw InferenceError.singularCovariance }
    let count = items.count
    let degrees = found.degreesOfFreedom
    let t =
      degrees > 0 ? -StudentT(degreesOfFreedom: Double(degrees)).quantile((1 - level) / 2) : nil
    func mean(_ part: ArraySlice<Double>) -> Double { CompensatedSum.of(part) / Double(count) }
    let middles = [mean(all[..<count]), mean(all[count...])]
    func coordinate(_ item: Int, _ axis: Int) -> ImportancePerformance.Coordinate {
      let index = axis * count + item
      var contrast = [Double](repeating: 0, count: 2 * count)
      for other in 0..<count { contrast[axis * count + other] = -1 / Double(count) }
      contrast[index] += 1
      let value = all[index]
      let error = matrix[index, index].squareRoot()
      return ImportancePerformance.Coordinate(
        value: value,
        standardError: error,
        interval: t.flatMap {
          axis == 1 && measure == .correlation
            ? Self.fisherInterval(value, $0 * error, level)
            : Self.plainInterval(value, $0 * error, level)
        },
        distance: value - middles[axis],
        distanceStandardError: max(0, matrix.form(contrast, contrast)).squareRoot()
      )
    }
    let placed = (0..<count).map { item in
      let (performance, importance) = (coordinate(item, 0), coordinate(item, 1))
      let quadrant: ImportanceQuadrant =
        switch (importance.distance >= 0, performance.distance >= 0) {
        case (true, true): .keepUp
        case (true, false): .concentrateHere
        case (false, false): .lowPriority
        case (false, true): .possibleOverkill
        }
      return ImportancePerformance.Item(
        performance: performance,
        importance: importance,
        quadrant: quadrant,
        isClear: t.map { t in
          [performance, importance].allSatisfy {
            $0.distance.magnitude > t * $0.distanceStandardError
          }
        } ?? false
      )
    }
    return ImportancePerformance(
      items: placed,
      meanPerformance: middles[0],
      meanImportance: middles[1],
      measure: measure,
      degreesOfFreedom: degrees
    )
  }

  /// The figures of both axes and their covariance, from the influence of each row.
  private func influences(
    of items: [[Double]],
    _ overall: [Double],
    _ measure: ImportanceMeasure,
    in domain: [Bool]?
  ) throws -> (values: [Double], InfluenceCovariance) {
    var analysed = [Bool](repeating: false, count: rows)
    var performances: [(value: Double, influence: [Double])] = []
    for item in items {
      let answered = try analysedRows([item], in: domain)
      for row in answered { analysed[row] = true }
      performances.append(performance(item, answered))
    }
    let importances =
      switch measure {
      case .correlation:
        try items.enumerated().map { index, item in
          let both = try analysedRows([item, overall], in: domain)
          return try correlation(item, overall, both, item: index)
        }
      case .regression: try standardised(items, overall, in: domain)
      }
    let all = performances + importances
    return (all.map(\.value), try covariance(of: all.map(\.influence), analysed: analysed))
  }

  private func performance(_ item: [Double], _ answered: [Int]) -> (Double, [Double]) {
    let weight = CompensatedSum.of(answered.lazy.map { weights[$0] })
    let mean = CompensatedSum.of(answered.lazy.map { weights[$0] * item[$0] }) / weight
    var influence = [Double](repeating: .nan, count: rows)
    for row in answered { influence[row] = weights[row] * (item[row] - mean) / weight }
    return (mean, influence)
  }

  private func correlation(
    _ item: [Double],
    _ overall: [Double],
    _ both: [Int],
    item index: Int
  ) throws -> (Double, [Double]) {
    let moments = try ItemMoments(items: [item, overall], weights: weights, rows: both)
    guard moments.varies(0) else { throw InferenceError.constantItem(index) }
    guard moments.varies(1), let matrix = moments.correlation else {
      throw InferenceError.constantItem(nil)
    }
    let r = matrix[0, 1]
    let spread = Self.spreads(moments)
    var influence = [Double](repeating: .nan, count: rows)
    for row in both {
      let x = (item[row] - moments.means[0]) / spread[0]
      let y = (overall[row] - moments.means[1]) / spread[1]
      influence[row] = weights[row] * (x * y - r / 2 * (x * x + y * y)) / moments.weight
    }
    return (r, influence)
  }

  private func standardised(
    _ items: [[Double]],
    _ overall: [Double],
    in domain: [Bool]?
  ) throws -> [(value: Double, influence: [Double])] {
    let complete = try analysedRows(items + [overall], in: domain)
    let moments = try ItemMoments(items: items + [overall], weights: weights, rows: complete)
    let count = items.count
    if let constant = (0...count).first(where: { !moments.varies($0) }) {
      throw InferenceError.constantItem(constant < count ? constant : nil)
    }
    let fit = try RegressionFit(
      .linear,
      outcome: overall,
      columns: [[Double](repeating: 1, count: rows)] + items,
      weights: weights,
      analysed: complete
    )
    let spread = Self.spreads(moments)
    return items.indices.map { k in
      let ratio = spread[k] / spread[count]
      let beta = fit.coefficients[k + 1] * ratio
      var influence = [Double](repeating: .nan, count: rows)
      for row in complete {
        let x = (items[k][row] - moments.means[k]) / spread[k]
        let y = (overall[row] - moments.means[count]) / spread[count]
        influence[row] =
          ratio * fit.influences[k + 1][row]
          + beta * weights[row] * (x * x - y * y) / (2 * moments.weight)
      }
      return (beta, influence)
    }
  }

  /// Standard deviations without the factor n/(n - 1).
  private static func spreads(_ moments: ItemMoments) -> [Double] {
    let size = Double(moments.rows.count)
    return (0..<moments.covariance.rows).map {
      (moments.covariance[$0, $0] * (size - 1) / size).squareRoot()
    }
  }

  private static func plainInterval(
    _ value: Double,
    _ half: Double,
    _ level: Double
  ) -> ConfidenceInterval? {
    half.isFinite ? ConfidenceInterval(lower: value - half, upper: value + half, level: level) : nil
  }

  private static func fisherInterval(
    _ r: Double,
    _ half: Double,
    _ level: Double
  ) -> ConfidenceInterval? {
    guard r.magnitude < 1, half.isFinite else { return nil }
    let middle = Double.atanh(r)
    let width = half / (1 - r * r)
    return ConfidenceInterval(
      lower: Double.tanh(middle - width),
      upper: Double.tanh(middle + width),
      level: level
    )
  }
}
