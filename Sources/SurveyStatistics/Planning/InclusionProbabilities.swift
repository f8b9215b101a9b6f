/// Chances proportional to size, of which none is above 1.
///
///     π_k = n x_k / Σx
///
/// Units for which that is 1 or more are taken for certain, and the rest of the sample is shared
/// among the others, again and again until no further unit is certain (Tillé 2006, 2.10; R's
/// `sampling::inclusionprobabilities`).
public struct InclusionProbabilities: Hashable, Sendable {
  /// The chance of each unit; they add up to the sample.
  public let values: [Double]

  /// The rows that are drawn for certain.
  public var certainties: [Int] { values.indices.filter { values[$0] == 1 } }

  /// Computes the chances of units with `sizes` in a sample of `sample` units.
  public init(sizes: [Double], sample: Int) throws(PlanningError) {
    guard !sizes.isEmpty else { throw .emptyFrame }
    guard sample > 0 else { throw .invalidSampleSize(sample) }
    guard sample <= sizes.count else {
      throw .sampleExceedsFrame(sample: sample, units: sizes.count)
    }
    for (row, size) in sizes.enumerated() where !(size > 0 && size.isFinite) {
      throw .invalidSize(size, row: row)
    }
    // Only ratios count; the largest is made 1 so that no sum overflows.
    let largest = sizes.max() ?? 1
    var values = [Double](repeating: 0, count: sizes.count)
    var others = Array(sizes.indices)
    var remaining = sample
    while remaining > 0, !others.isEmpty {
      let sum = CompensatedSum.of(others.map { sizes[$0] / largest })
      for unit in others { values[unit] = Double(remaining) * (sizes[unit] / largest) / sum }
      let isSplit = others.contains { values[$0] >= 1 }
      guard isSplit else { break }
      for unit in others where values[unit] >= 1 {
        values[unit] = 1
        remaining -= 1
      }
      others.removeAll { values[$0] == 1 }
      if remaining == 0 { for unit in others { values[unit] = 0 } }
    }
    self.values = values
  }
}
