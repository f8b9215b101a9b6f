/// How the respondents came into the sample, checked once and trusted afterwards.
///
/// ```swift
/// let design = try SampleDesign(
///   rows: 6, weights: weights, strata: [district], clusters: [commune])
/// let rate = try design.proportion(of: satisfied)
/// ```
///
/// Rows are respondents. Estimates describe *domains* of the same design: dropping rows
/// before the design is built makes standard errors wrong, because sampled units without
/// members of the domain were sampled all the same.
public struct SampleDesign: Sendable {
  /// The number of rows.
  public let rows: Int
  /// The weight of each row, negative only after linear calibration that allows it.
  public internal(set) var weights: [Double]
  /// What strata with one sampled unit contribute.
  public let lonelyPSU: LonelyPSU
  /// Whether a stratum counts as lonely when one of its units has members of the domain.
  ///
  /// Only ``LonelyPSU/adjust`` and ``LonelyPSU/average`` then differ from the usual rule,
  /// which is R survey's `survey.adjust.domain.lonely`. Its versions disagree on average with
  /// completely sampled strata; here these count among the strata, as up to version 4.1.
  public let lonelyInDomains: Bool
  /// Whether population sizes are known, so that variances are corrected for them.
  public let hasFinitePopulation: Bool
  /// The number of primary units with a positive weight.
  public internal(set) var primaryUnits: Int
  /// The number of first-stage strata with a positive weight.
  public internal(set) var primaryStrata: Int

  /// What was done to the weights since the design was made, in order.
  public internal(set) var adjustments: [WeightAdjustment] = []

  /// What the adjustments did to variances, or nil.
  var calibration: Calibration?

  let stages: [SampleStage]
  /// The unit of the last stage of each row.
  let unitOfRow: [Int32]
  private let order: RowOrder
  private let elements: KnownElementStrata

  /// Checks the columns of a design and prepares it.
  ///
  /// - Codes of strata and clusters are 0 or more; a negative code is a missing one.
  /// - `weights` or `probabilities` (weight = 1/probability). Without either, a row's weight
  ///   is the product of N/n over the stages when `fpc` is given, and otherwise 1.
  /// - `strata`: a column per stage, the last one holding for later stages too.
  /// - `clusters`: a column per stage, none when each row is a unit.
  /// - `fpc`: a column per stage, all population counts (at least 1) or all fractions (at
  ///   most 1). Without it only the first stage enters the variance (ultimate clusters).
  /// - `nest`: codes of clusters restart in each stratum.
  ///
  /// - Throws: ``SampleDesignError`` naming the row, when a column has another length, a
  ///   value is invalid or missing, a cluster is in two strata without `nest`, or a
  ///   population is smaller than its sample.
  /// - Complexity: O(rows).
  public init(
    rows: Int,
    weights: [Double]? = nil,
    probabilities: [Double]? = nil,
    strata: [[Int]] = [],
    clusters: [[Int]] = [],
    fpc: [[Double]] = [],
    nest: Bool = false,
    lonelyPSU: LonelyPSU = .fail,
    lonelyInDomains: Bool = false
  ) throws(SampleDesignError) {
    try self.init(
      rows: rows,
      weights: weights,
      probabilities: probabilities,
      strataCodes: strata.map { .integers($0) },
      clusterCodes: clusters.map { .integers($0) },
      fpc: fpc,
      nest: nest,
      lonelyPSU: lonelyPSU,
      lonelyInDomains: lonelyInDomains
    )
  }

