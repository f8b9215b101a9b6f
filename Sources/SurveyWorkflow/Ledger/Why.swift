import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// Where every value of an interview comes from.
  ///
  /// `record` is the id of the interview or its record key.
  package func why(_ record: String, in path: String) throws(WorkflowError) -> LedgerAnswer {
    let study = try open(path, forWriting: false)
    return try attempt(path) {
      defer { try? study.file.close() }
      let natural = Dictionary(
        study.questionnaires.map { ($0.id, $0.key) },
        uniquingKeysWith: { first, _ in first }
      )
      let ids = try study.file.interviews(named: record.composed.trimmed, naturalKeys: natural)
      guard !ids.isEmpty else { throw StudyError.unknownRecord(record) }
      let batches = try study.file.batches()
      let histories = try ids.map { id in
        let trace = try study.file.trace(of: id)
        let used = Set(trace.states.compactMap(\.batch))
        return RecordHistory(
          trace: trace,
          questionnaire: study.questionnaires.first { $0.id == trace.questionnaire },
          batches: Dictionary(
            uniqueKeysWithValues: batches.map { ($0.id, $0) }
          ),
          columns: try Dictionary(
            uniqueKeysWithValues: used.map { ($0, try study.file.columns(of: $0)) }
          ),
          language: language
        )
      }
      return LedgerAnswer(
        language,
        title: language.choose("Nguồn gốc của phiếu", "Where an interview comes from"),
        histories.flatMap(\.blocks),
        json: [
          ("format", .string("thuocdo-why-1")), ("records", .array(histories.map(\.json))),
        ]
      )
    }
  }
}
