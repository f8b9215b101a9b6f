/// Which sampled units of several waves are the same.
///
/// Identities are numbered through all waves, stage by stage; -1 for a unit that is in one
/// wave only for certain.
struct UnitIdentities {
  /// The identity of each unit of each stage of each wave.
  private(set) var waves: [[[Int32]]] = []
  /// The number of identities of each stage.
  private(set) var counts: [Int] = []

  private struct Key: Hashable {
    let parent: Int32
    let code: Int
  }

  init(_ waves: [WaveSample]) throws(WaveError) {
    var known: [[Key: Int32]] = []
    for (number, wave) in waves.enumerated() {
      var identities: [[Int32]] = []
      for depth in wave.design.stages.indices {
        if known.count == depth { known.append([:]) }
        let keys = try Self.keys(of: wave, number, depth, within: identities.last)
        identities.append(keys.map { Self.number(of: $0, in: &known[depth]) })
      }
      self.waves.append(identities)
    }
    counts = known.map(\.count)
  }

  private static func number(of key: Key?, in known: inout [Key: Int32]) -> Int32 {
    guard let key else { return -1 }
    if let number = known[key] { return number }
    let number = Int32(known.count)
    known[key] = number
    return number
  }

  /// The key of each unit of a stage, nil when nothing is known of it.
  private static func keys(
    of wave: WaveSample,
    _ number: Int,
    _ depth: Int,
    within parents: [Int32]?
  ) throws(WaveError) -> [Key?] {
    let design = wave.design
    let stage = design.stages[depth]
    guard depth < wave.units.count else { return [Key?](repeating: nil, count: stage.unitCount) }
    let codes = wave.units[depth]
    guard codes.count == design.rows else {
      throw .unequalIdentities(
        wave: number,
        stage: depth + 1,
        rows: codes.count,
        expected: design.rows
      )
    }
    let unitOfRow = design.units(atStage: depth)
    var firstRow = [Int](repeating: -1, count: stage.unitCount)
    for (row, unit) in unitOfRow.enumerated() {
      let first = firstRow[Int(unit)]
      if first < 0 {
        firstRow[Int(unit)] = row
      } else if max(codes[first], -1) != max(codes[row], -1) {
        throw .twoIdentities(wave: number, stage: depth + 1, row: first, otherRow: row)
      }
    }
    var owners: [Key: Int] = [:]
    var keys: [Key?] = []
    for (unit, row) in firstRow.enumerated() {
      let parent = parents?[Int(stage.parentOfUnit[unit])] ?? 0
      guard row >= 0, codes[row] >= 0, parent >= 0 else {
        keys.append(nil)
        continue
      }
      let key = Key(parent: parent, code: codes[row])
      if let other = owners.updateValue(row, forKey: key) {
        throw .sharedIdentity(
          codes[row],
          wave: number,
          stage: depth + 1,
          row: min(row, other),
          otherRow: max(row, other)
        )
      }
      keys.append(key)
    }
    return keys
  }
}

extension SampleDesign {
  /// The unit of each row at a stage counted from 0.
  func units(atStage depth: Int) -> [Int32] {
    var units = unitOfRow
    for stage in stages.dropFirst(depth + 1).reversed() {
      units = units.map { stage.parentOfUnit[Int($0)] }
    }
    return units
  }
}
