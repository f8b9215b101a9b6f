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
    let request = try arguments.request()
    let format = try arguments.outputFormat()
    return try attempt(path) {
      let table = try TextTableReader.read(path: path)
      return EstimateOutput(try request.answer(from: table), language: language)
        .write(format, width: width)
    }
  }
}
