/// Sums over units of the weights that said yes and no, times a number for each column.
struct CrossSums: Sendable {
  let columns: Int
  private let layout: GridLayout
  /// Yes and no of each column, for each cell.
  private(set) var lanes: [Lanes]

  init(columns: Int, layout: GridLayout) {
    self.columns = columns
    self.layout = layout
    lanes = [Lanes](repeating: .zero, count: layout.cells * columns * 2)
  }

  /// Adds a unit, with its number for each column.
  mutating func add(_ sums: SlotSums, times factors: ArraySlice<Double>) {
    for (slot, source) in sums.touched {
      for block in 0..<layout.blocks {
        let place = 2 * layout.cell(block, Int(slot)) * columns
        let from = 2 * layout.cell(block, Int(source))
        Self.add(sums.lanes[from], sums.lanes[from + 1], factors, to: &lanes, place)
      }
    }
  }

  private static func add(
    _ yes: Lanes,
    _ no: Lanes,
    _ factors: ArraySlice<Double>,
    to lanes: inout [Lanes],
    _ first: Int
  ) {
    let factors = factors.span
    var lanes = lanes.mutableSpan
    for column in factors.indices {
      let place = first + 2 * column
      lanes[place] += yes * factors[column]
      lanes[place + 1] += no * factors[column]
    }
  }

  /// Adds the same to some columns only.
  mutating func add(_ sums: SlotSums, to chosen: [Int]) {
    for (slot, source) in sums.touched {
      for block in 0..<layout.blocks {
        let cell = layout.cell(block, Int(slot))
        let from = 2 * layout.cell(block, Int(source))
        for column in chosen {
          let place = 2 * (cell * columns + column)
          lanes[place] += sums.lanes[from]
          lanes[place + 1] += sums.lanes[from + 1]
        }
      }
    }
  }

  /// Adds other sums, of weights that were multiplied by `scale`.
  mutating func merge(_ other: CrossSums, dividedBy scale: Double = 1) {
    for index in lanes.indices { lanes[index] += other.lanes[index] / scale }
  }

  /// The same for sums of weights, exactly 0 when it is 0 but for rounding.
  func difference(_ cell: Int, _ lane: Int, yes: Double, no: Double) -> [Double] {
    (0..<columns).map { column in
      let place = 2 * (cell * columns + column)
      let (a, b) = (yes * lanes[place][lane], no * lanes[place + 1][lane])
      return (a - b).magnitude > 1e-13 * (a.magnitude + b.magnitude) ? a - b : 0
    }
  }

  /// For each column: its sum for yes times `yes`, less its sum for no times `no`.
  func combination(_ cell: Int, _ lane: Int, yes: Double, no: Double) -> [Double] {
    (0..<columns).map { column in
      let place = 2 * (cell * columns + column)
      return yes * lanes[place][lane] - no * lanes[place + 1][lane]
    }
  }
}
