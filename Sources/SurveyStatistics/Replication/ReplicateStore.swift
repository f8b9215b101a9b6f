/// Replicate weights, one run of numbers for each pattern of multipliers.
///
/// Rows of the same primary unit share their multipliers, so that a design made from strata
/// and units keeps one pattern per unit, and sums over rows are made per unit first. A run
/// begins with the entry of the full weights, followed by those of the replicates: sums with
/// the full weights go through the same arithmetic, and shares of 0 and 1 stay exact.
struct ReplicateStore: Sendable {
  /// Patterns one after another, `width` numbers each.
  let values: [Double]
  /// Replicates and the full weights: one more than there are replicates.
  let width: Int
  /// The pattern of each row, or empty when each row has its own.
  let patternOfRow: [Int32]
  /// Rows sorted by pattern, or empty when they are sorted already.
  let rowOrder: [Int32]
  /// Whether a pattern's stratum was sampled completely; empty when none was.
  let isComplete: [Bool]
  /// The strata behind jackknife and half-samples, whose rank needs no decomposition.
  let strata: ReplicatedStrata?

  var patternCount: Int { values.count / width }

  /// Each row with its own pattern.
  init(rows values: [Double], width: Int, isComplete: [Bool] = []) {
    self.values = values
    self.width = width
    patternOfRow = []
    rowOrder = []
    self.isComplete = isComplete
    strata = nil
  }

  /// Rows that share patterns.
  init(
    patterns: [Double],
    width: Int,
    patternOfRow: [Int32],
    isComplete: [Bool] = [],
    strata: ReplicatedStrata? = nil
  ) {
    values = patterns
    self.width = width
    self.patternOfRow = patternOfRow
    let sorted = zip(patternOfRow, patternOfRow.dropFirst()).allSatisfy { $0 <= $1 }
    rowOrder = sorted ? [] : stableOrder(of: patternOfRow, count: values.count / width)
    self.isComplete = isComplete.contains(true) ? isComplete : []
    self.strata = strata
  }

  /// Rows with equal numbers put together; patterns are numbered as they first appear.
  static func sharing(rows values: [Double], width: Int) -> ReplicateStore {
    let rows = values.count / width
    var firstOfHash: [UInt64: [Int32]] = [:]
    var firstRow: [Int] = []
    var patternOfRow: [Int32] = []
    patternOfRow.reserveCapacity(rows)
    for row in 0..<rows {
      let run = values[row * width..<(row + 1) * width]
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for value in run {
        hash = (hash ^ value.bitPattern) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
      }
      let known = firstOfHash[hash, default: []].first { pattern in
        let first = firstRow[Int(pattern)] * width
        return values[first..<first + width].elementsEqual(run)
      }
      if let known {
        patternOfRow.append(known)
      } else {
        let pattern = Int32(firstRow.count)
        firstOfHash[hash, default: []].append(pattern)
        firstRow.append(row)
        patternOfRow.append(pattern)
      }
    }
    guard firstRow.count < rows else { return ReplicateStore(rows: values, width: width) }
    var patterns: [Double] = []
    patterns.reserveCapacity(firstRow.count * width)
    for row in firstRow { patterns += values[row * width..<(row + 1) * width] }
    return ReplicateStore(patterns: patterns, width: width, patternOfRow: patternOfRow)
  }

  /// The pattern of a row.
  func pattern(of row: Int) -> Int { patternOfRow.isEmpty ? row : Int(patternOfRow[row]) }
}
