/// A few thousand rows on their way from columns to rows.
struct GridBatch {
  /// The rows of the design, and their places among the packed ones.
  var rows: [Int32] = []
  var positions: [Int32] = []
  /// The crossed slots of each row, one for each crossing.
  private(set) var slots: [Int32]
  /// The answers of each row to the four items of a block.
  private(set) var answers: [UInt8]

  init(capacity: Int, layout: GridLayout) {
    rows.reserveCapacity(capacity)
    positions.reserveCapacity(capacity)
    slots = [Int32](repeating: 0, count: capacity * layout.crossings.count)
    answers = [UInt8](repeating: 0, count: capacity)
  }

  /// Reads the crossed slots; rows of weight 0 count nowhere.
  mutating func readSlots(_ source: GridSource) {
    let layout = source.layout
    for (index, crossing) in layout.crossings.enumerated() {
      for (place, member) in crossing.members.enumerated() {
        let groups = source.breakdowns[member.breakdown]
        let addition = Addition(
          start: place == 0 ? Int32(crossing.first) : nil,
          stride: Int32(member.stride),
          outside: Int32(groups.count),
          column: index,
          width: layout.crossings.count
        )
        Self.add(groups.codes.compact, rows, addition, to: &slots)
      }
    }
    for (index, row) in rows.enumerated() where source.design.weights[Int(row)] == 0 {
      for crossing in layout.crossings.indices {
        slots[index * layout.crossings.count + crossing] = Int32(layout.crossedSlots)
      }
    }
  }

  /// How the groups of one breakdown are added to crossed slots.
  private struct Addition {
    /// Where to start, or nil to add to what is there.
    let start: Int32?
    let stride: Int32
    /// The group of rows outside all groups.
    let outside: Int32
    let column: Int
    let width: Int
  }

  private static func add(
    _ codes: [Int32],
    _ rows: [Int32],
    _ addition: Addition,
    to slots: inout [Int32]
  ) {
    let (codes, rows) = (codes.span, rows.span)
    var slots = slots.mutableSpan
    var place = addition.column
    for index in rows.indices {
      let code = codes[Int(rows[index])]
      let part = addition.stride &* (code < 0 ? addition.outside : code)
      slots[place] = (addition.start ?? slots[place]) &+ part
      place += addition.width
    }
  }

  /// Reads the answers to a block; items beyond the last are missing.
  mutating func readAnswers(_ block: Int, _ source: GridSource) {
    for index in rows.indices { answers[index] = 0 }
    for lane in 0..<4 {
      let item = 4 * block + lane
      if item < source.items.count {
        let states = source.items[item].states.map { $0.rawValue << (2 * UInt8(lane)) }
        Self.add(source.items[item].codes, states, rows, to: &answers)
      } else {
        for index in rows.indices { answers[index] |= 2 << (2 * UInt8(lane)) }
      }
    }
  }

  private static func add(
    _ codes: [UInt8],
    _ states: [UInt8],
    _ rows: [Int32],
    to answers: inout [UInt8]
  ) {
    let (codes, states, rows) = (codes.span, states.span, rows.span)
    var answers = answers.mutableSpan
    for index in rows.indices { answers[index] |= states[Int(codes[Int(rows[index])])] }
  }

  /// Counts the missing answers to a block by crossed slot.
  func countMissing(
    _ block: Int,
    _ tables: AnswerTables,
    _ layout: GridLayout,
    into missing: inout [SIMD4<Int32>]
  ) {
    let width = layout.crossings.count
    let first = layout.crossedCell(block, 0)
    let (answers, slots, table) = (answers.span, slots.span, tables.missing.span)
    var missing = missing.mutableSpan
    for row in rows.indices {
      let absent = table[Int(answers[row])]
      if absent == .zero { continue }
      for index in row * width..<row * width + width {
        missing[first + Int(slots[index])] &+= absent
      }
    }
  }
}
