/// Adds up the packed rows of one key after the other.
struct KeySums {
  private(set) var sums: SlotSums
  private(set) var missing: MissingCounts
  private let layout: GridLayout
  private let weightWords: Int
  private let rowsPerSum: Int
  private var narrow: WholeSums<NarrowLanes>?
  private var wide: WholeSums<WideLanes>?
  private var real: RealSums?
  /// Rows and whole weights by crossed slot, and weights by slot.
  private var crossed: [Tally]
  private var weights: [UInt64]
  private var touched: [Int32] = []
  private var pending = 0

  private struct Tally {
    var rows: Int32 = 0
    var weight: UInt64 = 0
  }

  /// Prepares sums; `countsMissing` asks for ``missing``.
  init(
    layout: GridLayout,
    weights: GridWeights,
    withSquares: Bool = false,
    countsMissing: Bool = true
  ) {
    self.layout = layout
    weightWords = weights.words
    rowsPerSum = weights.rowsPerSum
    sums = SlotSums(layout: layout, withSquares: withSquares)
    missing = MissingCounts(layout: layout, isCounting: countsMissing)
    crossed = [Tally](repeating: Tally(), count: layout.crossedSlots)
    self.weights = [UInt64](repeating: 0, count: layout.slots + 1)
    switch weights.form {
    case .narrow: narrow = WholeSums(layout: layout, weights: weights)
    case .wide: wide = WholeSums(layout: layout, weights: weights)
    case .real: real = RealSums(layout: layout, withSquares: withSquares)
    }
  }

  /// Adds the rows of a key out of all stretches of the table; false when there are none.
  mutating func add(_ key: Int, of stretches: [GridRecords]) -> Bool {
    for records in stretches {
      var first = Int(records.starts[key])
      let end = Int(records.starts[key + 1])
      while first < end {
        if pending == rowsPerSum { flush() }
        let count = min(end - first, rowsPerSum - pending)
        add(first..<first + count, of: records)
        first += count
      }
    }
    if pending == 0 { return false }
    flush()
    sums.close(key)
    missing.close(key)
    return true
  }

  /// Forgets the sums of the key.
  mutating func clear() { sums.clear() }

  private mutating func add(_ range: Range<Int>, of records: GridRecords) {
    pending += range.count
    let slots = weightWords..<weightWords + layout.crossings.count
    Self.count(range, records, slots, &crossed, &touched)
    narrow?.add(range, of: records, &missing)
    wide?.add(range, of: records, &missing)
    real?.add(range, of: records, &missing)
  }

  private mutating func flush() {
    for slot in touched.map({ Int($0) }) {
      let tally = crossed[slot]
      crossed[slot] = Tally()
      for index in layout.targets(of: slot) {
        let target = layout.target(index)
        sums.add(rows: tally.rows, to: target)
        weights[target] &+= tally.weight
      }
    }
    narrow?.flush(touched, weights, into: &sums)
    wide?.flush(touched, weights, into: &sums)
    real?.flush(touched, into: &sums)
    for source in sums.sources { weights[Int(source)] = 0 }
    touched.removeAll(keepingCapacity: true)
    pending = 0
  }

  /// Counts rows and their weights, as whole numbers if they are, by crossed slot.
  private static func count(
    _ range: Range<Int>,
    _ records: GridRecords,
    _ slots: Range<Int>,
    _ tallies: inout [Tally],
    _ touched: inout [Int32]
  ) {
    let words = records.words.span
    let width = records.width
    var tallies = tallies.mutableSpan
    var place = range.lowerBound &* width
    for _ in range {
      var weight = UInt64(words[place])
      if slots.lowerBound > 1 { weight |= UInt64(words[place &+ 1]) &<< 32 }
      for slotPlace in place &+ slots.lowerBound..<place &+ slots.upperBound {
        let slot = Int(words[slotPlace])
        var tally = tallies[slot]
        if tally.rows == 0 { touched.append(Int32(truncatingIfNeeded: slot)) }
        tally.rows &+= 1
        tally.weight &+= weight
        tallies[slot] = tally
      }
      place &+= width
    }
  }
}
