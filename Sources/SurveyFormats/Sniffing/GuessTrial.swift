import SurveyModel
import Tabular

/// Reads the cells of guessed columns as an import would, with the dates, decimal marks and ways of
/// writing options that the column tells, and leaves rows aside that are no interviews.
struct GuessTrial {
  private let plan: InterviewPlan
  private let map: ColumnMap
  private let form: TableForm
  private let rows: [[String]]

  /// A moment before which all days of files lie: only the shape of an answer is looked at here.
  private static let moment = FormMoment(now: Timestamp(milliseconds: 4_102_444_800_000))

  /// Prepares to look at the records below the header of `map`, whose columns hold guesses.
  init(
    _ plan: InterviewPlan,
    _ map: ColumnMap,
    _ form: TableForm,
    _ records: [TableSample.Record]
  ) {
    self.plan = plan
    self.map = map
    self.form = form
    var footer = FooterRule(map: map, plan: plan)
    rows = records.filter { record in
      let isFooter = footer.kind(of: CSVRecord(record.cells)) != nil
      // The name of a group has hardly anything beside it.
      return !isFooter && (record.filled.count > 2 || map.header.count <= 3)
    }.map(\.cells)
  }

  /// The share of filled cells that are answers, in hundredths; nothing when all are missing answers,
  /// and 0 when the column contradicts itself, which is looked for in each column by itself.
  func share(_ column: Int) -> Int? {
    let lone = ColumnMap(header: map.header, lone: column, meaning: map.meanings[column])
    var profiler = FormatProfiler(
      plan: plan,
      map: lone,
      options: ValueOptions(),
      moment: Self.moment
    )
    let cells = rows.filter { $0.indices.contains(column) }.map { $0[column] }
    for (line, cell) in cells.enumerated() {
      let bytes = Array(cell.utf8)
      profiler.observe(bytes.span, column: column, line: line)
    }
    guard let formats = try? profiler.formats(form) else { return 0 }
    let reader = CellReader(plan: plan, map: lone, formats: formats, moment: Self.moment)
    var filled = 0
    var answers = 0
    for cell in cells {
      switch reader.read(cell, column: column) {
      case .answer(.missing, _): continue
      case .answer, .option: answers += 1
      case .refused: break
      }
      filled += 1
    }
    return filled == 0 ? nil : answers * 100 / filled
  }
}

extension ColumnMap {
  /// A map in which one column means something.
  fileprivate init(header: [String], lone: Int, meaning: Meaning) {
    let matches = header.indices.map { $0 == lone ? HeaderMatch(meaning, .guess) : nil }
    self.init(header: header, matches: matches)
  }
}
