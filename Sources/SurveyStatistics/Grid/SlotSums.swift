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
  /// The same by crossed slot, while rows are added.
  private var crossed: [Lanes]
  private var rowsOfCrossed: [Int32]
  private let tables = AnswerTables()

  /// The lanes of a cell.
  var width: Int { withSquares ? 4 : 2 }

  init(layout: GridLayout, withSquares: Bool) {
    self.layout = layout
    self.withSquares = withSquares
    let width = withSquares ? 4 : 2
    lanes = [Lanes](repeating: .zero, count: layout.cells * width)
    rowsOfSlot = [Int32](repeating: 0, count: layout.slots)
    crossed = [Lanes](repeating: .zero, count: layout.crossedCells * width)
    rowsOfCrossed = [Int32](repeating: 0, count: layout.crossedSlots + 1)
  }

  /// Adds rows, four items at a time.
  mutating func add(_ range: Range<Int>, of rows: GridRows) {
    let touchedCrossed = touch(range, rows)
    for block in 0..<layout.blocks {
      if withSquares {
        Self.addSquares(range, block, rows, layout, tables, to: &crossed)
      } else {
        Self.add(range, block, rows, layout, tables, to: &crossed)
      }
    }
    for slot in touchedCrossed { spread(Int(slot)) }
  }

  /// Clears everything.
  mutating func clear() {
    for slot in touched.map({ Int($0) }) {
      rowsOfSlot[slot] = 0
      for block in 0..<layout.blocks {
        let base = layout.cell(block, slot) * width
        for lane in base..<base + width { lanes[lane] = .zero }
      }
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Counts rows by crossed slot and returns the slots that have some.
  private mutating func touch(_ range: Range<Int>, _ rows: GridRows) -> [Int32] {
    var touched: [Int32] = []
    let slots = rows.slots.span
    let width = layout.crossings.count
    for index in range.lowerBound * width..<range.upperBound * width {
      let slot = Int(slots[index])
      let count = rowsOfCrossed[slot]
      if count == 0 { touched.append(Int32(slot)) }
      rowsOfCrossed[slot] = count + 1
    }
    return touched
  }

  /// Adds the sums of a crossed slot to the slots to which it belongs, and clears it.
  private mutating func spread(_ slot: Int) {
    let count = rowsOfCrossed[slot]
    rowsOfCrossed[slot] = 0
    if slot < layout.crossedSlots {
      for target in layout.slotsOfCrossed[slot].map({ Int($0) }) where target >= 0 {
        if rowsOfSlot[target] == 0 { touched.append(Int32(target)) }
        rowsOfSlot[target] += count
        for block in 0..<layout.blocks {
          let from = layout.crossedCell(block, slot) * width
          let to = layout.cell(block, target) * width
          for lane in 0..<width { lanes[to + lane] += crossed[from + lane] }
        }
      }
    }
    for block in 0..<layout.blocks {
      let base = layout.crossedCell(block, slot) * width
      for lane in base..<base + width { crossed[lane] = .zero }
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
    let width = layout.crossings.count
    let first = layout.crossedCell(block, 0)
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
    let width = layout.crossings.count
    let first = layout.crossedCell(block, 0)
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
