import Synchronization

/// The strata of a sample in which each row is a unit of its own.
///
/// The variance of such a sample needs no more of a stratum than the sum of its influence values
/// and of their squares, so that what is kept by unit elsewhere is kept by stratum here.
struct ElementStrata: Sendable {
  /// The stratum of each row.
  let ofRow: [Int32]
  /// The number of strata.
  let count: Int
  /// The square of the weight of each row.
  let squaredWeights: [Double]

  /// Fails where rows share units, weights were adjusted, or strata are many beside the rows.
  init?(_ design: SampleDesign) {
    guard design.stages.count == 1, design.calibration == nil, let stage = design.stages.first,
      stage.unitCount == design.rows, stage.strata.count <= design.rows / 4
    else { return nil }
    count = stage.strata.count
    ofRow = design.unitOfRow.map { stage.stratumOfUnit[Int($0)] }
    squaredWeights = design.weights.map { $0 * $0 }
  }
}

/// Strata of elements, found when they are first asked for.
final class KnownElementStrata: Sendable {
  private let known = Mutex<ElementStrata??>(nil)

  /// Always asked for the same design.
  func strata(of design: SampleDesign) -> ElementStrata? {
    known.withLock { known in
      if let known { return known }
      let strata = ElementStrata(design)
      known = .some(strata)
      return strata
    }
  }
}
