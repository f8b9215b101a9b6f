import ArgumentParser
import SurveyWorkflow

struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: words(
      "Đóng đợt khảo sát và hủy khóa mã hồ sơ của đợt.",
      "Closes a wave and destroys its key for dossier numbers."
    )
  )

  @Argument(help: help("Tệp nghiên cứu.", "The study."))
  var study: String

  @Option(help: help("Đợt; mặc định là đợt đang mở.", "The wave; by default the only open one."))
  var wave: String?

  @Flag(help: help("Hủy khóa mà không hỏi.", "Destroy the key without asking."))
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try runReporting {
      Streams.result(
        try Environment.workflow.close(wave: wave, isForced: force, in: study)
      )
    }
  }
}
