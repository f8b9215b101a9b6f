/// Neighbouring units of a design, which can be added up beside others.
struct GridPart: Sendable {
  let units: Range<Int>
  /// The strata all of whose units are here.
  let closed: Range<Int>
  /// The rows of the units, in ascending order.
  private(set) var rows: [Int32] = []

  /// Cuts where a stratum ends when it can, and within a stratum when that is too long.
  ///
  /// The cuts depend on the rows alone and never on the machine, so that one core and two
  /// give the same digits.
  static func parts(
    of design: SampleDesign,
    leastRows: Int
  ) -> [GridPart] {
    guard let stage = design.stages.first, stage.unitCount > 0 else { return [] }
    let startOfUnit = starts(of: design, units: stage.unitCount)
    let aim = max(leastRows, design.rows / 16)
    var parts: [GridPart] = []
    var partOfUnit = [Int32](repeating: 0, count: stage.unitCount)
    var first = 0
    for unit in 0..<stage.unitCount {
      partOfUnit[unit] = Int32(parts.count)
      let isLast = unit + 1 == stage.unitCount
      let endsStratum = isLast || stage.stratumOfUnit[unit] != stage.stratumOfUnit[unit + 1]
      let size = startOfUnit[unit + 1] - startOfUnit[first]
      guard isLast || (endsStratum ? size >= aim : size >= 2 * aim) else { continue }
      parts.append(GridPart(first..<unit + 1, of: stage))
      parts[parts.count - 1].rows.reserveCapacity(size)
      first = unit + 1
    }
    for (row, unit) in design.unitOfRow.enumerated() {
      parts[Int(partOfUnit[Int(unit)])].rows.append(Int32(row))
    }
    return parts
  }

  /// How many rows there are before each unit, when rows are sorted by unit.
  private static func starts(of design: SampleDesign, units: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: units + 1)
    for unit in design.unitOfRow { starts[Int(unit) + 1] += 1 }
    for unit in 0..<units { starts[unit + 1] += starts[unit] }
    return starts
  }

  private init(_ units: Range<Int>, of stage: SampleStage) {
    self.units = units
    let low = stage.stratumOfUnit[units.lowerBound]
    let high = stage.stratumOfUnit[units.upperBound - 1]
    let isOpenBelow = units.lowerBound > 0 && stage.stratumOfUnit[units.lowerBound - 1] == low
    let isOpenAbove =
      units.upperBound < stage.unitCount && stage.stratumOfUnit[units.upperBound] == high
    let lower = Int(low) + (isOpenBelow ? 1 : 0)
    closed = lower..<max(lower, Int(high) + (isOpenAbove ? 0 : 1))
  }
}
