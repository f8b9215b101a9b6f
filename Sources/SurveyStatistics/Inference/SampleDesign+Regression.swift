extension SampleDesign {
  /// Linear regression with standard errors under the design.
  ///
  /// Weighted least squares; the covariance of the coefficients is that of the sums of
  /// their influence values (Binder 1983; R's `svyglm` with family gaussian). The analysed
  /// rows are those of the domain with an outcome and all predictors.
  ///
  /// - Parameters:
  ///   - outcome: The explained column, NaN where it is missing.
  ///   - predictors: The explaining columns.
  ///   - intercept: Whether a constant comes first.
  ///   - domain: The rows to analyse, by default all.
  /// - Returns: The coefficients with their covariance.
  /// - Throws: ``InferenceError/dependentColumns(_:)`` (the intercept is column 0),
  ///   ``InferenceError/noRows``, ``InferenceError/notFinite(row:)``, and
  ///   ``SampleDesignError``.
  /// - Complexity: O(rows × columns²).
  public func linearRegression(
    of outcome: [Double],
    on predictors: [Predictor],
    intercept: Bool = true,
    in domain: [Bool]? = nil
  ) throws -> Regression {
    try regression(.linear, of: outcome, on: predictors, intercept: intercept, in: domain)
  }

  /// Logistic regression of an outcome of 0 and 1, with standard errors under the design.
  ///
  /// The weighted likelihood equations are solved to full precision (R's `svyglm` with
  /// family quasibinomial). Everything else is as in
  /// ``linearRegression(of:on:intercept:in:)``.
  ///
  /// - Throws: also ``SampleDesignError/notZeroOrOne(_:row:)``,
  ///   ``InferenceError/separated`` when a coefficient has no finite value, among them all
  ///   outcomes being the same, and ``InferenceError/notConverged(iterations:)``.
  public func logisticRegression(
    of outcome: [Double],
    on predictors: [Predictor],
    intercept: Bool = true,
    in domain: [Bool]? = nil
  ) throws -> Regression {
    if let row = outcome.firstIndex(where: { $0 != 0 && $0 != 1 && !$0.isNaN }) {
      throw SampleDesignError.notZeroOrOne(outcome[row], row: row)
    }
    return try regression(.logistic, of: outcome, on: predictors, intercept: intercept, in: domain)
  }

  private func regression(
    _ family: RegressionFamily,
    of outcome: [Double],
    on predictors: [Predictor],
    intercept: Bool,
    in domain: [Bool]?
  ) throws -> Regression {
    let analysed = try analysedRows([outcome] + predictors.map(\.values), in: domain)
    let constant = [Double](repeating: 1, count: rows)
    let columns = (intercept ? [constant] : []) + predictors.map(\.values)
    guard !columns.isEmpty else { throw InferenceError.unequalCounts(0, expected: 1) }
    let fit = try RegressionFit(
      family,
      outcome: outcome,
      columns: columns,
      weights: weights,
      analysed: analysed
    )
    let covariance = try covariance(of: fit.influences, analysed: mask(analysed))
    let degreesOfFreedom = covariance.degreesOfFreedom + 1 - columns.count
    let names = (intercept ? ["(intercept)"] : []) + predictors.map(\.name)
    return Regression(
      family: family,
      coefficients: names.indices.map { k in
        RegressionCoefficient(
          name: names[k],
          value: fit.coefficients[k],
          standardError: covariance.matrix[k][k].squareRoot(),
          degreesOfFreedom: degreesOfFreedom
        )
      },
      covariance: covariance.matrix,
      degreesOfFreedom: degreesOfFreedom,
      sampleSize: analysed.count,
      iterations: fit.iterations
    )
  }

  /// Rows with a weight, in the domain, with a value in every column.
  ///
  /// Weights below 0 make neither least squares nor ranks.
  func analysedRows(_ columns: [[Double]], in domain: [Bool]?) throws -> [Int] {
    for column in columns {
      try check(column, nil)
      try requireFinite(column)
    }
    if let domain, domain.count != rows {
      throw SampleDesignError.unequalColumns(.groups, rows: domain.count, expected: rows)
    }
    let analysed = (0..<rows).filter { row in
      weights[row] != 0 && domain?[row] ?? true && columns.allSatisfy { !$0[row].isNaN }
    }
    guard !analysed.isEmpty else { throw InferenceError.noRows }
    if let row = analysed.first(where: { weights[$0] < 0 }) {
      throw InferenceError.negativeWeight(row: row)
    }
    return analysed
  }

  /// Row numbers as a column of yes and no.
  func mask(_ analysed: [Int]) -> [Bool] {
    var mask = [Bool](repeating: false, count: rows)
    for row in analysed { mask[row] = true }
    return mask
  }
}
