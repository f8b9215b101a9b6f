/// By what rows are brought together: the units of a design, or cells of its calibration.
struct GridKeys: Sendable {
  let keyOfRow: [Int32]
  let count: Int

  /// How many rows a key has.
  var meanRows: Int { count == 0 ? 0 : keyOfRow.count / count }

  /// Neighbouring keys that can be added up beside others; the cuts depend on the rows alone.
  func runs(of stretches: [GridRecords], leastRows: Int) -> [Range<Int>] {
    let aim = max(leastRows, keyOfRow.count / 16)
    var runs: [Range<Int>] = []
    var (first, size) = (0, 0)
    for key in 0..<count {
      for records in stretches { size += Int(records.starts[key + 1] - records.starts[key]) }
      guard size >= aim || key + 1 == count else { continue }
      runs.append(first..<key + 1)
      (first, size) = (key + 1, 0)
    }
    return runs
  }
}

/// The keys by which the rows of a design are added up, strata one after the other.
///
/// Rows that are units themselves need no sums of their own: their keys are pieces of strata.
struct DesignKeys: Sendable {
  let keys: GridKeys
  let stratumOfKey: [Int32]

  /// Pieces of strata have about `rowsOfPiece` rows.
  init(_ design: SampleDesign, rowsOfPiece: Int) {
    guard let stage = design.stages.first else {
      (keys, stratumOfKey) = (GridKeys(keyOfRow: [], count: 0), [])
      return
    }
    guard stage.unitCount == design.rows else {
      keys = GridKeys(keyOfRow: design.unitOfRow, count: stage.unitCount)
      stratumOfKey = stage.stratumOfUnit
      return
    }
    var pieces: [Int32] = []
    var strata: [Int32] = []
    pieces.reserveCapacity(design.rows)
    var size = 0
    for stratum in stage.stratumOfUnit {
      if stratum != strata.last || size >= rowsOfPiece {
        strata.append(stratum)
        size = 0
      }
      size += 1
      pieces.append(Int32(strata.count - 1))
    }
    keys = GridKeys(
      keyOfRow: design.unitOfRow.map { pieces[Int($0)] },
      count: strata.count
    )
    stratumOfKey = strata
  }
}
