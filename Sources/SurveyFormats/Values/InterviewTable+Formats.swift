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
    var keys: KeyScan?
    let profiler = try profile(for: plan, options: options, moment: moment, keys: &keys) { _ in
      true
    }
    guard let profiler else { return ColumnFormats(columnCount: map.header.count) }
    return try profiler.formats(reading.form)
  }

  /// Reads the whole table, looks at its columns, and lends the keys of its records, a few at a time,
  /// as long as `keys` can take them as they stand; `statuses` looks at all records too.
  ///
  /// `keys` says in the end whether it took them all. When `lend` says false or `isStopped` true the
  /// reading ends, and there is no profile.
  package mutating func profile(
    for plan: InterviewPlan,
    options: ValueOptions,
    moment: FormMoment,
    keys: inout KeyScan?,
    statuses: StatusScan? = nil,
    isStopped: () -> Bool = { false },
    lend: (KeyBlock) -> Bool
  ) throws(TableFault) -> FormatProfiler? {
    var profiler = FormatProfiler(
      plan: plan,
      map: map,
      options: options,
      moment: moment,
      legends: reading.legends
    )
    guard !profiler.columns.isEmpty || keys != nil || statuses != nil else { return profiler }
    return try observe(&profiler, &keys, statuses, isStopped, lend) ? profiler : nil
  }

  /// Shows all cells of interviews to the profiler, most of them column by column; false when it was
  /// ended.
  private mutating func observe(
    _ profiler: inout FormatProfiler,
    _ keys: inout KeyScan?,
    _ statuses: StatusScan?,
    _ isStopped: () -> Bool,
    _ lend: (KeyBlock) -> Bool
  ) throws(TableFault) -> Bool {
    var record = CSVRecord()
    let looksAtRows = profiler.looksAtRows || statuses?.looksAtRows == true
    var run = RecordRun(width: looksAtRows ? 0 : map.header.count)
    var footers = FooterSearch(profiler.footer)
    var counters: [CellCounter?] = Array(repeating: nil, count: map.header.count)
    for column in profiler.columns where profiler.countsTexts(column) {
      counters[column] = CellCounter(capacity: run.capacity)
    }
    while true {
      if run.capacity > 0 { takeRun(into: &run) }
      if run.count > 0 {
        if isStopped() { return false }
        if footers.mayMatch(run) {
          for row in 0..<run.count {
            run.read(row, into: &record)
            if footers.show(record, to: &profiler) { statuses?.take(record) }
          }
        } else {
          statuses?.take(run, &record)
          for column in profiler.columns {
            if counters[column] != nil {
              counters[column]?.count(run, column: column) {
                profiler.observe($0, column: column, line: $1)
              }
            } else {
              profiler.observe(run, column: column)
            }
          }
        }
        keys?.take(run)
        run.release()
      } else {
        for column in counters.indices {
          counters[column]?.flush { profiler.observe($0, column: column, line: $1, times: $2) }
        }
        guard try read(into: &record) else { break }
        if footers.show(record, to: &profiler) { statuses?.take(record) }
        keys?.take(record)
      }
      guard let taken = keys, taken.isPlain, taken.block.entries.count >= Self.keyCount else {
        continue
      }
      guard lend(taken.block) else { return false }
      keys?.removeAll()
    }
    guard let taken = keys, taken.isPlain else { return true }
    keys?.removeAll()
    return lend(taken.block)
  }

  /// Keys that are lent together.
  private static let keyCount = 256
}

/// Looks for totals and signatures in runs of records by the first filled cells alone.
private struct FooterSearch {
  var rule: FooterRule
  /// Cells that are harmless, each at the place that its hash gives.
  private var harmless = [UInt64](repeating: 0, count: 4096)
  private var leads: [RecordRun.Lead] = []

  init(_ rule: FooterRule) { self.rule = rule }

  /// Shows an interview to the profiler, and of what is passed over only what it may say; false for
  /// what is no interview.
  mutating func show(_ record: CSVRecord, to profiler: inout FormatProfiler) -> Bool {
    switch rule.kind(of: record) {
    case nil:
      profiler.observe(record)
      return true
    case .footer: profiler.observe(note: record)
    case .total, .columnNumbers, .repeatedHeader, .numbered: break
    }
    return false
  }

  /// Whether a record of `run` may be a footer; then they have to be looked at one by one.
  mutating func mayMatch(_ run: borrowing RecordRun) -> Bool {
    if rule.looksFurther { return true }
    run.findLeads(wanted: 1, into: &leads)
    for row in 0..<run.count {
      let lead = leads[row]
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
