/// Weighted sums of one variable per (unit of the last stage, group), made in one pass.
///
/// Only pairs that occur take room, so that many groups cost no more than few.
struct DomainSums {
  /// Unit of each cell; the cells of a group are neighbours, ordered by unit.
  private(set) var units: [Int32] = []
  /// Σw, Σw(y - centre) and Σw(y - centre)² of each cell.
  private(set) var weight: [Double] = []
  private(set) var product: [Double] = []
  private(set) var square: [Double] = []
  /// Where the cells of each group begin; one more entry than there are groups.
  private(set) var starts: [Int]
  /// Analysed rows of each group.
  private(set) var sampleSizes: [Int]
  /// Of a sample in which each row is a unit: Σw², Σw²(y - centre), Σw²(y - centre)² and the rows
  /// of each cell, whose "units" are strata.
  private var squares: [SIMD4<Double>]?
  /// What was subtracted from the values, against cancellation.
  let centre: Double
  /// Sums for the calibration columns of the design, if any.
  private var columns: DomainColumns?

  /// Adds up `values` (NaN is a missing one) by group.
  ///
  /// - Complexity: O(rows + groups) in time.
  init(_ values: [Double], _ codes: [Int32], groups: Int, centre: Double, design: SampleDesign) {
    self.centre = centre
    starts = [Int](repeating: 0, count: groups + 1)
    sampleSizes = [Int](repeating: 0, count: groups)
    if let dense = DenseCells(values, codes, groups: groups, centre: centre, design: design) {
      take(dense.sums, dense.squares, units: dense.units)
    } else {
      var cellGroups: [Int32] = []
      scan(values, codes, design, into: &cellGroups)
      if groups == 1 {
        starts[1] = units.count
      } else {
        sort(by: cellGroups, groups: groups)
      }
    }
    if let calibration = design.calibration {
      columns = DomainColumns(values, codes, groups, centre, calibration, design.weights)
    }
  }

  /// Takes over what was added up by unit and group: Σw, Σwy, Σwy² and the rows, group by group
  /// within a unit; the rows of each group are `sampleSizes` where these are known already.
  ///
  /// With `squares`, Σw², Σw²y, Σw²y² and the rows of the same cells, units are strata of elements.
  init(
    _ cells: [SIMD4<Double>],
    _ squares: [SIMD4<Double>]? = nil,
    units: Int,
    groups: Int,
    centre: Double,
    sampleSizes: [Int]? = nil
  ) {
    self.centre = centre
    starts = [Int](repeating: 0, count: groups + 1)
    self.sampleSizes = [Int](repeating: 0, count: groups)
    take(cells, squares, units: units)
    if let sampleSizes { self.sampleSizes = sampleSizes }
  }

  /// Keeps the cells that occur, group by group and in the order of units.
  private mutating func take(
    _ cells: [SIMD4<Double>],
    _ squares: [SIMD4<Double>]? = nil,
    units: Int
  ) {
    if squares != nil { self.squares = [] }
    for group in sampleSizes.indices {
      for unit in 0..<units {
        let sums = cells[unit * sampleSizes.count + group]
        guard sums.w > 0 else { continue }
        self.units.append(Int32(unit))
        weight.append(sums.x)
        product.append(sums.y)
        square.append(sums.z)
        if let squares { self.squares?.append(squares[unit * sampleSizes.count + group]) }
        sampleSizes[group] += Int(sums.w)
      }
      starts[group + 1] = self.units.count
    }
  }

  private mutating func scan(
    _ values: [Double],
    _ codes: [Int32],
    _ design: SampleDesign,
    into cellGroups: inout [Int32]
  ) {
    let groups = sampleSizes.count
    var sums = [Double](repeating: 0, count: 3 * groups)
    var lastUnit = [Int32](repeating: -1, count: groups)
    var touched: [Int] = []
    var current: Int32 = -1
    let (y, w) = (values.span, design.weights.span)
    let rowOrder = design.rowOrder
    let (unitOfRow, order, group) = (design.unitOfRow.span, rowOrder.span, codes.span)
    for position in 0..<design.rows {
      let row = order.isEmpty ? position : Int(order[position])
      let g = group.isEmpty ? 0 : Int(group[row])
      guard g >= 0 else { continue }
      let weightOfRow = w[row]
      let value = y[row] - centre
      guard !value.isNaN, weightOfRow != 0 else { continue }
      let unit = unitOfRow[row]
      if unit != current {
        flush(&touched, current, sums, &cellGroups)
        current = unit
      }
      let first = 3 * g
      if lastUnit[g] != unit {
        lastUnit[g] = unit
        touched.append(g)
        sums[first] = 0
        sums[first + 1] = 0
        sums[first + 2] = 0
      }
      let weighted = weightOfRow * value
      sums[first] += weightOfRow
      sums[first + 1] += weighted
      sums[first + 2] += weighted * value
      sampleSizes[g] += 1
    }
    flush(&touched, current, sums, &cellGroups)
  }

  private mutating func flush(
    _ touched: inout [Int],
    _ unit: Int32,
    _ sums: [Double],
    _ cellGroups: inout [Int32]
  ) {
    for g in touched {
      units.append(unit)
      cellGroups.append(Int32(g))
      weight.append(sums[3 * g])
      product.append(sums[3 * g + 1])
      square.append(sums[3 * g + 2])
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func sort(by cellGroups: [Int32], groups: Int) {
    for g in cellGroups { starts[Int(g) + 1] += 1 }
    for g in 0..<groups { starts[g + 1] += starts[g] }
    let order = stableOrder(of: cellGroups, count: groups)
    units = order.map { units[Int($0)] }
    weight = order.map { weight[Int($0)] }
    product = order.map { product[Int($0)] }
    square = order.map { square[Int($0)] }
  }
}

extension DomainSums {
  /// The cells of a group.
  func cells(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  /// The unit sums of z = w (y - centre - mean)/size over the rows of a group.
  func influence(of group: Int, mean: Double = 0, size: Double = 1) -> UnitInfluence {
    let cells = cells(of: group)
    if let squares {
      return UnitInfluence(
        elements: cells.map { cell in
          let sums = squares[cell]
          return ElementCell(
            stratum: units[cell],
            rows: Int(sums.w),
            total: (product[cell] - mean * weight[cell]) / size,
            square: max(0, sums.z - 2 * mean * sums.y + mean * mean * sums.x) / size / size
          )
        }
      )
    }
    return UnitInfluence(
      units: Array(units[cells]),
      totals: cells.map { (product[$0] - mean * weight[$0]) / size },
      columnSums: columns?.sums(of: group, mean: mean, size: size) ?? []
    )
  }

  /// Sums over all cells of a group.
  func moments(of group: Int) -> DomainMoments {
    let cells = cells(of: group)
    return DomainMoments(
      sampleSize: sampleSizes[group],
      weight: CompensatedSum.of(weight[cells]),
      product: CompensatedSum.of(product[cells]),
      square: CompensatedSum.of(square[cells])
    )
  }
}

/// Σw, Σw(y - centre) and Σw(y - centre)² of one group.
struct DomainMoments {
  let sampleSize: Int
  let weight: Double
  let product: Double
  let square: Double

  /// The mean of y - centre; meaningful when `weight` is positive.
  var mean: Double { product / weight }

  /// s² = [Σ w (y - m)² / Σw] n/(n - 1), the element variance of a simple random sample.
  var elementVariance: Double? {
    guard sampleSize > 1, weight > 0 else { return nil }
    let spread = max(0, square / weight - mean * mean)
    return spread * Double(sampleSize) / Double(sampleSize - 1)
  }
}
