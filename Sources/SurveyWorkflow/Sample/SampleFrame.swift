import SurveyFormats
import SurveyModel
import SurveyAnalysis

/// A list from which a sample is planned or drawn.
struct SampleFrame {
  let table: TextTable

  init(path: String) throws {
    table = try TextTableReader.read(path: path)
    guard table.rowCount > 0 else { throw FrameProblem.noRows }
  }

  var rows: Int { table.rowCount }

  /// A column in which every cell is filled.
  func column(_ name: String) throws(FrameProblem) -> [String] {
    guard let column = table[name] else { throw .noColumn(name, known: table.names) }
    for (row, cell) in column.enumerated() where cell.isEmpty {
      throw .blank(column: name, row: row + 2)
    }
    return column
  }

  /// Numbers; those that may be read in two ways are refused when they count something.
  func numbers(_ name: String, isCount: Bool = false) throws(FrameProblem) -> [Double] {
    var numbers: [Double] = []
    for (row, text) in try column(name).enumerated() {
      if isCount, SampleNumber.isAmbiguous(text) {
        throw .ambiguous(column: name, row: row + 2, text: text)
      }
      guard let number = SampleNumber.number(text) else {
        throw .notANumber(column: name, row: row + 2, text: text)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Whole numbers of at least 0, thousands may be marked.
  func wholes(_ name: String) throws(FrameProblem) -> [Int] {
    var numbers: [Int] = []
    for (row, text) in try column(name).enumerated() {
      guard let number = SampleNumber.whole(text), number >= 0, number <= 1 << 40 else {
        throw .notWhole(column: name, row: row + 2, text: text)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Shares of 0...1.
  func shares(_ name: String) throws(FrameProblem) -> [Double] {
    var shares: [Double] = []
    for (row, text) in try column(name).enumerated() {
      guard let share = SampleNumber.share(text, oneIsEverybody: true), share >= 0, share <= 1
      else {
        throw .notAShare(column: name, row: row + 2, text: text)
      }
      shares.append(share)
    }
    return shares
  }

  /// A column in which no two cells are the same.
  func distinct(_ name: String) throws(FrameProblem) -> [String] {
    var known: [String: Int] = [:]
    let column = try column(name)
    for (row, text) in column.enumerated() {
      if let other = known.updateValue(row, forKey: text) {
        throw .repeated(column: name, text: text, row: other + 2, other: row + 2)
      }
    }
    return column
  }

  /// Groups in the order in which they first appear, and the group of each row.
  func groups(_ name: String) throws(FrameProblem) -> (names: [String], codes: [Int]) {
    var known: [String: Int] = [:]
    var names: [String] = []
    var codes: [Int] = []
    for text in try column(name) {
      if let code = known[text] {
        codes.append(code)
      } else {
        known[text] = names.count
        codes.append(names.count)
        names.append(text)
      }
    }
    return (names, codes)
  }

  /// How many rows are the same as an earlier one in all columns.
  var repeatedRows: Int {
    var known: Set<[String]> = []
    return (0..<rows).count { row in !known.insert(record(row)).inserted }
  }

  func record(_ row: Int) -> [String] { table.columns.map { $0[row] } }

  /// One value a group, from a column that has it in each row.
  static func constant<Value: Equatable>(
    _ values: [Value],
    column: String,
    _ groups: (names: [String], codes: [Int])
  ) throws(FrameProblem) -> [Value] {
    var found = [Value?](repeating: nil, count: groups.names.count)
    for (value, code) in zip(values, groups.codes) {
      guard let other = found[code] else {
        found[code] = value
        continue
      }
      if other != value { throw .differs(column: column, group: groups.names[code]) }
    }
    return found.compactMap { $0 }
  }
}
