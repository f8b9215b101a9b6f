/// How the association of two variables is tested.
public enum AssociationStatistic: String, Hashable, Sendable, CaseIterable {
  /// Pearson's X² with the second-order correction of Rao and Scott, as an F test.
  ///
  /// The recommended one (Thomas and Rao 1987), also for few primary units.
  case f
  /// Pearson's X² with the first-order correction of Rao and Scott, as a chi-square test.
  case chiSquare
  /// The Wald test of all differences from independence.
  case wald
  /// The Wald test, adjusted for the degrees of freedom.
  case adjustedWald
}

/// A test of the independence of two variables under the design.
public struct AssociationTest: Hashable, Sendable {
  /// Which test it is.
  public let kind: AssociationStatistic
  /// The statistic that is compared with the distribution: X² over the mean design effect
  /// for ``AssociationStatistic/chiSquare``, F otherwise.
  public let statistic: Double
  /// The degrees of freedom of the numerator, or of the chi-square.
  public let numeratorDegreesOfFreedom: Double
  /// The degrees of freedom of the denominator, nil for a chi-square.
  public let denominatorDegreesOfFreedom: Double?
  /// The probability of a larger statistic when the variables are independent.
  public let pValue: Double
  /// Pearson's X² of the estimated proportions with the number of rows as its scale.
  public let pearson: Double
  /// The mean generalised design effect, tr(Δ)/k; nil for Wald tests.
  public let meanDesignEffect: Double?
}

extension CrossTable {
  /// Pearson's X², n Σ (p_rc - p_r p_c)² / (p_r p_c), not corrected for the design.
  public var pearson: Double {
    let p = proportions
    let (upper, left) = margins(of: p)
    var sum = CompensatedSum()
    for r in rows.indices {
      for c in columns.indices where upper[r] * left[c] > 0 {
        let expected = upper[r] * left[c]
        let distance = p[r * columns.count + c] - expected
        sum.add(distance * distance / expected)
      }
    }
    return Double(sampleSize) * sum.value
  }

  /// Tests whether the two variables are independent.
  ///
  /// With V the covariance of the proportions p, D = diag(p), C the interaction contrasts:
  ///
  ///     Δ = (C' D⁻¹ C / n)⁻¹ C' D⁻¹ V D⁻¹ C        k = (r - 1)(c - 1)
  ///     F:   X²/tr Δ on d₀ and d₀ν                 d₀ = (tr Δ)²/tr Δ²
  ///     X²:  X²/(tr Δ/k) on k
  ///     Wald: W/k on k and ν, adjusted W (ν - k + 1)/(kν) on k and ν - k + 1
  ///
  /// (Rao and Scott 1984; Thomas and Rao 1987; R's `svychisq`). W is the Wald statistic of
  /// T_rc - T_r T_c/T, linearised, over all rows and columns but the first. Cells with
  /// proportion 0 have no part in Δ. ν is ``degreesOfFreedom``, counted over the analysed
  /// rows, where R counts the units of rows with missing answers too; and X² is scaled by
  /// the number of analysed rows, which changes no p value.
  ///
  /// - Throws: ``InferenceError/singularCovariance`` when so many cells are 0, or so few
  ///   units were sampled, that the test does not exist; ``InferenceError/noVariance`` in a
  ///   census; ``InferenceError/noDegreesOfFreedom(_:)``.
  public func test(
    _ kind: AssociationStatistic = .f
  ) throws(InferenceError) -> AssociationTest {
    switch kind {
    case .f, .chiSquare: try raoScott(kind)
    case .wald, .adjustedWald: try wald(kind)
    }
  }

