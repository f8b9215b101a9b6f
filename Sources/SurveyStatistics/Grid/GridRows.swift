/// By what rows are brought together: the units of a design, or cells of its calibration.
struct GridKeys: Sendable {
  let keyOfRow: [Int32]
  /// What is added up for each row.
  let weights: [Double]
}

/// Rows packed in the order in which they are added up.
struct GridRows {
  /// The keys of the rows, neighbouring numbers.
  let keys: Range<Int>
  /// Where the rows of each key begin; one more entry than there are keys.
  private(set) var starts: [Int]
  /// Four answers a byte: all rows of the first block, then all rows of the next.
  private(set) var answers: [UInt8]
  /// The crossed slots of each row, one for each crossing.
  private(set) var slots: [Int32]
  private(set) var weights: [Double]
  /// Missing answers by crossed cell.
  private(set) var missing: [SIMD4<Int32>]

  var count: Int { weights.count }

  /// Packs rows, all of whose keys are in a range; rows of weight 0 are in no slot.
  init(_ rows: [Int32], _ keys: Range<Int>, by grid: GridKeys, of source: GridSource) {
    self.keys = keys
    var starts = [Int](repeating: 0, count: keys.count + 1)
    for row in rows { starts[Int(grid.keyOfRow[Int(row)]) - keys.lowerBound + 1] += 1 }
    for key in 0..<keys.count { starts[key + 1] += starts[key] }
    self.starts = starts
    let layout = source.layout
    answers = [UInt8](repeating: 0, count: rows.count * layout.blocks)
    slots = [Int32](repeating: 0, count: rows.count * layout.crossings.count)
    weights = [Double](repeating: 0, count: rows.count)
    missing = [SIMD4<Int32>](repeating: .zero, count: layout.crossedCells)
    fill(rows, grid, source)
  }

  /// Packs some thousand rows at a time, so that their columns are still near when they are
  /// turned into rows.
  private mutating func fill(_ rows: [Int32], _ grid: GridKeys, _ source: GridSource) {
    let tables = AnswerTables()
    var next = starts
    var batch = GridBatch(capacity: 4096, layout: source.layout)
    var first = 0
    while first < rows.count {
      let end = min(first + 4096, rows.count)
      batch.rows = Array(rows[first..<end])
      place(grid, &next, &batch)
      batch.readSlots(source)
      copySlots(batch, width: source.layout.crossings.count)
      for block in 0..<source.layout.blocks {
        batch.readAnswers(block, source)
        copyAnswers(batch, block)
        batch.countMissing(block, tables, source.layout, into: &missing)
      }
      first = end
    }
  }

  /// Finds the places of the next rows.
  private mutating func place(
    _ grid: GridKeys,
    _ next: inout [Int],
    _ batch: inout GridBatch
  ) {
    let (keyOfRow, weight) = (grid.keyOfRow.span, grid.weights.span)
    batch.positions.removeAll(keepingCapacity: true)
    for row in batch.rows {
      let key = Int(keyOfRow[Int(row)]) - keys.lowerBound
      let position = next[key]
      next[key] = position + 1
      weights[position] = weight[Int(row)]
      batch.positions.append(Int32(position))
    }
  }

  private mutating func copySlots(_ batch: GridBatch, width: Int) {
    let (from, positions) = (batch.slots.span, batch.positions.span)
    var to = slots.mutableSpan
    for index in positions.indices {
      let (source, target) = (index * width, Int(positions[index]) * width)
      for breakdown in 0..<width { to[target + breakdown] = from[source + breakdown] }
    }
  }

  private mutating func copyAnswers(_ batch: GridBatch, _ block: Int) {
    let base = block * count
    let (from, positions) = (batch.answers.span, batch.positions.span)
    var to = answers.mutableSpan
    for index in positions.indices { to[base + Int(positions[index])] = from[index] }
  }
}
