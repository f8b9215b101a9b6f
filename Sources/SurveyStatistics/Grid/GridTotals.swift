/// Sums over strata, for every cell of a grid: all that estimates and variances need.
struct GridTotals: Sendable {
  /// The parts of a cell, neighbours in `lanes`.
  enum Part {
    static let yes = 0
    static let no = 1
    /// The design's quadratic form of the unit sums: Σ_h f_h n_h/(n_h - 1) Σ_j (·)(·).
    static let yesYes = 2
    static let yesNo = 3
    static let noNo = 4
    /// The same without centring, against which rounding is judged.
    static let yesScale = 5
    static let noScale = 6
    /// Units, strata and incompletely sampled strata with answers.
    static let units = 7
    static let strata = 8
    static let sampled = 9
    static let count = 10
  }

  let layout: GridLayout
  private(set) var lanes: [Lanes]
  /// Rows in each slot, and how many of them lack each answer.
  private var rows: [Int]
  private var missing: [SIMD4<Int32>]

  init(layout: GridLayout) {
    self.layout = layout
    lanes = [Lanes](repeating: .zero, count: layout.cells * Part.count)
    rows = [Int](repeating: 0, count: layout.slots)
    missing = [SIMD4<Int32>](repeating: .zero, count: layout.cells)
  }

  /// Counts the rows of a key.
  mutating func addRows(_ sums: SlotSums) {
    for (slot, source) in sums.touched { rows[Int(slot)] += Int(sums.rowsOfSource[Int(source)]) }
  }

  /// Adds counts of missing answers by cell.
  mutating func addMissing(_ counts: [SIMD4<Int32>]) {
    for cell in counts.indices { missing[cell] &+= counts[cell] }
  }

  /// Adds what another part of the rows gave.
  mutating func merge(_ other: GridTotals) {
    for index in lanes.indices { lanes[index] += other.lanes[index] }
    for index in rows.indices { rows[index] += other.rows[index] }
    for index in missing.indices { missing[index] &+= other.missing[index] }
  }

  /// Closes a stratum all of whose units have been added.
  ///
  /// Units without rows in a slot count as zeros. Complete strata contribute nothing.
  ///
  /// - Throws: ``SampleDesignError/lonelyPSU(stratum:stage:row:)`` for a stratum with one
  ///   sampled unit under ``LonelyPSU/fail``.
  mutating func close(
    _ stratum: SampleStratum,
    _ sums: StratumSums,
    lonelyPSU: LonelyPSU
  ) throws(SampleDesignError) {
    let n = Double(stratum.sampled)
    let isLonely = stratum.sampled < 2
    let isComplete = stratum.isComplete
    let factor = isLonely || isComplete ? 0 : stratum.unsampledShare * n / (n - 1)
    for slot in sums.touched.map({ Int($0) }) {
      let present = Double(sums.units[slot])
      let zeros = (n - present) / (present * n)
      for block in 0..<layout.blocks {
        let cell = layout.cell(block, slot)
        let (from, to) = (cell * StratumSums.Part.count, cell * Part.count)
        let yes = sums.lanes[from + StratumSums.Part.yes]
        let no = sums.lanes[from + StratumSums.Part.no]
        let hasAnswers = (yes + no) .!= 0
        guard any(hasAnswers) else { continue }
        if isLonely, !isComplete, lonelyPSU == .fail {
          throw .lonelyPSU(stratum: stratum.code, stage: 1, row: stratum.row)
        }
        lanes[to + Part.yes] += yes
        lanes[to + Part.no] += no
        let one = Lanes.zero.replacing(with: 1, where: hasAnswers)
        lanes[to + Part.units] += present - sums.lanes[from + StratumSums.Part.silent]
        lanes[to + Part.strata] += one
        guard !isComplete else { continue }
        lanes[to + Part.sampled] += one
        let yesYes = sums.lanes[from + StratumSums.Part.yesYes]
        let noNo = sums.lanes[from + StratumSums.Part.noNo]
        let yesNo = sums.lanes[from + StratumSums.Part.yesNo]
        lanes[to + Part.yesYes] += factor * (yesYes + yes * yes * zeros)
        lanes[to + Part.yesNo] += factor * (yesNo + yes * no * zeros)
        lanes[to + Part.noNo] += factor * (noNo + no * no * zeros)
        lanes[to + Part.yesScale] += factor * (yesYes + yes * yes / present)
        lanes[to + Part.noScale] += factor * (noNo + no * no / present)
      }
    }
  }
}

extension GridTotals {
  /// The estimate of a share, nil when nobody answered.
  ///
  /// With Y and N the weights that said yes and no, p = Y/(Y + N), and each unit's influence
  /// is [(1 - p) y - p n]/(Y + N), so that with D the design's quadratic form
  ///
  ///     V = [(1 - p)² D_yy - 2 p (1 - p) D_yn + p² D_nn] / (Y + N)²
  ///
  /// which is exactly 0 where all say the same. Adjusted weights take from each unit what
  /// their columns explain; see ``GridCalibration``.
  func estimate(item: Int, slot: Int, of source: GridSource, _ sums: CalibrationSums?) -> Estimate?
  {
    let cell = layout.cell(item / 4, slot)
    let (base, lane) = (cell * Part.count, item % 4)
    let scale = source.weights.scale
    let part = { (part: Int) in lanes[base + part][lane] }
    let square = { (part: Int) in lanes[base + part][lane] / scale / scale }
    let all = part(Part.yes) + part(Part.no)
    guard all > 0 else { return nil }
    let weight = all / scale
    let (p, q) = (part(Part.yes) / all, part(Part.no) / all)
    var squares = q * q * square(Part.yesYes) + p * p * square(Part.noNo)
    var form = squares - 2 * p * q * square(Part.yesNo)
    let uncentred = q * q * square(Part.yesScale) + p * p * square(Part.noScale)
    var isComplete = part(Part.sampled) == 0
    if let calibration = source.calibration, let sums {
      let explained = calibration.explained(cell, lane, yes: q, no: p, sums)
      form += explained.square - 2 * explained.product
      squares += explained.square + 2 * explained.product.magnitude
      isComplete = isComplete && !explained.isSampled
    }
    // What rounding leaves of units with equal shares is not a variance.
    let isRounding = form <= max(1e-14 * squares, 1e-28 * uncentred)
    let size = rows[slot] - Int(missing[cell][lane])
    return Estimate(
      value: p,
      variance: DesignVariance(
        variance: isRounding ? 0 : form / (weight * weight),
        units: source.design.isElementSample ? size : Int(part(Part.units)),
        strata: Int(part(Part.strata)),
        isCensus: source.design.hasFinitePopulation && isComplete
      ),
      simpleRandomVariance: size > 1 ? p * q / Double(size - 1) : nil,
      moments: DomainMoments(
        sampleSize: size,
        weight: weight,
        product: part(Part.yes) / scale,
        square: part(Part.yes) / scale
      )
    )
  }
}
