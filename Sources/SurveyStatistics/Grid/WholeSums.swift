/// Sums of whole weights by crossed slot, for the rows of one key.
///
/// Added are the weights that said yes, and of the few that did not answer; those that said
/// no are what is left of the weights of all.
struct WholeSums<Part: WeightLanes> {
  private let layout: GridLayout
  private let weightWords: Int
  /// For each crossed slot and sheet: four blocks that said yes, four that did not answer.
  private var crossed: [SheetSum<Part>]
  private var missing: [Part]
  /// The same by slot, while they are put together.
  private var slots: [SheetSum<Part>]
  private var slotMissing: [Part]
  private let masks: [Part]

  init(layout: GridLayout, weights: GridWeights) {
    self.layout = layout
    weightWords = weights.words
    crossed = Array(repeating: SheetSum(), count: layout.crossedSlots * layout.sheets)
    missing = Array(repeating: .zero, count: layout.crossedSlots * layout.sheets * 4)
    slots = Array(repeating: SheetSum(), count: (layout.slots + 1) * layout.sheets)
    slotMissing = Array(repeating: .zero, count: (layout.slots + 1) * layout.sheets * 4)
    masks = Part.masks
  }

  /// Adds packed rows of one key, whose sums stay in their bounds.
  mutating func add(
    _ range: Range<Int>,
    of records: GridRecords,
    _ counts: inout MissingCounts
  ) {
    let columns = weightWords..<weightWords + layout.crossings.count
    for sheet in 0..<layout.sheets {
      addYes(range, records, columns, sheet)
      let found = counts.find(range, records, word: columns.upperBound + sheet)
      counts.add(found, records, slots: columns, sheet)
      addMissing(counts.places[..<found], records, columns, sheet)
    }
  }

  @inline(__always)
  private static func weight(_ words: Span<UInt32>, _ place: Int, _ count: Int) -> Part {
    let low = UInt64(words[place])
    return Part(repeating: count == 1 ? low : low | UInt64(words[place &+ 1]) &<< 32)
  }

  private mutating func addYes(
    _ range: Range<Int>,
    _ records: GridRecords,
    _ columns: Range<Int>,
    _ sheet: Int
  ) {
    let words = records.words.span
    let (width, sheets) = (records.width, layout.sheets)
    let (weightWords, answers) = (columns.lowerBound, columns.upperBound &+ sheet)
    let masks = self.masks
    let maskOf = masks.span
    var sums = crossed.mutableSpan
    var place = range.lowerBound &* width
    for _ in range {
      let weight = Self.weight(words, place, weightWords)
      let bits = Int(words[place &+ answers])
      let a = weight.masked(by: maskOf[bits & 15])
      let b = weight.masked(by: maskOf[bits &>> 4 & 15])
      let c = weight.masked(by: maskOf[bits &>> 8 & 15])
      let d = weight.masked(by: maskOf[bits &>> 12 & 15])
      for slotPlace in place &+ weightWords..<place &+ columns.upperBound {
        let slot = Int(words[slotPlace]) &* sheets &+ sheet
        sums[slot].a.add(a)
        sums[slot].b.add(b)
        sums[slot].c.add(c)
        sums[slot].d.add(d)
      }
      place &+= width
    }
  }

  private mutating func addMissing(
    _ places: ArraySlice<Int>,
    _ records: GridRecords,
    _ columns: Range<Int>,
    _ sheet: Int
  ) {
    let words = records.words.span
    let stride = 4 &* layout.sheets
    let masks = self.masks
    let maskOf = masks.span
    let places = places.span
    var sums = missing.mutableSpan
    for index in places.indices {
      let place = places[index]
      let weight = Self.weight(words, place, columns.lowerBound)
      var bits = Int(words[place &+ columns.upperBound &+ sheet] &>> 16)
      while bits != 0 {
        let quarter = bits.trailingZeroBitCount &>> 2
        let absent = weight.masked(by: maskOf[bits &>> (4 &* quarter) & 15])
        bits &= ~(15 &<< (4 &* quarter))
        for slotPlace in place &+ columns.lowerBound..<place &+ columns.upperBound {
          sums[Int(words[slotPlace]) &* stride &+ 4 &* sheet &+ quarter].add(absent)
        }
      }
    }
  }

  /// Puts the sums of each slot together, adds them to `sums` and clears them.
  mutating func flush(_ touched: [Int32], _ weights: [UInt64], into sums: inout SlotSums) {
    for slot in touched.map({ Int($0) }) {
      Self.spread(slot, layout, width: layout.sheets, &crossed, &slots)
      Self.spread(slot, layout, width: 4 * layout.sheets, &missing, &slotMissing)
    }
    for slot in sums.sources.map({ Int($0) }) {
      finish(slot, Part(repeating: weights[slot]), &sums)
    }
  }

  private mutating func finish(_ slot: Int, _ all: Part, _ sums: inout SlotSums) {
    let blocks = layout.blocks
    for block in 0..<blocks {
      let yes = slots[slot * layout.sheets + block / 4][block % 4]
      let absent = 4 * slot * layout.sheets + block
      var no = all
      no.subtract(yes)
      no.subtract(slotMissing[absent])
      slotMissing[absent] = .zero
      if block == blocks - 1 {
        // The items that there are.
        no = no.masked(by: masks[(1 << (layout.items - 4 * block)) - 1])
      }
      sums.add(yes: yes.numbers, no: no.numbers, to: slot * blocks + block)
    }
    for sheet in 0..<layout.sheets { slots[slot * layout.sheets + sheet] = SheetSum() }
  }

  /// Adds the sums of a crossed slot to the slots to which it belongs, and clears it.
  @inline(__always)
  private static func spread<Sum: GridSum>(
    _ slot: Int,
    _ layout: GridLayout,
    width: Int,
    _ crossed: inout [Sum],
    _ slots: inout [Sum]
  ) {
    var from = crossed.mutableSpan
    var to = slots.mutableSpan
    for index in layout.targets(of: slot) {
      let shift = layout.target(index) * width
      for place in 0..<width { to[shift &+ place].add(from[slot &* width &+ place]) }
    }
    for place in slot * width..<(slot + 1) * width { from[place] = .zero }
  }
}

/// Sixteen sums of whole weights.
struct SheetSum<Part: WeightLanes>: GridSum {
  var a = Part.zero
  var b = Part.zero
  var c = Part.zero
  var d = Part.zero

  static var zero: SheetSum { SheetSum() }

  @inline(__always)
  mutating func add(_ other: SheetSum) {
    a.add(other.a)
    b.add(other.b)
    c.add(other.c)
    d.add(other.d)
  }

  /// One of the four blocks.
  subscript(block: Int) -> Part {
    switch block {
    case 0: a
    case 1: b
    case 2: c
    default: d
    }
  }
}
