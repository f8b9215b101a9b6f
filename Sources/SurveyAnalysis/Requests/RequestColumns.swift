import SurveyModel
import SurveyStatistics

/// The columns of a table as a request needs them.
struct RequestColumns {
  /// The numbers of one statistic.
  enum Outcome {
    case mean([Double])
    case total([Double])
    case proportion([Double])
    case ratio([Double], [Double])
  }

  let table: TextTable
  let missing: Set<String>

  func cells(_ name: String) throws(EstimateRequestError) -> [String] {
    if let cells = table[name] { return cells }
    throw .unknownColumn(name, suggestion: nearestName(to: name, among: table.names))
  }

  /// Numbers; NaN where a cell is missing.
  func numbers(_ name: String) throws(EstimateRequestError) -> [Double] {
    var numbers: [Double] = []
    for (row, cell) in try cells(name).enumerated() {
      if cell.isEmpty || missing.contains(cell) {
        numbers.append(.nan)
      } else if let number = NumberText.parseScientific(cell) {
        numbers.append(number)
      } else {
        throw .notANumber(column: name, row: row + 1, text: String(cell.prefix(40)))
      }
    }
    return numbers
  }

  func designNumbers(_ name: String) throws(EstimateRequestError) -> [Double] {
    let numbers = try numbers(name)
    if let row = numbers.firstIndex(where: \.isNaN) {
      throw .missingDesignCell(column: name, row: row + 1)
    }
    return numbers
  }

  func designCodes(_ name: String) throws(EstimateRequestError) -> [Int] {
    var positions: [String: Int] = [:]
    var codes: [Int] = []
    for (row, cell) in try cells(name).enumerated() {
      if cell.isEmpty { throw .missingDesignCell(column: name, row: row + 1) }
      let next = positions.count
      codes.append(positions[cell, default: next])
      if positions[cell] == nil { positions[cell] = next }
    }
    return codes
  }

  func outcome(
    of statistic: EstimateRequest.Statistic
  ) throws(EstimateRequestError) -> Outcome {
    switch statistic {
    case .mean(let name): .mean(try numbers(name))
    case .total(let name): .total(try numbers(name))
    case .ratio(let above, let below): .ratio(try numbers(above), try numbers(below))
    case .proportion(let condition): .proportion(try indicator(condition))
    }
  }

  /// 1 where the condition holds, 0 where it does not, NaN where the cell is missing.
  private func indicator(
    _ condition: EstimateRequest.Condition
  ) throws(EstimateRequestError) -> [Double] {
    switch condition.test {
    case .among(let codes):
      let wanted = Set(codes)
      return try cells(condition.variable).map { cell in
        cell.isEmpty || missing.contains(cell) ? .nan : wanted.contains(cell) ? 1 : 0
      }
    case .atLeast(let bound):
      return try numbers(condition.variable).map { $0.isNaN ? .nan : $0 >= bound ? 1 : 0 }
    }
  }
}
