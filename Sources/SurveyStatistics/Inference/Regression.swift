/// How an outcome depends on its predictors.
public enum RegressionFamily: String, Hashable, Sendable, CaseIterable {
  /// The mean is a linear function.
  case linear
  /// The log-odds of a 1 are a linear function.
  case logistic
}

/// A line of the coefficient table of a regression.
public struct RegressionCoefficient: Hashable, Sendable {
  /// The name of the predictor, or `(intercept)`.
  public let name: String
  /// The estimated coefficient.
  public let value: Double
  /// Its standard error under the design.
  public let standardError: Double
  /// The degrees of freedom of its t test.
  public let degreesOfFreedom: Int

  /// Value over standard error; NaN when the standard error is not a positive number.
  public var statistic: Double {
    standardError > 0 && standardError.isFinite ? value / standardError : .nan
  }

  /// The two-sided p value; NaN without degrees of freedom or standard error.
  public var pValue: Double {
    guard degreesOfFreedom > 0, !statistic.isNaN else { return .nan }
    return 2 * StudentT(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic.magnitude)
  }

  /// The two-sided interval; nil without degrees of freedom or standard error.
  public func interval(level: Double = 0.95) -> ConfidenceInterval? {
    guard degreesOfFreedom > 0, !statistic.isNaN, level > 0, level < 1 else { return nil }
    let t = -StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantile((1 - level) / 2)
    return ConfidenceInterval(
      lower: value - t * standardError,
      upper: value + t * standardError,
      level: level
    )
  }
}

/// A regression with standard errors under the design.
public struct Regression: Hashable, Sendable {
  /// Linear or logistic.
  public let family: RegressionFamily
  /// The coefficient table: the intercept first, then the predictors in their order.
  public let coefficients: [RegressionCoefficient]
  /// The covariance matrix of the coefficients.
  public let covariance: [[Double]]
  /// Primary units - strata + 1 - coefficients, counted over analysed rows.
  public let degreesOfFreedom: Int
  /// The number of analysed rows.
  public let sampleSize: Int
  /// How often the weights were recomputed; 0 for a linear model.
  public let iterations: Int

  /// Tests whether several coefficients are all 0, or equal to given values.
  ///
  ///     F = (b - b₀)' V⁻¹ (b - b₀) / q   on q and `degreesOfFreedom`
  ///
  /// The same as R's `regTermTest` (Wald).
  ///
  /// - Parameters:
  ///   - indices: Positions in ``coefficients``.
  ///   - nullValues: The values to test against, by default 0.
  /// - Returns: The test, on as many degrees of freedom as positions.
  /// - Throws: ``InferenceError/unequalCounts(_:expected:)`` for positions that do not exist
  ///   or repeat, ``InferenceError/singularCovariance``,
  ///   ``InferenceError/noDegreesOfFreedom(_:)``.
  public func waldTest(
    of indices: [Int],
    against nullValues: [Double]? = nil
  ) throws(InferenceError) -> WaldTest {
    let known = indices.count { coefficients.indices.contains($0) }
    guard known == indices.count else { throw .unequalCounts(known, expected: indices.count) }
    let distinct = Set(indices).count
    guard distinct == indices.count else {
      throw .unequalCounts(distinct, expected: indices.count)
    }
    let null = nullValues ?? indices.map { _ in 0 }
    guard null.count == indices.count else {
      throw .unequalCounts(null.count, expected: indices.count)
    }
    guard let matrix = Matrix(square: covariance) else { throw .singularCovariance }
    return try WaldTest(
      of: zip(indices, null).map { coefficients[$0].value - $1 },
      covariance: matrix.selecting(indices),
      degreesOfFreedom: degreesOfFreedom
    )
  }

  /// Estimates Σ c_k b_k; nil when there are not as many numbers as coefficients.
  ///
  /// With a row of predictor values it is the expected outcome (or its log-odds) there.
  public func linearCombination(_ numbers: [Double]) -> RegressionCoefficient? {
    guard numbers.count == coefficients.count, let matrix = Matrix(square: covariance) else {
      return nil
    }
    return RegressionCoefficient(
      name: "",
      value: CompensatedSum.of(zip(numbers, coefficients).map { $0 * $1.value }),
      standardError: max(0, matrix.form(numbers, numbers)).squareRoot(),
      degreesOfFreedom: degreesOfFreedom
    )
  }
}
