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

  /// Prepares to look at the rows below the header of `map`, whose columns hold guesses.
  init(_ plan: InterviewPlan, _ map: ColumnMap, _ form: TableForm, _ rows: [[String]]) {
    self.plan = plan
    self.map = map
    self.form = form
    let footer = FooterRule(map: map, plan: plan)
    let first = rows.first.flatMap { ColumnNumbers($0, under: map.header) } == nil ? 0 : 1
    self.rows = rows.dropFirst(first).filter { cells in
      let filled = cells.indices.filter { !cells[$0].trimmed.isEmpty }
      guard let start = filled.first, filled.count > 2 || map.header.count <= 3 else {
        return false
      }
      return cells != map.header && !footer.isWord(Array(cells[start].utf8), in: start)
    }
  }

  /// The share of filled cells that are answers, in hundredths; nothing when none is filled with more
  /// than a mark for a missing answer, and 0 when the column contradicts itself.
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
