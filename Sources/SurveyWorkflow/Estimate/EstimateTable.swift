import SurveyAnalysis
import SurveyFormats
import SurveyModel
import SurveyReport

extension Workflow {
  /// Estimates from a plain CSV file, or from standard input when `path` is `-`.
  ///
  /// - Throws: ``UsageProblem`` for an argument that means nothing, else ``WorkflowError``.
  package func estimate(
    csv path: String,
    _ arguments: EstimateArguments,
    width: Int
  ) throws -> String {
    var request = try arguments.request()
    let format = try arguments.outputFormat()
    request.design.adjustments = try arguments.adjustments(language)
    return try attempt(path) {
      let table = try EncodedTableReader.read(path: path, missing: request.missing) {
        request.needs(among: $0)
      }
      return EstimateOutput(try request.answer(from: table), language: language)
        .write(format, width: width)
    }
  }
}