  /// (tr Δ, tr Δ², k), which depend on the space of the contrasts only.
  private func designEffects() throws(InferenceError) -> (first: Double, second: Double, k: Int) {
    let (height, width) = (rows.count, columns.count)
    let k = (height - 1) * (width - 1)
    let p = proportions
    guard let v = Matrix(square: covariance), v.isFinite else { throw .noVariance }
    // The rows of D⁻¹ C, with C = (e_i - 1/r)(e_j - 1/c)'.
    var contrasts = Matrix(rows: p.count, columns: k)
    var weighted = contrasts
    for r in 0..<height {
      for c in 0..<width {
        let cell = r * width + c
        for i in 1..<height {
          for j in 1..<width {
            let value =
              ((r == i ? 1.0 : 0) - 1 / Double(height)) * ((c == j ? 1.0 : 0) - 1 / Double(width))
            let column = (i - 1) * (width - 1) + j - 1
            contrasts[cell, column] = value
            weighted[cell, column] = p[cell] > 0 ? value / p[cell] : 0
          }
        }
      }
    }
    let below = contrasts.transposed.times(weighted)
    let above = weighted.transposed.times(v).times(weighted)
    guard let cholesky = Cholesky(below) else { throw .singularCovariance }
    let delta = cholesky.solve(above)
    let size = Double(sampleSize)
    return (size * delta.trace, size * size * delta.times(delta).trace, k)
  }

  private func raoScott(
    _ kind: AssociationStatistic
  ) throws(InferenceError) -> AssociationTest {
    guard degreesOfFreedom > 0 else { throw .noDegreesOfFreedom(degreesOfFreedom) }
    let effects = try designEffects()
    guard effects.first > 0, effects.second > 0 else { throw .noVariance }
    let mean = effects.first / Double(effects.k)
    let pearson = pearson
    if kind == .chiSquare {
      let statistic = pearson / mean
      let distribution = ChiSquare(degreesOfFreedom: Double(effects.k))
      return AssociationTest(
        kind: kind,
        statistic: statistic,
        numeratorDegreesOfFreedom: Double(effects.k),
        denominatorDegreesOfFreedom: nil,
        pValue: distribution.upperTail(statistic),
        pearson: pearson,
        meanDesignEffect: mean
      )
    }
    let numerator = effects.first * effects.first / effects.second
    return result(
      kind,
      try WaldTest(
        statistic: pearson / effects.first,
        numerator: numerator,
        denominator: numerator * Double(degreesOfFreedom)
      ),
      mean
    )
  }

  private func wald(_ kind: AssociationStatistic) throws(InferenceError) -> AssociationTest {
    guard let v = Matrix(square: covarianceOfTotals), v.isFinite else { throw .noVariance }
    guard degreesOfFreedom > 0 else { throw .noDegreesOfFreedom(degreesOfFreedom) }
    let (upper, left) = margins(of: totals)
    let whole = CompensatedSum.of(totals)
    let k = (rows.count - 1) * (columns.count - 1)
    var distances: [Double] = []
    var gradients = Matrix(rows: k, columns: totals.count)
    for i in 1..<rows.count {
      for j in 1..<columns.count {
        let both = upper[i] * left[j] / whole
        for r in rows.indices {
          for c in columns.indices {
            var slope = both / whole
            if r == i { slope -= left[j] / whole }
            if c == j { slope -= upper[i] / whole }
            if r == i, c == j { slope += 1 }
            gradients[distances.count, r * columns.count + c] = slope
          }
        }
        distances.append(totals[i * columns.count + j] - both)
      }
    }
    let matrix = gradients.times(v).times(gradients.transposed)
    guard let cholesky = Cholesky(matrix) else { throw .singularCovariance }
    let square = CompensatedSum.of(zip(distances, cholesky.solve(distances)).map { $0 * $1 })
    let (count, nu) = (Double(k), Double(degreesOfFreedom))
    if kind == .wald {
      let test = try WaldTest(statistic: square / count, numerator: count, denominator: nu)
      return result(kind, test, nil)
    }
    let remaining = nu - count + 1
    let test = try WaldTest(
      statistic: square * remaining / (count * nu),
      numerator: count,
      denominator: remaining
    )
    return result(kind, test, nil)
  }

  private func result(
    _ kind: AssociationStatistic,
    _ test: WaldTest,
    _ meanDesignEffect: Double?
  ) -> AssociationTest {
    AssociationTest(
      kind: kind,
      statistic: test.statistic,
      numeratorDegreesOfFreedom: test.numeratorDegreesOfFreedom,
      denominatorDegreesOfFreedom: test.denominatorDegreesOfFreedom,
      pValue: test.pValue,
      pearson: pearson,
      meanDesignEffect: meanDesignEffect
    )
  }
}
