/// Four items of one row, or of one sum.
typealias Lanes = SIMD4<Double>

/// Where the sums of a grid of items and groups are kept.
///
/// A *slot* is a group of a breakdown; a *block* is four items that are added together. The
/// sums of a block are neighbours over the slots, so that one block's sums stay in the
/// nearest cache while the rows of a unit pass.
struct GridLayout: Sendable {
  let items: Int
  let breakdowns: Int
  /// The slot of the first group of each breakdown.
  let firstSlot: [Int]
  /// The groups of all breakdowns; one more slot takes the rows that are in no group.
  let slots: Int

  init(items: Int, breakdowns: [Grouping]) {
    self.items = items
    self.breakdowns = breakdowns.count
    var first: [Int] = []
    var next = 0
    for breakdown in breakdowns {
      first.append(next)
      next += breakdown.count
    }
    firstSlot = first
    slots = next
  }

  var blocks: Int { (items + 3) / 4 }
  /// One entry for each block and slot.
  var cells: Int { blocks * (slots + 1) }

  func cell(_ block: Int, _ slot: Int) -> Int { block * (slots + 1) + slot }
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
