/// The weights that said yes and no in one unit, by slot (or, with squares, in many units of
/// one row each).
struct SlotSums {
  let layout: GridLayout
  let withSquares: Bool
  /// Yes and no of each cell, and their sums of squares.
  private(set) var lanes: [Lanes]
  /// The slots that have rows, and how many.
  private(set) var touched: [Int32] = []
  private(set) var rowsOfSlot: [Int32]
  private let tables = AnswerTables()

  /// The lanes of a cell.
  var width: Int { withSquares ? 4 : 2 }

  init(layout: GridLayout, withSquares: Bool) {
    self.layout = layout
    self.withSquares = withSquares
    lanes = [Lanes](repeating: .zero, count: layout.cells * (withSquares ? 4 : 2))
    rowsOfSlot = [Int32](repeating: 0, count: layout.slots + 1)
  }

  /// Adds rows, four items at a time.
  mutating func add(_ range: Range<Int>, of rows: GridRows) {
    touch(range, rows)
    for block in 0..<layout.blocks {
      if withSquares {
        Self.addSquares(range, block, rows, layout, tables, to: &lanes)
      } else {
        Self.add(range, block, rows, layout, tables, to: &lanes)
      }
    }
  }

  /// Clears a slot after its sums were taken over.
  mutating func clear(_ slot: Int) {
    rowsOfSlot[slot] = 0
    for block in 0..<layout.blocks {
      let base = layout.cell(block, slot) * width
      for lane in base..<base + width { lanes[lane] = .zero }
    }
  }

  /// Clears every slot.
  mutating func clearAll() {
    for slot in touched { clear(Int(slot)) }
    clearTouched()
  }

  /// Forgets which slots had rows.
  mutating func clearTouched() { touched.removeAll(keepingCapacity: true) }

  private mutating func touch(_ range: Range<Int>, _ rows: GridRows) {
    let slots = rows.slots.span
    for index in range.lowerBound * layout.breakdowns..<range.upperBound * layout.breakdowns {
      let slot = Int(slots[index])
      let count = rowsOfSlot[slot]
      if count == 0 { touched.append(Int32(slot)) }
      rowsOfSlot[slot] = count + 1
    }
  }

  private static func add(
    _ range: Range<Int>,
    _ block: Int,
    _ rows: GridRows,
    _ layout: GridLayout,
    _ tables: AnswerTables,
    to lanes: inout [Lanes]
  ) {
    let width = layout.breakdowns
    let first = layout.cell(block, 0)
    let offset = block * rows.count
    let (answers, slots, weights) = (rows.answers.span, rows.slots.span, rows.weights.span)
    let (yesOf, noOf) = (tables.yes.span, tables.no.span)
    var sums = lanes.mutableSpan
    for row in range {
      let byte = Int(answers[offset + row])
      let weight = weights[row]
      let (yes, no) = (weight * yesOf[byte], weight * noOf[byte])
      for index in row * width..<row * width + width {
        let cell = 2 * (first + Int(slots[index]))
        sums[cell] += yes
        sums[cell + 1] += no
      }
    }
  }

  private static func addSquares(
    _ range: Range<Int>,
    _ block: Int,
    _ rows: GridRows,
    _ layout: GridLayout,
    _ tables: AnswerTables,
    to lanes: inout [Lanes]
  ) {
    let width = layout.breakdowns
    let first = layout.cell(block, 0)
    let offset = block * rows.count
    let (answers, slots, weights) = (rows.answers.span, rows.slots.span, rows.weights.span)
    let (yesOf, noOf) = (tables.yes.span, tables.no.span)
    var sums = lanes.mutableSpan
    for row in range {
      let byte = Int(answers[offset + row])
      let weight = weights[row]
      let (yes, no) = (weight * yesOf[byte], weight * noOf[byte])
      let (yesSquare, noSquare) = (weight * yes, weight * no)
      for index in row * width..<row * width + width {
        let cell = 4 * (first + Int(slots[index]))
        sums[cell] += yes
        sums[cell + 1] += no
        sums[cell + 2] += yesSquare
        sums[cell + 3] += noSquare
      }
    }
  }
}
