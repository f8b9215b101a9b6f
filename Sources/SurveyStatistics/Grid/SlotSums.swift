/// The weights that said yes and no in one key, by slot (or, with squares, in many units of
/// one row each).
struct SlotSums {
  let layout: GridLayout
  /// The lanes of a cell: yes and no, and perhaps their sums of squares.
  let width: Int
  private(set) var lanes: [Lanes]
  /// The slots that have rows, and where their sums are: their own slot, or that of all rows.
  private(set) var touched: [(slot: Int32, source: Int32)] = []
  /// Where there are sums.
  private(set) var sources: [Int32] = []
  private(set) var rowsOfSource: [Int32]

  init(layout: GridLayout, withSquares: Bool) {
    self.layout = layout
    width = withSquares ? 4 : 2
    lanes = [Lanes](repeating: .zero, count: (layout.slots + 1) * layout.blocks * width)
    rowsOfSource = [Int32](repeating: 0, count: layout.slots + 1)
  }

  @inline(__always)
  mutating func add(yes: Lanes, no: Lanes, to cell: Int) {
    lanes[cell * width] += yes
    lanes[cell * width + 1] += no
  }

  @inline(__always)
  mutating func add(squares: Lanes, _ noSquares: Lanes, to cell: Int) {
    lanes[cell * width + 2] += squares
    lanes[cell * width + 3] += noSquares
  }

  /// Counts rows of a slot.
  mutating func add(rows: Int32, to source: Int) {
    if rowsOfSource[source] == 0 { sources.append(Int32(truncatingIfNeeded: source)) }
    rowsOfSource[source] += rows
  }

  /// Says that all rows of the key have been added.
  mutating func close(_ key: Int) {
    for source in sources where source < layout.slots { touched.append((source, source)) }
    guard rowsOfSource[layout.slots] > 0 else { return }
    for groups in layout.constantSlots where groups[key] >= 0 {
      touched.append((groups[key], Int32(layout.slots)))
    }
  }

  /// Clears everything.
  mutating func clear() {
    for source in sources.map({ Int($0) }) {
      rowsOfSource[source] = 0
      let first = source * layout.blocks * width
      for lane in first..<first + layout.blocks * width { lanes[lane] = .zero }
    }
    sources.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
  }
}
