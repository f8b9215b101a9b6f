/// Sums of one variable for every pair of unit and group, where these are few beside the rows.
///
/// Rows are read as they stand: sorted by unit they would be fetched from all over memory. The sums
/// are the same to the last digit, as the rows of a cell are added in the same order.
struct DenseCells {
  /// Units of the last stage.
  let units: Int
  /// Σw, Σw(y - centre), Σw(y - centre)² and the number of rows, group by group within a unit.
  private(set) var sums: [SIMD4<Double>]

  /// A cell for this many rows pays, and cells that stay in the nearest cache always do.
  private static let rowsPerCell = 4

  /// Adds up the analysed rows; nil when there are too many cells.
  ///
  /// `codes` are empty when all rows are in one group.
  init?(
    _ values: [Double],
    _ codes: [Int32],
    groups: Int,
    centre: Double,
    design: SampleDesign
  ) {
    units = design.stages.last?.unitCount ?? 0
    let (cells, overflow) = units.multipliedReportingOverflow(by: groups)
    guard !overflow, cells <= design.rows / Self.rowsPerCell else { return nil }
    sums = [SIMD4<Double>](repeating: .zero, count: cells)
    let (y, w) = (values.span, design.weights.span)
    let (unitOfRow, group) = (design.unitOfRow.span, codes.span)
    for row in 0..<design.rows {
      let g = group.isEmpty ? 0 : Int(group[row])
      let (weight, value) = (w[row], y[row] - centre)
      guard g >= 0, !value.isNaN, weight != 0 else { continue }
      let product = weight * value
      sums[Int(unitOfRow[row]) * groups + g] += SIMD4(weight, product, product * value, 1)
    }
  }
}
