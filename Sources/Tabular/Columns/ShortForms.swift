/// The codes of cells of two to eight bytes.
struct ShortForms {
  /// A cell and its code; the key 0 is a free place.
  struct Entry {
    var key: UInt64 = 0
    var code: Int32 = -1
  }

  private var table = Array(repeating: Entry(), count: 16)
  private var count = 0

  @inline(__always)
  func code(of key: UInt64) -> Int32 {
    table.withUnsafeBufferPointer { Self.code(of: key, in: $0) }
  }

  /// The code of `key` in a table that is lent by ``withTable(_:)``.
  @inline(__always)
  static func code(of key: UInt64, in table: UnsafeBufferPointer<Entry>) -> Int32 {
    let mask = table.count &- 1
    var slot = Int(truncatingIfNeeded: RawCell.mixed(key)) & mask
    while true {
      let other = table[slot]
      if other.key == key { return other.code }
      if other.key == 0 { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Lends the table for many questions.
  @inline(__always)
  func withTable<Value>(_ body: (UnsafeBufferPointer<Entry>) -> Value) -> Value {
    table.withUnsafeBufferPointer(body)
  }

  mutating func insert(_ key: UInt64, _ code: Int32) {
    if (count + 1) * 2 > table.count { grow() }
    place(key, code)
    count += 1
  }

  private mutating func place(_ key: UInt64, _ code: Int32) {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: RawCell.mixed(key)) & mask
    while table[slot].key != 0 { slot = (slot + 1) & mask }
    table[slot] = Entry(key: key, code: code)
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: Entry(), count: old.count * 2)
    for entry in old where entry.key != 0 { place(entry.key, entry.code) }
  }
}
