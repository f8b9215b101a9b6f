import SurveyModel

/// How a question of the dataset is read from the columns of one stored version.
enum CellSource {
  /// The version has no column that could answer the question.
  case none
  case choiceNumber(column: Int32)
  case choiceText(column: Int32)
  /// A choice whose codes are others in the dataset.
  case recoded(column: Int32, isText: Bool, [String: VersionMap.Target])
  /// For each option of the dataset its column, where the version offered it.
  case options(columns: [Int32?])
  /// For each option the columns of the options that it is made of.
  case joinedOptions(columns: [[Int32]])
  case number(column: Int32)
  case text(column: Int32)
  case calculate(column: Int32)
}

/// Which columns of one table of a version are read, and for what.
struct TableReading {
  /// The columns in the order in which they are selected.
  private(set) var names: [String] = []
  /// Question → how it is read.
  private(set) var sources: [(question: Int, source: CellSource)] = []

  private let offset: Int32

  /// - Parameter offset: how many other columns are selected before these.
  init(offset: Int32) { self.offset = offset }

  /// Prepares for the questions of `questionnaire` the columns that `version` has in `table`.
  ///
  /// - Returns: whether anything is to be read.
  static func readings(
    of questionnaire: Questionnaire,
    from version: StoredLayout
  ) -> [TableReading] {
    let byQuestion = Dictionary(grouping: version.columns, by: \.question)
    var readings = version.tables.indices.map { TableReading(offset: $0 == 0 ? 1 : 0) }
    for (index, question) in questionnaire.questions.enumerated() {
      guard let columns = byQuestion[question.id], let first = columns.first else { continue }
      // The options of one question may stand in two tables, and are then read in two parts.
      for table in Set(columns.map(\.table)).sorted() {
        let present = columns.filter { $0.table == table }
        readings[table].add(question, index, present, first, version.codes[question.id] ?? [:])
      }
    }
    return readings
  }

  private mutating func add(
    _ question: Question,
    _ index: Int,
    _ columns: [DataColumn],
    _ first: DataColumn,
    _ recodes: [String: VersionMap.Target]
  ) {
    let kinds = (question.shape.columnFamily, first.kind.family)
    guard kinds.0 == kinds.1, kinds.0 != .nothing else { return }
    let source: CellSource
    switch first.kind {
    case .choiceNumber where !recodes.isEmpty, .choiceText where !recodes.isEmpty:
      source = .recoded(
        column: select(first),
        isText: first.kind == .choiceText,
        recodes
      )
    case .choiceNumber: source = .choiceNumber(column: select(first))
    case .choiceText: source = .choiceText(column: select(first))
    case .integer, .decimal: source = .number(column: select(first))
    case .text, .date: source = .text(column: select(first))
    case .calculate: source = .calculate(column: select(first))
    case .option:
      let codes = question.kind.choiceList?.choices.map(\.code) ?? []
      let columnsOfCode = Dictionary(grouping: columns) { $0.code ?? "" }
      if columnsOfCode.values.contains(where: { $0.count > 1 }) {
        source = .joinedOptions(
          columns: codes.map { code in (columnsOfCode[code] ?? []).map { select($0) } }
        )
        break
      }
      let columnOfCode = columnsOfCode.compactMapValues(\.first)
      source = .options(columns: codes.map { code in columnOfCode[code].map { select($0) } })
    }
    sources.append((index, source))
  }

  private mutating func select(_ column: DataColumn) -> Int32 {
    names.append(column.name)
    return offset + Int32(names.count) - 1
  }
}

/// Kinds between which answers of two versions can be carried over.
enum ColumnFamily {
  case nothing, choice, options, number, text, date, calculate
}

extension ColumnKind {
  /// The kinds whose answers can stand for its own.
  var family: ColumnFamily {
    switch self {
    case .choiceNumber, .choiceText: .choice
    case .option: .options
    case .integer, .decimal: .number
    case .text: .text
    case .date: .date
    case .calculate: .calculate
    }
  }
}

extension AnswerShape {
  fileprivate var columnFamily: ColumnFamily {
    switch self {
    case .selectOne: .choice
    case .selectMultiple: .options
    case .integer, .decimal: .number
    case .text: .text
    case .date: .date
    case .calculate: .calculate
    case .nothing: .nothing
    }
  }
}
