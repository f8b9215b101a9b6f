import SurveyModel
import SurveyStatistics

/// The columns of a table as a request needs them.
struct RequestColumns {
  /// Sums and squares of larger numbers, and squares of smaller weights, leave the range of Double.
  static let scale = 1e-60...1e60

  let table: EncodedTable
  let missing: Set<String>
  /// The names that several columns have.
  private let repeated: Set<String>

  init(table: EncodedTable, missing: Set<String>) {
    self.table = table
    self.missing = missing
    var seen: Set<String> = []
    repeated = Set(table.names.filter { !seen.insert($0).inserted })
  }

  func texts(_ name: String) throws(EstimateRequestError) -> EncodedColumn {
    if repeated.contains(name) { throw .ambiguousColumn(name) }
    if let column = table.texts[name] { return column }
    throw unknown(name)
  }

  /// Numbers; NaN where a cell is missing.
  func numbers(_ name: String) throws(EstimateRequestError) -> [Double] {
    if repeated.contains(name) { throw .ambiguousColumn(name) }
    guard let column = table.numbers[name] else { throw unknown(name) }
    if let fault = column.fault {
      throw .notANumber(column: name, row: fault.row + 1, text: String(fault.text.prefix(40)))
    }
    if let row = column.values.firstIndex(where: { $0.magnitude > Self.scale.upperBound }) {
      throw .outOfScale(column: name, row: row + 1, column.values[row])
    }
    return column.values
  }

  func designNumbers(_ name: String) throws(EstimateRequestError) -> [Double] {
    let numbers = try numbers(name)
    if let row = numbers.firstIndex(where: \.isNaN) {
      throw .missingDesignCell(column: name, row: row + 1)
    }
    return numbers
  }

  /// Weights or selection probabilities, whose squares must not vanish.
  func designWeights(_ name: String) throws(EstimateRequestError) -> [Double] {
    let numbers = try designNumbers(name)
    if let row = numbers.firstIndex(where: { $0 > 0 && $0 < Self.scale.lowerBound }) {
      throw .outOfScale(column: name, row: row + 1, numbers[row])
    }
    guard numbers.contains(where: { $0 != 0 }) else { throw .noWeight(column: name) }
    return numbers
  }

  func designCodes(_ name: String) throws(EstimateRequestError) -> DesignCodes {
    let column = try texts(name)
    if let row = column.firstRow(where: \.isEmpty) {
      throw .missingDesignCell(column: name, row: row + 1)
    }
    switch column.codes {
    case .narrow(let codes): return .bytes(codes)
    case .wide(let codes): return .words(codes)
    }
  }

  /// Who fulfils a condition, who does not, and whose cell is missing.
  func item(_ condition: EstimateRequest.Condition) throws(EstimateRequestError) -> ShareItem {
    let column = try texts(condition.variable)
    var states: [ShareItem.State] = []
    for text in column.texts { states.append(try state(of: text, condition, column)) }
    switch column.codes {
    case .narrow(let codes):
      return ShareItem(codes: codes, states: states)
    case .wide:
      return ShareItem(codes: column.map(states.map(\.rawValue)), states: [.no, .yes, .missing])
    }
  }

  private func state(
    of text: String,
    _ condition: EstimateRequest.Condition,
    _ column: EncodedColumn
  ) throws(EstimateRequestError) -> ShareItem.State {
    if text.isEmpty || missing.contains(text) { return .missing }
    switch condition.test {
    case .among(let codes): return codes.contains(text) ? .yes : .no
    case .atLeast(let bound):
      guard let number = NumberText.parseScientific(text) else {
        let row = column.firstRow { $0 == text } ?? 0
        let shown = String(text.prefix(40))
        throw .notANumber(column: condition.variable, row: row + 1, text: shown)
      }
      return number >= bound ? .yes : .no
    }
  }

  /// The combinations of values that occur, in the order of their codes.
  func group(
    _ names: [String]
  ) throws(EstimateRequestError) -> (values: [[String]], grouping: Grouping) {
    var values: [[String]] = [[]]
    var codes: [Int32]?
    for name in names {
      let column = try texts(name)
      let (sorted, groups) = try self.groups(of: column, names)
      if names.count == 1, case .narrow(let bytes) = column.codes {
        let grouping = try grouped(names) { () throws(SampleDesignError) in
          try Grouping(bytes: bytes, groups: groups, count: sorted.count)
        }
        return (sorted.map { [$0] }, grouping)
      }
      let own = column.map(groups)
      guard let before = codes else {
        (values, codes) = (sorted.map { [$0] }, own)
        continue
      }
      let width = sorted.count
      let crossed = zip(before, own).map { $0 < 0 || $1 < 0 ? -1 : Int($0) * width + Int($1) }
      let occurring = Self.occurring(crossed, below: values.count * width)
      values = occurring.map { values[$0 / width] + [sorted[$0 % width]] }
      let position = Dictionary(uniqueKeysWithValues: zip(occurring, occurring.indices))
      codes = crossed.map { $0 < 0 ? -1 : Int32(truncatingIfNeeded: position[$0] ?? -1) }
    }
    let grouping = try grouped(names) { () throws(SampleDesignError) in
      try Grouping(compact: codes ?? [], count: values.count)
    }
    return (values, grouping)
  }

  /// The values of a column in order, and the group of each of its texts, -1 for a missing one.
  private func groups(
    of column: EncodedColumn,
    _ names: [String]
  ) throws(EstimateRequestError) -> (sorted: [String], groups: [Int32]) {
    let known = column.texts.filter { !$0.isEmpty && !missing.contains($0) }
    guard known.count <= Grouping.maximumCount else {
      throw .tooManyGroups(columns: names, count: known.count)
    }
    let sorted = known.sorted(by: Self.precedes)
    let places = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    return (sorted, column.texts.map { Int32(places[$0] ?? -1) })
  }

  private func grouped(
    _ names: [String],
    _ make: () throws(SampleDesignError) -> Grouping
  ) throws(EstimateRequestError) -> Grouping {
    do throws(SampleDesignError) {
      return try make()
    } catch {
      if case .tooManyGroups(let count) = error {
        throw .tooManyGroups(columns: names, count: count)
      }
      throw .statistics(error)
    }
  }

  /// The codes that occur, in ascending order.
  private static func occurring(_ codes: [Int], below count: Int) -> [Int] {
    guard count <= 1 << 24 else { return Set(codes).subtracting([-1]).sorted() }
    var occurs = [Bool](repeating: false, count: count)
    for code in codes where code >= 0 { occurs[code] = true }
    return occurs.indices.filter { occurs[$0] }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    if let low = NumberText.parse(left), let high = NumberText.parse(right), low != high {
      return low < high
    }
    return VietnameseOrder.precedes(left, right)
  }

  private func unknown(_ name: String) -> EstimateRequestError {
    .unknownColumn(name, suggestion: nearestName(to: name, among: table.names))
  }
}
