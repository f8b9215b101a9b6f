import RealModule

/// How well several items measure one thing together.
public struct ScaleReliability: Hashable, Sendable {
  /// One item of the scale.
  public struct Item: Hashable, Sendable {
    /// The mean over the rows with all items answered.
    public let mean: Double
    /// The standard deviation over the same rows.
    public let standardDeviation: Double
    /// The correlation with the sum of all items; nil when either does not vary.
    public let itemTotalCorrelation: Double?
    /// The correlation with the sum of the other items.
    public let itemRestCorrelation: Double?
    /// Cronbach's α of the other items; nil when there is only one.
    public let alphaIfDropped: Double?
  }

  /// The rows with an answer to every item.
  public let sampleSize: Int
  /// Cronbach's α.
  public let alpha: Double
  /// α of the standardised items; nil when an item does not vary.
  public let standardisedAlpha: Double?
  /// Guttman's λ₂ of the standardised items, a lower bound of the reliability that is never
  /// below their α; nil when an item does not vary.
  public let lambda2: Double?
  /// McDonald's ω of one common factor; nil when the factor could not be found.
  public let omega: McDonaldOmega?
  /// The items, in their order.
  public let items: [Item]
  /// The standard error of α under the design; nil without a design.
  public let standardError: Double?
  /// Primary units minus strata; nil without a design.
  public let degreesOfFreedom: Int?

  /// Judges a scale without a sample design.
  ///
  ///     α = K/(K - 1) (1 - Σ var(item) / var(sum))
  ///
  /// (Cronbach 1951). Each item is a column, NaN where an answer is missing; only rows with
  /// all answers count. Items must point the same way: turn reversed ones beforehand. With
  /// weights the variances are weighted; their scale does not matter.
  ///
  /// - Throws: ``InferenceError/tooFewItems(_:)``, ``InferenceError/noRows`` for fewer than
  ///   two complete rows, ``InferenceError/constantItem(_:)`` when the sums do not vary,
  ///   ``InferenceError/notFinite(row:)``, ``SampleDesignError`` for columns of unequal
  ///   length or invalid weights.
  public init(items: [[Double]], weights: [Double]? = nil) throws {
    let design = try SampleDesign(rows: items.first?.count ?? 0, weights: weights)
    let rows = items.isEmpty ? [] : try design.analysedRows(items, in: nil)
    let moments = try ItemMoments(items: items, weights: design.weights, rows: rows)
    try self.init(moments, standardError: nil, degreesOfFreedom: nil)
  }

