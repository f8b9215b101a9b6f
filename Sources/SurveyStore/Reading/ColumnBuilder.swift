import SurveyModel

/// Gathers the answers to one question, interview by interview.
///
/// Its variables are its own and never lent out, so the runtime need not watch each access.
final class ColumnBuilder {
  private enum Shape {
    case choice, choices, number, text, calculate
  }

  private let shape: Shape
  private let isNote: Bool
  private let lookup: ChoiceLookup
  @exclusivity(unchecked) private var positions: [Int32] = []
  @exclusivity(unchecked) private var options: [[Int8]] = []
  @exclusivity(unchecked) private var numbers: [Double] = []
  @exclusivity(unchecked) private var texts: [String?] = []
  /// The texts among computed values, which are mostly numbers.
  private var computedTexts: [Int: String] = [:]
  /// Rows without an answer, counted to notice those without a reason; too low, and only the
  /// thorough check runs in vain, where the options of a question stand in two tables.
  @exclusivity(unchecked) private var absent = 0
  private var missing: [Int: MissingReason] = [:]

  init(_ question: Question) {
    let codes = question.kind.choiceList?.choices.map(\.code) ?? []
    lookup = ChoiceLookup(codes)
    isNote = !question.kind.isStored
    switch question.shape {
    case .selectOne: shape = .choice
    case .selectMultiple:
      shape = .choices
      options = Array(repeating: [], count: codes.count)
    case .integer, .decimal: shape = .number
    case .text, .date, .nothing: shape = .text
    case .calculate: shape = .calculate
    }
  }

  /// Makes room for `count` further rows, all without an answer.
  func grow(by count: Int) {
    switch shape {
    case .choice: positions.append(contentsOf: repeatElement(-1, count: count))
    case .choices:
      for index in options.indices {
        options[index].append(contentsOf: repeatElement(-1, count: count))
      }
    case .number, .calculate: numbers.append(contentsOf: repeatElement(.nan, count: count))
    case .text: texts.append(contentsOf: repeatElement(nil, count: count))
    }
    absent += count
  }

  /// Puts what `source` finds in the present row of `statement` at `row`.
  func read(_ statement: RawStatement, _ source: CellSource, at row: Int) {
    switch source {
    case .none: break
    case .choiceNumber(let column):
      guard !statement.isNull(column) else { return }
      choose(lookup.position(of: statement.integer(column)), at: row)
    case .choiceText(let column):
      guard let position = statement.withBytes(column, lookup.position) else { return }
      choose(position, at: row)
    case .recoded(let column, let isText, let targets):
      guard !statement.isNull(column) else { return }
      let code =
        isText ? statement.optionalText(column) ?? "" : String(statement.integer(column))
      choose(code, targets[code], at: row)
    case .options(let columns): readOptions(statement, columns, at: row)
    case .joinedOptions(let columns): readOptions(statement, columns, at: row)
    case .number(let column):
      guard !statement.isNull(column) else { return }
      numbers[row] = statement.double(column)
      absent -= 1
    case .text(let column):
      guard let text = statement.optionalText(column) else { return }
      texts[row] = text
      absent -= 1
    case .calculate(let column):
      guard !statement.isNull(column) else { return }
      if statement.isText(column) {
        computedTexts[row] = statement.optionalText(column)
      } else {
        numbers[row] = statement.double(column)
      }
      absent -= 1
    }
  }

  private func choose(_ position: Int32, at row: Int) {
    positions[row] = position
    if position < 0 { missing[row] = .notCollected } else { absent -= 1 }
  }

  /// Chooses what a code of an older version became.
  private func choose(_ code: String, _ target: VersionMap.Target?, at row: Int) {
    switch target {
    case .missing(let reason): missing[row] = reason
    case .notComparable: missing[row] = .notCollected
    case .code(let code): choose(lookup.position(of: code), at: row)
    case nil: choose(lookup.position(of: code), at: row)
    }
  }

  private func readOptions(
    _ statement: RawStatement,
    _ columns: [[Int32]],
    at row: Int
  ) {
    var isAnswered = false
    for (option, columns) in columns.enumerated() {
      for column in columns where !statement.isNull(column) {
        let value: Int8 = statement.integer(column) == 0 ? 0 : 1
        options[option][row] = max(options[option][row], value)
        isAnswered = true
      }
    }
    if isAnswered { absent -= 1 }
  }

  private func readOptions(_ statement: RawStatement, _ columns: [Int32?], at row: Int) {
    var isAnswered = false
    for (option, column) in columns.enumerated() {
      guard let column, !statement.isNull(column) else { continue }
      options[option][row] = statement.integer(column) == 0 ? 0 : 1
      isAnswered = true
    }
    if isAnswered { absent -= 1 }
  }

  func setMissing(_ reason: MissingReason, at row: Int) { missing[row] = reason }

  /// Gives the rows in `rows` the reason that their version does not have the question.
  func setNotCollected(_ rows: Range<Int>) {
    guard !isNote else { return }
    for row in rows { missing[row] = .notCollected }
  }

  /// The finished column.
  ///
  /// A note has neither answers nor reasons.
  func column() -> Dataset.Column {
    Dataset.Column(values: values, missing: completeReasons)
  }

  private var values: Dataset.Values {
    switch shape {
    case .choice: return .choice(positions)
    case .choices: return .choices(options)
    case .number: return .number(numbers)
    case .text: return .text(texts)
    case .calculate:
      guard !computedTexts.isEmpty else { return .number(numbers) }
      return .text(
        numbers.enumerated().map { row, number in
          computedTexts[row] ?? (number.isNaN ? nil : Answer.decimal(number).text)
        }
      )
    }
  }

  private var completeReasons: [Int: MissingReason] {
    guard !isNote, missing.count != absent else { return missing }
    var complete = missing
    for row in 0..<count where complete[row] == nil && isAbsent(row) { complete[row] = .noAnswer }
    return complete
  }

  private var count: Int {
    switch shape {
    case .choice: positions.count
    case .choices: options.first?.count ?? 0
    case .number, .calculate: numbers.count
    case .text: texts.count
    }
  }

  private func isAbsent(_ row: Int) -> Bool {
    switch shape {
    case .choice: positions[row] < 0
    case .choices: options.allSatisfy { $0[row] < 0 }
    case .number: numbers[row].isNaN
    case .text: texts[row] == nil
    case .calculate: numbers[row].isNaN && computedTexts[row] == nil
    }
  }
}
