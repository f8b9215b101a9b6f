/// Codes from 0 on, in the narrowest of three widths that holds them all.
package enum CodeStorage: Sendable, Hashable {
  case bytes([UInt8])
  case shorts([UInt16])
  case words([Int32])

  /// No codes.
  package init() { self = .bytes([]) }

  /// The number of codes.
  @inlinable package var count: Int {
    switch self {
    case .bytes(let codes): codes.count
    case .shorts(let codes): codes.count
    case .words(let codes): codes.count
    }
  }

  /// The code of one row.
  @inlinable package subscript(row: Int) -> Int {
    switch self {
    case .bytes(let codes): Int(codes[row])
    case .shorts(let codes): Int(codes[row])
    case .words(let codes): Int(codes[row])
    }
  }

  /// For each row the element of `table` at its code.
  @inlinable package func looked<Value>(upIn table: [Value]) -> [Value] {
    switch self {
    case .bytes(let codes): codes.map { table[Int($0)] }
    case .shorts(let codes): codes.map { table[Int($0)] }
    case .words(let codes): codes.map { table[Int($0)] }
    }
  }

  /// The codes as integers.
  @inlinable package var integers: [Int] {
    switch self {
    case .bytes(let codes): codes.map { Int($0) }
    case .shorts(let codes): codes.map { Int($0) }
    case .words(let codes): codes.map { Int($0) }
    }
  }

  /// The first row that has `code`.
  package func firstRow(of code: Int) -> Int? {
    switch self {
    case .bytes(let codes): codes.firstIndex { Int($0) == code }
    case .shorts(let codes): codes.firstIndex { Int($0) == code }
    case .words(let codes): codes.firstIndex { Int($0) == code }
    }
  }

  /// Appends a number of zeros; with room for `expected` codes, if that is more.
  mutating func appendZeros(_ count: Int, expected: Int = 0) {
    // The array leaves the enumeration while it grows, so that it is not copied.
    switch self {
    case .bytes(var array):
      self = .bytes([])
      Self.grow(&array, by: count, expected)
      self = .bytes(array)
    case .shorts(var array):
      self = .bytes([])
      Self.grow(&array, by: count, expected)
      self = .shorts(array)
    case .words(var array):
      self = .bytes([])
      Self.grow(&array, by: count, expected)
      self = .words(array)
    }
  }

  private static func grow<Code: FixedWidthInteger>(
    _ codes: inout [Code],
    by count: Int,
    _ expected: Int
  ) {
    let needed = codes.count + count
    if needed > codes.capacity {
      codes.reserveCapacity(max(needed, codes.count / 2 * 3, expected))
    }
    codes.append(contentsOf: repeatElement(0, count: count))
  }

  /// Puts a code, which is below `count` as all others are, at a place.
  mutating func put(_ code: Int32, at place: Int, below count: Int) {
    widen(toHold: count)
    switch self {
    case .bytes(var array):
      self = .bytes([])
      array[place] = UInt8(truncatingIfNeeded: code)
      self = .bytes(array)
    case .shorts(var array):
      self = .bytes([])
      array[place] = UInt16(truncatingIfNeeded: code)
      self = .shorts(array)
    case .words(var array):
      self = .bytes([])
      array[place] = code
      self = .words(array)
    }
  }

  private mutating func widen(toHold count: Int) {
    switch self {
    case .bytes(let codes) where count > 1 << 16: self = .words(codes.map { Int32($0) })
    case .bytes(let codes) where count > 255: self = .shorts(codes.map { UInt16($0) })
    case .shorts(let codes) where count > 1 << 16: self = .words(codes.map { Int32($0) })
    default: break
    }
  }
}
