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

  /// Fails where rows share units, or strata are many beside the rows.
  init?(_ stages: [SampleStage], _ unitOfRow: [Int32]) {
    guard stages.count == 1, let stage = stages.first, stage.unitCount == unitOfRow.count,
      stage.strata.count <= unitOfRow.count / 4
    else { return nil }
    count = stage.strata.count
    ofRow = unitOfRow.map { stage.stratumOfUnit[Int($0)] }
  }
}

/// Strata of elements, found when they are first asked for.
///
/// Designs with other weights share them, so nothing in them may depend on weights.
final class KnownElementStrata: Sendable {
  private let known = Mutex<ElementStrata??>(nil)

  /// Always asked with the same stages and units.
  func strata(of stages: [SampleStage], _ unitOfRow: [Int32]) -> ElementStrata? {
    known.withLock { known in
      if let known { return known }
      let strata = ElementStrata(stages, unitOfRow)
      known = .some(strata)
      return strata
    }
  }
}
