package import SurveyModel
import Tabular

extension InterviewTable {
  /// Reads the whole table and finds out how its columns are written.
  ///
  /// The table is used up; open it again to take its rows.
  package mutating func formats(
    for plan: InterviewPlan,
    options: ValueOptions,
    moment: FormMoment
  ) throws(TableFault) -> ColumnFormats {
    var profiler = FormatProfiler(plan: plan, map: map, options: options, moment: moment)
    if !profiler.columns.isEmpty {
      try observe(&profiler)
    }
    return try profiler.formats(reading.form)
  }

  /// Shows all cells of interviews to the profiler, most of them column by column.
  private mutating func observe(_ profiler: inout FormatProfiler) throws(TableFault) {
    var record = CSVRecord()
    var run = RecordRun(width: profiler.looksAtRows ? 0 : map.header.count)
    var footers = FooterSearch(profiler.footer)
    var counters: [Int: CellCounter] = [:]
    for column in profiler.columns where profiler.countsTexts(column) {
      counters[column] = CellCounter(capacity: run.capacity)
    }
    while true {
      if run.capacity > 0 { takeRun(into: &run) }
      if run.count > 0 {
        if footers.mayMatch(run) {
          for row in 0..<run.count {
            run.read(row, into: &record)
            if footers.rule.kind(of: record) == nil { profiler.observe(record) }
          }
          run.release()
          continue
        }
        for column in profiler.columns {
          if counters[column] != nil {
            counters[column]?.count(run, column: column) {
              profiler.observe($0, column: column, line: $1)
            }
          } else {
            profiler.observe(run, column: column)
          }
        }
        run.release()
        continue
      }
      for column in counters.keys.sorted() {
        counters[column]?.flush { profiler.observe($0, column: column, line: $1, times: $2) }
      }
      guard try read(into: &record) else { return }
      if footers.rule.kind(of: record) == nil { profiler.observe(record) }
    }
  }
}

/// Looks for totals and signatures in runs of records by the first filled cells alone.
private struct FooterSearch {
  var rule: FooterRule
  /// Cells that are harmless, each at the place that its hash gives.
  private var harmless = [UInt64](repeating: 0, count: 4096)

  init(_ rule: FooterRule) { self.rule = rule }

  /// Whether a record of `run` may be a footer; then they have to be looked at one by one.
  mutating func mayMatch(_ run: borrowing RecordRun) -> Bool {
    if rule.isBelow { return true }
    for row in 0..<run.count {
      let lead = run.lead(row, wanted: 1)
      guard rule.mayBegin(with: lead.byte) else { continue }
      let hash = run.hash(row: row, column: lead.column) ^ UInt64(truncatingIfNeeded: lead.column)
      let place = Int(truncatingIfNeeded: hash >> 20) & 4095
      if harmless[place] == hash { continue }
      if rule.isWord(run.cell(row: row, column: lead.column), in: lead.column) { return true }
      harmless[place] = hash
    }
    return false
  }
}
