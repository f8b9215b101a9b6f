extension CodedItems {
  /// Each row's mean over the items that it answered; NaN where it answered none.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - values: For each item the number of each of the 256 codes; NaN for a missing answer.
  /// - Returns: A mean for each row.
  package func rowMeans(of items: [Int], values: [[Double]]) -> [Double] {
    var sums = [Double](repeating: 0, count: rows)
    var counts = [Double](repeating: 0, count: rows)
    for pack in packs {
      let own = items.filter { pack.items.contains($0) }
      guard !own.isEmpty else { continue }
      var sum = [Double](repeating: 0, count: 256)
      var count = sum
      for item in own {
        for (code, number) in pack.values(of: item, values[item]).enumerated() where !number.isNaN {
          sum[code] += number
          count[code] += 1
        }
      }
      Self.add(pack.codes, sum, to: &sums)
      Self.add(pack.codes, count, to: &counts)
    }
    // 0/0 is NaN.
    for row in sums.indices { sums[row] /= counts[row] }
    return sums
  }

  private static func add(_ codes: [UInt8], _ table: [Double], to sums: inout [Double]) {
    let (codes, table) = (codes.span, table.span)
    var sums = sums.mutableSpan
    for row in codes.indices { sums[row] += table[Int(codes[row])] }
  }
}
