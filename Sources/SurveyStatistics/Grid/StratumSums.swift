/// Sums over the units of one stratum, for every cell of a grid.
///
/// Of the weights y that said yes and n that said no in each unit: their sums and their
/// centred second moments, updated unit by unit without cancellation (Youngs and Cramer
/// 1971) and merged between threads (Chan, Golub and LeVeque 1983).
struct StratumSums: Sendable {
  /// The parts of a cell, neighbours in `lanes`.
  enum Part {
    static let yes = 0
    static let no = 1
    static let yesYes = 2
    static let yesNo = 3
    static let noNo = 4
    /// Units with rows in the slot but no answer.
    static let silent = 5
    static let count = 6
  }

  private(set) var lanes: [Lanes]
  /// Units with rows in each slot.
  private(set) var units: [Int32]
  /// The slots that have rows.
  private(set) var touched: [Int32] = []

  init(layout: GridLayout) {
    lanes = [Lanes](repeating: .zero, count: layout.cells * Part.count)
    units = [Int32](repeating: 0, count: layout.slots)
  }

  /// Adds the sums of one unit.
  mutating func add(_ unit: SlotSums, layout: GridLayout) {
    for (slot, source) in unit.touched {
      let slot = Int(slot)
      if units[slot] == 0 { touched.append(Int32(truncatingIfNeeded: slot)) }
      units[slot] += 1
      let n = Double(units[slot])
      Self.add(unit.lanes, Int(source), layout.blocks, n, to: &lanes, slot)
    }
  }

  private static func add(
    _ sums: [Lanes],
    _ source: Int,
    _ blocks: Int,
    _ n: Double,
    to lanes: inout [Lanes],
    _ slot: Int
  ) {
    let sums = sums.span
    var lanes = lanes.mutableSpan
    var from = 2 * source * blocks
    var base = slot * blocks * Part.count
    for _ in 0..<blocks {
      add(sums[from], sums[from + 1], n, to: &lanes, base)
      from += 2
      base += Part.count
    }
  }

  /// Adds units of one row each.
  ///
  /// Their squares were added up as they are: the weights of a stratum differ by so little
  /// from each other, compared with their sum of squares, that centring loses no digit that
  /// matters; what is left of equal ones is taken for 0.
  mutating func addElements(_ rows: SlotSums, layout: GridLayout) {
    var piece = [Lanes](repeating: .zero, count: Part.count)
    for (slot, source) in rows.touched {
      let slot = Int(slot)
      let count = rows.rowsOfSource[Int(source)]
      let n = Double(count)
      for block in 0..<layout.blocks {
        let from = 4 * (Int(source) * layout.blocks + block)
        let (yes, no) = (rows.lanes[from], rows.lanes[from + 1])
        piece[Part.yes] = yes
        piece[Part.no] = no
        piece[Part.yesYes] = Self.centred(rows.lanes[from + 2], yes, n)
        piece[Part.yesNo] = -yes * no / n
        piece[Part.noNo] = Self.centred(rows.lanes[from + 3], no, n)
        let base = layout.cell(block, slot) * Part.count
        merge(piece[...], units: n, into: base, having: Double(units[slot]))
      }
      if units[slot] == 0 { touched.append(Int32(truncatingIfNeeded: slot)) }
      units[slot] += count
    }
  }

  private static func centred(_ squares: Lanes, _ sum: Lanes, _ n: Double) -> Lanes {
    let rest = squares - sum * sum / n
    return rest.replacing(with: 0, where: rest .< 1e-12 * squares)
  }

  /// Adds the nth unit of a cell.
  @inline(__always)
  private static func add(
    _ yes: Lanes,
    _ no: Lanes,
    _ n: Double,
    to lanes: inout MutableSpan<Lanes>,
    _ base: Int
  ) {
    let sumOfYes = lanes[base + Part.yes] + yes
    let sumOfNo = lanes[base + Part.no] + no
    lanes[base + Part.yes] = sumOfYes
    lanes[base + Part.no] = sumOfNo
    let scale = n > 1 ? 1 / (n * (n - 1)) : 0
    let (y, x) = (n * yes - sumOfYes, n * no - sumOfNo)
    lanes[base + Part.yesYes] += y * y * scale
    lanes[base + Part.yesNo] += y * x * scale
    lanes[base + Part.noNo] += x * x * scale
    let isSilent = (yes + no) .== 0
    if any(isSilent) {
      lanes[base + Part.silent] += Lanes.zero.replacing(with: 1, where: isSilent)
    }
  }

  /// Adds the units of another part of the same stratum.
  mutating func merge(_ other: StratumSums, layout: GridLayout) {
    for slot in other.touched.map({ Int($0) }) {
      let (mine, theirs) = (Double(units[slot]), Double(other.units[slot]))
      if units[slot] == 0 { touched.append(Int32(slot)) }
      units[slot] += other.units[slot]
      for block in 0..<layout.blocks {
        let base = layout.cell(block, slot) * Part.count
        merge(other.lanes[base..<base + Part.count], units: theirs, into: base, having: mine)
      }
    }
  }

  /// Adds the parts of another cell, made of `theirs` units, to one made of `mine`.
  private mutating func merge(
    _ parts: ArraySlice<Lanes>,
    units theirs: Double,
    into base: Int,
    having mine: Double
  ) {
    let first = parts.startIndex
    let share = mine == 0 ? 0 : mine * theirs / (mine + theirs)
    let (a, b) = (base + Part.yes, base + Part.no)
    let y = parts[first + Part.yes] / theirs - (mine == 0 ? .zero : lanes[a] / mine)
    let x = parts[first + Part.no] / theirs - (mine == 0 ? .zero : lanes[b] / mine)
    lanes[base + Part.yesYes] += y * y * share
    lanes[base + Part.yesNo] += y * x * share
    lanes[base + Part.noNo] += x * x * share
    for part in 0..<Part.count { lanes[base + part] += parts[first + part] }
  }

  /// Forgets everything, at a cost that does not depend on untouched slots.
  mutating func clear(layout: GridLayout) {
    for slot in touched.map({ Int($0) }) {
      units[slot] = 0
      for block in 0..<layout.blocks {
        let base = layout.cell(block, slot) * Part.count
        for part in 0..<Part.count { lanes[base + part] = .zero }
      }
    }
    touched.removeAll(keepingCapacity: true)
  }
}
