/// Neighbouring keys of a design, which can be added up beside others.
struct GridPart: Sendable {
  let keys: Range<Int>
  /// The strata all of whose keys are here.
  let closed: Range<Int>

  /// Cuts where a stratum ends when it can, and within a stratum when that is too long.
  ///
  /// The cuts depend on the rows alone and never on the machine, so that one core and two
  /// give the same digits.
  static func parts(
    of design: DesignKeys,
    _ stretches: [GridRecords],
    leastRows: Int
  ) -> [GridPart] {
    let stratum = design.stratumOfKey
    let aim = max(leastRows, design.keys.keyOfRow.count / 16)
    var parts: [GridPart] = []
    var (first, size) = (0, 0)
    for key in stratum.indices {
      for records in stretches { size += Int(records.starts[key + 1] - records.starts[key]) }
      let isLast = key + 1 == stratum.count
      let endsStratum = isLast || stratum[key] != stratum[key + 1]
      guard isLast || (endsStratum ? size >= aim : size >= 2 * aim) else { continue }
      parts.append(GridPart(first..<key + 1, stratum))
      (first, size) = (key + 1, 0)
    }
    return parts
  }

  private init(_ keys: Range<Int>, _ stratum: [Int32]) {
    self.keys = keys
    let low = stratum[keys.lowerBound]
    let high = stratum[keys.upperBound - 1]
    let isOpenBelow = keys.lowerBound > 0 && stratum[keys.lowerBound - 1] == low
    let isOpenAbove = keys.upperBound < stratum.count && stratum[keys.upperBound] == high
    let lower = Int(low) + (isOpenBelow ? 1 : 0)
    closed = lower..<max(lower, Int(high) + (isOpenAbove ? 0 : 1))
  }
}
