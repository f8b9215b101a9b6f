/// Turns the columns of a design into stages (R survey's `svydesign`, rules of nesting).
///
/// - A unit of stage k is a combination of the clusters of stages 1...k, and of the
///   stratum too when clusters are nested.
/// - A stratum of stage k is a stratum code within a unit of stage k - 1.
struct StageBuilder {
  let rows: Int
  let strata: [DesignCodes]
  let clusters: [DesignCodes]
  /// Population counts or fractions; empty when there is no correction.
  let fpc: [[Double]]
  let nest: Bool

  private(set) var stages: [SampleStage] = []
  /// The unit of the last stage for each row.
  private(set) var unitOfRow: [Int32] = []
  /// The product of N/n over the stages, for each row; empty without population sizes.
  private(set) var inverseInclusion: [Double] = []

  init(
    rows: Int,
    strata: [DesignCodes],
    clusters: [DesignCodes],
    fpc: [[Double]],
    nest: Bool
  ) {
    self.rows = rows
    self.strata = strata
    self.clusters = clusters
    self.fpc = fpc
    self.nest = nest
  }

  /// Builds every stage that enters a variance: all with population sizes, else the first.
  mutating func build() throws(SampleDesignError) {
    let fractions = try fpcAreFractions()
    let depth = fpc.isEmpty ? 1 : max(1, clusters.count)
    var parents = DenseCodes(single: rows)
    if !fpc.isEmpty { inverseInclusion = [Double](repeating: 1, count: rows) }
    for stage in 0..<depth {
      parents = try addStage(stage, within: parents, fractions: fractions)
    }
    unitOfRow = parents.codes
  }

  private mutating func addStage(
    _ stage: Int,
    within parents: DenseCodes,
    fractions: Bool
  ) throws(SampleDesignError) -> DenseCodes {
    let labels = strata.isEmpty ? nil : strata[min(stage, strata.count - 1)]
    let stratum = labels.map { DenseCodes(parents, DenseCodes($0)) } ?? parents
    let unit: DenseCodes
    if clusters.isEmpty {
      unit = DenseCodes(each: rows)
    } else {
      unit = DenseCodes(nest ? stratum : parents, DenseCodes(clusters[stage]))
    }

    var firstRowOfUnit = [Int32](repeating: -1, count: unit.count)
    var firstRowOfStratum = [Int32](repeating: -1, count: stratum.count)
    var sampled = [Int](repeating: 0, count: stratum.count)
    var stratumOfFirst = [Int32](repeating: -1, count: unit.count)
    let (unitCodes, stratumCodes) = (unit.codes, stratum.codes)
    let units = unitCodes.span
    let strata = stratumCodes.span
    for row in units.indices {
      let (u, h) = (Int(units[row]), Int(strata[row]))
      let known = stratumOfFirst[u]
      if known == strata[row] { continue }
      guard known < 0 else {
        let code = clusters.isEmpty ? u : clusters[stage][row]
        let first = Int(firstRowOfUnit[u])
        throw .clusterInTwoStrata(cluster: code, stage: stage + 1, row: first, otherRow: row)
      }
      stratumOfFirst[u] = strata[row]
      firstRowOfUnit[u] = Int32(row)
      if firstRowOfStratum[h] < 0 { firstRowOfStratum[h] = Int32(row) }
      sampled[h] += 1
    }

    let parentOfStratum = firstRowOfStratum.map { parents.codes[Int($0)] }
    let stratumOrder = stableOrder(of: parentOfStratum, count: parents.count)
    var newStratum = [Int32](repeating: 0, count: stratum.count)
    for (position, old) in stratumOrder.enumerated() { newStratum[Int(old)] = Int32(position) }

    var records: [SampleStratum] = []
    records.reserveCapacity(stratum.count)
    for old in stratumOrder {
      let row = Int(firstRowOfStratum[Int(old)])
      records.append(
        SampleStratum(
          sampled: sampled[Int(old)],
          population: population(stage, row, sampled[Int(old)], fractions),
          inclusion: fpc.isEmpty ? 1 : 1 / inverseInclusion[row],
          code: labels?[row] ?? (stage > 0 ? clusters[stage - 1][row] : 0),
          row: row
        )
      )
    }
    try checkPopulations(stage, records, stratum, newStratum)

    let stratumOfUnit = firstRowOfUnit.map { newStratum[Int(stratum.codes[Int($0)])] }
    let unitOrder = stableOrder(of: stratumOfUnit, count: stratum.count)
    var newUnit = [Int32](repeating: 0, count: unit.count)
    for (position, old) in unitOrder.enumerated() { newUnit[Int(old)] = Int32(position) }
    stages.append(
      SampleStage(
        stratumOfUnit: unitOrder.map { stratumOfUnit[Int($0)] },
        parentOfUnit: unitOrder.map { parents.codes[Int(firstRowOfUnit[Int($0)])] },
        strata: records
      )
    )
    for row in inverseInclusion.indices {
      let record = records[Int(newStratum[Int(stratum.codes[row])])]
      if record.population.isFinite {
        inverseInclusion[row] *= record.population / Double(record.sampled)
      }
    }
    return DenseCodes(codes: unit.codes.map { newUnit[Int($0)] }, count: unit.count)
  }

  private func population(_ stage: Int, _ row: Int, _ sampled: Int, _ fractions: Bool) -> Double {
    guard !fpc.isEmpty else { return .infinity }
    let value = fpc[stage][row]
    return fractions ? Double(sampled) / value : value
  }

  private func checkPopulations(
    _ stage: Int,
    _ records: [SampleStratum],
    _ stratum: DenseCodes,
    _ newStratum: [Int32]
  ) throws(SampleDesignError) {
    guard !fpc.isEmpty else { return }
    for record in records where record.population < Double(record.sampled) * (1 - 1e-12) {
      throw .fpcBelowSample(
        population: record.population,
        sampled: record.sampled,
        stage: stage + 1,
        row: record.row
      )
    }
    for row in 0..<rows {
      let first = records[Int(newStratum[Int(stratum.codes[row])])].row
      let (value, expected) = (fpc[stage][row], fpc[stage][first])
      if value != expected, (value - expected).magnitude > 1e-9 * expected.magnitude {
        throw .fpcVaries(stage: stage + 1, row: first, otherRow: row)
      }
    }
  }

  /// Whether the values are sampling fractions: none is above 1.
  private func fpcAreFractions() throws(SampleDesignError) -> Bool {
    var count: Int?
    var fraction: Int?
    for (stage, column) in fpc.enumerated() {
      for (row, value) in column.enumerated() {
        guard value > 0 else { throw .invalidFPC(value, stage: stage + 1, row: row) }
        if value > 1, count == nil { count = row }
        if value < 1, fraction == nil { fraction = row }
      }
    }
    if let count, let fraction { throw .mixedFPC(row: count, otherRow: fraction) }
    return count == nil
  }
}

extension DenseCodes {
  /// Codes that are dense already.
  init(codes: [Int32], count: Int) {
    self.codes = codes
    self.count = count
  }
}
