/// A sample described by replicate weights instead of strata and clusters.
///
/// ```swift
/// let design = try ReplicateDesign(
///   rows: answers.count, weights: full, replicateWeights: columns, type: .fay(rho: 0.5))
/// let rate = try design.proportion(of: satisfied)
/// ```
///
/// Every estimate θ is made once with the full weights and once with each of the R
/// replicates; how far the θ_r lie apart is the variance (Wolter 2007):
///
///     V = scale · Σ_r rscale_r (θ_r - c)²
///
/// c is the mean of the replicates whose factor is above 0, or the estimate from the full
/// weights if ``mse`` is set.
public struct ReplicateDesign: Sendable {
  /// The number of rows.
  public let rows: Int
  /// The full weight of each row.
  public let weights: [Double]
  /// How the replicates were made.
  public let type: ReplicateType
  /// The factor of the whole sum.
  public let scale: Double
  /// The factor of each replicate.
  public let rscales: [Double]
  /// Whether deviations are taken from the full estimate (R's `mse = TRUE`).
  public let mse: Bool
  /// What a replicate without analysed rows does to a variance.
  public let undefinedReplicates: UndefinedReplicates
  /// What was given up when the replicates were made.
  public let notes: [ReplicationNote]
  /// The degrees of freedom of the whole design.
  ///
  /// One less than the rank of the matrix of analysis weights, unless they were given.
  public let degreesOfFreedom: Int

  let form: ReplicateForm
  let store: ReplicateStore
  /// The degrees of freedom that the caller gave, a limit for those of domains.
  let givenDegreesOfFreedom: Int?

  /// Checks replicate weights and prepares them.
  ///
  /// - `replicateWeights`: a column per replicate, which stands alone or multiplies the full
  ///   weights (`form`).
  /// - `scale`, `rscales`: the factors of the variance. Without them they are R survey's:
  ///
  ///   | type | scale | rscales |
  ///   |---|---|---|
  ///   | JK1 | (R - 1)/R, of multipliers 1/largest of the first replicate | 1 |
  ///   | JKn | 1 | of multipliers 1/largest; combined weights need them |
  ///   | JK2 | 1 | 1 |
  ///   | BRR, Fay | 1/(R (1 - rho)²) | 1 |
  ///   | bootstraps | 1/(R - 1) | 1 |
  ///   | ACS, successive differences | 4/R | 1 |
  ///   | other | 1 | 1 |
  ///
  /// - `mse`: whether deviations are taken from the full estimate. Newer versions of R survey
  ///   does so for ACS; set it to follow that.
  /// - `undefinedReplicates`: what becomes of replicates without analysed rows.
  /// - `degreesOfFreedom`: those of the whole design, if they are known. Computing them costs
  ///   a decomposition of the weights.
  ///
  /// - Throws: ``ReplicateDesignError`` naming row and replicate.
  /// - Complexity: O(rows · R), with memory for rows · R numbers.
  public init(
    rows: Int,
    weights: [Double],
    replicateWeights: [[Double]],
    form: ReplicateForm = .combined,
    type: ReplicateType,
    scale: Double? = nil,
    rscales: [Double]? = nil,
    mse: Bool = false,
    undefinedReplicates: UndefinedReplicates = .notANumber,
    degreesOfFreedom: Int? = nil
  ) throws(ReplicateDesignError) {
    try Self.check(rows: rows, weights: weights, replicateWeights)
    if let degreesOfFreedom, degreesOfFreedom < 0 {
      throw .invalidDegreesOfFreedom(degreesOfFreedom)
    }
    let factors = try ReplicateFactors(
      type: type,
      form: form,
      replicates: replicateWeights,
      scale: scale,
      rscales: rscales
    )
    let width = replicateWeights.count + 1
    var values = [Double](repeating: 1, count: rows * width)
    for (replicate, column) in replicateWeights.enumerated() {
      var position = replicate + 1
      for value in column {
        values[position] = value
        position += width
      }
    }
    if form == .combined {
      for (row, weight) in weights.enumerated() { values[row * width] = weight }
    }
    self.init(
      weights: weights,
      form: form,
      store: form == .combined
        ? ReplicateStore(rows: values, width: width)
        : ReplicateStore.sharing(rows: values, width: width),
      type: type,
      scale: factors.scale,
      rscales: factors.rscales,
      mse: mse,
      undefinedReplicates: undefinedReplicates,
      degreesOfFreedom: degreesOfFreedom
    )
  }

  /// Takes checked weights as they are.
  init(
    weights: [Double],
    form: ReplicateForm,
    store: ReplicateStore,
    type: ReplicateType,
    scale: Double,
    rscales: [Double],
    mse: Bool,
    undefinedReplicates: UndefinedReplicates,
    degreesOfFreedom: Int? = nil,
    notes: [ReplicationNote] = []
  ) {
    rows = weights.count
    self.weights = weights
    self.form = form
    self.store = store
    self.type = type
    self.scale = scale
    self.rscales = rscales
    self.mse = mse
    self.undefinedReplicates = undefinedReplicates
    self.notes = notes
    givenDegreesOfFreedom = degreesOfFreedom
    self.degreesOfFreedom =
      degreesOfFreedom
      ?? max(0, ReplicateRank.ofAllRows(store, weights: form == .combined ? nil : weights) - 1)
  }
}

extension ReplicateDesign {
  /// The number of replicates.
  public var replicateCount: Int { rscales.count }

  /// The sum of the full weights of all rows.
  public var sumOfWeights: Double { CompensatedSum.of(weights) }

  /// The analysis weights of a replicate, row by row; nil for a replicate that does not exist.
  public func replicateWeights(of replicate: Int) -> [Double]? {
    guard rscales.indices.contains(replicate) else { return nil }
    return (0..<rows).map { factor(of: $0) * entry(of: $0, replicate + 1) }
  }

  /// What the entries of a row are multiplied by.
  func factor(of row: Int) -> Double { form == .combined ? 1 : weights[row] }

  private func entry(of row: Int, _ position: Int) -> Double {
    store.values[store.pattern(of: row) * store.width + position]
  }

  private static func check(
    rows: Int,
    weights: [Double],
    _ replicates: [[Double]]
  ) throws(ReplicateDesignError) {
    guard rows >= 0, rows < Int(Int32.max) else { throw .tooManyRows(rows) }
    guard weights.count == rows else {
      throw .unequalWeights(rows: weights.count, expected: rows)
    }
    if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .invalidWeight(weights[row], row: row)
    }
    guard !replicates.isEmpty else { throw .tooFewReplicates(0, least: 1) }
    for (replicate, column) in replicates.enumerated() {
      guard column.count == rows else {
        throw .unequalColumns(replicate: replicate, rows: column.count, expected: rows)
      }
      if let row = column.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
        throw .invalidReplicateWeight(column[row], row: row, replicate: replicate)
      }
      guard column.contains(where: { $0 > 0 }) || rows == 0 else {
        throw .emptyReplicate(replicate)
      }
    }
    try checkSize(units: rows, replicates: replicates.count)
  }

  /// At most 2³⁰ numbers, 8 GB, are kept.
  static func checkSize(units: Int, replicates: Int) throws(ReplicateDesignError) {
    guard replicates < Int(Int32.max),
      !units.multipliedReportingOverflow(by: replicates + 1).overflow,
      units * (replicates + 1) <= 1 << 30
    else {
      throw .tooLarge(units: units, replicates: replicates)
    }
  }
}
