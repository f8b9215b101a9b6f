/// The rows of some neighbouring units, packed in the order in which they are added up.
struct GridRows {
  /// The units, by their numbers in the design.
  let units: Range<Int>
  /// Where the rows of each unit begin; one more entry than there are units.
  private(set) var starts: [Int]
  /// Four answers a byte: all rows of the first block, then all rows of the next.
  private(set) var answers: [UInt8]
  /// The slots of each row, one for each breakdown.
  private(set) var slots: [Int32]
  private(set) var weights: [Double]
  /// Missing answers by cell.
  private(set) var missing: [SIMD4<Int32>]

  var count: Int { weights.count }

  /// Packs the rows of a part; rows of weight 0 are in no slot.
  init(_ part: GridPart, of source: GridSource) {
    units = part.units
    let origin = source.startOfUnit[units.lowerBound]
    starts = source.startOfUnit[units.lowerBound...units.upperBound].map { $0 - origin }
    let total = starts[units.count]
    let layout = source.layout
    answers = [UInt8](repeating: 0, count: total * layout.blocks)
    slots = [Int32](repeating: 0, count: total * layout.breakdowns)
    weights = [Double](repeating: 0, count: total)
    missing = [SIMD4<Int32>](repeating: .zero, count: layout.cells)
    fill(part.rows, source)
  }

  /// Packs some thousand rows at a time, so that their columns are still near when they are
  /// turned into rows.
  private mutating func fill(_ rows: [Int32], _ source: GridSource) {
    let tables = AnswerTables()
    var next = starts
    var batch = GridBatch(capacity: 4096, layout: source.layout)
    var first = 0
    while first < rows.count {
      let end = min(first + 4096, rows.count)
      batch.rows = Array(rows[first..<end])
      place(source.design, &next, &batch)
      batch.readSlots(source)
      copySlots(batch, width: source.layout.breakdowns)
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
    _ design: SampleDesign,
    _ next: inout [Int],
    _ batch: inout GridBatch
  ) {
    let (unitOfRow, weight) = (design.unitOfRow.span, design.weights.span)
    batch.positions.removeAll(keepingCapacity: true)
    for row in batch.rows {
      let unit = Int(unitOfRow[Int(row)]) - units.lowerBound
      let position = next[unit]
      next[unit] = position + 1
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
