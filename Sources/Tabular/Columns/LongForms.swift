/// The codes of cells of more than eight bytes.
struct LongForms {
  private struct Form {
    let hash: UInt64
    let offset: Int
    let length: Int
    let code: Int32
  }

  private var forms: [Form] = []
  /// The place in ``forms`` plus 1; 0 is a free slot.
  private var slots: [Int32] = Array(repeating: 0, count: 16)
  private var arena: [UInt8] = []

  func code(of bytes: RawSpan, _ range: Range<Int>) -> Int32 {
    let hash = Self.hash(of: bytes, range)
    let mask = slots.count &- 1
    let arena = self.arena.span.bytes
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = Int(slots[slot])
      if number == 0 { return -1 }
      let form = forms[number &- 1]
      if form.hash == hash, form.length == range.count,
        Self.isEqual(bytes, range.lowerBound, arena, form.offset, count: range.count)
      {
        return form.code
      }
      slot = (slot &+ 1) & mask
    }
  }

  mutating func insert(_ cell: Span<UInt8>, _ code: Int32) {
    let hash = Self.hash(of: cell.bytes, 0..<cell.count)
    forms.append(Form(hash: hash, offset: arena.count, length: cell.count, code: code))
    for offset in cell.indices { arena.append(cell[offset]) }
    if forms.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in forms.indices { place(number) }
    } else {
      place(forms.count - 1)
    }
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: forms[number].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: number + 1)
  }

  /// Words from the start, then the last eight bytes, which may overlap.
  @inline(__always)
  private static func hash(of bytes: RawSpan, _ range: Range<Int>) -> UInt64 {
    let length = UInt64(truncatingIfNeeded: range.count)
    let last = range.upperBound &- ByteWord.length
    let first = RawCell.mixed(ByteWord(bytes, at: range.lowerBound).bits ^ length &<< 56)
    var hash = first &+ RawCell.mixed(ByteWord(bytes, at: last).bits &+ length)
    var at = range.lowerBound &+ ByteWord.length
    while at < last {
      hash = RawCell.mixed(hash ^ ByteWord(bytes, at: at).bits)
      at &+= ByteWord.length
    }
    return hash
  }

  private static func isEqual(
    _ one: RawSpan,
    _ start: Int,
    _ other: RawSpan,
    _ offset: Int,
    count: Int
  ) -> Bool {
    let last = count &- ByteWord.length
    var at = 0
    while at < last {
      if ByteWord(one, at: start &+ at).bits != ByteWord(other, at: offset &+ at).bits {
        return false
      }
      at &+= ByteWord.length
    }
    return ByteWord(one, at: start &+ last).bits == ByteWord(other, at: offset &+ last).bits
  }
}
