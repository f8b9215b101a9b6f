/// Codes renumbered to 0..<count in the order in which they first appear.
struct DenseCodes {
  let codes: [Int32]
  let count: Int

  /// Everybody under one code.
  init(single rows: Int) {
    codes = [Int32](repeating: 0, count: rows)
    count = rows == 0 ? 0 : 1
  }

  /// Each row under its own code.
  init(each rows: Int) {
    codes = (0..<rows).map { Int32($0) }
    count = rows
  }

  /// Non-negative codes of any size.
  init(_ values: [Int]) { self.init(any: values) }

  /// Non-negative codes in whatever width.
  init(_ values: DesignCodes) {
    switch values {
    case .integers(let codes): self.init(any: codes)
    case .words(let codes): self.init(any: codes)
    case .bytes(let codes): self.init(any: codes)
    }
  }

  /// Codes from 0 to below `size`, which a table of that size numbers.
  init(_ values: [Int32], below size: Int) {
    (codes, count) = Self.byTable(values, size: size)
  }

  private init(any values: [some FixedWidthInteger]) {
    let largest = Self.largest(values)
    if largest / 4 <= values.count + 256 {
      (codes, count) = Self.byTable(values, size: largest + 1)
    } else {
      (codes, count) = Self.byHash(values)
    }
  }

  private static func largest<Code: FixedWidthInteger>(_ values: [Code]) -> Int {
    let values = values.span
    var largest: Code = 0
    for row in values.indices { largest = max(largest, values[row]) }
    return Int(largest)
  }

  /// The pairs that occur in two columns.
  init(_ first: DenseCodes, _ second: DenseCodes) {
    if first.count <= 1 || second.count <= 1 {
      let finer = first.count <= 1 ? second : first
      self.init(codes: finer.codes, count: finer.count)
      return
    }
    // Both counts are below 2³¹, so that the product fits.
    let width = second.count
    if first.count * width <= 1 << 16 {
      let (codes, count) = Self.byTable(
        first.codes,
        second.codes,
        width: width,
        size: first.count * width
      )
      self.init(codes: codes, count: count)
    } else {
      self.init(zip(first.codes, second.codes).map { Int($0) * width + Int($1) })
    }
  }

  private static func byTable(
    _ values: [some FixedWidthInteger],
    size: Int
  ) -> ([Int32], Int) {
    var table = [Int32](repeating: -1, count: size)
    var codes = [Int32](repeating: 0, count: values.count)
    let values = values.span
    var known = table.mutableSpan
    var numbers = codes.mutableSpan
    var next: Int32 = 0
    for row in values.indices {
      numbers[row] = number(of: Int(values[row]), &known, &next)
    }
    return (codes, Int(next))
  }

  /// The pairs of dense codes, `size` being the number of pairs that there can be.
  private static func byTable(
    _ first: [Int32],
    _ second: [Int32],
    width: Int,
    size: Int
  ) -> ([Int32], Int) {
    var table = [Int32](repeating: -1, count: size)
    var codes = [Int32](repeating: 0, count: min(first.count, second.count))
    let (first, second) = (first.span, second.span)
    var known = table.mutableSpan
    var numbers = codes.mutableSpan
    var next: Int32 = 0
    for row in numbers.indices {
      let pair = Int(first[row]) &* width &+ Int(second[row])
      numbers[row] = number(of: pair, &known, &next)
    }
    return (codes, Int(next))
  }

  /// The number of a value, given in the order in which values appear.
  @inline(__always)
  private static func number(
    of value: Int,
    _ known: inout MutableSpan<Int32>,
    _ next: inout Int32
  ) -> Int32 {
    let number = known[value]
    if number >= 0 { return number }
    known[value] = next
    next += 1
    return next - 1
  }

  private static func byHash(_ values: [some FixedWidthInteger]) -> ([Int32], Int) {
    var table: [Int: Int32] = [:]
    let codes = values.map { value in
      let next = Int32(table.count)
      if let known = table[Int(value)] { return known }
      table[Int(value)] = next
      return next
    }
    return (codes, table.count)
  }
}

/// Positions sorted by key, equal keys in their old order (counting sort).
func stableOrder(of keys: [Int32], count: Int) -> [Int32] {
  var next = [Int](repeating: 0, count: count + 1)
  for key in keys { next[Int(key) + 1] += 1 }
  for key in 0..<count { next[key + 1] += next[key] }
  var order = [Int32](repeating: 0, count: keys.count)
  var places = next.mutableSpan
  var positions = order.mutableSpan
  for (position, key) in keys.enumerated() {
    let place = places[Int(key)]
    positions[place] = Int32(truncatingIfNeeded: position)
    places[Int(key)] = place &+ 1
  }
  return order
}
