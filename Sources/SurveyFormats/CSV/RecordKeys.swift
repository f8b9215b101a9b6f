package import SurveyModel
package import Tabular

/// Reads by what each record of a table is told apart from others.
package struct RecordKeys {
  /// Where the key stands.
  private enum Source {
    /// In these columns.
    case cells([Int])
    /// In the columns of a collecting program.
    case drawn(DrawnIDs)
    /// In the answers to these questions.
    case answers([Int])
  }

  /// Between the parts of a key of several columns.
  package static let separator = "\u{1f}"

  private let source: Source
  /// Reads the answers of a key that is made of them.
  private var reader: RowReader?

  /// The first column of the key, to be named with a row that is sent back.
  package let column: Int?
  /// The columns or questions of which the key is made.
  package let names: [String]
  /// Whether the key identifies a person, so that it must not be kept as it is.
  package private(set) var isPersonal = false
  /// Makes of the parts of a personal key what is kept.
  package var seal: (@Sendable ([String]) -> String)?
  /// The ids of the questions in whose columns somebody said that the key stands.
  package private(set) var chosenQuestions: [String]?
  private var chosenColumns: [Int]?

  /// The key in the columns that are named `names`.
  package init(columns names: [String], of table: InterviewTable) throws(TableFault) {
    let header = table.map.header.map { MatchingKey($0.composed.trimmed) }
    var columns: [Int] = []
    for name in names {
      guard let column = header.firstIndex(of: MatchingKey(name.composed.trimmed)) else {
        throw .noKeyColumn(name, header: table.map.header, line: table.reading.headerLine)
      }
      columns.append(column)
    }
    source = .cells(columns)
    column = columns.first
    self.names = columns.map { table.map.header[$0] }
    isPersonal = columns.contains { Self.isPersonal($0, in: table.map) }
  }

  /// The questionnaire's own key, when it has one and the table answers all its questions.
  package init?(
    questionsOf plan: InterviewPlan,
    in table: InterviewTable,
    _ formats: ColumnFormats?,
    _ moment: FormMoment
  ) {
    let key = plan.questionnaire.key
    let questions = key.compactMap { plan.questionnaire.index(of: $0) }
    guard !key.isEmpty, questions.count == key.count,
      questions.allSatisfy(table.map.questions.contains)
    else { return nil }
    source = .answers(questions)
    reader = Self.reader(of: questions, plan, table, formats, moment)
    column = table.map.meanings.firstIndex(of: .question(questions[0]))
    names = key
  }

  /// The key in columns that were named, when all of them answer questions with one plain answer.
  ///
  /// Its parts are answers in the order of the questionnaire, so that every interview is known by
  /// them, whatever the order of the names and whatever key it came with.
  package init?(
    chosen names: [String],
    questionsOf plan: InterviewPlan,
    in table: InterviewTable,
    _ formats: ColumnFormats?,
    _ moment: FormMoment
  ) throws(TableFault) {
    let cells = try RecordKeys(columns: names, of: table)
    let columns = cells.columns(in: table.map)
    let questions = columns.compactMap { column -> Int? in
      guard case .question(let index) = table.map.meanings[column],
        plan.questionnaire.questions[index].isPlainAnswer
      else { return nil }
      return index
    }
    guard questions.count == columns.count, Set(questions).count == questions.count else {
      return nil
    }
    let sorted = questions.sorted()
    source = .answers(sorted)
    reader = Self.reader(of: sorted, plan, table, formats, moment)
    column = cells.column
    self.names = cells.names
    chosenQuestions = sorted.map { plan.questionnaire.questions[$0].id }
    chosenColumns = columns
  }

  /// What reads the answers to some questions only.
  private static func reader(
    of questions: [Int],
    _ plan: InterviewPlan,
    _ table: InterviewTable,
    _ formats: ColumnFormats?,
    _ moment: FormMoment
  ) -> RowReader {
    RowReader(plan: plan, map: table.map, formats: formats, moment: moment, only: Set(questions))
  }

  /// The questions of the questionnaire's own key that the table does not answer.
  package static func absentQuestions(
    of questionnaire: Questionnaire,
    in table: InterviewTable
  ) -> [String] {
    questionnaire.key.filter { id in
      questionnaire.index(of: id).map { !table.map.questions.contains($0) } ?? false
    }
  }

  /// The key that a collecting program wrote, when the table has such a column.
  package init?(knownOf table: InterviewTable) {
    guard let ids = DrawnIDs(table.map), let first = ids.columns.first else { return nil }
    source = .drawn(ids)
    column = first
    names = [table.map.header[first]]
  }

  /// The columns whose cells make the key.
  package func columns(in map: ColumnMap) -> [Int] {
    if let chosenColumns { return chosenColumns }
    return switch source {
    case .cells(let columns): columns
    case .drawn(let ids): Array(ids.columns.prefix(1))
    case .answers(let questions):
      questions.compactMap { map.meanings.firstIndex(of: .question($0)) }
    }
  }

  /// Whether the key is the questionnaire's own, made of answers.
  package var isNatural: Bool {
    if case .answers = source { chosenQuestions == nil } else { false }
  }

  /// Whether a collecting program drew the key.
  package var isDrawn: Bool {
    if case .drawn = source { true } else { false }
  }

  /// The column and question of a key that is one answer, for which a number or a plain text is
  /// its own key.
  func plainColumn(in map: ColumnMap) -> (column: Int, question: Int)? {
    guard case .answers(let questions) = source, questions.count == 1,
      let question = questions.first,
      let column = map.meanings.firstIndex(of: .question(question))
    else { return nil }
    return (column, question)
  }

  /// The key of a record; none where any part of it is blank.
  package mutating func key(of record: CSVRecord) -> String? {
    switch source {
    case .cells(let columns):
      let parts = columns.map { record[$0].composed.trimmed }
      guard !parts.contains(where: \.isEmpty) else { return nil }
      return seal?(parts) ?? parts.joined(separator: Self.separator)
    case .drawn(let ids): return ids.id(of: record)
    case .answers(let questions):
      let answers = reader?.read(record).answers ?? []
      return Self.key(of: questions.map { answers[$0] ?? .missing(.notCollected) })
    }
  }

  /// Other keys that a record with this key has or had; `isWhole` when the study may know it by any
  /// of them, and not only by one that was replaced.
  package func otherKeys(of record: CSVRecord, than key: String, isWhole: Bool) -> [String] {
    guard case .drawn(let ids) = source else { return [] }
    return ids.others(of: record, than: key, isWhole: isWhole)
  }

  /// Whether a record has something in the column of the key that cannot be the id of a program.
  package func isShort(in record: CSVRecord) -> Bool {
    guard case .drawn(let ids) = source else { return false }
    return ids.isShort(in: record)
  }

  /// A cell of the key that a spreadsheet damaged, so that different keys may have become equal.
  ///
  /// Answers that make a key are looked at as answers.
  package func damage(in record: CSVRecord) -> (rejection: any RowRejection, column: Int)? {
    let columns: [Int] =
      switch source {
      case .cells(let columns): columns
      case .drawn(let ids): Array(ids.columns.prefix(1))
      case .answers: []
      }
    for column in columns {
      if let damage = ExcelDamage.visible(in: record[column].composed.trimmed) {
        return (CellRejection.damage(damage), column)
      }
    }
    return nil
  }

  /// A key as people write it, `A/12`.
  package static func shown(_ key: String) -> String {
    key.split(separator: separator, omittingEmptySubsequences: false).joined(separator: "/")
  }

  /// Whether a column that answers no question says who a person is.
  private static func isPersonal(_ column: Int, in map: ColumnMap) -> Bool {
    guard map.meanings[column].question == nil else { return false }
    if map.meanings[column] == .meta(.personal) { return true }
    return switch PersonalData.kind(ofHeader: map.header[column]) {
    case .name, .phone, .mail, .identity, .address, .birth: true
    case .place, nil: false
    }
  }

  private static func key(of answers: [Answer]) -> String? {
    let parts = answers.map(\.text)
    return parts.contains(where: \.isEmpty) ? nil : parts.joined(separator: separator)
  }
}

extension Question {
  /// Whether it has one answer that can tell forms apart.
  fileprivate var isPlainAnswer: Bool {
    if isRepeated { return false }
    return switch shape {
    case .text, .integer, .decimal, .date, .selectOne: true
    case .selectMultiple, .calculate, .nothing: false
    }
  }
}
