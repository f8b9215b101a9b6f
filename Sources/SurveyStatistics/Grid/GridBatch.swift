/// A few thousand rows on their way from columns to rows.
struct GridBatch {
  /// The rows of the design, and their places among the packed ones.
  var rows: [Int32] = []
  var positions: [Int32] = []
  /// The slots of each row, one for each breakdown.
  private(set) var slots: [Int32]
  /// The answers of each row to the four items of a block.
  private(set) var answers: [UInt8]

  init(capacity: Int, layout: GridLayout) {
    rows.reserveCapacity(capacity)
    positions.reserveCapacity(capacity)
    slots = [Int32](repeating: 0, count: capacity * layout.breakdowns)
    answers = [UInt8](repeating: 0, count: capacity)
  }

  mutating func readSlots(_ source: GridSource) {
    let layout = source.layout
    for (index, breakdown) in source.breakdowns.enumerated() {
      Self.read(
        breakdown.codes,
        source.design.weights,
        rows,
        first: layout.firstSlot[index],
        nowhere: layout.slots,
        to: &slots,
        index,
        width: layout.breakdowns
      )
    }
  }

  private static func read(
    _ codes: [Int],
    _ weights: [Double],
    _ rows: [Int32],
    first: Int,
    nowhere: Int,
    to slots: inout [Int32],
    _ breakdown: Int,
    width: Int
  ) {
    let (codes, rows, weights) = (codes.span, rows.span, weights.span)
    var slots = slots.mutableSpan
    for index in rows.indices {
      let row = Int(rows[index])
      let code = codes[row]
      let isOut = code < 0 || weights[row] == 0
      slots[index * width + breakdown] = Int32(truncatingIfNeeded: isOut ? nowhere : first + code)
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

  /// Counts the missing answers to a block by slot.
  func countMissing(
    _ block: Int,
    _ tables: AnswerTables,
    _ layout: GridLayout,
    into missing: inout [SIMD4<Int32>]
  ) {
    let width = layout.breakdowns
    let first = layout.cell(block, 0)
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
