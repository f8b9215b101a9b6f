import SurveyModel

/// Interviews of several waves as one sample.
///
/// Each wave was drawn by itself, so its strata are its own: a stratum of the pooled sample is a
/// stratum of one wave. A primary unit that was drawn into several waves is one unit all the same,
/// and the strata in which it stands become one: within it the waves are not independent.
struct WavePooling {
  /// The stratum of each interview in the pooled sample.
  let strata: [Int]
  /// How the strata are headed: wave, and stratum where there are any.
  let stratumLabels: [String]
  /// The primary unit of each interview; `nil` where each came alone.
  let units: [Int]?
  /// The waves that have interviews.
  let waves: Int
  /// The primary units that are in several waves.
  let commonUnits: Int

  private struct Cell: Hashable {
    let wave: Int
    let stratum: Int
  }

  /// Puts waves together; `units` are the primary units by name.
  init(_ waves: Dataset.Waves, strata: (codes: [Int], labels: [String])?, units: UnitColumn?) {
    var known: [Cell: Int] = [:]
    var cells: [Cell] = []
    let cellOfRow = waves.codes.enumerated().map { row, wave in
      let cell = Cell(wave: wave, stratum: strata?.codes[row] ?? 0)
      if let number = known[cell] { return number }
      known[cell] = cells.count
      cells.append(cell)
      return cells.count - 1
    }
    var owner = Array(cells.indices)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while owner[cell] != cell { cell = owner[cell] }
      return cell
    }
    var common: Set<Int> = []
    if let units {
      var first = [Int](repeating: -1, count: units.names.count)
      for (unit, cell) in zip(units.codes, cellOfRow) where unit >= 0 {
        if first[unit] < 0 {
          first[unit] = cell
        } else if cells[first[unit]].wave != cells[cell].wave {
          common.insert(unit)
          let (one, other) = (root(first[unit]), root(cell))
          owner[max(one, other)] = min(one, other)
        }
      }
    }
    let roots = cells.indices.map(root)
    let kept = Set(roots).sorted()
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    self.strata = cellOfRow.map { place[roots[$0]] ?? 0 }
    stratumLabels = kept.map { one in
      let joined = cells.indices.filter { roots[$0] == one }.map { index in
        let wave =
          waves.labels.indices.contains(cells[index].wave)
          ? waves.labels[cells[index].wave] : "\(cells[index].wave + 1)"
        let stratum = strata.flatMap { strata in
          strata.labels.indices.contains(cells[index].stratum)
            ? strata.labels[cells[index].stratum] : nil
        }
        return stratum.map { "\(wave) × \($0)" } ?? wave
      }
      return joined.joined(separator: ", ")
    }
    self.units = units.map { units in
      // A unit without a name is no other's.
      var next = units.names.count
      return units.codes.map { code in
        if code >= 0 { return code }
        next += 1
        return next - 1
      }
    }
    self.waves = Set(cells.map(\.wave)).count
    commonUnits = common.count
  }
}
