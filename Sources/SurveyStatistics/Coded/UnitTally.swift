/// Weights by unit and byte, from which every variable that is a function of the byte is added up.
struct UnitTally {
  private let tally: WeightTally
  private let units: Int
  /// The rows with a weight, by byte.
  private let rows: [Int]

  init(_ codes: [UInt8], width: Int, design: SampleDesign) {
    units = design.stages.last?.unitCount ?? 0
    tally = WeightTally(
      keys: design.unitOfRow,
      count: units,
      codes: codes,
      width: width,
      weights: design.weights
    )
    rows = design.rowCounts(of: codes, width: width)
  }

  /// The sums of one group, all rows for whose byte `values` has a number.
  func sums(_ values: [Double], centre: Double) -> DomainSums {
    let known = values.indices.filter { !values[$0].isNaN && rows[$0] > 0 }
    let distances = known.map { values[$0] - centre }
    var cells = [SIMD4<Double>](repeating: .zero, count: units)
    for unit in cells.indices {
      let weights = tally.weights(of: unit)
      var sums = SIMD4<Double>.zero
      for (code, distance) in zip(known, distances) {
        let weight = weights[weights.startIndex + code]
        sums += SIMD4(weight, weight * distance, weight * distance * distance, 0)
      }
      // How many of the rows are in a unit is not asked.
      sums.w = sums.x > 0 ? 1 : 0
      cells[unit] = sums
    }
    return DomainSums(
      cells,
      units: units,
      groups: 1,
      centre: centre,
      sampleSizes: [known.reduce(0) { $0 + rows[$1] }]
    )
  }
}
