/// How many rows lack an answer, by crossed slot and, for breakdowns that are constant within
/// keys, by slot.
struct MissingCounts: Sendable {
  private let layout: GridLayout
  private var crossed: [SIMD4<Int32>]
  private var slots: [SIMD4<Int32>]
  private var key: [SIMD4<Int32>]
  private let ones: [SIMD4<Int32>]
  /// Whether anybody asks for the counts.
  private let isCounting: Bool
  /// The places of rows that lack an answer.
  private(set) var places: [Int] = []

  init(layout: GridLayout, isCounting: Bool) {
    self.layout = layout
    self.isCounting = isCounting
    crossed = Array(repeating: .zero, count: 4 * layout.sheets * layout.crossedSlots)
    slots = Array(repeating: .zero, count: layout.cells)
    key = Array(repeating: .zero, count: 4 * layout.sheets)
    ones = (0..<16).map { bits in SIMD4((0..<4).map { Int32(bits >> $0 & 1) }) }
  }

  /// Finds the rows that lack an answer among those of one word, and returns their number.
  mutating func find(_ range: Range<Int>, _ records: GridRecords, word: Int) -> Int {
    if places.count < range.count { places = Array(repeating: 0, count: 2 * range.count) }
    let words = records.words.span
    let width = records.width
    var places = self.places.mutableSpan
    var found = 0
    var place = range.lowerBound &* width
    // Whether a row lacks an answer cannot be foreseen, so it is no branch.
    for _ in range {
      places[found] = place
      found &+= words[place &+ word] &>> 16 == 0 ? 0 : 1
      place &+= width
    }
    return found
  }

  /// Counts what ``find(_:_:word:)`` found.
  mutating func add(_ found: Int, _ records: GridRecords, slots: Range<Int>, _ sheet: Int) {
    guard isCounting else { return }
    Self.add(
      places[..<found],
      records,
      slots,
      (sheet, blocks: 4 * layout.sheets),
      ones,
      crossed: &crossed,
      key: &key
    )
  }

  private static func add(
    _ places: ArraySlice<Int>,
    _ records: GridRecords,
    _ slots: Range<Int>,
    _ at: (sheet: Int, blocks: Int),
    _ ones: [SIMD4<Int32>],
    crossed: inout [SIMD4<Int32>],
    key: inout [SIMD4<Int32>]
  ) {
    let words = records.words.span
    let ones = ones.span
    let places = places.span
    var crossed = crossed.mutableSpan
    var key = key.mutableSpan
    for index in places.indices {
      let place = places[index]
      var bits = Int(words[place &+ slots.upperBound &+ at.sheet] &>> 16)
      while bits != 0 {
        let quarter = bits.trailingZeroBitCount &>> 2
        let absent = ones[bits &>> (4 &* quarter) & 15]
        bits &= ~(15 &<< (4 &* quarter))
        let block = 4 &* at.sheet &+ quarter
        key[block] &+= absent
        for slotPlace in place &+ slots.lowerBound..<place &+ slots.upperBound {
          crossed[Int(words[slotPlace]) &* at.blocks &+ block] &+= absent
        }
      }
    }
  }

  /// Counts the rows of a key for the slots that are constant within it, and clears them.
  mutating func close(_ number: Int) {
    for groups in layout.constantSlots {
      let slot = Int(groups[number])
      guard slot >= 0 else { continue }
      for block in 0..<layout.blocks { slots[layout.cell(block, slot)] &+= key[block] }
    }
    for block in key.indices { key[block] = .zero }
  }

  /// The counts by cell.
  var cells: [SIMD4<Int32>] {
    var cells = slots
    for slot in 0..<layout.crossedSlots {
      for index in layout.targets(of: slot) {
        let target = layout.target(index)
        guard target < layout.slots else { continue }
        for block in 0..<layout.blocks {
          cells[layout.cell(block, target)] &+= crossed[4 * layout.sheets * slot + block]
        }
      }
    }
    return cells
  }
}