  init(
    _ moments: ItemMoments,
    standardError: Double?,
    degreesOfFreedom: Int?
  ) throws(InferenceError) {
    let matrix = moments.covariance
    let count = matrix.rows
    let total = CompensatedSum.of(matrix.elements)
    let own = matrix.trace
    guard total > 1e-12 * own else { throw .constantItem(nil) }
    let factor = Double(count) / Double(count - 1)
    sampleSize = moments.rows.count
    alpha = factor * (1 - own / total)
    let correlation = moments.correlation
    standardisedAlpha = correlation.flatMap { matrix in
      let sum = CompensatedSum.of(matrix.elements)
      return sum > 0 ? factor * (1 - Double(count) / sum) : nil
    }
    lambda2 = correlation.flatMap { matrix in
      let sum = CompensatedSum.of(matrix.elements)
      let squares = CompensatedSum.of(matrix.elements.lazy.map { $0 * $0 }) - Double(count)
      guard sum > 0 else { return nil }
      return 1 - Double(count) / sum + (factor * max(0, squares)).squareRoot() / sum
    }
    omega = correlation.flatMap { McDonaldOmega(correlation: $0) }
    items = (0..<count).map { item in
      let variance = matrix[item, item]
      let withTotal = CompensatedSum.of((0..<count).lazy.map { matrix[item, $0] })
      let rest = total - 2 * withTotal + variance
      let varies = moments.varies(item)
      let others = own - variance
      let hasRest = count > 2 && rest > 1e-12 * others
      let smaller = Double(count - 1) / Double(max(count - 2, 1))
      return Item(
        mean: moments.means[item],
        standardDeviation: variance.squareRoot(),
        itemTotalCorrelation: varies ? withTotal / (variance * total).squareRoot() : nil,
        itemRestCorrelation: varies && rest > 1e-12 * others
          ? (withTotal - variance) / (variance * rest).squareRoot() : nil,
        alphaIfDropped: hasRest ? smaller * (1 - others / rest) : nil
      )
    }
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The interval of α in a simple random sample of normal answers (Feldt 1965).
  ///
  ///     1 - (1 - α) F      F on n - 1 and (n - 1)(K - 1)
  ///
  /// Nil for a level outside 0...1. Not for weighted or clustered samples; see
  /// ``interval(level:)``.
  public func feldtInterval(level: Double = 0.95) -> ConfidenceInterval? {
    guard level > 0, level < 1 else { return nil }
    let (a, b) = (Double(sampleSize - 1), Double((sampleSize - 1) * (items.count - 1)))
    let tail = (1 - level) / 2
    func quantile(_ p: Double) -> Double {
      let x = SpecialFunctions.inverseIncompleteBeta(p, a / 2, b / 2)
      return b * x / (a * (1 - x))
    }
    return ConfidenceInterval(
      lower: 1 - (1 - alpha) * quantile(1 - tail),
      upper: 1 - (1 - alpha) * quantile(tail),
      level: level
    )
  }

  /// The interval of α under the design, by the t distribution of ln(1 - α).
  ///
  /// Nil without a design, without degrees of freedom, or when α is 1.
  public func interval(level: Double = 0.95) -> ConfidenceInterval? {
    guard level > 0, level < 1, let standardError, let degreesOfFreedom, degreesOfFreedom > 0,
      standardError.isFinite, alpha < 1
    else { return nil }
    let t = -StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantile((1 - level) / 2)
    let factor = Double.exp(t * standardError / (1 - alpha))
    return ConfidenceInterval(
      lower: 1 - (1 - alpha) * factor,
      upper: 1 - (1 - alpha) / factor,
      level: level
    )
  }
}

extension SampleDesign {
  /// Judges a scale with the weights of the design, and gives α a standard error.
  ///
  /// α is that of R's `svycralpha`. Its variance is linearised:
  ///
  ///     z = -K/(K - 1) w (Σ_k d_k² - (A/B) (Σ_k d_k)²) / (B Σw)
  ///
  /// with d the distances from the item means, A the sum of the item variances and B the
  /// variance of the sum. See ``ScaleReliability/init(items:weights:)`` for rows and errors.
  public func reliability(
    of items: [[Double]],
    in domain: [Bool]? = nil
  ) throws -> ScaleReliability {
    guard items.count > 1 else { throw InferenceError.tooFewItems(items.count) }
    let analysed = try analysedRows(items, in: domain)
    let moments = try ItemMoments(items: items, weights: weights, rows: analysed)
    _ = try ScaleReliability(moments, standardError: nil, degreesOfFreedom: nil)
    let size = Double(analysed.count)
    let correction = (size - 1) / size
    let own = moments.covariance.trace * correction
    let total = CompensatedSum.of(moments.covariance.elements) * correction
    let factor = Double(items.count) / Double(items.count - 1)
    var influence = [Double](repeating: .nan, count: rows)
    for row in analysed {
      let distances = items.indices.map { items[$0][row] - moments.means[$0] }
      let sum = distances.reduce(0, +)
      let squares = distances.reduce(0) { $0 + $1 * $1 }
      influence[row] =
        -factor * weights[row] * (squares - own / total * sum * sum) / (total * moments.weight)
    }
    let covariance = try covariance(of: [influence], analysed: mask(analysed))
    return try ScaleReliability(
      moments,
      standardError: covariance.matrix[0][0].squareRoot(),
      degreesOfFreedom: covariance.degreesOfFreedom
    )
  }
}
