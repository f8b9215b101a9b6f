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
    for slot in sums.touched.map({ Int($0) }) {
      for block in 0..<layout.blocks {
        let cell = layout.cell(block, slot)
        let place = 2 * cell * columns
        Self.add(sums.lanes[2 * cell], sums.lanes[2 * cell + 1], factors, to: &lanes, place)
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
    for slot in sums.touched.map({ Int($0) }) {
      for block in 0..<layout.blocks {
        let cell = layout.cell(block, slot)
        for column in chosen {
          let place = 2 * (cell * columns + column)
          lanes[place] += sums.lanes[2 * cell]
          lanes[place + 1] += sums.lanes[2 * cell + 1]
        }
      }
    }
  }

  mutating func merge(_ other: CrossSums) {
    for index in lanes.indices { lanes[index] += other.lanes[index] }
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
