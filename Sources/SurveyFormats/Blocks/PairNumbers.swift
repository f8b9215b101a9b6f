/// Numbers pairs of numbers in the order in which they are met; open addressed, half full at most.
struct PairNumbers {
  private var keys: [UInt64] = Array(repeating: .max, count: 64)
  private var numbers: [Int32] = Array(repeating: -1, count: 64)
  private(set) var count: Int32 = 0

  /// The number of the pair, -1 when it was not met before.
  @inline(__always)
  func number(of first: Int32, _ second: Int32) -> Int32 {
    let key = Self.key(first, second)
    let mask = keys.count &- 1
    var slot = Self.slot(key) & mask
    while true {
      if keys[slot] == key { return numbers[slot] }
      if keys[slot] == .max { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Gives a new pair its number.
  mutating func add(_ first: Int32, _ second: Int32) -> Int32 {
    if Int(count) * 2 >= keys.count { grow() }
    place(Self.key(first, second), count)
    count += 1
    return count - 1
  }

  private mutating func place(_ key: UInt64, _ number: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(key) & mask
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    numbers[slot] = number
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = Array(repeating: .max, count: old.0.count * 2)
    numbers = Array(repeating: -1, count: old.0.count * 2)
    for (key, number) in zip(old.0, old.1) where key != .max { place(key, number) }
  }

  /// Numbers are not negative, so that no key consists of ones only.
  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: (product.high ^ product.low) & 0x7fff_ffff)
  }
}
