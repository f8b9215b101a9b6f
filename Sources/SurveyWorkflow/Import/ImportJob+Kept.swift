import SurveyFormats
import SurveyModel
import Tabular

extension ImportJob {
  /// The days and decimals of a rejects file as they were, with what a spreadsheet did to its days.
  func keptCells(of table: InterviewTable) throws -> KeptCells? {
    guard var kept = KeptCells(table.map, plan.questionnaire, options.values) else { return nil }
    var table = try InterviewTable(source.source, reading: table.reading)
    try table.forEachRecord { record, number, _ in
      kept.observe(record)
      if number % 256 == 0, isStopped() { throw ImportProblem.stopped }
    }
    try kept.settle()
    return kept
  }
}
