/// Weights by unit and byte, from which every variable that is a function of the byte is added up.
struct UnitTally {
  private let tally: CellTally
  /// The rows with a weight, by byte.
  private let rows: [Int]

  init(_ codes: [UInt8], width: Int, design: SampleDesign) {
    tally = CellTally(codes, width: width, design: design)
    rows = design.rowCounts(of: codes, width: width)
  }

  /// The sums of one group, all rows for whose byte `values` has a number.
  func sums(_ values: [Double], centre: Double) -> DomainSums {
    let known = values.indices.filter { !values[$0].isNaN && rows[$0] > 0 }
    let distances = known.map { values[$0] - centre }
    let squares = (0..<tally.units).compactMap { tally.squares($0, known, distances) }
    return DomainSums(
      (0..<tally.units).map { tally.sums($0, known, distances) },
      squares.isEmpty ? nil : squares,
      units: tally.units,
      groups: 1,
      centre: centre,
      sampleSizes: [known.reduce(0) { $0 + rows[$1] }]
    )
  }
}
