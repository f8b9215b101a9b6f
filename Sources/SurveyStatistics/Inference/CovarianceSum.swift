/// Totals of several influence columns over units, in ascending order of unit.
struct UnitTotals {
  var units: [Int32] = []
  /// Whether a unit has analysed rows.
  var isAnalysed: [Bool] = []
  /// One total per column, unit after unit.
  var totals: [Double] = []
  /// Sums of squares before adjusted weights were accounted for, against which rounding is
  /// judged; empty for 0.
  var scale: [Double] = []
}

/// Adds up a covariance matrix from the last stage to the first.
///
/// The rules are those of ``VarianceSum`` with products of two columns in place of squares;
/// of one column it gives the same variance.
struct CovarianceSum {
  let design: SampleDesign
  let columns: Int
  /// The lower triangle, row by row.
  private var sums: [CompensatedSum]
  /// The sums of squares without centring: the scale against which rounding is judged.
  private var scale: [Double]
  private var within: [CompensatedSum]
  private var distance: [Double]
  private(set) var isCensus = false
  private var isUndefined = false
  private(set) var primaryUnits = 0
  private(set) var primaryStrata = 0

  init(design: SampleDesign, columns: Int) {
    self.design = design
    self.columns = columns
    let cells = columns * (columns + 1) / 2
    sums = [CompensatedSum](repeating: CompensatedSum(), count: cells)
    within = sums
    scale = [Double](repeating: 0, count: columns)
    distance = scale
  }

  mutating func run(_ last: UnitTotals) throws(SampleDesignError) {
    if !last.scale.isEmpty { scale = last.scale }
    let involved = last.units.indices.filter { last.isAnalysed[$0] || hasTotal(last, $0) }
    let tookAll = design.tookAll(involved.lazy.map { last.units[$0] })
    var level = last
    for depth in design.stages.indices.reversed() {
      try addStage(depth, level)
      if depth > 0 { climb(design.stages[depth], &level) }
    }
    primaryUnits = level.isAnalysed.count { $0 }
    isCensus = tookAll && primaryUnits > 0
    guard let first = design.stages.first else { return }
    var stratum: Int32 = -1
    for (unit, isAnalysed) in zip(level.units, level.isAnalysed) where isAnalysed {
      if first.stratumOfUnit[Int(unit)] != stratum { primaryStrata += 1 }
      stratum = first.stratumOfUnit[Int(unit)]
    }
  }

  /// The covariance matrix; totals that are equal but for rounding have no variance.
  var matrix: [[Double]] {
    let row = [Double](repeating: 0, count: columns)
    var result = [[Double]](repeating: row, count: columns)
    let varies = (0..<columns).map { sums[Self.cell($0, $0)].value > 1e-28 * scale[$0] }
    for i in 0..<columns {
      for j in 0...i where isUndefined || (varies[i] && varies[j]) {
        result[i][j] = isUndefined ? .nan : sums[Self.cell(i, j)].value
        result[j][i] = result[i][j]
      }
    }
    return result
  }

  private static func cell(_ i: Int, _ j: Int) -> Int { i * (i + 1) / 2 + j }

  private func hasTotal(_ level: UnitTotals, _ index: Int) -> Bool {
    level.totals[(index * columns)..<((index + 1) * columns)].contains { $0 != 0 }
  }

  /// Replaces units by the units of the stage above.
  private func climb(_ stage: SampleStage, _ level: inout UnitTotals) {
    var above = UnitTotals()
    for (index, unit) in level.units.enumerated() {
      let parent = stage.parentOfUnit[Int(unit)]
      let first = index * columns
      if above.units.last == parent {
        let last = above.units.count - 1
        for k in 0..<columns { above.totals[last * columns + k] += level.totals[first + k] }
        if level.isAnalysed[index] { above.isAnalysed[last] = true }
      } else {
        above.units.append(parent)
        above.isAnalysed.append(level.isAnalysed[index])
        above.totals += level.totals[first..<(first + columns)]
      }
    }
    level = above
  }

  private mutating func addStage(_ depth: Int, _ level: UnitTotals) throws(SampleDesignError) {
    let stage = design.stages[depth]
    var start = 0
    while start < level.units.count {
      let parent = stage.parentOfUnit[Int(level.units[start])]
      var end = start + 1
      while end < level.units.count, stage.parentOfUnit[Int(level.units[end])] == parent {
        end += 1
      }
      try addParent(depth, level, start..<end)
      start = end
    }
  }

  /// Adds the strata within one unit of the stage above (or all strata of the first stage).
  private mutating func addParent(
    _ depth: Int,
    _ level: UnitTotals,
    _ units: Range<Int>
  ) throws(SampleDesignError) {
    let stage = design.stages[depth]
    for cell in within.indices { within[cell] = CompensatedSum() }
    let bounds = stage.strata(of: level.units[units])
    let sampled = bounds.reduce(0) { $0 + stage.strata[$1.stratum].sampled }
    let centre =
      design.lonelyPSU == .adjust ? mean(level.totals, units, over: sampled) : []
    var defined = 0
    var inclusion = 1.0
    for (index, range) in bounds {
      let stratum = stage.strata[index]
      inclusion = stratum.inclusion
      if stratum.isComplete {
        defined += 1
        continue
      }
      if try add(stratum, level.totals, range, centre: centre, depth) { defined += 1 }
    }
    guard defined > 0 else {
      isUndefined = true
      return
    }
    let factor = inclusion * Double(bounds.count) / Double(defined)
    for cell in sums.indices { sums[cell].add(within[cell].value * factor) }
  }

  /// Adds one stratum; false when it is to be taken from the other strata.
  private mutating func add(
    _ stratum: SampleStratum,
    _ totals: [Double],
    _ range: Range<Int>,
    centre: [Double],
    _ depth: Int
  ) throws(SampleDesignError) -> Bool {
    guard let rule = try design.rule(for: stratum, present: range.count, depth) else {
      return false
    }
    let factor = rule.factor
    guard factor > 0 else { return true }
    let middle =
      switch rule.centre {
      case .common: centre
      case .mean: mean(totals, range, over: stratum.sampled)
      }
    for unit in range {
      addProducts(totals, unit, minus: middle, factor)
      for k in 0..<columns {
        let total = totals[unit * columns + k]
        scale[k] += factor * total * total * stratum.inclusion
      }
    }
    // Sampled units without any rows have totals of zero.
    let absent = factor * Double(stratum.sampled - range.count)
    if absent > 0 {
      for i in 0..<columns {
        for j in 0...i { within[Self.cell(i, j)].add(absent * middle[i] * middle[j]) }
      }
    }
    return true
  }

  private mutating func addProducts(
    _ totals: [Double],
    _ unit: Int,
    minus middle: [Double],
    _ factor: Double
  ) {
    for k in 0..<columns { distance[k] = totals[unit * columns + k] - middle[k] }
    var cell = 0
    for i in 0..<columns {
      let scaled = factor * distance[i]
      for j in 0...i {
        within[cell].add(scaled * distance[j])
        cell += 1
      }
    }
  }

  private func mean(_ totals: [Double], _ units: Range<Int>, over count: Int) -> [Double] {
    (0..<columns).map { k in
      let sum = CompensatedSum.of(units.lazy.map { totals[$0 * columns + k] })
      return count == 0 ? 0 : sum / Double(count)
    }
  }
}
