package import SurveyModel
import Tabular

/// Reads the rows of a table many at a time, and one by one where that is needed.
///
/// There is one authority: what a cell means is what ``RowReader`` says of it, and whether an
/// answer is taken is what the rules of the plan say. Both are asked once for each text of a
/// column. A row all of whose cells are known is taken as it is; any other row goes the way of
/// ``CheckedRows``, and its faults are found there.
package struct FastRows {
  /// The next rows.
  package enum Step {
    /// A row that was checked by itself.
    case row(CheckedRow)
    /// Rows of the block, all of whose answers are known and taken.
    case known(Range<Int>)
  }

  /// Gives the number under which an answer to a question will be known.
  package typealias Learn = (Answer, _ question: Int) throws -> Int32

  /// Texts of one column that are remembered.
  private static let formLimit = 50_000
  /// The longest text that is remembered.
  private static let lengthLimit = 256

  /// The answers of the rows at hand.
  package private(set) var block: AnswerBlock

  private let plan: InterviewPlan
  private let moment: FormMoment
  private let learn: Learn
  private var rows: CheckedRows
  /// Rows that are no interviews and were passed over.
  package var footers: [FooterRow] { rows.footers }
  /// Cells that were taken although they are not written as an interview would have them.
  package var tally: CellTally { rows.tally }
  /// Rows that answer nothing of the form but in words, and were taken for what stands elsewhere.
  package var answeredElsewhere: AnsweredElsewhere { rows.answeredElsewhere }
  private var run: RecordRun
  private var table: KnownTable
  /// Answers as they are given, of questions whose rules decide what they count as.
  private var given: [Int32]
  /// The answers that rules read, by their numbers.
  private var givenAnswers: [Answer] = []
  private var answerOfCode: [Int: [Int32: Answer]] = [:]
  private var isKnown: [Bool]
  /// What was found about the first cells of records.
  private var interviews: [Int: [[UInt8]: Bool]] = [:]
  /// The last digit with which a record began, and what was found about it.
  private var digit: (byte: UInt8, column: Int, isInterview: Bool)?
  private var leads: [RecordRun.Lead] = []
  private var position = 0
  private var record = CSVRecord()

  /// Whether rows can be known by their cells at all.
  private let isFast: Bool

  /// Begins; where rows cannot be known by their cells alone, each is checked by itself.
  package init(
    _ rows: CheckedRows,
    plan: InterviewPlan,
    map: ColumnMap,
    formats: ColumnFormats? = nil,
    moment: FormMoment,
    isEnabled: Bool = true,
    learn: @escaping Learn
  ) throws {
    let formats = formats ?? ColumnFormats(columnCount: map.meanings.count)
    // Rows that were sent back are looked at one by one.
    let known =
      isEnabled && RaggedRepair(map) == nil
      ? KnownTable(of: map, plan: plan, formats: formats) : nil
    let run = RecordRun(width: known == nil ? 0 : map.header.count)
    isFast = run.capacity > 0
    self.rows = rows
    self.plan = plan
    self.moment = moment
    self.learn = learn
    self.run = run
    table = known ?? KnownTable()
    given = Array(repeating: 0, count: table.rules.count * run.capacity)
    var isPlain = Array(repeating: false, count: plan.steps.count)
    for column in table.columns where column.isPlain { isPlain[column.question] = true }
    block = AnswerBlock(isPlain: isPlain, stride: run.capacity)
    isKnown = Array(repeating: true, count: run.capacity)
    if isFast { try learnAbsent(map) }
  }

  /// The next rows, or none at the end.
  package mutating func next(_ source: inout InterviewTable) throws -> Step? {
    while true {
      if position < run.count {
        if let step = try stepInRun() { return step }
        continue
      }
      if isFast { source.takeRun(into: &run) }
      position = 0
      if run.count > 0 {
        try match()
        continue
      }
      return try rows.next(&source).map { .row($0) }
    }
  }

  /// The physical line of a row of the block.
  package func line(of row: Int) -> Int { run.line(of: row) }

  /// A row of the block, checked by itself.
  package mutating func checked(_ row: Int) throws(TableFault) -> CheckedRow? {
    run.read(row, into: &record)
    return try rows.check(record)
  }

  /// The number in the file of a row of the block.
  package func number(of row: Int) -> Int { run.number(of: row) }

  private mutating func stepInRun() throws -> Step? {
    let first = position
    let count = run.count
    while position < count, isKnown[position] { position += 1 }
    if position > first {
      rows.footer.passInterviews()
      return .known(first..<position)
    }
    run.read(position, into: &record)
    position += 1
    return try rows.check(record).map { .row($0) }
  }

  private mutating func match() throws {
    let count = run.count
    run.putLines(into: &block.ordinals)
    run.findLeads(wanted: 3, into: &leads)
    for row in 0..<count {
      isKnown[row] = leads[row].filled == 3 && isInterview(row, leads[row].byte, leads[row].column)
    }
    let answered = rows.unanswered.columns
    if !answered.isEmpty {
      for row in 0..<count where isKnown[row] {
        isKnown[row] = run.isFilled(row, inAnyOf: answered)
      }
    }
    // The first row of all may number the columns.
    if rows.footer.isAtStart { isKnown[0] = false }
    block.texts.removeAll(keepingCapacity: true)
    for place in table.columns.indices {
      let (column, question) = (table.columns[place].column, table.columns[place].question)
      let rule = table.givenPlaces[question]
      let isWhole: Bool
      if rule >= 0 {
        isWhole = table.columns[place].matcher.match(
          run,
          column: column,
          at: CellMatcher.Place(code: rule * block.stride, value: 0),
          codes: &given,
          values: &block.values,
          texts: &block.texts
        )
      } else {
        isWhole = table.columns[place].matcher.match(
          run,
          column: column,
          at: CellMatcher.Place(
            code: question * block.stride,
            value: max(0, block.places[question])
          ),
          codes: &block.codes,
          values: &block.values,
          texts: &block.texts
        )
      }
      if !isWhole { try resolve(place, rule) }
    }
    for place in table.rules.indices { try apply(place) }
  }

  /// Whether a record is surely no total and no signature; asked once for each first cell.
  private mutating func isInterview(_ row: Int, _ byte: UInt8, _ column: Int) -> Bool {
    if (0x30...0x39).contains(byte) {
      if let digit, digit.byte == byte, digit.column == column { return digit.isInterview }
      let answer = rows.footer.isSurelyInterview(firstByte: byte, column: column, cell: { [byte] })
      digit = (byte, column, answer)
      return answer
    }
    let cell = run.cell(row: row, column: column)
    if let known = interviews[column]?[cell] { return known }
    let answer = rows.footer.isSurelyInterview(firstByte: byte, column: column, cell: { cell })
    if interviews[column, default: [:]].count < 4096 {
      interviews[column, default: [:]][cell] = answer
    }
    return answer
  }

  /// Looks at the cells of a column that were not met before.
  private mutating func resolve(_ place: Int, _ rule: Int) throws {
    let column = table.columns[place].column
    let question = table.columns[place].question
    for row in 0..<run.count {
      let target = (rule >= 0 ? rule : question) * block.stride + row
      let code = rule >= 0 ? given[target] : block.codes[target]
      guard code == CellMatcher.unknown || code == CellMatcher.refused else { continue }
      let cell = run.cell(row: row, column: column)
      var known = table.columns[place].matcher.code(of: cell)
      if known == CellMatcher.unknown, table.columns[place].matcher.count < Self.formLimit,
        cell.count <= Self.lengthLimit
      {
        known = try meaning(of: cell, column: column, question: question, rule: rule)
        table.columns[place].matcher.learn(cell, code: known)
      }
      if rule >= 0 { given[target] = known } else { block.codes[target] = known }
      if known < 0 { isKnown[row] = false }
    }
  }

  /// The number of the answer that a cell stands for by itself; refused when it is not taken.
  private mutating func meaning(
    of cell: [UInt8],
    column: Int,
    question: Int,
    rule: Int
  ) throws -> Int32 {
    guard let answer = rows.answer(cell.span, column: column) else {
      return CellMatcher.refused
    }
    if rule >= 0 {
      givenAnswers.append(answer)
      return Int32(truncatingIfNeeded: givenAnswers.count - 1)
    }
    guard plan.accepts(answer, at: question, moment: moment) else { return CellMatcher.refused }
    let number = try learn(answer, question)
    if table.deciders.contains(question) { answerOfCode[question, default: [:]][number] = answer }
    return number
  }

  /// Finds what counts as the answer to a question that others decide about.
  private mutating func apply(_ place: Int) throws {
    let stride = block.stride
    let question = table.rules[place].question
    for row in 0..<run.count where isKnown[row] {
      func code(_ decider: Int) -> Int32 {
        let rule = table.givenPlaces[decider]
        return rule >= 0 ? given[rule * stride + row] : block.codes[decider * stride + row]
      }
      let number = table.rules[place].combination(code)
      var outcome = CellMatcher.refused
      if number >= 0, Int(number) < table.rules[place].outcomes.count {
        outcome = table.rules[place].outcomes[Int(number)]
      } else {
        let codes = table.rules[place].deciders.map { (question: $0, code: code($0)) }
        outcome = try self.outcome(of: codes, at: question)
        if !table.rules[place].learn(
          outcome,
          for: { decider in
            codes.first { $0.question == decider }?.code ?? 0
          }
        ) {
          outcome = CellMatcher.refused
        }
      }
      block.codes[question * stride + row] = outcome
      if outcome < 0 { isKnown[row] = false }
    }
  }

  /// What comes of a combination of answers for the question; refused when it is not taken.
  private func outcome(
    of codes: [(question: Int, code: Int32)],
    at question: Int
  ) throws -> Int32 {
    var row = [Answer?](repeating: nil, count: plan.steps.count)
    for (decider, code) in codes {
      row[decider] =
        table.givenPlaces[decider] >= 0
        ? givenAnswers[Int(code)] : answerOfCode[decider]?[code]
    }
    let form = plan.validate(row, moment: moment)
    guard !form.warnings.contains(question),
      !form.problems.contains(where: { $0.question == question })
    else { return CellMatcher.refused }
    return try learn(form.answers[question], question)
  }

  /// Fills in the answers of questions that have no column.
  private mutating func learnAbsent(_ map: ColumnMap) throws {
    for question in plan.steps.indices
    where !map.questions.contains(question) && table.givenPlaces[question] < 0 {
      let answer = plan.answerWithoutColumn(question)
      let number = try learn(answer, question)
      for row in 0..<block.stride { block.codes[question * block.stride + row] = number }
    }
  }
}
