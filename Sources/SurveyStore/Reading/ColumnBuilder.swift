import SurveyModel

/// Gathers the answers to one question, interview by interview.
///
/// Its variables are its own and never lent out, so the runtime need not watch each access.
final class ColumnBuilder {
  private let shape: GatheredColumn.Shape
  private let isNote: Bool
  private let lookup: ChoiceLookup
  @exclusivity(unchecked) private var positions: [Int32] = []
  @exclusivity(unchecked) private var options: [[Int8]] = []
  @exclusivity(unchecked) private var numbers: [Double] = []
  @exclusivity(unchecked) private var texts = TextGatherer()
  /// The texts among computed values, which are mostly numbers.
  private var computedTexts: [Int: String] = [:]
  /// For each row the reason; of a coded column the position of the answer as well.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity = 1
  /// The bytes of the answers with the numbers from 0 to 255.
  private let table: UnsafeMutablePointer<UInt8>

  init(_ question: Question) {
    let codes = question.kind.choiceList?.choices.map(\.code) ?? []
    lookup = ChoiceLookup(codes)
    isNote = !question.kind.isStored
    shape = GatheredColumn.Shape(question)
    if case .choices(let count) = shape { options = Array(repeating: [], count: count) }
    bytes = .allocate(capacity: 1)
    table = .allocate(capacity: 256)
    for number in 0..<256 {
      let position = lookup.position(of: Int64(number))
      table[number] =
        position < 0
        ? AnswerByte.byte(of: .notCollected) : UInt8(truncatingIfNeeded: position)
    }
  }

  deinit {
    bytes.deallocate()
    table.deallocate()
  }

  /// The cell of a closed question, good until the next ``resize(to:)``; none for other questions.
  func cell(_ source: CellSource) -> CodedCell? {
    guard shape == .coded, case .choiceNumber(let column) = source else { return nil }
    return CodedCell(column: column, bytes: bytes, table: table)
  }

  /// Makes room for `count` rows, new ones without an answer, or drops those behind.
  func resize(to count: Int) {
    if count > capacity {
      capacity = max(2 * capacity, count)
      let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      wider.initialize(from: bytes, count: self.count)
      bytes.deallocate()
      bytes = wider
    }
    if count > self.count {
      (bytes + self.count).initialize(repeating: AnswerByte.absent, count: count - self.count)
    }
    self.count = count
    switch shape {
    case .coded: break
    case .choice: positions.resize(to: count, filler: -1)
    case .choices:
      for index in options.indices { options[index].resize(to: count, filler: -1) }
    case .number, .calculate: numbers.resize(to: count, filler: .nan)
    case .text: texts.resize(to: count)
    }
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
    case .text(let column):
      statement.withBytes(column) { texts.set($0, at: row) }
    case .calculate(let column):
      guard !statement.isNull(column) else { return }
      if statement.isText(column) {
        computedTexts[row] = statement.optionalText(column)
      } else {
        numbers[row] = statement.double(column)
      }
    }
  }

  private func choose(_ position: Int32, at row: Int) {
    if position < 0 {
      setMissing(.notCollected, at: row)
    } else if shape == .coded {
      bytes[row] = UInt8(truncatingIfNeeded: position)
    } else {
      positions[row] = position
    }
  }

  /// Chooses what a code of an older version became.
  private func choose(_ code: String, _ target: VersionMap.Target?, at row: Int) {
    switch target {
    case .missing(let reason): setMissing(reason, at: row)
    case .notComparable: setMissing(.notCollected, at: row)
    case .code(let code): choose(lookup.position(of: code), at: row)
    case nil: choose(lookup.position(of: code), at: row)
    }
  }

  private func readOptions(
    _ statement: RawStatement,
    _ columns: [[Int32]],
    at row: Int
  ) {
    for (option, columns) in columns.enumerated() {
      for column in columns where !statement.isNull(column) {
        let value: Int8 = statement.integer(column) == 0 ? 0 : 1
        options[option][row] = max(options[option][row], value)
      }
    }
  }

  private func readOptions(_ statement: RawStatement, _ columns: [Int32?], at row: Int) {
    for (option, column) in columns.enumerated() {
      guard let column, !statement.isNull(column) else { continue }
      options[option][row] = statement.integer(column) == 0 ? 0 : 1
    }
  }

  /// Notes why there is no answer; an answer that stands there stays.
  func setMissing(_ reason: MissingReason, at row: Int) {
    if bytes[row] >= AnswerByte.absent { bytes[row] = AnswerByte.byte(of: reason) }
  }

  /// Gives the rows in `rows` the reason that their version does not have the question.
  func setNotCollected(_ rows: Range<Int>) {
    guard !isNote else { return }
    for row in rows { setMissing(.notCollected, at: row) }
  }

  /// The finished column.
  ///
  /// A note has neither answers nor reasons.
  func column() -> GatheredColumn {
    if !isNote { complete() }
    return GatheredColumn(
      answers: answers,
      bytes: Array(UnsafeBufferPointer(start: bytes, count: count))
    )
  }

  private var answers: GatheredColumn.Answers {
    switch shape {
    case .coded: return .inBytes
    case .choice: return .positions(positions)
    case .choices: return .options(options)
    case .number: return .numbers(numbers)
    case .text: return .texts(texts.answers)
    case .calculate:
      guard !computedTexts.isEmpty else { return .computed(numbers, nil) }
      return .computed(numbers, TextAnswers(numbers.indices.map { computedTexts[$0] }))
    }
  }

  /// Gives those that have neither an answer nor a reason the usual one.
  private func complete() {
    let usual = AnswerByte.byte(of: .noAnswer)
    for row in 0..<count where bytes[row] == AnswerByte.absent && isAbsent(row) {
      bytes[row] = usual
    }
  }

  private func isAbsent(_ row: Int) -> Bool {
    switch shape {
    case .coded: true
    case .choice: positions[row] < 0
    case .choices: options.allSatisfy { $0[row] < 0 }
    case .number: numbers[row].isNaN
    case .text: texts.codes[row] < 0
    case .calculate: numbers[row].isNaN && computedTexts[row] == nil
    }
  }
}
