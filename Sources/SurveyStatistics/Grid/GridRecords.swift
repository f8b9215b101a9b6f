/// The rows of a stretch of the table, packed key by key.
///
/// A row is a few words: its weight, the crossed slot of each crossing, and for every sixteen
/// items a word whose lower half says who said yes and whose upper half who did not answer.
/// Rows of weight 0 count nowhere and are left out.
struct GridRecords: Sendable {
  /// Where the rows of each key begin; one more entry than there are keys.
  private(set) var starts: [Int32]
  /// Rows one after the other; there may be room behind the last.
  private(set) var words: [UInt32]
  let width: Int

  private static let batch = 512

  /// Packs the rows of a range.
  init(
    _ rows: Range<Int>,
    _ keys: GridKeys,
    _ layout: GridLayout,
    _ weights: GridWeights,
    _ source: GridSource
  ) {
    width = weights.words + layout.crossings.count + layout.sheets
    starts = [Int32](repeating: 0, count: keys.count + 1)
    for row in rows where weights.values[row] != 0 { starts[Int(keys.keyOfRow[row]) + 1] += 1 }
    for key in 0..<keys.count { starts[key + 1] += starts[key] }
    words = source.room.take(Int(starts[keys.count]) * width)
    var next = starts
    let tables = Self.tables(of: source.items)
    let slots = layout.crossings.map { Self.slots(of: $0, source.breakdowns) }
    var columns = [UInt32](repeating: 0, count: width * Self.batch)
    var first = rows.lowerBound
    while first < rows.upperBound {
      let batch = first..<min(first + Self.batch, rows.upperBound)
      Self.readWeights(batch, weights, into: &columns)
      for (index, crossing) in layout.crossings.enumerated() {
        let place = (weights.words + index) * Self.batch
        Self.readSlots(batch, crossing.first, slots[index], into: &columns, place)
      }
      for sheet in 0..<layout.sheets {
        let place = (weights.words + layout.crossings.count + sheet) * Self.batch
        Self.readAnswers(batch, sheet, tables, source.items, into: &columns, place)
      }
      place(batch, keys, weights, columns, &next)
      first = batch.upperBound
    }
  }

  /// Moves rows from columns to their places.
  private mutating func place(
    _ batch: Range<Int>,
    _ keys: GridKeys,
    _ weights: GridWeights,
    _ columns: [UInt32],
    _ next: inout [Int32]
  ) {
    let keyOfRow = keys.keyOfRow.span.extracting(batch)
    let weights = weights.values.span.extracting(batch)
    let columns = columns.span
    var next = next.mutableSpan
    let width = self.width
    var words = self.words.mutableSpan
    for index in keyOfRow.indices where weights[index] != 0 {
      let key = Int(keyOfRow[index])
      let position = next[key]
      next[key] = position &+ 1
      var target = Int(position) &* width
      var source = index
      for _ in 0..<width {
        words[target] = columns[source]
        target &+= 1
        source &+= Self.batch
      }
    }
  }

  private static func readWeights(
    _ batch: Range<Int>,
    _ weights: GridWeights,
    into columns: inout [UInt32]
  ) {
    let values = weights.values.span.extracting(batch)
    let scale = weights.scale
    var columns = columns.mutableSpan
    switch weights.form {
    case .narrow:
      for index in values.indices {
        columns[index] = UInt32(truncatingIfNeeded: GridWeights.whole(values[index], scale))
      }
    case .wide:
      for index in values.indices {
        let whole = GridWeights.whole(values[index], scale)
        columns[index] = UInt32(truncatingIfNeeded: whole)
        columns[index + Self.batch] = UInt32(truncatingIfNeeded: whole &>> 32)
      }
    case .real:
      for index in values.indices {
        let bits = values[index].bitPattern
        columns[index] = UInt32(truncatingIfNeeded: bits)
        columns[index + Self.batch] = UInt32(truncatingIfNeeded: bits &>> 32)
      }
    }
  }

  private static func readSlots(
    _ batch: Range<Int>,
    _ first: Int,
    _ members: [MemberSlots],
    into columns: inout [UInt32],
    _ place: Int
  ) {
    var columns = columns.mutableSpan
    for index in 0..<batch.count { columns[place &+ index] = UInt32(first) }
    for member in members {
      switch member {
      case .words(let column, let stride, let outside):
        let codes = column.span.extracting(batch)
        for index in codes.indices {
          let code = codes[index]
          columns[place &+ index] &+= stride &* (code < 0 ? outside : UInt32(bitPattern: code))
        }
      case .bytes(let column, let slots):
        let codes = column.span.extracting(batch)
        let slotOfCode = slots.span
        for index in codes.indices { columns[place &+ index] &+= slotOfCode[Int(codes[index])] }
      }
    }
  }

  /// What the groups of one breakdown add to the crossed slot.
  private enum MemberSlots {
    case words([Int32], stride: UInt32, outside: UInt32)
    /// For each byte what it adds.
    case bytes([UInt8], slots: [UInt32])
  }

  private static func slots(
    of crossing: GridLayout.Crossing,
    _ breakdowns: [Grouping]
  ) -> [MemberSlots] {
    crossing.members.map { member in
      let breakdown = breakdowns[member.breakdown]
      let (stride, outside) = (UInt32(member.stride), UInt32(breakdown.count))
      switch breakdown.codes.form {
      case .words(let codes):
        return .words(codes, stride: stride, outside: outside)
      case .bytes(let codes, let groups):
        let slots = groups.map { stride &* ($0 < 0 ? outside : UInt32(bitPattern: $0)) }
        return .bytes(codes, slots: slots)
      }
    }
  }

  private static func readAnswers(
    _ batch: Range<Int>,
    _ sheet: Int,
    _ tables: [[UInt32]],
    _ items: [ShareItem],
    into columns: inout [UInt32],
    _ place: Int
  ) {
    for index in place..<place + batch.count { columns[index] = 0 }
    let end = min(16 * sheet + 16, items.count)
    var item = 16 * sheet
    while item + 2 <= end {
      let codes = (items[item].codes, items[item + 1].codes)
      addTwo(codes, tables[item], tables[item + 1], batch, to: &columns, place)
      item += 2
    }
    while item < end {
      let column = items[item].codes
      let codes = column.span.extracting(batch)
      let table = tables[item]
      for index in codes.indices { columns[place &+ index] |= table[Int(codes[index])] }
      item += 1
    }
  }

  private static func addTwo(
    _ codes: ([UInt8], [UInt8]),
    _ firstBits: [UInt32],
    _ secondBits: [UInt32],
    _ batch: Range<Int>,
    to columns: inout [UInt32],
    _ place: Int
  ) {
    let (firstCodes, secondCodes) = codes
    let (first, second) = (firstCodes.span.extracting(batch), secondCodes.span.extracting(batch))
    let (firstBits, secondBits) = (firstBits.span, secondBits.span)
    var columns = columns.mutableSpan
    for index in first.indices {
      columns[place &+ index] |= firstBits[Int(first[index])] | secondBits[Int(second[index])]
    }
  }

  /// For each item and code the bit in the word of sixteen items.
  private static func tables(of items: [ShareItem]) -> [[UInt32]] {
    items.enumerated().map { index, item in
      item.states.map { state in
        switch state {
        case .yes: 1 << UInt32(index % 16)
        case .missing: 1 << UInt32(16 + index % 16)
        case .no: 0
        }
      }
    }
  }
}
