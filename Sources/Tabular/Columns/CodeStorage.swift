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

  /// Appends `codes`, all of which are below `count` as the codes before are.
  mutating func append(_ codes: Span<Int32>, below count: Int) {
    widen(toHold: count)
    // The array leaves the enumeration while it grows, so that it is not copied.
    switch self {
    case .bytes(var array):
      self = .bytes([])
      Self.append(codes, to: &array)
      self = .bytes(array)
    case .shorts(var array):
      self = .bytes([])
      Self.append(codes, to: &array)
      self = .shorts(array)
    case .words(var array):
      self = .bytes([])
      Self.append(codes, to: &array)
      self = .words(array)
    }
  }

  private static func append<Code: FixedWidthInteger>(
    _ codes: Span<Int32>,
    to array: inout [Code]
  ) {
    let needed = array.count + codes.count
    if needed > array.capacity { array.reserveCapacity(max(needed, array.count / 2 * 3)) }
    let first = array.count
    array.append(contentsOf: repeatElement(0, count: codes.count))
    var places = array.mutableSpan
    for row in codes.indices { places[first &+ row] = Code(truncatingIfNeeded: codes[row]) }
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
