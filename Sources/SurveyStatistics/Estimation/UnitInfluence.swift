/// Influence values of one estimate, summed over the units of the last stage.
struct UnitInfluence {
  /// Units with analysed rows, ascending.
  private(set) var units: [Int32]
  /// The sum of z in each of them.
  private(set) var totals: [Double]
  /// u = Σ m x z for each calibration column of the design; empty when there is none.
  private(set) var columnSums: [Double]

  init(units: [Int32], totals: [Double], columnSums: [Double]) {
    self.units = units
    self.totals = totals
    self.columnSums = columnSums
  }

  /// The influence values of a weighted sum of two estimates.
  func adding(_ other: UnitInfluence, times factor: Double) -> UnitInfluence {
    var sum = UnitInfluence(
      units: [],
      totals: [],
      columnSums: zip(columnSums, other.columnSums).map { $0 + factor * $1 }
    )
    var (i, j) = (0, 0)
    while i < units.count || j < other.units.count {
      let left = i < units.count ? units[i] : .max
      let right = j < other.units.count ? other.units[j] : .max
      let unit = min(left, right)
      var total = 0.0
      if left == unit {
        total += totals[i]
        i += 1
      }
      if right == unit {
        total += factor * other.totals[j]
        j += 1
      }
      sum.units.append(unit)
      sum.totals.append(total)
    }
    return sum
  }

  /// The unit totals that adjusted weights leave: t - A B.
  ///
  /// Units without analysed rows whose residual is exactly 0 are left out unless they are to
  /// be kept. The scale is what the totals were before, against which rounding is judged.
  func residual(
    _ calibration: Calibration,
    keepingZeros: Bool
  ) -> (units: [Int32], totals: [Double], scale: Double) {
    let b = calibration.adjustment(sums: columnSums)
    let sums = calibration.unitSums
    var residual: (units: [Int32], totals: [Double], scale: Double) = ([], [], 0)
    var next = 0
    for unit in 0..<sums.unitCount {
      let isAnalysed = next < units.count && Int(units[next]) == unit
      var total = isAnalysed ? totals[next] : 0
      if isAnalysed { next += 1 }
      var magnitude = total.magnitude
      for entry in sums.row(unit) {
        let explained = sums.values[entry] * b[Int(sums.columns[entry])]
        total -= explained
        magnitude += explained.magnitude
      }
      residual.scale += magnitude * magnitude
      guard isAnalysed || total != 0 || (keepingZeros && !sums.row(unit).isEmpty) else { continue }
      residual.units.append(Int32(unit))
      residual.totals.append(total)
    }
    return residual
  }
}

extension SampleDesign {
  /// How many primary units, and first-stage strata, units of the last stage belong to.
  func primaryCounts(of lastUnits: [Int32]) -> (units: Int, strata: Int) {
    var units = lastUnits
    for stage in stages.dropFirst().reversed() {
      var parents: [Int32] = []
      for unit in units where parents.last != stage.parentOfUnit[Int(unit)] {
        parents.append(stage.parentOfUnit[Int(unit)])
      }
      units = parents
    }
    guard let first = stages.first else { return (0, 0) }
    var strata = 0
    var last: Int32 = -1
    for unit in units where first.stratumOfUnit[Int(unit)] != last {
      last = first.stratumOfUnit[Int(unit)]
      strata += 1
    }
    return (units.count, strata)
  }
}
