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

/// Weights by unit and byte; where each row is a unit, by stratum, with squares and rows as well.
struct CellTally {
  let units: Int
  let weights: WeightTally
  private let squares: WeightTally?
  private let rows: WeightTally?

  /// Adds up by unit, or by `cells` with `count` for each unit.
  init(
    _ codes: [UInt8],
    width: Int,
    cells: [Int32]? = nil,
    count: Int = 1,
    design: SampleDesign
  ) {
    let elements = design.elementStrata
    let units = elements?.count ?? design.stages.last?.unitCount ?? 0
    self.units = units
    func tally(_ weights: [Double]) -> WeightTally {
      WeightTally(
        keys: cells ?? elements?.ofRow ?? design.unitOfRow,
        count: units * count,
        codes: codes,
        width: width,
        weights: weights
      )
    }
    weights = tally(design.weights)
    squares = elements.map { _ in tally(design.weights.map { $0 * $0 }) }
    rows = elements.map { _ in tally(design.weights.map { $0 == 0 ? 0 : 1 }) }
  }

  /// Σw, Σwd and Σwd² of a cell over some codes with their distances d.
  func sums(_ cell: Int, _ codes: [Int], _ distances: [Double]) -> SIMD4<Double> {
    var sums = Self.sums(weights.weights(of: cell), codes, distances)
    // How many of the rows are in a unit is not asked.
    sums.w = sums.x > 0 ? 1 : 0
    return sums
  }

  /// The same with squared weights, and the rows; nil where rows share units.
  func squares(_ cell: Int, _ codes: [Int], _ distances: [Double]) -> SIMD4<Double>? {
    guard let squares, let rows else { return nil }
    var sums = Self.sums(squares.weights(of: cell), codes, distances)
    sums.w = Self.sums(rows.weights(of: cell), codes, distances).x
    return sums
  }

  private static func sums(
    _ weights: ArraySlice<Double>,
    _ codes: [Int],
    _ distances: [Double]
  ) -> SIMD4<Double> {
    var sums = SIMD4<Double>.zero
    for (code, distance) in zip(codes, distances) {
      let weight = weights[weights.startIndex + code]
      sums += SIMD4(weight, weight * distance, weight * distance * distance, 0)
    }
    return sums
  }
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
    guard calibration == nil, let units = elementStrata?.count ?? stages.last?.unitCount else {
      return false
    }
    let (cells, overflow) = units.multipliedReportingOverflow(by: width)
    return !overflow && cells <= max(rows / 2, 4096)
  }
}
