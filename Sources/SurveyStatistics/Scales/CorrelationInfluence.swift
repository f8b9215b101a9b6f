/// The mean of an item and its correlation with an overall rating, with their influence by unit.
///
/// Three passes over the rows, without a column of influence values; see
/// ``SampleDesign/importancePerformance(of:overall:measure:in:level:)`` for the formulas.
struct CorrelationInfluence: Sendable {
  /// The mean over the valid answers to the item.
  let mean: Double
  /// The correlation over the rows with both.
  let correlation: Double
  /// The influence of each unit of the last stage on the mean and on the correlation.
  let unitTotals: [SIMD2<Double>]
  /// Whether each unit has rows with an answer to the item.
  let isAnalysed: [Bool]

  private static let block = 1024

  /// - Throws: ``InferenceError/noRows`` and ``InferenceError/constantItem(_:)``.
  init(
    _ item: [Double],
    _ overall: [Double],
    number: Int,
    design: SampleDesign
  ) throws(InferenceError) {
    let first = Self.sums(item, overall, design.weights, around: (0, 0))
    guard first.answered > 0, first.both.rows > 1 else { throw .noRows }
    mean = first.product / first.answered
    let both = first.both
    let middle = (both.x / both.weight, both.y / both.weight)
    let second = Self.sums(item, overall, design.weights, around: middle).both
    guard Self.varies(second.xx, both, middle.0) else { throw .constantItem(number) }
    guard Self.varies(second.yy, both, middle.1) else { throw .constantItem(nil) }
    let r = second.xy / (second.xx * second.yy).squareRoot()
    correlation = r
    let scale = (
      1 / (second.xx / both.weight).squareRoot(), 1 / (second.yy / both.weight).squareRoot()
    )
    var totals = [SIMD2<Double>](repeating: .zero, count: design.stages.last?.unitCount ?? 0)
    var isAnalysed = [Bool](repeating: false, count: totals.count)
    let (x, y, w) = (item.span, overall.span, design.weights.span)
    let units = design.unitOfRow.span
    var sums = totals.mutableSpan
    var analysed = isAnalysed.mutableSpan
    for row in x.indices {
      let (value, other, weight) = (x[row], y[row], w[row])
      guard weight != 0, !value.isNaN else { continue }
      let unit = Int(units[row])
      analysed[unit] = true
      let u = (value - middle.0) * scale.0
      let v = (other - middle.1) * scale.1
      let influence = other.isNaN ? 0 : u * v - r / 2 * (u * u + v * v)
      sums[unit] += SIMD2(
        weight * (value - mean) / first.answered,
        weight * influence / both.weight
      )
    }
    unitTotals = totals
    self.isAnalysed = isAnalysed
  }

  /// Sums over the rows with a weight and both answers.
  private struct Both {
    var rows = 0
    var weight = 0.0
    var x = 0.0
    var y = 0.0
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
  }

  /// Σw and Σwx over the rows with an answer to the item, and the sums of those with both.
  private static func sums(
    _ item: [Double],
    _ overall: [Double],
    _ weights: [Double],
    around middle: (x: Double, y: Double)
  ) -> (answered: Double, product: Double, both: Both) {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: 8)
    var rows = 0
    let (x, y, w) = (item.span, overall.span, weights.span)
    var first = 0
    while first < x.count {
      let end = min(first + block, x.count)
      var answered = SIMD2<Double>.zero
      var linear = SIMD4<Double>.zero
      var squares = SIMD4<Double>.zero
      for row in first..<end {
        let hasItem = !x[row].isNaN
        let hasBoth = hasItem && !y[row].isNaN && w[row] != 0
        let one = hasItem ? w[row] : 0
        answered += SIMD2(one, hasItem ? one * x[row] : 0)
        let both = hasBoth ? one : 0
        let dx = hasBoth ? x[row] - middle.x : 0
        let dy = hasBoth ? y[row] - middle.y : 0
        linear += SIMD4(both, both * dx, both * dy, hasBoth ? 1 : 0)
        squares += SIMD4(both * dx * dx, both * dx * dy, both * dy * dy, 0)
      }
      sums[0].add(answered.x)
      sums[1].add(answered.y)
      for place in 0..<3 {
        sums[2 + place].add(linear[place])
        sums[5 + place].add(squares[place])
      }
      rows += Int(linear.w)
      first = end
    }
    let values = sums.map(\.value)
    let both = Both(
      rows: rows,
      weight: values[2],
      x: values[3],
      y: values[4],
      xx: values[5],
      xy: values[6],
      yy: values[7]
    )
    return (values[0], values[1], both)
  }

  /// Whether a rating varies, beyond rounding.
  private static func varies(_ squares: Double, _ both: Both, _ mean: Double) -> Bool {
    let size = Double(both.rows)
    return squares / both.weight * size / (size - 1) > 1e-24 * max(mean * mean, 1e-280)
  }
}

extension SampleDesign {
  /// The means of items, then their correlations with an overall rating, with the covariance of
  /// all; for weights as they were given.
  func correlations(
    of items: [[Double]],
    with overall: [Double]
  ) throws -> (values: [Double], InfluenceCovariance) {
    for column in items + [overall] {
      try check(column, nil)
      try requireFinite(column)
    }
    if let row = weights.firstIndex(where: { $0 < 0 }) {
      throw InferenceError.negativeWeight(row: row)
    }
    let results = concurrently(items.count) { index in
      Result { () throws(InferenceError) in
        try CorrelationInfluence(items[index], overall, number: index, design: self)
      }
    }
    var found: [CorrelationInfluence] = []
    for result in results { found.append(try result.get()) }
    var totals = UnitTotals()
    for unit in 0..<(stages.last?.unitCount ?? 0)
    where found.contains(where: { $0.isAnalysed[unit] }) {
      totals.units.append(Int32(unit))
      totals.isAnalysed.append(true)
      totals.totals += found.map { $0.unitTotals[unit].x } + found.map { $0.unitTotals[unit].y }
    }
    var sum = CovarianceSum(design: self, columns: 2 * items.count)
    try sum.run(totals)
    let covariance = InfluenceCovariance(
      matrix: sum.matrix,
      primaryUnits: sum.primaryUnits,
      primaryStrata: sum.primaryStrata,
      sampleSize: weights.indices.count { row in
        weights[row] != 0 && items.contains { !$0[row].isNaN }
      },
      isCensus: sum.isCensus
    )
    return (found.map(\.mean) + found.map(\.correlation), covariance)
  }
}