  /// Checks the columns of a design, in whatever width they are kept, and prepares it.
  ///
  /// See ``init(rows:weights:probabilities:strata:clusters:fpc:nest:lonelyPSU:lonelyInDomains:)``
  /// for columns of integers.
  public init(
    rows: Int,
    weights: [Double]? = nil,
    probabilities: [Double]? = nil,
    strataCodes strata: [DesignCodes],
    clusterCodes clusters: [DesignCodes],
    fpc: [[Double]] = [],
    nest: Bool = false,
    lonelyPSU: LonelyPSU = .fail,
    lonelyInDomains: Bool = false
  ) throws(SampleDesignError) {
    guard rows >= 0, rows < Int(Int32.max) else { throw .tooManyRows(rows) }
    let depth = max(1, clusters.count)
    guard strata.count <= depth else {
      throw .tooManyStrata(columns: strata.count, stages: depth)
    }
    guard fpc.isEmpty || fpc.count == depth else {
      throw .fpcStages(columns: fpc.count, stages: depth)
    }
    for (stage, column) in strata.enumerated() {
      try Self.check(column, .strata(stage: stage + 1), rows: rows)
    }
    for (stage, column) in clusters.enumerated() {
      try Self.check(column, .clusters(stage: stage + 1), rows: rows)
    }
    for (stage, column) in fpc.enumerated() where column.count != rows {
      throw .unequalColumns(.fpc(stage: stage + 1), rows: column.count, expected: rows)
    }
    let given = try Self.weights(weights, probabilities, rows: rows)
    var builder = StageBuilder(
      rows: rows,
      strata: strata,
      clusters: clusters,
      fpc: fpc,
      nest: nest
    )
    try builder.build()

    self.rows = rows
    let inverse = builder.inverseInclusion
    self.weights = given ?? (fpc.isEmpty ? [Double](repeating: 1, count: rows) : inverse)
    self.lonelyPSU = lonelyPSU
    self.lonelyInDomains = lonelyInDomains
    hasFinitePopulation = !fpc.isEmpty
    stages = builder.stages
    unitOfRow = builder.unitOfRow
    order = RowOrder()
    elements = KnownElementStrata()
    (primaryUnits, primaryStrata) = Self.occupied(stages, unitOfRow, self.weights)
  }

  /// Rows sorted by unit, or empty when they are sorted already.
  var rowOrder: [Int32] { order.rows(by: unitOfRow, count: stages.last?.unitCount ?? 0) }

  /// The strata where each row is a unit; nil where rows share units or adjusted weights make
  /// residuals of their influence.
  var elementStrata: ElementStrata? {
    calibration == nil ? elements.strata(of: stages, unitOfRow) : nil
  }

  /// The degrees of freedom of the whole design: primary units minus first-stage strata.
  public var degreesOfFreedom: Int { primaryUnits - primaryStrata }

  /// The sum of the weights of all rows.
  public var sumOfWeights: Double { CompensatedSum.of(weights) }

  private static func check(
    _ codes: DesignCodes,
    _ column: DesignColumn,
    rows: Int
  ) throws(SampleDesignError) {
    guard codes.count == rows else {
      throw .unequalColumns(column, rows: codes.count, expected: rows)
    }
    if let row = codes.firstMissing { throw .missingCode(column, row: row) }
  }

  private static func weights(
    _ weights: [Double]?,
    _ probabilities: [Double]?,
    rows: Int
  ) throws(SampleDesignError) -> [Double]? {
    if weights != nil, probabilities != nil { throw .weightsAndProbabilities }
    if let weights {
      guard weights.count == rows else {
        throw .unequalColumns(.weights, rows: weights.count, expected: rows)
      }
      if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
        throw .invalidWeight(weights[row], row: row)
      }
      return weights
    }
    guard let probabilities else { return nil }
    guard probabilities.count == rows else {
      throw .unequalColumns(.probabilities, rows: probabilities.count, expected: rows)
    }
    if let row = probabilities.firstIndex(where: { !($0 <= 1 && (1 / $0).isFinite && $0 > 0) }) {
      throw .invalidProbability(probabilities[row], row: row)
    }
    return probabilities.map { 1 / $0 }
  }

  static func occupied(
    _ stages: [SampleStage],
    _ unitOfRow: [Int32],
    _ weights: [Double]
  ) -> (units: Int, strata: Int) {
    guard let first = stages.first, let last = stages.last else { return (0, 0) }
    var occupied = [Bool](repeating: false, count: last.unitCount)
    for (unit, weight) in zip(unitOfRow, weights) where weight != 0 {
      occupied[Int(unit)] = true
    }
    for depth in stages.indices.dropFirst().reversed() {
      var parents = [Bool](repeating: false, count: stages[depth - 1].unitCount)
      for (unit, isOccupied) in occupied.enumerated() where isOccupied {
        parents[Int(stages[depth].parentOfUnit[unit])] = true
      }
      occupied = parents
    }
    var strata = [Bool](repeating: false, count: first.strata.count)
    var units = 0
    for (unit, stratum) in first.stratumOfUnit.enumerated() where occupied[unit] {
      units += 1
      strata[Int(stratum)] = true
    }
    return (units, strata.count { $0 })
  }
}
