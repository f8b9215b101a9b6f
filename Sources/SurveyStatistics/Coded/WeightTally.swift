/// Weights added up by two codes: a unit or group, and a byte.
struct WeightTally {
  /// The number of bytes that are told apart.
  let width: Int
  /// Σw for each key, byte after byte.
  private(set) var weights: [Double]

  /// Adds up the weights of all rows with a key of 0 or more; no keys are one key of all rows.
  init(keys: [Int32], count: Int, codes: [UInt8], width: Int, weights: [Double]) {
    self.width = width
    var sums = [Double](repeating: 0, count: count * width)
    Self.add(keys, codes, weights, width, to: &sums)
    self.weights = sums
  }

  private static func add(
    _ keys: [Int32],
    _ codes: [UInt8],
    _ weights: [Double],
    _ width: Int,
    to sums: inout [Double]
  ) {
    let (keys, codes, weights) = (keys.span, codes.span, weights.span)
    var sums = sums.mutableSpan
    guard !keys.isEmpty else {
      for row in codes.indices { sums[Int(codes[row])] += weights[row] }
      return
    }
    for row in codes.indices {
      let key = Int(keys[row])
      guard key >= 0 else { continue }
      sums[key &* width &+ Int(codes[row])] += weights[row]
    }
  }

  /// Σw by byte of one key.
  func weights(of key: Int) -> ArraySlice<Double> { weights[key * width..<(key + 1) * width] }
}

extension SampleDesign {
  /// How many rows with a weight have each byte.
  func rowCounts(of codes: [UInt8], width: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: width)
    let (codes, weights) = (codes.span, weights.span)
    for row in codes.indices where weights[row] != 0 { counts[Int(codes[row])] += 1 }
    return counts
  }

  /// Whether sums by unit and `width` codes are few beside the rows, and weights are as given.
  func canTally(width: Int) -> Bool {
    guard calibration == nil, let units = stages.last?.unitCount else { return false }
    let (cells, overflow) = units.multipliedReportingOverflow(by: width)
    return !overflow && cells <= max(rows / 2, 4096)
  }
}
