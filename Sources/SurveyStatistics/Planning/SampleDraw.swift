/// A way of drawing units from a frame without replacement.
public enum DrawMethod: String, Hashable, Sendable, CaseIterable {
  /// Simple random: every set of n units is equally likely.
  case srs
  /// Every N/n-th unit of the list after a random start.
  case systematic
  /// With probability proportional to size, by Sampford's procedure (1967).
  case pps
  /// With probability proportional to size, systematically in the order of the list.
  case ppsSystematic = "pps-systematic"
}

/// A sample of a frame, with the chance that each unit had.
public struct SampleDraw: Hashable, Sendable {
  /// A unit that was drawn.
  public struct Unit: Hashable, Sendable {
    /// Its row in the frame, from 0.
    public let row: Int
    /// Its stratum, 0 without strata.
    public let stratum: Int
    /// The chance π that it had of being drawn.
    public let probability: Double
    /// 1/π: how many units of the frame it stands for.
    public var weight: Double { 1 / probability }
  }

  /// The drawn units, in the order of the frame.
  public let units: [Unit]
  /// How many units each stratum has in the frame.
  public let stratumSizes: [Int]
  /// The seed with which the generator started.
  public let seed: UInt64
  /// The way of drawing.
  public let method: DrawMethod

  /// Draws `sample` units of a frame with `rows` rows.
  ///
  /// The methods with probability proportional to size need the `sizes` of all rows, the others
  /// ignore them.
  public init(
    _ sample: Int,
    of rows: Int,
    by method: DrawMethod,
    sizes: [Double]? = nil,
    seed: UInt64
  ) throws(PlanningError) {
    guard rows > 0 else { throw .emptyFrame }
    guard sample <= rows else { throw .sampleExceedsFrame(sample: sample, units: rows) }
    try self.init(
      [sample],
      strata: [Int](repeating: 0, count: rows),
      by: method,
      sizes: sizes,
      seed: seed
    )
  }

  /// Draws `samples[h]` units of each stratum h, one stratum after the other from one generator.
  ///
  /// `strata` has the stratum of each row of the frame, 0..<samples.count; a stratum without
  /// interviews is left out, and its units had no chance.
  public init(
    _ samples: [Int],
    strata: [Int],
    by method: DrawMethod,
    sizes: [Double]? = nil,
    seed: UInt64
  ) throws(PlanningError) {
    guard !strata.isEmpty else { throw .emptyFrame }
    let measures = try Self.measures(sizes, rows: strata.count, method)
    var members = [[Int]](repeating: [], count: samples.count)
    for (row, stratum) in strata.enumerated() {
      guard members.indices.contains(stratum) else {
        throw .unequalColumns(samples.count, stratum)
      }
      members[stratum].append(row)
    }
    let total = samples.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    guard total > 0 else { throw .invalidSampleSize(total) }
    var random = SplitMix64(seed: seed)
    var units: [Unit] = []
    for (stratum, (sample, rows)) in zip(samples, members).enumerated() where sample != 0 {
      guard sample > 0 else { throw .invalidSampleSize(sample) }
      guard sample <= rows.count else {
        throw .sampleExceedsStratum(stratum, sample: sample, units: rows.count)
      }
      let drawn = try Self.draw(
        sample,
        of: rows.count,
        by: method,
        sizes: measures.map { all in rows.map { all[$0] } } ?? [],
        using: &random
      )
      units += drawn.map { Unit(row: rows[$0.unit], stratum: stratum, probability: $0.probability) }
    }
    self.units = units.sorted { $0.row < $1.row }
    stratumSizes = members.map(\.count)
    self.seed = seed
    self.method = method
  }

  private static func measures(
    _ sizes: [Double]?,
    rows: Int,
    _ method: DrawMethod
  ) throws(PlanningError) -> [Double]? {
    guard method == .pps || method == .ppsSystematic else { return nil }
    let sizes = sizes ?? []
    guard sizes.count == rows else { throw .unequalColumns(rows, sizes.count) }
    for (row, size) in sizes.enumerated() where !(size > 0 && size.isFinite) {
      throw .invalidSize(size, row: row)
    }
    return sizes
  }

  private static func draw(
    _ sample: Int,
    of count: Int,
    by method: DrawMethod,
    sizes: [Double],
    using random: inout SplitMix64
  ) throws(PlanningError) -> [(unit: Int, probability: Double)] {
    let equal = Double(sample) / Double(count)
    switch method {
    case .srs:
      return EqualProbability.simple(sample, of: count, using: &random).map { ($0, equal) }
    case .systematic:
      return EqualProbability.systematic(sample, of: count, using: &random).map { ($0, equal) }
    case .pps:
      let chances = try InclusionProbabilities(sizes: sizes, sample: sample).values
      return try Sampford(chances).draw(using: &random).map { ($0, chances[$0]) }
    case .ppsSystematic:
      let chances = try InclusionProbabilities(sizes: sizes, sample: sample).values
      return SystematicPPS(chances).draw(using: &random).map { ($0, chances[$0]) }
    }
  }
}

/// Draws in which all units have the same chance; `sample` is at most `count`.
enum EqualProbability {
  /// Selection-rejection (Fan, Muller and Rezucha 1962): with r units to draw from the m that are
  /// left, the next unit is drawn with probability r/m, in whole numbers.
  static func simple(_ sample: Int, of count: Int, using random: inout SplitMix64) -> [Int] {
    var units: [Int] = []
    for unit in 0..<count where units.count < sample {
      if random.below(UInt64(count - unit)) < UInt64(sample - units.count) { units.append(unit) }
    }
    return units
  }

  /// Fractional interval N/n: with a random start r of 0..<N, the units ⌊(r + iN)/n⌋.
  ///
  /// In whole numbers, so that every unit has exactly the chance n/N (Särndal, Swensson and
  /// Wretman 1992, 3.4).
  static func systematic(_ sample: Int, of count: Int, using random: inout SplitMix64) -> [Int] {
    let start = random.below(UInt64(count))
    return (0..<sample).map { step in
      // (r + iN)/n without overflow, for i < n.
      let (high, low) = UInt64(step).multipliedFullWidth(by: UInt64(count))
      let (sum, carry) = low.addingReportingOverflow(start)
      return Int(UInt64(sample).dividingFullWidth((high + (carry ? 1 : 0), sum)).quotient)
    }
  }
}
