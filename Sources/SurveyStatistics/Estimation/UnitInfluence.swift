/// Influence values of one estimate, summed over the units of the last stage.
struct UnitInfluence {
  /// Units with analysed rows, ascending.
  private(set) var units: [Int32]
  /// The sum of z in each of them.
  private(set) var totals: [Double]
  /// u = Σ m x z for each calibration column of the design; empty when there is none.
  private(set) var columnSums: [Double]
  /// In place of units, the strata of a sample in which each row is a unit.
  private(set) var elements: [ElementCell]?

  init(units: [Int32], totals: [Double], columnSums: [Double]) {
    self.units = units
    self.totals = totals
    self.columnSums = columnSums
  }

  /// The influence values of elements, in ascending order of stratum.
  init(elements: [ElementCell]) {
    self.init(units: [], totals: [], columnSums: [])
    self.elements = elements
  }

  /// The influence values of a weighted sum of two estimates, which share no row.
  func adding(_ other: UnitInfluence, times factor: Double) -> UnitInfluence {
    if let mine = elements, let theirs = other.elements {
      var cells: [Int32: ElementCell] = [:]
      for cell in mine { cells[cell.stratum] = cell }
      for var cell in theirs {
        let before = cells[cell.stratum]
        cell.rows += before?.rows ?? 0
        cell.total = (before?.total ?? 0) + factor * cell.total
        cell.square = (before?.square ?? 0) + factor * factor * cell.square
        cells[cell.stratum] = cell
      }
      return UnitInfluence(elements: cells.values.sorted { $0.stratum < $1.stratum })
    }
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
  func residual(_ calibration: Calibration, keepingZeros: Bool) -> UnitResidual {
    let b = calibration.adjustment(sums: columnSums)
    let sums = calibration.unitSums
    let entries = b.indices.reduce(0) { b[$1] == 0 ? $0 : $0 + sums.column($1).count }
    if keepingZeros || entries + units.count > sums.unitCount / 4 {
      return residual(b, sums, keepingZeros)
    }
    return residual(b, sums)
  }

  /// Goes through all units.
  private func residual(
    _ b: [Double],
    _ sums: ColumnUnitSums,
    _ keepingZeros: Bool
  ) -> UnitResidual {
    var residual = UnitResidual()
    var next = 0
    for unit in 0..<sums.unitCount {
      let isAnalysed = next < units.count && Int(units[next]) == unit
      var total = isAnalysed ? totals[next] : 0
      if isAnalysed { next += 1 }
      var magnitude = total.magnitude
      let entries = sums.row(unit)
      for entry in entries {
        let explained = sums.values[entry] * b[Int(sums.columns[entry])]
        total -= explained
        magnitude += explained.magnitude
      }
      let isKept = isAnalysed || (keepingZeros && !entries.isEmpty)
      residual.add(Int32(unit), total, magnitude, isKept: isKept)
    }
    return residual
  }

  /// Goes through the units of columns that explain something, as with cells that are few of
  /// many.
  private func residual(_ b: [Double], _ sums: ColumnUnitSums) -> UnitResidual {
    var parts: [(unit: Int32, total: Double, isAnalysed: Bool)] = []
    for (unit, total) in zip(units, totals) { parts.append((unit, total, true)) }
    for (column, coefficient) in b.enumerated() where coefficient != 0 {
      for entry in sums.column(column) {
        parts.append((sums.units[entry], -sums.valuesByColumn[entry] * coefficient, false))
      }
    }
    parts.sort { ($0.unit, $0.isAnalysed ? 0 : 1) < ($1.unit, $1.isAnalysed ? 0 : 1) }
    var residual = UnitResidual()
    var start = 0
    while start < parts.count {
      let first = parts[start]
      var (total, magnitude, end) = (first.total, first.total.magnitude, start + 1)
      while end < parts.count, parts[end].unit == first.unit {
        total += parts[end].total
        magnitude += parts[end].total.magnitude
        end += 1
      }
      residual.add(first.unit, total, magnitude, isKept: first.isAnalysed)
      start = end
    }
    return residual
  }
}

/// Totals of units, in ascending order, after what adjusted weights explain was taken away.
struct UnitResidual {
  private(set) var units: [Int32] = []
  private(set) var totals: [Double] = []
  /// Σ of squares of what totals were made of, against which rounding is judged.
  private(set) var scale = 0.0

  mutating func add(_ unit: Int32, _ total: Double, _ magnitude: Double, isKept: Bool) {
    scale += magnitude * magnitude
    guard isKept || total != 0 else { return }
    units.append(unit)
    totals.append(total)
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

  /// How many primary units, and first-stage strata, the analysed rows of two groups belong to.
  func primaryCounts(
    of first: UnitInfluence,
    _ second: UnitInfluence
  ) -> (units: Int, strata: Int) {
    if let one = first.elements, let other = second.elements {
      let strata = Set(one.map(\.stratum)).union(other.map(\.stratum))
      return ((one + other).reduce(0) { $0 + $1.rows }, strata.count)
    }
    return primaryCounts(of: Set(first.units).union(second.units).sorted())
  }

  /// Whether the strata of units of the last stage, and of the units above them, were all
  /// sampled completely.
  func tookAll(_ lastUnits: some Sequence<Int32>) -> Bool {
    hasFinitePopulation
      && lastUnits.allSatisfy { unit in
        var unit = Int(unit)
        for stage in stages.reversed() {
          guard stage.strata[Int(stage.stratumOfUnit[unit])].isComplete else { return false }
          unit = Int(stage.parentOfUnit[unit])
        }
        return true
      }
  }
}
