/// Sums of weights as they are by crossed slot, for the rows of one key; with squares, where
/// each row is a unit.
struct RealSums {
  private let layout: GridLayout
  private let width: Int
  /// By crossed slot and block: yes, no, and perhaps their squares.
  private var lanes: [Lanes]
  private let ones: [Lanes]

  init(layout: GridLayout, withSquares: Bool) {
    self.layout = layout
    width = withSquares ? 4 : 2
    lanes = Array(repeating: .zero, count: layout.crossedSlots * layout.blocks * width)
    ones = (0..<16).map { bits in Lanes((0..<4).map { Double(bits >> $0 & 1) }) }
  }

  /// Adds packed rows of one key.
  mutating func add(_ range: Range<Int>, of records: GridRecords, _ counts: inout MissingCounts) {
    let crossings = layout.crossings.count
    for sheet in 0..<layout.sheets {
      let found = counts.find(range, records, word: 2 + crossings + sheet)
      counts.add(found, records, slots: 2..<2 + crossings, sheet)
    }
    for block in 0..<layout.blocks {
      if width == 2 { add(range, records, block) } else { addSquares(range, records, block) }
    }
  }

  private mutating func add(_ range: Range<Int>, _ records: GridRecords, _ block: Int) {
    let words = records.words.span
    let table = self.ones
    let ones = table.span
    let (answers, shift) = (block / 4, 4 * (block % 4))
    // The items that there are.
    let present = (1 << min(4, layout.items - 4 * block)) - 1
    let (blocks, crossings) = (layout.blocks, layout.crossings.count)
    var sums = lanes.mutableSpan
    var place = range.lowerBound &* records.width
    for _ in range {
      let (yes, no) = Self.split(words[place &+ 2 &+ crossings &+ answers], shift, present, ones)
      let weight = Self.weight(words, place)
      for slotPlace in place &+ 2..<place &+ 2 &+ crossings {
        let cell = 2 &* (Int(words[slotPlace]) &* blocks &+ block)
        sums[cell] += weight * yes
        sums[cell &+ 1] += weight * no
      }
      place &+= records.width
    }
  }

  private mutating func addSquares(_ range: Range<Int>, _ records: GridRecords, _ block: Int) {
    let words = records.words.span
    let table = self.ones
    let ones = table.span
    let (answers, shift) = (block / 4, 4 * (block % 4))
    // The items that there are.
    let present = (1 << min(4, layout.items - 4 * block)) - 1
    let (blocks, crossings) = (layout.blocks, layout.crossings.count)
    var sums = lanes.mutableSpan
    var place = range.lowerBound &* records.width
    for _ in range {
      let (yes, no) = Self.split(words[place &+ 2 &+ crossings &+ answers], shift, present, ones)
      let weight = Self.weight(words, place)
      for slotPlace in place &+ 2..<place &+ 2 &+ crossings {
        let cell = 4 &* (Int(words[slotPlace]) &* blocks &+ block)
        sums[cell] += weight * yes
        sums[cell &+ 1] += weight * no
        sums[cell &+ 2] += weight * weight * yes
        sums[cell &+ 3] += weight * weight * no
      }
      place &+= records.width
    }
  }

  /// 1 in the lanes that say yes, and in those that say no.
  @inline(__always)
  private static func split(
    _ word: UInt32,
    _ shift: Int,
    _ present: Int,
    _ ones: Span<Lanes>
  ) -> (yes: Lanes, no: Lanes) {
    let bits = Int(word) &>> shift
    return (ones[bits & 15], ones[~(bits | bits &>> 16) & present])
  }

  @inline(__always)
  private static func weight(_ words: Span<UInt32>, _ place: Int) -> Double {
    Double(bitPattern: UInt64(words[place]) | UInt64(words[place &+ 1]) &<< 32)
  }

  /// Adds the sums of crossed slots to the slots to which they belong, and clears them.
  mutating func flush(_ touched: [Int32], into sums: inout SlotSums) {
    let blocks = layout.blocks
    for slot in touched.map({ Int($0) }) {
      for index in layout.targets(of: slot) {
        let target = layout.target(index)
        for block in 0..<blocks {
          let from = (slot * blocks + block) * width
          let cell = target * blocks + block
          sums.add(yes: lanes[from], no: lanes[from + 1], to: cell)
          if width == 4 { sums.add(squares: lanes[from + 2], lanes[from + 3], to: cell) }
        }
      }
      let first = slot * blocks * width
      for place in first..<first + blocks * width { lanes[place] = .zero }
    }
  }
}
