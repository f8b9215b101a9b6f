import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// A questionnaire that is named by its own file or by a study that holds it.
struct FormSource: ParsableArguments {
  @Argument(
    help: help("Tệp phiếu hỏi hoặc tệp nghiên cứu.", "A questionnaire, or a study.")
  )
  var source: String

  @Option(
    help: help(
      "Mã phiếu, khi nghiên cứu có nhiều phiếu.",
      "The questionnaire, when there are several."
    )
  )
  var questionnaire: String?

  func form(_ workflow: Workflow) throws -> Questionnaire {
    guard source.hasSuffix(".thuocdo") || StudyFormat.isFound(at: source) else {
      return try workflow.questionnaire(at: source).questionnaire
    }
    let study = try workflow.open(source, forWriting: false)
    defer { try? study.close() }
    return try workflow.questionnaire(questionnaire, in: study)
  }
}
