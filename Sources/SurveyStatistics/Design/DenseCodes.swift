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
  init(_ values: [Int]) {
    let largest = values.max() ?? 0
    if largest / 4 <= values.count + 256 {
      (codes, count) = Self.byTable(values, size: largest + 1)
    } else {
      (codes, count) = Self.byHash(values)
    }
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
    self.init(zip(first.codes, second.codes).map { Int($0) * width + Int($1) })
  }

  private static func byTable(_ values: [Int], size: Int) -> ([Int32], Int) {
    var table = [Int32](repeating: -1, count: size)
    var codes = [Int32](repeating: 0, count: values.count)
    var next: Int32 = 0
    var known = table.mutableSpan
    var numbers = codes.mutableSpan
    for (row, value) in values.enumerated() {
      var number = known[value]
      if number < 0 {
        number = next
        known[value] = next
        next += 1
      }
      numbers[row] = number
    }
    return (codes, Int(next))
  }

  private static func byHash(_ values: [Int]) -> ([Int32], Int) {
    var table: [Int: Int32] = [:]
    let codes = values.map { value in
      let next = Int32(table.count)
      if let known = table[value] { return known }
      table[value] = next
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
