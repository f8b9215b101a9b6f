/// What one wave brings into a contrast.
struct WavePart {
  let wave: Int
  let deviations: UnitDeviations
  let sampleSize: Int
  let weightedSize: Double

  init(
    _ wave: Int,
    _ statistic: LinearisedStatistics,
    _ coefficients: [Double],
    in series: WaveSeries
  ) throws(WaveError) {
    let design = series.waves[wave].design
    var influence = [Double](repeating: .nan, count: design.rows)
    var analysed = [Bool](repeating: false, count: design.rows)
    var (size, weight) = (0, CompensatedSum())
    for row in 0..<design.rows where design.weights[row] != 0 {
      let group = statistic.group(of: row)
      guard group >= 0, coefficients[group] != 0, !statistic.influence[row].isNaN else { continue }
      influence[row] = coefficients[group] * statistic.influence[row] * design.weights[row]
      analysed[row] = true
      size += 1
      weight.add(design.weights[row])
    }
    do throws(SampleDesignError) {
      deviations = try UnitDeviations(of: influence, analysed: analysed, in: design)
    } catch {
      throw .design(error, wave: wave)
    }
    self.wave = wave
    sampleSize = size
    weightedSize = weight.value
  }

  /// The covariance of two parts.
  func product(with other: WavePart, in identities: UnitIdentities) -> Double {
    if deviations.isUndefined || other.deviations.isUndefined { return .nan }
    if wave == other.wave { return Self.variance(of: [self], in: identities) }
    var sum = CompensatedSum()
    for (depth, count) in identities.counts.enumerated() {
      var mine = [Double](repeating: 0, count: count)
      addDeviations(depth, identities, to: &mine)
      guard depth < other.deviations.stages.count else { continue }
      for (unit, deviation) in other.deviations.stages[depth].enumerated() {
        let identity = identities.waves[other.wave][depth][unit]
        if identity >= 0 { sum.add(mine[Int(identity)] * deviation) }
      }
    }
    return sum.value
  }

  /// The variance of the sum of all parts; 0 when it is 0 but for rounding.
  static func variance(of parts: [WavePart], in identities: UnitIdentities) -> Double {
    if parts.contains(where: \.deviations.isUndefined) { return .nan }
    var sum = CompensatedSum()
    for (depth, count) in identities.counts.enumerated() {
      var joint = [Double](repeating: 0, count: count)
      for part in parts {
        part.addDeviations(depth, identities, to: &joint)
        guard depth < part.deviations.stages.count else { continue }
        for (unit, deviation) in part.deviations.stages[depth].enumerated()
        where identities.waves[part.wave][depth][unit] < 0 {
          sum.add(deviation * deviation)
        }
      }
      for deviation in joint { sum.add(deviation * deviation) }
    }
    let scale = parts.reduce(0) { $0 + $1.deviations.scale }
    return sum.value > 1e-28 * scale ? sum.value : 0
  }

  private func addDeviations(
    _ depth: Int,
    _ identities: UnitIdentities,
    to joint: inout [Double]
  ) {
    guard depth < deviations.stages.count else { return }
    for (unit, deviation) in deviations.stages[depth].enumerated() {
      let identity = identities.waves[wave][depth][unit]
      if identity >= 0 { joint[Int(identity)] += deviation }
    }
  }

  /// Units less strata of all waves, common units and their strata counted once.
  static func degreesOfFreedom(of parts: [WavePart], in series: WaveSeries) -> Int {
    var seen: Set<Int32> = []
    var total = 0
    for part in parts {
      guard let first = series.waves[part.wave].design.stages.first,
        let identities = series.identities.waves[part.wave].first
      else { continue }
      var (units, common) = (0, 0)
      var (strata, shared): (Set<Int32>, Set<Int32>) = ([], [])
      for (unit, isAnalysed) in part.deviations.isAnalysed.enumerated() where isAnalysed {
        units += 1
        strata.insert(first.stratumOfUnit[unit])
        guard identities[unit] >= 0, !seen.insert(identities[unit]).inserted else { continue }
        common += 1
        shared.insert(first.stratumOfUnit[unit])
      }
      total += (units - strata.count) - (common - shared.count)
    }
    return total
  }
}
