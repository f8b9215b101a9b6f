import SurveyModel

/// Decides which columns hold a questionnaire.
struct ColumnPlanner {
  /// Columns for answers in one table; SQLite's own ceiling is 2,000.
  static let columnsPerTable = 960

  private var names = NameAllocator(
    taken: DataTable.ownColumns + ["questionnaire_version"]
  )
  private var columns: [DataColumn] = []
  private var table = 0
  private var used = 0

  /// The columns of `questionnaire`; sections stay together unless one alone is too wide.
  static func columns(of questionnaire: Questionnaire) -> [DataColumn] {
    var planner = ColumnPlanner()
    for section in questionnaire.sections {
      let wanted = section.questions.map(Self.wanted)
      let width = wanted.reduce(0) { $0 + $1.count }
      if planner.used > 0, planner.used + width > columnsPerTable { planner.beginTable() }
      for question in wanted { planner.add(question) }
    }
    return planner.columns
  }

  private mutating func beginTable() {
    table += 1
    used = 0
  }

  private mutating func add(_ wanted: [Wanted]) {
    for column in wanted {
      if used == Self.columnsPerTable { beginTable() }
      columns.append(
        DataColumn(
          question: column.question,
          code: column.code,
          kind: column.kind,
          table: table,
          name: names.allocate(column.code.map { "\(column.question)__\($0)" } ?? column.question)
        )
      )
      used += 1
    }
  }

  private struct Wanted {
    let question: String
    let code: String?
    let kind: ColumnKind
  }

  private static func wanted(_ question: Question) -> [Wanted] {
    func one(_ kind: ColumnKind) -> [Wanted] {
      [Wanted(question: question.id, code: nil, kind: kind)]
    }
    switch question.shape {
    case .selectOne(let list):
      let isNumeric =
        !list.choices.isEmpty && list.choices.allSatisfy { $0.code.isCanonicalInteger }
      return one(isNumeric ? .choiceNumber : .choiceText)
    case .selectMultiple(let list):
      return list.choices.map { Wanted(question: question.id, code: $0.code, kind: .option) }
    case .integer: return one(.integer)
    case .decimal: return one(.decimal)
    case .text: return one(.text)
    case .date: return one(.date)
    case .calculate: return one(.calculate)
    case .nothing: return []
    }
  }
}

extension String {
  /// Whether the text is exactly how a number of 64 bits is written: `1`, `-3`, but not `01`.
  var isCanonicalInteger: Bool { Int64(self).map { String($0) == self } ?? false }
}
