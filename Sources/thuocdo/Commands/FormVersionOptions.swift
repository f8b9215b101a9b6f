import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// Which version of a questionnaire results are about.
struct FormVersionOptions: ParsableArguments {
  @Option(
    name: .customLong("form-version"),
    help: help(
      "Chỉ phiếu của phiên bản này; mặc định là mọi phiên bản, đọc theo bản mới nhất.",
      "Only interviews of this version of the form; by default all, read as the newest."
    )
  )
  var version: String?
}

/// The form with which forms are filled in: the study's newest one, an older one, or one that comes.
struct FormOptions: ParsableArguments {
  @Option(
    name: .customLong("form"),
    help: help(
      "Tệp phiếu hỏi đang dùng; nếu là phiên bản mới, nghiên cứu nhận khi vẫn so sánh được.",
      "The questionnaire in use; a new version is taken while answers stay comparable."
    )
  )
  var path: String?

  @Option(
    name: .customLong("form-version"),
    help: help(
      "Phiên bản của phiếu đang nhập; mặc định là bản mới nhất.",
      "The version of the forms at hand; by default the newest."
    )
  )
  var version: String?

  func validate() throws {
    if path != nil, version != nil {
      throw ValidationError(
        words(
          "--form và --form-version không đi cùng nhau",
          "--form and --form-version do not go together"
        )
      )
    }
  }

  /// The study, and which questionnaire of it in which version, after the form was brought to it.
  func chosen(
    _ study: OpenStudy,
    questionnaire: String?,
    _ workflow: Workflow,
    isDryRun: Bool = false
  ) throws -> (study: OpenStudy, questionnaire: String?, version: String?) {
    guard let path else {
      for line in workflow.olderDrafts(in: study, of: questionnaire, version: version) {
        Streams.finding(line)
      }
      return (study, questionnaire, version)
    }
    let adoption = try workflow.adopt(path, into: study, decides: false, isDryRun: isDryRun)
    if let questionnaire, questionnaire != adoption.questionnaire.id {
      throw UsageProblem.excludes("--questionnaire \(questionnaire)", "--form \(path)")
    }
    for line in adoption.notice(workflow) { Streams.finding(line) }
    let taken = adoption.questionnaire
    return (adoption.study, taken.id, taken.version)
  }
}
