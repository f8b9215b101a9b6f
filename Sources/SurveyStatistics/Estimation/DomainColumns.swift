/// Σ m w x and Σ m w x (y - centre) for each calibration column of each group.
///
/// Only pairs of group and column that occur take room when there are very many, as with
/// figures for each commune after post-stratification by commune.
struct DomainColumns {
  private let columnCount: Int
  /// The place of each pair, or empty when pair k is at place k.
  private var places: [Int: Int] = [:]
  private let isSparse: Bool
  private var sums: [PairSums]
  /// Places of each group with their columns, when pairs are sparse.
  private var placesOfGroup: [[(column: Int, place: Int)]] = []

  init(
    _ values: [Double],
    _ codes: [Int32],
    _ groups: Int,
    _ centre: Double,
    _ calibration: Calibration,
    _ weights: [Double],
    denseLimit: Int = 1 << 22
  ) {
    columnCount = calibration.columnCount
    let (pairs, overflow) = groups.multipliedReportingOverflow(by: columnCount)
    isSparse = overflow || pairs > denseLimit
    sums = Array(repeating: PairSums(), count: isSparse ? 0 : pairs)
    if isSparse { placesOfGroup = Array(repeating: [], count: groups) }
    for block in calibration.blocks {
      for (row, weight) in weights.enumerated() where weight != 0 {
        let group = codes.isEmpty ? 0 : Int(codes[row])
        let value = values[row] - centre
        guard group >= 0, !value.isNaN else { continue }
        let factor = block.multiplier[row] * weight
        block.columns.forEach(in: row) { column, x in
          let place = place(of: group, block.firstColumn + column)
          sums[place].add(factor * x, value)
        }
      }
    }
  }

  private mutating func place(of group: Int, _ column: Int) -> Int {
    let pair = group &* columnCount &+ column
    guard isSparse else { return pair }
    if let place = places[pair] { return place }
    let place = sums.count
    places[pair] = place
    placesOfGroup[group].append((column, place))
    sums.append(PairSums())
    return place
  }

  /// u = Σ m x z of each calibration column, for z = w (y - centre - mean)/size.
  func sums(of group: Int, mean: Double, size: Double) -> [Double] {
    func sum(_ place: Int) -> Double { sums[place].sum(mean: mean) / size }
    guard isSparse else {
      return (0..<columnCount).map { sum(group * columnCount + $0) }
    }
    var result = [Double](repeating: 0, count: columnCount)
    for (column, place) in placesOfGroup[group] { result[column] = sum(place) }
    return result
  }
}

/// Σ m w x and Σ m w x (y - centre) of one calibration column in one group.
private struct PairSums {
  private var weight = CompensatedSum()
  private var product = CompensatedSum()
  /// Σ |m w x (y - centre)|, against which rounding is judged.
  private var magnitude = 0.0

  mutating func add(_ factor: Double, _ value: Double) {
    let term = factor * value
    weight.add(factor)
    product.add(term)
    magnitude += term.magnitude
  }

  /// Σ m w x (y - centre - mean), exactly 0 when it is 0 but for rounding.
  ///
  /// Strata that a domain has nothing to do with then contribute nothing at all.
  func sum(mean: Double) -> Double {
    let shift = mean * weight.value
    let sum = product.value - shift
    return sum.magnitude > 1e-13 * (magnitude + shift.magnitude) ? sum : 0
  }
}
