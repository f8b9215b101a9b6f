import SurveyModel

/// An import for trial: which questions of a proposal cannot read their own file.
struct SketchTrial {
  /// For each question the number of cells that it refused.
  private(set) var faults: [String: Int] = [:]
  /// Rows that would be taken and rows that would not.
  private(set) var accepted = 0
  private(set) var rejected = 0
  /// Rows that the file itself breaks.
  private(set) var broken = 0
  /// Lines that were only numbered.
  private(set) var numbered = 0

  /// Reads all rows of `source` by the rules of `questionnaire`.
  init(
    _ source: SourceFile,
    questionnaire: Questionnaire,
    request: TableRequest,
    values: ValueOptions = ValueOptions(),
    now: Timestamp
  ) throws(TableFault) {
    guard let plan = try? InterviewPlan(questionnaire) else { return }
    let moment = FormMoment(now: now)
    var whole = try InterviewTable(source, questionnaire: questionnaire, request: request)
    let formats = try whole.formats(for: plan, options: values, moment: moment)
    var table = try InterviewTable(source.source, reading: whole.reading, formats: formats)
    var rows = table.rows(for: plan, formats: formats, moment: moment)
    while let row = try rows.next(&table) {
      if row.faults.isEmpty {
        accepted += 1
        continue
      }
      rejected += 1
      if row.faults.contains(where: \.question.isEmpty) { broken += 1 }
      for fault in row.faults where !fault.question.isEmpty {
        faults[fault.question, default: 0] += 1
      }
    }
    numbered = rows.footers.count { $0.kind == .numbered }
  }
}
