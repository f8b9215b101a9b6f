import ArgumentParser
import SurveyModel
import SurveyWorkflow

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: words(
      "So sánh hai phiên bản của một phiếu bằng lời: thêm, bỏ, đổi lời, đổi mã, không so sánh được.",
      "Compare two versions of a questionnaire in words: added, removed, reworded, recoded, incomparable."
    ),
    discussion: words(
      "Mã kết thúc 1 khi có điều không so sánh được hoặc không được đổi; còn lại là 0.",
      "Exits with 1 when something is not comparable or must not change; else with 0."
    )
  )

  @Argument(
    help: help("Phiếu bản cũ, hoặc tệp nghiên cứu.", "The older questionnaire, or a study.")
  )
  var old: String

  @Argument(help: help("Phiếu bản mới.", "The newer questionnaire."))
  var new: String

  @Option(
    help: help(
      "Mã phiếu, khi nghiên cứu có nhiều phiếu.",
      "The questionnaire, when the study has several."
    )
  )
  var questionnaire: String?

  @Option(
    name: .customLong("form-version"),
    help: help(
      "Phiên bản trong nghiên cứu; mặc định là bản mới nhất.",
      "Which version of the study; by default the newest."
    )
  )
  var formVersion: String?

  @Option(
    help: help("Bản đồ chuyển đổi đã xác nhận.", "A map from the older to the newer version.")
  )
  var map: String?

  @Option(help: help("Ghi bản đồ đề xuất vào tệp này.", "Write a proposed map to this file."))
  var writeMap: String?

  @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that exists."))
  var force = false

  @Option(help: help("text, json hoặc csv.", "text, json or csv."))
  var format = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    var hasFindings = false
    try runReporting {
      let format: ComparisonFormat = try UsageProblem.parse(format, "--format")
      let workflow = Environment.workflow
      if let writeMap { try OutputFile.check(writeMap, overwriting: force) }
      let later = try workflow.questionnaire(at: new).questionnaire
      let earlier = try earlierForm(workflow, than: later)
      let comparison = try workflow.compare(earlier, later, map: map)
      Streams.result(comparison.write(format, width: Environment.width))
      if let writeMap {
        try OutputFile.write(Array(comparison.proposal.utf8), to: writeMap, overwriting: force)
        Streams.finding(
          words(
            "Đã ghi bản đồ đề xuất \(writeMap); xem từng dòng và xác nhận.",
            "Wrote the proposed map \(writeMap); look at each line and confirm it."
          )
        )
      }
      hasFindings = comparison.hasFindings
    }
    if hasFindings { throw ExitCode(1) }
  }

  private func earlierForm(
    _ workflow: Workflow,
    than later: Questionnaire
  ) throws -> Questionnaire {
    guard old.hasSuffix(".thuocdo") || StudyFormat.isFound(at: old) else {
      return try workflow.questionnaire(at: old).questionnaire
    }
    let study = try workflow.open(old, forWriting: false)
    defer { try? study.close() }
    return try workflow.earlierVersion(
      of: later,
      questionnaire,
      version: formVersion,
      in: study
    )
  }
}
