/// Sums of one variable for every pair of stratum and group, of a sample in which each row is a unit.
struct ElementSums {
  let strata: Int
  /// Σw, Σw(y - centre), Σw(y - centre)² and the number of rows, group by group within a stratum.
  private(set) var sums: [SIMD4<Double>]
  /// Σw², Σw²(y - centre), Σw²(y - centre)² and the number of rows.
  private(set) var squares: [SIMD4<Double>]

  /// So many cells are few whatever the rows.
  private static let alwaysFew = 1 << 16

  /// Adds up the analysed rows; nil where rows share units or there are too many cells.
  ///
  /// `codes` are empty when all rows are in one group.
  init?(
    _ values: [Double],
    _ codes: [Int32],
    groups: Int,
    centre: Double,
    design: SampleDesign
  ) {
    guard let elements = design.elementStrata else { return nil }
    strata = elements.count
    let (cells, overflow) = strata.multipliedReportingOverflow(by: groups)
    guard !overflow, cells <= max(design.rows, Self.alwaysFew) else { return nil }
    sums = [SIMD4<Double>](repeating: .zero, count: cells)
    squares = sums
    let (y, w) = (values.span, design.weights.span)
    let (stratumOfRow, group) = (elements.ofRow.span, codes.span)
    for row in 0..<design.rows {
      let g = group.isEmpty ? 0 : Int(group[row])
      let (weight, value) = (w[row], y[row] - centre)
      guard g >= 0, !value.isNaN, weight != 0 else { continue }
      let cell = Int(stratumOfRow[row]) * groups + g
      let (product, square) = (weight * value, weight * weight)
      sums[cell] += SIMD4(weight, product, product * value, 1)
      squares[cell] += SIMD4(square, square * value, square * value * value, 1)
    }
  }
}
