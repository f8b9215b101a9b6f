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
      var record = CSVRecord()
      var footer = FooterRule(header: map.header)
      while try read(into: &record) {
        if footer.kind(of: record) == nil { profiler.observe(record) }
      }
    }
    return try profiler.formats(reading.form)
  }
}
