/// One stage of sampling: its units, and the strata in which they were drawn.
///
/// Units are numbered by (unit of the stage above, stratum), so that the units of a
/// stratum, and the strata of a parent, are neighbours.
struct SampleStage: Sendable {
  /// The stratum of each unit.
  let stratumOfUnit: [Int32]
  /// The unit of the stage above, or 0 at the first stage.
  let parentOfUnit: [Int32]
  let strata: [SampleStratum]

  var unitCount: Int { stratumOfUnit.count }

  /// The strata of some units, in ascending order, each with the places of its units.
  func strata(of units: ArraySlice<Int32>) -> [(stratum: Int, range: Range<Int>)] {
    var bounds: [(stratum: Int, range: Range<Int>)] = []
    var start = units.startIndex
    while start < units.endIndex {
      let stratum = stratumOfUnit[Int(units[start])]
      var end = start + 1
      while end < units.endIndex, stratumOfUnit[Int(units[end])] == stratum { end += 1 }
      bounds.append((Int(stratum), start..<end))
      start = end
    }
    return bounds
  }
}

/// A set of units out of which some were drawn.
struct SampleStratum: Sendable {
  /// How many units were sampled, counted once on the whole file.
  let sampled: Int
  /// How many units there are, infinite when nothing is known.
  let population: Double
  /// The product of n/N over the stages above.
  let inclusion: Double
  /// The code that the caller gave, for messages.
  let code: Int
  /// The first row of the stratum, for messages.
  let row: Int

  /// The share of units that were not sampled: (N - n)/N, or 1.
  var unsampledShare: Double {
    population.isFinite ? (population - Double(sampled)) / population : 1
  }

  /// Whether the stratum was taken completely, within rounding.
  var isComplete: Bool { unsampledShare < 1e-7 }
}
