/// The influence of each row on an index, added up by unit and group.
///
/// A row's influence is a sum over packed bytes (``CodedItems``) of what a table of its group holds
/// for them; a row that answered none of the items takes no part.
struct InfluenceCells {
  /// One packed byte's part of the influence.
  struct Part {
    let codes: [UInt8]
    let width: Int
    /// What each byte contributes, group after group.
    let contributions: [Double]
    /// Whether each byte holds an answer: 1 or 0.
    let isAnswered: [UInt8]
  }

  /// Σw, Σwz, Σwz² and the number of rows, group by group within a unit.
  private(set) var sums: [SIMD4<Double>]
  /// Σw², Σw²z, Σw²z² and the rows, where each row is a unit and cells are by stratum.
  private(set) var squares: [SIMD4<Double>]?
  let units: Int
  private let unitOfRow: [Int32]

  private static let block = 2048

  init(_ parts: [Part], _ keys: [Int32], groups: Int, design: SampleDesign) {
    let elements = design.elementStrata
    units = elements?.count ?? design.stages.last?.unitCount ?? 0
    unitOfRow = elements?.ofRow ?? design.unitOfRow
    if elements != nil { squares = [SIMD4<Double>](repeating: .zero, count: units * groups) }
    sums = [SIMD4<Double>](repeating: .zero, count: units * groups)
    var influence = [Double](repeating: 0, count: Self.block)
    var isAnswered = [UInt8](repeating: 0, count: Self.block)
    var first = 0
    while first < design.rows {
      let rows = first..<min(first + Self.block, design.rows)
      for index in 0..<rows.count {
        influence[index] = 0
        isAnswered[index] = 0
      }
      for part in parts { Self.add(part, rows, keys, &influence, &isAnswered) }
      add(rows, influence, isAnswered, keys, groups, design)
      first = rows.upperBound
    }
  }

  private static func add(
    _ part: Part,
    _ rows: Range<Int>,
    _ keys: [Int32],
    _ influence: inout [Double],
    _ isAnswered: inout [UInt8]
  ) {
    let codes = part.codes.span.extracting(rows)
    let (contributions, answered) = (part.contributions.span, part.isAnswered.span)
    var influence = influence.mutableSpan
    var isAnswered = isAnswered.mutableSpan
    guard !keys.isEmpty else {
      for index in codes.indices {
        let code = Int(codes[index])
        influence[index] += contributions[code]
        isAnswered[index] |= answered[code]
      }
      return
    }
    let (keys, width) = (keys.span.extracting(rows), part.width)
    for index in codes.indices {
      let code = Int(codes[index])
      // Rows in no group are left out later.
      let group = Int(max(0, keys[index]))
      influence[index] += contributions[group &* width &+ code]
      isAnswered[index] |= answered[code]
    }
  }

  private mutating func add(
    _ rows: Range<Int>,
    _ influence: [Double],
    _ isAnswered: [UInt8],
    _ keys: [Int32],
    _ groups: Int,
    _ design: SampleDesign
  ) {
    // Taken out while they are added to, so that nothing is copied.
    var (cells, squared): ([SIMD4<Double>], [SIMD4<Double>]?) = ([], nil)
    swap(&cells, &sums)
    swap(&squared, &squares)
    let isByStratum = squared != nil
    var squaredCells = squared ?? []
    squared = nil
    let (influence, isAnswered) = (influence.span, isAnswered.span)
    let weights = design.weights.span.extracting(rows)
    let unitOfRow = unitOfRow
    let units = unitOfRow.span.extracting(rows)
    let hasKeys = !keys.isEmpty
    let keys = keys.span
    for index in weights.indices {
      let group = hasKeys ? Int(keys[rows.lowerBound &+ index]) : 0
      let weight = weights[index]
      guard group >= 0, isAnswered[index] != 0, weight != 0 else { continue }
      let part = SIMD4(1, influence[index], influence[index] * influence[index], 0)
      let cell = Int(units[index]) &* groups &+ group
      cells[cell] += part * weight + Self.oneRow
      if isByStratum { squaredCells[cell] += part * (weight * weight) + Self.oneRow }
    }
    sums = cells
    if isByStratum { squares = squaredCells }
  }

  private static let oneRow = SIMD4<Double>(0, 0, 0, 1)
}
