/// Four items of one row, or of one sum.
typealias Lanes = SIMD4<Double>

/// Where the sums of a grid of items and groups are kept.
///
/// A *slot* is a group of a breakdown; a *block* is four items that are added together. The
/// sums of a block are neighbours over the slots, so that one block's sums stay in the
/// nearest cache while the rows of a unit pass.
///
/// Rows are added to *crossed slots*: small breakdowns are crossed with each other, so that a
/// row is added once for several of them, and the sums of the crossed groups are added to
/// those of each breakdown when the unit is complete.
struct GridLayout: Sendable {
  /// Breakdowns that are crossed with each other.
  struct Crossing: Sendable {
    /// Breakdowns, and by what their groups are multiplied.
    var members: [(breakdown: Int, stride: Int)] = []
    /// The first crossed slot.
    let first: Int
    var count = 1
  }

  let items: Int
  /// The slot of the first group of each breakdown.
  let firstSlot: [Int]
  /// The groups of all breakdowns.
  let slots: Int
  let crossings: [Crossing]
  /// The crossed groups of all crossings; one more takes the rows that count nowhere.
  let crossedSlots: Int
  /// For each crossed slot the slots to which it belongs, -1 for none.
  let slotsOfCrossed: [[Int32]]

  /// Lays out sums for units of about `rowsPerUnit` rows.
  ///
  /// Crossing pays as long as a unit has many rows for each crossed group.
  init(items: Int, breakdowns: [Grouping], rowsPerUnit: Int) {
    self.items = items
    var first: [Int] = []
    var next = 0
    for breakdown in breakdowns {
      first.append(next)
      next += breakdown.count
    }
    firstSlot = first
    slots = next
    let radix = breakdowns.map { $0.count + ($0.hasOutsiders ? 1 : 0) }
    var crossings: [Crossing] = []
    var crossed = 0
    for index in radix.indices.sorted(by: { (radix[$0], $0) < (radix[$1], $1) }) {
      let open = crossings.last?.count ?? .max
      let (product, overflow) = open.multipliedReportingOverflow(by: radix[index])
      if overflow || product > max(1, rowsPerUnit / 5) {
        crossings.append(Crossing(first: crossed))
        crossed += radix[index]
      } else {
        crossed += product - open
      }
      let last = crossings.count - 1
      crossings[last].members.append((index, crossings[last].count))
      crossings[last].count *= radix[index]
    }
    self.crossings = crossings
    crossedSlots = crossed
    slotsOfCrossed = crossings.flatMap { crossing in
      (0..<crossing.count).map { slot in
        crossing.members.map { breakdown, stride in
          let group = slot / stride % radix[breakdown]
          return group < breakdowns[breakdown].count ? Int32(first[breakdown] + group) : -1
        }
      }
    }
  }

  var blocks: Int { (items + 3) / 4 }
  /// One entry for each block and slot.
  var cells: Int { blocks * slots }
  /// One entry for each block and crossed slot.
  var crossedCells: Int { blocks * (crossedSlots + 1) }

  func cell(_ block: Int, _ slot: Int) -> Int { block * slots + slot }
  func crossedCell(_ block: Int, _ slot: Int) -> Int { block * (crossedSlots + 1) + slot }
}

/// What the four answers in one byte, two bits each, are worth.
struct AnswerTables: Sendable {
  /// 1 in the lanes that say yes.
  let yes: [Lanes]
  /// 1 in the lanes that say no.
  let no: [Lanes]
  /// 1 in the lanes that are missing.
  let missing: [SIMD4<Int32>]

  init() {
    var (yes, no, missing): ([Lanes], [Lanes], [SIMD4<Int32>]) = ([], [], [])
    for byte in 0..<256 {
      var (positive, negative, absent) = (Lanes.zero, Lanes.zero, SIMD4<Int32>.zero)
      for lane in 0..<4 {
        switch ShareItem.State(rawValue: UInt8(byte >> (2 * lane) & 3)) {
        case .yes: positive[lane] = 1
        case .no: negative[lane] = 1
        case .missing, nil: absent[lane] = 1
        }
      }
      yes.append(positive)
      no.append(negative)
      missing.append(absent)
    }
    (self.yes, self.no, self.missing) = (yes, no, missing)
  }
}
