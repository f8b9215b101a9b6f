/// Sums of one variable for every pair of unit and group, where these are few beside the rows.
///
/// Rows are read as they stand: sorted by unit they would be fetched from all over memory. The sums
/// are the same to the last digit, as the rows of a cell are added in the same order. Where each row
/// is a unit, cells are by stratum (``ElementStrata``), with sums of squared weights as well.
struct DenseCells {
  /// Units of the last stage, or strata of elements.
  let units: Int
  /// Σw, Σw(y - centre), Σw(y - centre)² and the number of rows, group by group within a unit.
  private(set) var sums: [SIMD4<Double>]
  /// Of elements: Σw², Σw²(y - centre), Σw²(y - centre)² and the number of rows.
  private(set) var squares: [SIMD4<Double>]?

  /// A cell for this many rows pays, and cells that stay in the nearest cache always do.
  private static let rowsPerCell = 4
  /// So many strata and groups of elements are few whatever the rows, which would be cells otherwise.
  private static let fewOfElements = 1 << 16

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
    let elements = design.elementStrata
    units = elements?.count ?? design.stages.last?.unitCount ?? 0
    let most =
      elements == nil
      ? design.rows / Self.rowsPerCell : max(design.rows, Self.fewOfElements)
    let (cells, overflow) = units.multipliedReportingOverflow(by: groups)
    guard !overflow, cells <= most else { return nil }
    sums = [SIMD4<Double>](repeating: .zero, count: cells)
    var squared = elements == nil ? [] : sums
    let unitOfRow = elements?.ofRow ?? design.unitOfRow
    let (y, w) = (values.span, design.weights.span)
    let (unit, group) = (unitOfRow.span, codes.span)
    for row in 0..<design.rows {
      let g = group.isEmpty ? 0 : Int(group[row])
      let (weight, value) = (w[row], y[row] - centre)
      guard g >= 0, !value.isNaN, weight != 0 else { continue }
      let product = weight * value
      let cell = Int(unit[row]) * groups + g
      sums[cell] += SIMD4(weight, product, product * value, 1)
      if elements != nil {
        let square = weight * weight
        squared[cell] += SIMD4(square, square * value, square * value * value, 1)
      }
    }
    squares = elements == nil ? nil : squared
  }
}
